#include "auth/base64url.h"

#include <array>

namespace gatehouse::auth {

namespace {

constexpr unsigned char kInvalid = 0xff;

constexpr std::array<unsigned char, 256> makeTable()
{
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<unsigned char, 256> table{};
    table.fill(kInvalid);
    for (unsigned char i = 0; i < 64; ++i)
        table[static_cast<unsigned char>(alphabet[i])] = i;
    return table;
}

constexpr std::array<unsigned char, 256> kTable = makeTable();

} // namespace

QByteArray toBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

qsizetype fromBase64Url(QByteArrayView text, std::span<char> out)
{
    Q_ASSERT(std::ssize(out) >= text.size());
    qsizetype size = 0;
    quint32 bits = 0;
    int count = 0;
    for (const char c : text) {
        const unsigned char value = kTable[static_cast<unsigned char>(c)];
        if (value == kInvalid)
            return -1;
        bits = (bits << 6) | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out[static_cast<std::size_t>(size++)] = static_cast<char>(bits >> count);
            bits &= (1U << count) - 1;
        }
    }
    // Six left-over bits mean a lone character; others must be zero.
    return count == 6 || bits != 0 ? -1 : size;
}

} // namespace gatehouse::auth
