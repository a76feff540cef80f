#pragma once

#include "auth/access_token.h"
#include "core/error.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

namespace gatehouse::auth {

/// Writes access tokens (RFC 9068) with the active key. Thread-safe.
class TokenSigner
{
public:
    /// `keys` and `clock` outlive this.
    TokenSigner(const Snapshot<secrets::KeySet> &keys, TokenSettings settings, const Clock &clock);

    /// `claims.expiresAt` is ignored: the life is that of the settings. Fails with Internal when OpenSSL does, or when a
    /// text to be signed has a character that JSON would have to escape.
    [[nodiscard]] Result<QByteArray> sign(const AccessClaims &claims) const;
    [[nodiscard]] std::chrono::seconds life() const { return m_settings.life; }

private:
    const Snapshot<secrets::KeySet> &m_keys;
    const TokenSettings m_settings;
    const Clock &m_clock;
};

} // namespace gatehouse::auth
