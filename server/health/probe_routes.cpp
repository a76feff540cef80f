#include "health/probe_routes.h"

#include "http/client_address.h"
#include "telemetry/metrics_export.h"
#include "telemetry/process_stats.h"
#include "telemetry/prometheus_text.h"

#include <QJsonObject>

#include <memory>

namespace gatehouse::health {

using namespace Qt::StringLiterals;
using http::Access;
using http::LimitClass;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;

namespace {

constexpr int kOk = 200;
constexpr int kUnavailable = 503;

bool isOperator(const http::Request &request)
{
    return request.caller.kind == http::Principal::Kind::User && request.caller.role >= Role::Operator;
}

QJsonObject toJson(const HealthReport &report, const ProcessInfo &process, bool withDetail)
{
    QJsonObject checks;
    for (const HealthReport::Entry &entry : report.entries) {
        QJsonObject check{{u"status"_s, QString::fromLatin1(toText(entry.result.status))},
                          {u"latency_ms"_s, double(entry.latency.count()) / 1000}};
        if (withDetail)
            check.insert(u"detail"_s, entry.result.detail);
        checks.insert(QString::fromUtf8(entry.name), check);
    }
    return {{u"status"_s, QString::fromLatin1(toText(report.status))},
            {u"version"_s, QString::fromLatin1(process.version())},
            {u"uptime_seconds"_s, qint64(process.uptime().count())},
            {u"checks"_s, checks}};
}

int statusOf(const HealthReport &report)
{
    return report.status == Status::Unhealthy ? kUnavailable : kOk;
}

QCoro::Task<Result<Response>> answerHealth(ProbeSources sources, RequestPtr request)
{
    const HealthReportPtr report = co_await sources.registry.report();
    co_return Response::json(statusOf(*report), toJson(*report, sources.process, isOperator(*request)));
}

QCoro::Task<Result<Response>> answerHealthy(ProbeSources sources)
{
    const HealthReportPtr report = co_await sources.registry.report();
    co_return Response::json(statusOf(*report), {{u"status"_s, QString::fromLatin1(toText(report->status))}});
}

QCoro::Task<Result<Response>> answerReady(ProbeSources sources)
{
    const HealthReportPtr report = co_await sources.registry.report();
    const bool draining = sources.registry.isDraining();
    const bool ready = !draining && report->status != Status::Unhealthy;
    co_return Response::json(
        ready ? kOk : kUnavailable,
        {{u"ready"_s, ready}, {u"status"_s, QString::fromLatin1(toText(report->status))}, {u"draining"_s, draining}});
}

Result<Response> answerLive(const http::Request &)
{
    return Response::json(kOk, {{u"alive"_s, true}});
}

Result<Response> answerPrometheus(const ProbeSources &sources, const http::Request &request)
{
    if (!sources.metricsAccess.get()->permits(request))
        return failure(ErrorKind::Forbidden, u"metrics are not for this address"_s);
    return Response::text(kOk,
                          telemetry::toPrometheus(sources.metrics(), telemetry::readProcessStats(), sources.process.version(),
                                                  sources.droppedLogLines()),
                          telemetry::PrometheusText::kContentType.toByteArray());
}

Result<Response> answerMonitoringMetrics(const ProbeSources &sources, const http::Request &request)
{
    if (!isOperator(request) && !sources.metricsAccess.get()->permits(request))
        return failure(ErrorKind::Forbidden, u"metrics are for operators"_s);
    return Response::json(kOk, telemetry::toJson(sources.metrics()));
}

Route probe(QByteArray path, QByteArray operationId, QByteArray summary)
{
    Route route;
    route.methods = {Method::Get};
    route.path = std::move(path);
    route.operationId = std::move(operationId);
    route.tag = "operations";
    route.summary = std::move(summary);
    route.access = Access::AnybodyLenient;
    route.limitClass = LimitClass::Probe;
    route.responses = {{.status = kOk, .description = "Yes", .schema = R"({"type":"object"})"}};
    return route;
}

Route withUnavailable(Route route)
{
    route.responses.push_back({.status = kUnavailable, .description = "No", .schema = R"({"type":"object"})"});
    return route;
}

} // namespace

bool MetricsAccess::permits(const http::Request &request) const
{
    if (const QByteArrayView credential = request.head.field("authorization"); !token.isEmpty() && credential.size() > 7
        && credential.first(7).compare("Bearer ", Qt::CaseInsensitive) == 0
        && equalInConstantTime(credential.sliced(7).trimmed(), token.view()))
        return true;
    const bool throughUnknownProxy = request.client == request.peer.address && http::hasForwardingHeaders(request.head);
    const bool listed = addresses.empty() ? request.client.isLoopback() : containsAddress(addresses, request.client);
    return listed && !throughUnknownProxy;
}

void declareProbeRoutes(http::RouteTable &routes, const ProbeSources &sources)
{
    const auto handledBy = [](Route route, http::Handler handler) {
        route.handler = std::move(handler);
        return withUnavailable(std::move(route));
    };
    const auto answeredBy = [](Route route, http::ImmediateHandler handler) {
        route.immediate = std::move(handler);
        return route;
    };
    // The coroutines are functions that copy their arguments: a lambda's captures would have to outlive each call.
    const http::Handler health = [sources](RequestPtr request) { return answerHealth(sources, std::move(request)); };
    const http::Handler ready = [sources](RequestPtr) { return answerReady(sources); };
    const http::Handler healthy = [sources](RequestPtr) { return answerHealthy(sources); };

    routes.add(handledBy(probe("/health", "health", "How the server and what it needs are doing"), health));
    routes.add(handledBy(probe("/monitoring/health", "monitoringHealth", "The same, under its older name"), health));
    routes.add(handledBy(probe("/health/ready", "healthReady", "Whether requests may be sent here"), ready));
    routes.add(handledBy(probe("/monitoring/ready", "monitoringReady", "The same, under its older name"), ready));
    routes.add(handledBy(probe("/ready", "ready", "The same, short"), ready));
    routes.add(answeredBy(probe("/health/live", "healthLive", "Whether the process works at all"), answerLive));
    routes.add(answeredBy(probe("/monitoring/live", "monitoringLive", "The same, under its older name"), answerLive));
    routes.add(handledBy(probe("/healthy", "healthy", "Whether everything needed answers"), healthy));

    Route metrics = probe("/metrics", "metrics", "Counters for Prometheus, for allowed addresses or with the metrics token");
    metrics.responses = {{.status = kOk,
                          .description = "Text format 0.0.4",
                          .schema = R"({"type":"string"})",
                          .contentType = telemetry::PrometheusText::kContentType.toByteArray()},
                         {.status = 403, .description = "Not for this address", .schema = {}}};
    routes.add(
        answeredBy(std::move(metrics), [sources](const http::Request &request) { return answerPrometheus(sources, request); }));

    Route monitoring =
        probe("/monitoring/metrics", "monitoringMetrics", "Times and errors of each route, for operators or allowed addresses");
    monitoring.responses.push_back({.status = 403, .description = "Not for this caller", .schema = {}});
    routes.add(answeredBy(std::move(monitoring),
                          [sources](const http::Request &request) { return answerMonitoringMetrics(sources, request); }));
}

} // namespace gatehouse::health
