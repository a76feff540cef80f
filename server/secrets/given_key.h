#pragma once

#include "core/error.h"
#include "secrets/signing_key.h"

namespace gatehouse::secrets {

/// Tells given secrets apart without telling anything of them: 128 bits of HKDF-SHA-256 (RFC 5869), base64url. Equal on every
/// host that is given the same secret, so that they take each other's tokens.
[[nodiscard]] QByteArray fingerprintOf(const SecretBytes &given);

/// The signing key that `given`, a JWT_SECRET, stands for: the secret itself for HS256, a private key derived from it for EdDSA.
/// Its `id` is derived too. Without state and times.
[[nodiscard]] SigningKey keyFromGiven(const SecretBytes &given, KeyAlgorithm algorithm);

} // namespace gatehouse::secrets
