#pragma once

#include "http/request.h"

namespace gatehouse::http {

/// Whether the browser says that one of this server's own pages made the request: by `Sec-Fetch-Site` (W3C Fetch
/// Metadata), or else by an `Origin` that is this server's as the browser sees it. A request that says neither proves
/// nothing.
[[nodiscard]] bool isFromOwnPage(const Request &request);

} // namespace gatehouse::http
