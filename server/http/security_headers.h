#pragma once

#include "http/request.h"

#include <string>

namespace gatehouse::http {

/// Appends the header lines every answer carries to protect the browser that reads it, ready to be sent: nosniff, no framing,
/// referrer (of pages: none) and permissions policies, the route's Content-Security-Policy and Cache-Control (of a
/// refusal, a `status` from 400 on, nothing is kept), and Strict-Transport-Security where the request came over TLS.
void appendSecurityLines(std::string &lines, const Request &request, int status);

} // namespace gatehouse::http
