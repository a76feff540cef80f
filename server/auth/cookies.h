#pragma once

#include "http/request_head.h"
#include "http/response.h"

#include <QByteArray>

#include <chrono>

namespace gatehouse::auth {

/// How session cookies are written.
struct CookieSettings {
    bool secure = true; ///< false only in development over plain HTTP: then without `Secure` and `__Host-`

    [[nodiscard]] QByteArray accessName() const { return secure ? "__Host-gatehouse-access" : "gatehouse-access"; }
    [[nodiscard]] QByteArray refreshName() const { return secure ? "__Host-gatehouse-refresh" : "gatehouse-refresh"; }
};

/// The cookie `name`; a null view when it is absent. One that is there twice is empty, for nobody can tell which of
/// them is ours (RFC 6265, section 4.2.2).
[[nodiscard]] QByteArrayView cookieValue(const http::RequestHead &head, QByteArrayView name);

/// Adds Set-Cookie; a life of zero removes the cookie.
void setCookie(http::Response &response, const CookieSettings &settings, QByteArrayView name, QByteArrayView value,
               std::chrono::seconds life);

/// Whether a browser says that a page of this very origin sent the request: Sec-Fetch-Site, else Origin against Host.
/// A request without either comes from no browser page.
[[nodiscard]] bool isSameOrigin(const http::RequestHead &head);

} // namespace gatehouse::auth
