#include "core/ulid.h"

#include "core/random.h"

#include <algorithm>
#include <array>

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

QByteArray newUlid(WallTime now)
{
    QByteArray text(kUlidLength, Qt::Uninitialized);
    auto milliseconds = static_cast<quint64>(now.time_since_epoch().count());
    for (int i = kTimeCharacters - 1; i >= 0; --i) {
        text[i] = kAlphabet[milliseconds & 31U];
        milliseconds >>= 5U;
    }
    // Sixteen characters of five bits are exactly the eighty random bits.
    std::array<char, kUlidLength - kTimeCharacters> noise{};
    fillRandom(noise.data(), noise.size());
    for (int i = kTimeCharacters; i < kUlidLength; ++i)
        text[i] = kAlphabet[static_cast<unsigned char>(noise[static_cast<size_t>(i - kTimeCharacters)]) & 31U];
    return text;
}

bool isUlid(QByteArrayView text)
{
    return text.size() == kUlidLength && text[0] <= '7' && std::all_of(text.begin(), text.end(), [](char c) {
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
