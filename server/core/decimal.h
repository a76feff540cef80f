#pragma once

#include <QByteArray>

#include <charconv>

namespace gatehouse {

/// Appends `number` in decimal, without the allocation that QByteArray::number makes.
inline void appendDecimal(QByteArray &text, qint64 number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text.append(digits, end - digits);
}

} // namespace gatehouse
