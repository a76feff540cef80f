#include "auth/access_token_authenticator.h"

namespace gatehouse::auth {

namespace {

std::unexpected<http::AuthenticationFailure> bad(const char *reason)
{
    return std::unexpected(http::AuthenticationFailure{http::AuthenticationFailure::Kind::BadCredentials, reason});
}

} // namespace

AccessTokenAuthenticator::AccessTokenAuthenticator(TokenVerifier verifier, const Revocations &revocations,
                                                   const CsrfTokens &csrfTokens, const CookieSettings &cookies)
    : m_verifier(std::move(verifier))
    , m_revocations(revocations.list())
    , m_csrfTokens(csrfTokens)
    , m_cookieName(cookies.accessName())
{
}

std::expected<http::Principal, http::AuthenticationFailure> AccessTokenAuthenticator::authenticate(const http::RequestHead &head)
{
    constexpr QByteArrayView kScheme = "Bearer ";
    QByteArrayView token = head.field("Authorization");
    const bool byCookie = token.isNull();
    if (byCookie) {
        token = cookieValue(head, m_cookieName);
        if (token.isNull())
            return std::unexpected(http::AuthenticationFailure{});
    } else {
        if (head.count("Authorization") != 1)
            return bad("repeated Authorization");
        if (token.size() <= kScheme.size() || qstrnicmp(token.data(), kScheme.size(), kScheme.data(), kScheme.size()) != 0)
            return bad("other scheme");
        token = token.sliced(kScheme.size());
    }

    std::expected<AccessClaims, const char *> claims = m_verifier.verify(token);
    if (!claims)
        return bad(claims.error());
    const RevocationList &revoked = m_revocations.get();
    if (revoked.sessions.contains(claims->session))
        return bad("session revoked");
    if (revoked.disabledUsers.contains(claims->subject))
        return bad("user disabled");
    return http::Principal{.kind = http::Principal::Kind::User,
                           .id = std::move(claims->subject),
                           .name = std::move(claims->username),
                           .role = claims->role,
                           .session = std::move(claims->session),
                           .scopes = {},
                           .expiresAt = claims->expiresAt,
                           .byCookie = byCookie};
}

bool AccessTokenAuthenticator::csrfTokenMatches(const http::Principal &principal, QByteArrayView token)
{
    return m_csrfTokens.matches(principal.session, token);
}

} // namespace gatehouse::auth
