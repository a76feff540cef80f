#include "http/cors.h"

namespace gatehouse::http {

bool CorsPolicy::allows(QByteArrayView origin) const
{
    for (const QByteArray &allowed : allowedOrigins) {
        if (allowed == origin || allowed == "*")
            return true;
    }
    return false;
}

void CorsPolicy::decorate(const Request &request, Response &response) const
{
    if (allowedOrigins.isEmpty())
        return;
    response.headers.emplaceBack(QByteArrayLiteral("Vary"), QByteArrayLiteral("Origin"));
    const QByteArrayView origin = request.head.field("Origin");
    if (origin.isNull() || !allows(origin))
        return;
    const bool any = allowedOrigins.contains("*");
    response.headers.emplaceBack(QByteArrayLiteral("Access-Control-Allow-Origin"),
                                 any ? QByteArrayLiteral("*") : origin.toByteArray());
    if (!any)
        response.headers.emplaceBack(QByteArrayLiteral("Access-Control-Allow-Credentials"), QByteArrayLiteral("true"));
    response.headers.emplaceBack(
        QByteArrayLiteral("Access-Control-Expose-Headers"),
        QByteArrayLiteral("ETag, Link, Location, X-Request-Id, X-CSRF-Token, X-RateLimit-Limit, X-RateLimit-Remaining, "
                          "X-RateLimit-Reset, RateLimit, RateLimit-Policy, Retry-After"));
}

Response CorsPolicy::preflight(const Request &request, const QList<Method> &methods) const
{
    if (!allows(request.head.field("Origin")))
        return problem(403, QStringLiteral("this origin is not allowed"), request.head.path, request.id);
    return Response::empty(204)
        .withHeader(QByteArrayLiteral("Access-Control-Allow-Methods"), listOf(methods))
        .withHeader(QByteArrayLiteral("Access-Control-Allow-Headers"),
                    QByteArrayLiteral("Authorization, Content-Type, If-None-Match, X-CSRF-Token, X-Secret-Passphrase, "
                                      "X-Receipt-Token, X-Collect-Token, X-Request-Id, traceparent"))
        .withHeader(QByteArrayLiteral("Access-Control-Max-Age"), QByteArrayLiteral("600"));
}

bool isPreflight(const Request &request)
{
    return request.head.method == Method::Options && !request.head.field("Origin").isNull()
        && !request.head.field("Access-Control-Request-Method").isNull();
}

QByteArray listOf(const QList<Method> &methods)
{
    QByteArray list;
    for (const Method method : methods) {
        if (!list.isEmpty())
            list += ", ";
        list += toText(method);
    }
    if (!methods.contains(Method::Options))
        list += list.isEmpty() ? "OPTIONS" : ", OPTIONS";
    return list;
}

} // namespace gatehouse::http
