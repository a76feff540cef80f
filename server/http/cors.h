#pragma once

#include "http/request.h"
#include "http/response.h"

#include <QByteArrayList>

namespace gatehouse::http {

/// Cross-origin rules (WHATWG Fetch): only origins that the operator listed may read answers or send preflights.
struct CorsPolicy {
    QByteArrayList allowedOrigins; ///< serialised origins, compared exactly; "*" allows any, without credentials

    [[nodiscard]] bool allows(QByteArrayView origin) const;
    /// Adds the headers that let the request's origin read this answer, when it may; `Vary: Origin` always.
    void decorate(const Request &request, Response &response) const;
    /// The answer to a preflight for a path that has `methods`: 204, or 403 for an origin that is not listed.
    [[nodiscard]] Response preflight(const Request &request, const QList<Method> &methods) const;
};

/// Whether a request is a CORS preflight.
[[nodiscard]] bool isPreflight(const Request &request);

/// `GET, HEAD, OPTIONS`: for Allow and Access-Control-Allow-Methods.
[[nodiscard]] QByteArray listOf(const QList<Method> &methods);

} // namespace gatehouse::http
