#pragma once

#include "core/secret_bytes.h"
#include "secrets/signing_key.h"

#include <optional>
#include <vector>

namespace gatehouse::secrets {

/// The JWT_SECRET of a key that a rotation ended and that is gone: it must not become active again.
struct SpentSecret {
    QByteArray fingerprint; ///< fingerprintOf() it
    WallTime since; ///< when it ended
};

/// What is kept of a key ring.
struct RingContent {
    std::vector<SigningKey> keys; ///< empty: there is no ring yet; else exactly one is active
    std::vector<SpentSecret> spent;
};

/// A ring as bytes, wherever it is kept; equal for equal rings.
[[nodiscard]] SecretBytes encodedRing(const RingContent &content);
/// The ring that `bytes` are; nothing when they hold something else, or not whole keys of which one is active.
[[nodiscard]] std::optional<RingContent> decodedRing(QByteArrayView bytes);

} // namespace gatehouse::secrets
