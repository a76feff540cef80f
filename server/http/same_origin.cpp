#include "http/same_origin.h"

namespace gatehouse::http {

namespace {

bool isOwnOrigin(const Request &request, QByteArrayView origin)
{
    const QByteArrayView scheme = request.secure ? QByteArrayView("https://") : QByteArrayView("http://");
    return !request.head.host.isEmpty() && origin.startsWith(scheme) && origin.sliced(scheme.size()) == request.head.host;
}

} // namespace

bool isFromOwnPage(const Request &request)
{
    const QByteArrayView site = request.head.field("Sec-Fetch-Site");
    if (!site.isNull())
        return site == "same-origin" && request.head.count("Sec-Fetch-Site") == 1;
    return request.head.count("Origin") == 1 && isOwnOrigin(request, request.head.field("Origin"));
}

bool isByForeignPage(const Request &request, const CorsPolicy &cors)
{
    const QByteArrayView site = request.head.field("Sec-Fetch-Site");
    const QByteArrayView origin = request.head.field("Origin");
    if ((site.isNull() && origin.isNull()) || isFromOwnPage(request))
        return false;
    if (site == "none" && request.head.count("Sec-Fetch-Site") == 1) // by hand, as from the address bar
        return false;
    return origin.isNull() || !cors.allows(origin);
}

bool isPrefetch(const Request &request)
{
    return request.head.field("Sec-Purpose").startsWith("prefetch") || request.head.field("Purpose") == "prefetch";
}

} // namespace gatehouse::http
