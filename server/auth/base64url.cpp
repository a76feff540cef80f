#include "auth/base64url.h"

#include <array>

namespace gatehouse::auth {

namespace {

constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned char kInvalid = 0xff;

constexpr std::array<unsigned char, 256> kValues = [] {
    std::array<unsigned char, 256> values{};
    values.fill(kInvalid);
    for (unsigned char i = 0; i < 64; ++i)
        values[static_cast<unsigned char>(kAlphabet[i])] = i;
    return values;
}();

} // namespace

QByteArray toBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool decodeBase64Url(QByteArrayView text, char *out)
{
    const auto valueAt = [&](qsizetype i) -> quint32 { return kValues[static_cast<unsigned char>(text[i])]; };
    const qsizetype whole = text.size() / 4 * 4;
    quint32 seen = 0; // an invalid character leaves its high bits here
    for (qsizetype i = 0; i < whole; i += 4) {
        const quint32 a = valueAt(i), b = valueAt(i + 1), c = valueAt(i + 2), d = valueAt(i + 3);
        seen |= a | b | c | d;
        const quint32 bits = a << 18U | b << 12U | c << 6U | d;
        *out++ = static_cast<char>(bits >> 16U);
        *out++ = static_cast<char>(bits >> 8U);
        *out++ = static_cast<char>(bits);
    }
    switch (text.size() - whole) {
    case 0: break;
    case 2: {
        const quint32 a = valueAt(whole), b = valueAt(whole + 1);
        seen |= a | b;
        if ((b & 0x0fU) != 0)
            return false;
        *out = static_cast<char>(a << 2U | b >> 4U);
        break;
    }
    case 3: {
        const quint32 a = valueAt(whole), b = valueAt(whole + 1), c = valueAt(whole + 2);
        seen |= a | b | c;
        if ((c & 0x03U) != 0)
            return false;
        *out++ = static_cast<char>(a << 2U | b >> 4U);
        *out = static_cast<char>(b << 4U | c >> 2U);
        break;
    }
    default: return false;
    }
    return (seen & 0xc0U) == 0;
}

} // namespace gatehouse::auth
