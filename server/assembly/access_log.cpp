#include "assembly/access_log.h"

#include "http/route.h"

#include <QLoggingCategory>

namespace gatehouse::assembly {

namespace {

Q_LOGGING_CATEGORY(lcAccess, "gatehouse.access", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "gatehouse.http", QtInfoMsg)

double milliseconds(SteadyTime from, SteadyTime to)
{
    return to < from ? 0 : std::chrono::duration<double, std::milli>(to - from).count();
}

/// The declared path, so that no parameter gets into the log.
QByteArrayView pathOf(const http::Request &request)
{
    return request.route ? QByteArrayView(request.route->path) : QByteArrayView("-");
}

} // namespace

void AccessLog::finished(const http::Request &request, int status, qint64 bytesSent)
{
    const SteadyTime now = m_clock.steadyNow();
    const double whole = milliseconds(request.arrived, now);
    qCDebug(lcAccess, "%s %s %d %.2f ms %lld bytes client=%s request_id=%s trace_id=%s", toText(request.head.method).data(),
            pathOf(request).toByteArray().constData(), status, whole, static_cast<long long>(bytesSent), request.client.toText().constData(),
            request.id.constData(), request.traceId.constData());
    if (request.route != nullptr && whole > static_cast<double>(m_slowThreshold.count()))
        qCWarning(lcHttp, "slow: %s took %.1f ms: %.1f to admit, %.1f for the body, %.1f to handle; request_id=%s",
                  request.route->operationId.constData(), whole, milliseconds(request.arrived, request.admitted),
                  milliseconds(request.admitted, request.bodyComplete), milliseconds(request.bodyComplete, request.handled),
                  request.id.constData());
}

void AccessLog::limited(const http::Request &request, const limits::Verdict &verdict)
{
    if (!verdict.allowed)
        qCInfo(lcHttp, "over the limit %s: client=%s request_id=%s", verdict.policy ? verdict.policy->name.constData() : "-",
               request.client.toText().constData(), request.id.constData());
}

void AccessLog::failed(const http::Request &request, const QString &detail, QByteArrayView errorId)
{
    qCCritical(lcHttp, "%s failed: %s; error_id=%s request_id=%s", request.route ? request.route->operationId.constData() : "-", qPrintable(detail),
               errorId.toByteArray().constData(), request.id.constData());
}

void AccessLog::connectionDropped(const char *reason)
{
    qCDebug(lcHttp, "connection dropped: %s", reason);
}

} // namespace gatehouse::assembly
