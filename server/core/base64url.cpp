#include "core/base64url.h"

#include <array>

namespace gatehouse {

namespace {

constexpr unsigned char kInvalid = 0xff;
constexpr quint32 kInvalidBit = 0x80; ///< set in no value

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
    const auto valueAt = [text](qsizetype at) -> quint32 { return kTable[static_cast<unsigned char>(text[at])]; };
    const auto put = [&](quint32 byte) { out[static_cast<std::size_t>(size++)] = static_cast<char>(byte); };
    qsizetype at = 0;
    for (; at + 4 <= text.size(); at += 4) {
        const quint32 a = valueAt(at);
        const quint32 b = valueAt(at + 1);
        const quint32 c = valueAt(at + 2);
        const quint32 d = valueAt(at + 3);
        if (((a | b | c | d) & kInvalidBit) != 0)
            return -1;
        put(a << 2 | b >> 4);
        put(b << 4 | c >> 2);
        put(c << 6 | d);
    }
    const qsizetype left = text.size() - at;
    if (left == 0)
        return size;
    const quint32 a = valueAt(at);
    const quint32 b = left > 1 ? valueAt(at + 1) : kInvalid;
    const quint32 c = left > 2 ? valueAt(at + 2) : 0;
    // A lone character holds no byte, and the bits that are left over must be zero.
    if (((a | b | c) & kInvalidBit) != 0 || (left == 2 ? (b & 15U) != 0 : (c & 3U) != 0))
        return -1;
    put(a << 2 | b >> 4);
    if (left == 3)
        put(b << 4 | c >> 2);
    return size;
}

std::optional<SecretBytes> secretFromBase64Url(QByteArrayView text, qsizetype size)
{
    SecretBytes decoded = SecretBytes::ofSize(text.size());
    if (fromBase64Url(text, {decoded.data(), static_cast<std::size_t>(decoded.size())}) != size)
        return std::nullopt;
    return SecretBytes(decoded.view().first(size));
}

} // namespace gatehouse
