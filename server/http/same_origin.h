#pragma once

#include "http/cors.h"
#include "http/request.h"

namespace gatehouse::http {

/// Whether the browser says that one of this server's own pages made the request: by `Sec-Fetch-Site` (W3C Fetch
/// Metadata), or else by an `Origin` that is this server's as the browser sees it. A request that says neither proves
/// nothing.
[[nodiscard]] bool isFromOwnPage(const Request &request);

/// Whether the browser says that it makes the request for a page of another site whose origin is not allowed: such a page cannot
/// read the answer, but whoever runs the browser may have a right here that the page has not. A request without a browser
/// says nothing of that kind.
[[nodiscard]] bool isByForeignPage(const Request &request, const CorsPolicy &cors);

/// Whether the browser says that nobody has asked to see the answer yet.
[[nodiscard]] bool isPrefetch(const Request &request);

} // namespace gatehouse::http
