#pragma once

#include "secrets/secret_chain.h"

#include <chrono>

namespace gatehouse::secrets {

/// After which a secret that was made at random is due for another.
inline constexpr std::chrono::days kRotationPeriod{90};

/// How one secret of the catalogue is given and kept. Never its value.
struct SecretState {
    const KnownSecret *secret = nullptr; ///< lives as long as the program
    QString source = {}; ///< empty: it is not set, or that cannot be told
    QString problem = {}; ///< why it cannot be told; empty: it can
    bool isWeak = false;
    QString weakness = {}; ///< see weaknessAgainst()
    std::optional<WallTime> changed = {}; ///< when it was last written, where that can be known
    QString warning = {}; ///< what is wrong with how it is kept; empty: nothing
};

/// When a secret that is what it is since `changed` is due for another. Nothing for what nobody makes up at random, or whose age
/// is not known.
[[nodiscard]] std::optional<WallTime> dueTime(const KnownSecret &secret, std::optional<WallTime> changed);

/// All of the catalogue, in its order. A place that keeps one waiting and does not answer is not asked again: what comes after is
/// told to be unknown. In the chain's thread.
[[nodiscard]] std::vector<SecretState> inventoryOf(SecretChain &chain);

/// 256 random bits as 64 hexadecimal digits, which every place for a secret can hold.
[[nodiscard]] SecretBytes generatedSecret();

/// Whether `value` can be a secret at all: text of some length that a variable can hold. Invalid otherwise, naming `value`; never
/// holds a part of it.
[[nodiscard]] Result<void> checkValue(const SecretBytes &value);

} // namespace gatehouse::secrets
