#include "http/security_headers.h"

#include "core/append.h"
#include "http/route.h"

namespace gatehouse::http {

namespace {
constexpr QByteArrayView kForAll = "X-Content-Type-Options: nosniff\r\n"
                                   "X-Frame-Options: DENY\r\n"
                                   "X-XSS-Protection: 1; mode=block\r\n"
                                   "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
constexpr QByteArrayView kReferrer = "Referrer-Policy: strict-origin-when-cross-origin\r\n";
constexpr QByteArrayView kPageReferrer = "Referrer-Policy: no-referrer\r\n"; ///< a page's address may be a secret's
constexpr QByteArrayView kStrictTransport = "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";
constexpr QByteArrayView kClosedPolicy = "default-src 'none'; frame-ancestors 'none'";
} // namespace

void appendSecurityLines(std::string &lines, const Request &request, int status)
{
    append(lines, kForAll);
    if (request.secure)
        append(lines, kStrictTransport);
    const Route *route = request.route;
    // Only what a browser shows has another policy than the one that lets nothing load.
    append(lines, route == nullptr || route->contentSecurityPolicy == kClosedPolicy ? kReferrer : kPageReferrer);
    append(lines, "Content-Security-Policy: ");
    append(lines, route ? QByteArrayView(route->contentSecurityPolicy) : kClosedPolicy);
    append(lines, "\r\nCache-Control: ");
    append(lines, route && status < 400 ? QByteArrayView(route->cacheControl) : QByteArrayView("no-store"));
    append(lines, "\r\n");
    if (request.id.isEmpty())
        return;
    append(lines, "X-Request-Id: ");
    append(lines, request.id);
    append(lines, "\r\n");
}

} // namespace gatehouse::http
