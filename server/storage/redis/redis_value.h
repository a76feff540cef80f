#pragma once

#include <QByteArray>

#include <vector>

namespace gatehouse::storage {

/// One reply of Redis as it came. RESP3's maps, sets and pushes are arrays, its booleans integers, its doubles bytes.
struct RedisValue {
    enum class Type { Nil, Integer, Status, Bytes, Error, Array };

    Type type = Type::Nil;
    qint64 integer = 0;
    QByteArray bytes = {}; ///< of a status ("OK"), a string, or an error ("NOSCRIPT No matching script…")
    std::vector<RedisValue> elements = {};

    [[nodiscard]] bool isNil() const { return type == Type::Nil; }
    [[nodiscard]] bool isError() const { return type == Type::Error; }
    [[nodiscard]] bool isArrayOf(std::size_t size) const { return type == Type::Array && elements.size() == size; }
};

} // namespace gatehouse::storage
