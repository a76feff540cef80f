#pragma once

#include "secrets/signing_key.h"

#include <functional>
#include <span>

namespace gatehouse::secrets {

/// What of a key may be told: everything but its material.
struct KeyLife {
    QByteArray id;
    KeyAlgorithm algorithm = KeyAlgorithm::Hs256;
    KeyState state = KeyState::Next;
    WallTime retiresAt{}; ///< for VerifyOnly
    bool given = false; ///< made from a JWT_SECRET
};

[[nodiscard]] std::vector<KeyLife> livesOf(std::span<const SigningKey> keys);

/// One step in a key's life: it came to be in `key.state`, or, when `made`, began to be at all.
struct KeyStep {
    KeyLife key;
    bool made = false;
};

/// What happened to each key, in an order in which it can have happened. A key that is no longer there has retired.
[[nodiscard]] std::vector<KeyStep> stepsBetween(const std::vector<KeyLife> &before, const std::vector<KeyLife> &after);

/// Told of what this process changed, once it is durable, in the thread that changed it.
using KeyLifeListener = std::function<void(const std::vector<KeyStep> &steps)>;

} // namespace gatehouse::secrets
