#pragma once

#include "auth/cookies.h"
#include "auth/csrf_tokens.h"
#include "auth/revocations.h"
#include "auth/token_verifier.h"
#include "http/authenticator.h"

namespace gatehouse::auth {

/// Knows users by their access token, from `Authorization: Bearer` or the session cookie. One per worker, used only in
/// its thread; no SQL, no lock.
class AccessTokenAuthenticator final : public http::Authenticator
{
public:
    /// `revocations`, `csrfTokens` and what the verifier refers to outlive this.
    AccessTokenAuthenticator(TokenVerifier verifier, const Revocations &revocations, const CsrfTokens &csrfTokens,
                             const CookieSettings &cookies);

    [[nodiscard]] std::expected<http::Principal, http::AuthenticationFailure>
    authenticate(const http::RequestHead &head) override;
    [[nodiscard]] bool csrfTokenMatches(const http::Principal &principal, QByteArrayView token) override;

private:
    TokenVerifier m_verifier;
    SnapshotReader<RevocationList> m_revocations;
    const CsrfTokens &m_csrfTokens;
    const QByteArray m_cookieName;
};

} // namespace gatehouse::auth
