#pragma once

#include "http/request_head.h"
#include "http/response.h"

#include <QByteArray>

#include <chrono>

namespace gatehouse::auth {

/// How a session's cookies are called (RFC 6265bis). With `__Host-` a browser takes them only over TLS, from this very host
/// and for all of it, so that no neighbouring host can plant one.
struct CookieSettings {
    bool secure = true; ///< false only in development over plain HTTP: then without `Secure` and `__Host-`

    [[nodiscard]] QByteArray accessName() const { return secure ? "__Host-gatehouse-access" : "gatehouse-access"; }
    [[nodiscard]] QByteArray refreshName() const { return secure ? "__Host-gatehouse-refresh" : "gatehouse-refresh"; }
    [[nodiscard]] QByteArray csrfName() const { return secure ? "__Host-gatehouse-csrf" : "gatehouse-csrf"; }
};

/// What a browser keeps of a session.
struct SessionCookies {
    QByteArray accessToken;
    QByteArray refreshToken;
    QByteArray csrfToken;
    std::chrono::seconds accessLife{};
    std::chrono::seconds refreshLife{};
};

/// The cookie `name`; a null view when it is absent. One that is there twice is empty, for nobody can tell which of
/// them is ours (RFC 6265, section 4.2.2).
[[nodiscard]] QByteArrayView cookieValue(const http::RequestHead &head, QByteArrayView name);

/// Adds Set-Cookie for the three. Only the CSRF token can be read by scripts: a page needs it when its access token has
/// ended, which is when nobody answers it any more.
void setSessionCookies(http::Response &response, const CookieSettings &settings, const SessionCookies &cookies);

/// Makes the browser forget the three.
void clearSessionCookies(http::Response &response, const CookieSettings &settings);

} // namespace gatehouse::auth
