#pragma once

#include "core/error.h"
#include "secrets/signing_key.h"

#include <openssl/evp.h>

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace gatehouse::auth {

/// One signing key, set up with OpenSSL once so that each use costs only the computation. Not thread-safe: every
/// worker has its own.
class KeyOperations
{
public:
    /// Null when OpenSSL does not take the key.
    [[nodiscard]] static std::unique_ptr<KeyOperations> make(const secrets::SigningKey &key);

    /// The signature over `text` with the key's own algorithm; empty when OpenSSL fails.
    [[nodiscard]] QByteArray sign(QByteArrayView text);
    /// Whether `signature` is right for `text`; constant-time for HMAC.
    [[nodiscard]] bool verify(QByteArrayView text, QByteArrayView signature);

    /// The key's JOSE header as this server writes it, base64url.
    [[nodiscard]] const QByteArray &encodedHeader() const { return m_encodedHeader; }
    /// `alg` (RFC 7518, RFC 8037).
    [[nodiscard]] QByteArrayView algorithmName() const { return m_hmac ? "HS256" : "EdDSA"; }

private:
    struct Free {
        void operator()(EVP_MAC_CTX *context) const { EVP_MAC_CTX_free(context); }
        void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    KeyOperations() = default;
    [[nodiscard]] bool hmac(QByteArrayView text, unsigned char *tag);

    std::unique_ptr<EVP_MAC_CTX, Free> m_hmac; ///< for HS256
    std::unique_ptr<EVP_PKEY, Free> m_pair; ///< for EdDSA
    QByteArray m_encodedHeader;
};

} // namespace gatehouse::auth
