#include "client/generated_password.h"

#include "core/random.h"

#include <algorithm>

namespace gatehouse::client {

namespace {

constexpr QByteArrayView kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
constexpr QByteArrayView kSigns = "-_.:+=!?";
constexpr qsizetype kLength = 24;
constexpr qsizetype kGroup = 6; ///< each but the last ends with a sign, so that it can be read aloud

/// Each character of `alphabet` as likely as the others.
char pick(QByteArrayView alphabet)
{
    const auto fair = 256 - 256 % alphabet.size();
    unsigned char byte = 0;
    do
        fillRandom(&byte, 1);
    while (byte >= fair);
    return alphabet[byte % alphabet.size()];
}

bool isComplete(QByteArrayView password)
{
    const auto has = [password](char first, char last) {
        return std::ranges::any_of(password, [=](char letter) { return letter >= first && letter <= last; });
    };
    return has('A', 'Z') && has('a', 'z') && has('0', '9');
}

} // namespace

SecretBytes generatedPassword()
{
    SecretBytes password = SecretBytes::ofSize(kLength);
    do {
        for (qsizetype i = 0; i < kLength; ++i)
            password.data()[i] = pick(i % kGroup == kGroup - 1 && i + 1 < kLength ? kSigns : kLetters);
    } while (!isComplete(password.view()));
    return password;
}

} // namespace gatehouse::client
