#pragma once

#include <QByteArrayView>
#include <QString>

namespace gatehouse::secrets {

/// How hard a secret is to guess, as far as that can be told from the secret itself.
struct SecretStrength {
    int capacity = 0; ///< bits that so many characters of that kind can hold at most: four a hex digit, six a base64 character
    int estimate = 0; ///< bits left when repetitions, sequences and words are taken for what they are; never above capacity
    QString weakness; ///< why the estimate is low: "repeats itself"; empty when nothing stands out

    /// Whether it may count as holding `bits`: the capacity must; the estimate, which chance makes smaller for random text too,
    /// must come to three quarters.
    [[nodiscard]] bool holds(int bits) const { return capacity >= bits && 4 * estimate >= 3 * bits; }
};

/// Judges `secret`, which may be text in hex, base64 or any characters, or raw bytes. Only what is visible can be judged: the
/// first digits of pi pass. How it is done: docs/decisions/051. Looks at the first KiB.
[[nodiscard]] SecretStrength strengthOf(QByteArrayView secret);

/// Why `secret` does not hold `bits`, such as "holds about 60 of 256 bits: it is made of words"; empty when it does. Tells
/// nothing of the secret that would help to guess it.
[[nodiscard]] QString weaknessAgainst(QByteArrayView secret, int bits);

} // namespace gatehouse::secrets
