#include "core/ulid.h"

#include "core/random.h"

#include <algorithm>

namespace gatehouse {

namespace {
constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kUlidLength = 26;
constexpr int kTimeCharacters = 10;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
} // namespace

QByteArray ulidFrom(WallTime time, const std::array<unsigned char, 10> &randomBits)
{
    QByteArray text(kUlidLength, Qt::Uninitialized);
    char *out = text.data();
    auto milliseconds = static_cast<quint64>(time.time_since_epoch().count());
    for (int i = kTimeCharacters - 1; i >= 0; --i) {
        out[i] = kAlphabet[milliseconds & 31U];
        milliseconds >>= 5U;
    }
    // Eight characters of five bits are exactly forty bits, so the random part is two halves of five bytes.
    for (size_t half = 0; half < 2; ++half) {
        quint64 bits = 0;
        for (size_t i = 0; i < 5; ++i)
            bits = bits << 8U | randomBits[half * 5 + i];
        for (size_t i = 8; i-- > 0;) {
            out[kTimeCharacters + half * 8 + i] = kAlphabet[bits & 31U];
            bits >>= 5U;
        }
    }
    return text;
}

QByteArray newUlid(WallTime now)
{
    std::array<unsigned char, 10> randomBits{};
    fillRandom(randomBits.data(), randomBits.size());
    return ulidFrom(now, randomBits);
}

bool isUlid(QByteArrayView text)
{
    return text.size() == kUlidLength && text[0] <= '7' && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'I' && c != 'L' && c != 'O' && c != 'U');
           });
}

bool isUuid(QByteArrayView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHexDigit(text[i]))
            return false;
    }
    return true;
}

} // namespace gatehouse
