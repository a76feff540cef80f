#include "http/security_headers.h"

#include "http/route.h"

namespace gatehouse::http {

namespace {
constexpr QByteArrayView kForAll = "X-Content-Type-Options: nosniff\r\n"
                                   "X-Frame-Options: DENY\r\n"
                                   "Referrer-Policy: strict-origin-when-cross-origin\r\n"
                                   "X-XSS-Protection: 1; mode=block\r\n"
                                   "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
constexpr QByteArrayView kStrictTransport = "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";
constexpr QByteArrayView kClosedPolicy = "default-src 'none'; frame-ancestors 'none'";
} // namespace

void appendSecurityLines(QByteArray &lines, const Request &request)
{
    lines.append(kForAll);
    if (request.secure)
        lines.append(kStrictTransport);
    const Route *route = request.route;
    lines.append("Content-Security-Policy: ")
        .append(route ? QByteArrayView(route->contentSecurityPolicy) : kClosedPolicy)
        .append("\r\n");
    lines.append("Cache-Control: ")
        .append(route ? QByteArrayView(route->cacheControl) : QByteArrayView("no-store"))
        .append("\r\n");
    if (!request.id.isEmpty())
        lines.append("X-Request-Id: ").append(request.id).append("\r\n");
}

} // namespace gatehouse::http
