#pragma once

#include <QByteArrayView>

#include <charconv>
#include <string>

namespace gatehouse {

// Building an answer appends some sixty pieces. std::string does that inline, where each QByteArray::append is a call of a
// hundred instructions: that was a fifth of an answer.

inline void append(std::string &text, QByteArrayView piece)
{
    text.append(piece.data(), static_cast<std::size_t>(piece.size()));
}

/// In decimal.
inline void appendDecimal(std::string &text, qint64 number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text.append(digits, end);
}

} // namespace gatehouse
