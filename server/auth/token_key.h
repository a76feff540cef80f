#pragma once

#include "auth/digest.h"
#include "secrets/signing_key.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

struct evp_pkey_st;

namespace gatehouse::auth {

/// A signing key made ready for use, with the one JOSE header it signs. Its algorithm is part of it: no token chooses.
/// Belongs to one thread at a time.
class TokenKey
{
public:
    explicit TokenKey(const secrets::SigningKey &key);

    [[nodiscard]] const QByteArray &id() const { return m_id; }
    /// The header parameter `alg` (RFC 7518, RFC 8037).
    [[nodiscard]] QByteArrayView algorithmName() const;
    /// The header as it stands in a token: base64url of `{"alg":…,"kid":…,"typ":"at+jwt"}`.
    [[nodiscard]] const QByteArray &encodedHeader() const { return m_encodedHeader; }

    /// The signature of `header.payload`, raw.
    [[nodiscard]] QByteArray sign(QByteArrayView signingInput);
    /// Whether `encodedSignature`, base64url, is this key's signature of `header.payload`.
    [[nodiscard]] bool verifies(QByteArrayView signingInput, QByteArrayView encodedSignature);

private:
    struct Free {
        void operator()(evp_pkey_st *key) const;
    };
    QByteArray m_id;
    QByteArray m_encodedHeader;
    std::optional<HmacSha256> m_hmac; ///< for HS256
    std::unique_ptr<evp_pkey_st, Free> m_ed25519; ///< for EdDSA
};

} // namespace gatehouse::auth
