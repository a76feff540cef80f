#pragma once

#include "auth/access_token.h"
#include "core/error.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

namespace gatehouse::auth {

/// Writes access tokens (RFC 9068) with the active key, and the CSRF tokens that go with their sessions. Thread-safe.
class TokenSigner
{
public:
    /// `keys` and `clock` outlive this.
    TokenSigner(const Snapshot<secrets::KeySet> &keys, TokenSettings settings, const Clock &clock);

    /// `claims.expiresAt` is ignored: the life is that of the settings. Fails with Internal when OpenSSL does.
    [[nodiscard]] Result<QByteArray> sign(const AccessClaims &claims) const;
    /// The token that a page of `session` sends back as X-CSRF-Token.
    [[nodiscard]] QByteArray csrfToken(QByteArrayView session) const;
    [[nodiscard]] std::chrono::seconds life() const { return m_settings.life; }

private:
    const Snapshot<secrets::KeySet> &m_keys;
    const TokenSettings m_settings;
    const Clock &m_clock;
};

/// The CSRF token of `session` under `key`: an HMAC in a domain of its own, so that none passes for another signature.
[[nodiscard]] QByteArray csrfTokenUnder(const secrets::SigningKey &key, QByteArrayView session);

} // namespace gatehouse::auth
