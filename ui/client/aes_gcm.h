#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::client {

/// Bytes of a key of AES-256.
inline constexpr qsizetype kAesKeySize = 32;
/// What sealing adds to a plaintext: the nonce before it, the tag behind it.
inline constexpr qsizetype kAesNonceSize = 12;
inline constexpr qsizetype kAesTagSize = 16;

/// AES-256-GCM (NIST SP 800-38D) under a fresh random nonce: nonce ‖ ciphertext ‖ tag. A key is for a few messages only, as
/// random nonces may repeat after 2^32. Fails with TooLarge above 2 GiB, with Internal when OpenSSL does.
[[nodiscard]] Result<QByteArray> seal(const SecretBytes &key, QByteArrayView plaintext);

/// The plaintext of what seal() wrote. Fails with Malformed when it is too short, was altered or sealed under another key.
[[nodiscard]] Result<SecretBytes> unseal(const SecretBytes &key, QByteArrayView sealed);

} // namespace gatehouse::client
