#pragma once

#include "core/clock.h"
#include "core/secret_bytes.h"

#include <QByteArray>

#include <vector>

namespace gatehouse::secrets {

enum class KeyAlgorithm {
    Hs256, ///< HMAC with SHA-256 (RFC 7518, section 3.2); material: the shared secret, at least 32 bytes
    EdDsa, ///< Ed25519 (RFC 8037); material: the 32-byte private key
};

/// A key's life. A token signed by an active key keeps working while that key is verify-only, so that a rotation logs
/// nobody out.
enum class KeyState {
    Next, ///< made, known to every verifier, not signing yet
    Active, ///< the one that signs
    VerifyOnly, ///< signed until a rotation; verifies until `retiresAt`
    Retired, ///< verifies nothing any more; never kept
};

struct SigningKey {
    QByteArray id; ///< `kid`: unique in the ring; tells nothing of the material
    KeyAlgorithm algorithm = KeyAlgorithm::Hs256;
    KeyState state = KeyState::Next;
    WallTime created{};
    WallTime activated{};
    WallTime retiresAt{}; ///< for VerifyOnly
    QByteArray givenAs; ///< the fingerprint of the JWT_SECRET it was made from (given_key.h); empty: generated here
    bool barred = false; ///< ended by a rotation: its JWT_SECRET must not become active again
    SecretBytes material;

    [[nodiscard]] SigningKey clone() const
    {
        return {id, algorithm, state, created, activated, retiresAt, givenAs, barred, material.clone()};
    }
};

/// All keys at one moment: immutable, read by every worker through a Snapshot.
class KeySet
{
public:
    explicit KeySet(std::vector<SigningKey> keys)
        : m_keys(std::move(keys))
    {
    }

    /// The key that signs; every set has exactly one.
    [[nodiscard]] const SigningKey &active() const;
    /// The key named `id` if it verifies at `now`; null otherwise.
    [[nodiscard]] const SigningKey *verifying(QByteArrayView id, WallTime now) const;
    [[nodiscard]] const std::vector<SigningKey> &all() const { return m_keys; }

private:
    std::vector<SigningKey> m_keys;
};

} // namespace gatehouse::secrets
