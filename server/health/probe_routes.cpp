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

constexpr char kHealth[] = R"({"type":"object","additionalProperties":false,
"required":["status","version","uptime_seconds","checks"],"properties":{
"status":{"type":"string","enum":["healthy","degraded","unhealthy"]},"version":{"type":"string"},
"uptime_seconds":{"type":"integer","minimum":0},
"checks":{"type":"object","description":"One for each thing the server needs.","additionalProperties":{"type":"object",
"additionalProperties":false,"required":["status","latency_ms"],"properties":{
"status":{"type":"string","enum":["healthy","degraded","unhealthy"]},"latency_ms":{"type":"number","minimum":0},
"detail":{"type":"string","description":"For operators and administrators only."}}}}}})";
constexpr char kHealthExample[] = R"({"status":"healthy","version":"0.1.0","uptime_seconds":86400,
"checks":{"database":{"status":"healthy","latency_ms":0.21}}})";
constexpr char kReadiness[] =
    R"({"type":"object","additionalProperties":false,"required":["ready","status","draining"],"properties":{
"ready":{"type":"boolean"},"status":{"type":"string","enum":["healthy","degraded","unhealthy"]},
"draining":{"type":"boolean","description":"The server has been told to stop."}}})";
constexpr char kReadinessExample[] = R"({"ready":true,"status":"healthy","draining":false})";
constexpr char kLiveness[] =
    R"({"type":"object","additionalProperties":false,"required":["alive"],"properties":{"alive":{"type":"boolean"}}})";
constexpr char kHealthy[] = R"({"type":"object","additionalProperties":false,"required":["status"],"properties":{
"status":{"type":"string","enum":["healthy","degraded","unhealthy"]}}})";
constexpr char kRouteMetrics[] = R"({"type":"object","additionalProperties":false,"required":["metrics"],"properties":{
"metrics":{"type":"object","description":"By path.","additionalProperties":{"type":"object","additionalProperties":false,
"required":["request_count","avg_response_time_ms","p50_ms","p95_ms","p99_ms","error_count","error_rate"],"properties":{
"request_count":{"type":"integer","minimum":0},"avg_response_time_ms":{"type":"number"},"p50_ms":{"type":"number"},
"p95_ms":{"type":"number"},"p99_ms":{"type":"number"},"error_count":{"type":"integer","minimum":0},
"error_rate":{"type":"number","minimum":0,"maximum":1}}}}}})";
constexpr char kRouteMetricsExample[] = R"({"metrics":{"/auth/verify":{"request_count":1200,"avg_response_time_ms":0.042,
"p50_ms":0.03,"p95_ms":0.08,"p99_ms":0.21,"error_count":0,"error_rate":0}}})";

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

/// What a probe's body looks like, for the document.
struct Body {
    QByteArray name;
    QByteArray schema;
    QByteArray example;
};

Route probe(QByteArray path, QByteArray operationId, QByteArray summary, const Body &body)
{
    Route route;
    route.methods = {Method::Get};
    route.path = std::move(path);
    route.operationId = std::move(operationId);
    route.tag = "operations";
    route.summary = std::move(summary);
    route.access = Access::AnybodyLenient;
    route.limitClass = LimitClass::Probe;
    route.responses = {{.status = kOk, .description = "Yes", .schema = body.schema, .name = body.name, .example = body.example}};
    return route;
}

Route withUnavailable(Route route)
{
    http::ResponseDeclaration unavailable = route.responses.front();
    unavailable.status = kUnavailable;
    unavailable.description = "No";
    unavailable.example.clear();
    route.responses.push_back(std::move(unavailable));
    return route;
}

} // namespace

bool MetricsAccess::permits(const http::Request &request) const
{
    if (const QByteArrayView credential = request.head.field("authorization"); !token.isEmpty() && credential.size() > 7
        && credential.first(7).compare("Bearer ", Qt::CaseInsensitive) == 0
        && equalInConstantTime(credential.sliced(7).trimmed(), token.view()))
        return true;
    const bool listed = addresses.empty() ? request.client.isLoopback() : containsAddress(addresses, request.client);
    return listed && http::isCertainOfClient(request);
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

    const Body healthBody{"Health", kHealth, kHealthExample};
    const Body readiness{"Readiness", kReadiness, kReadinessExample};
    const Body liveness{"Liveness", kLiveness, R"({"alive":true})"};
    routes.addTag({"operations", "Operations",
                   "Probes and metrics. They have a generous limit of their own, so that a busy caller "
                   "never looks like a sick server, and a bad credential counts as none."});
    routes.add(handledBy(probe("/health", "health", "How the server and what it needs are doing", healthBody), health));
    routes.add(handledBy(probe("/monitoring/health", "monitoringHealth", "The same, under its older name", healthBody), health));
    routes.add(handledBy(probe("/health/ready", "healthReady", "Whether requests may be sent here", readiness), ready));
    routes.add(handledBy(probe("/monitoring/ready", "monitoringReady", "The same, under its older name", readiness), ready));
    routes.add(handledBy(probe("/ready", "ready", "The same, short", readiness), ready));
    routes.add(answeredBy(probe("/health/live", "healthLive", "Whether the process works at all", liveness), answerLive));
    routes.add(answeredBy(probe("/monitoring/live", "monitoringLive", "The same, under its older name", liveness), answerLive));
    routes.add(handledBy(
        probe("/healthy", "healthy", "Whether everything needed answers", {"OverallHealth", kHealthy, R"({"status":"healthy"})"}),
        healthy));

    Route metrics = probe("/metrics", "metrics", "Counters for Prometheus", {});
    metrics.description = "For addresses that the operator allows (loopback unless told), or with the metrics token as a bearer.";
    metrics.responses = {{.status = kOk,
                          .description = "Text format 0.0.4",
                          .schema = R"({"type":"string"})",
                          .contentType = telemetry::PrometheusText::kContentType.toByteArray()},
                         {.status = 403, .description = "Not for this address"}};
    routes.add(
        answeredBy(std::move(metrics), [sources](const http::Request &request) { return answerPrometheus(sources, request); }));

    Route monitoring = probe("/monitoring/metrics", "monitoringMetrics", "Times and errors of each route",
                             {"RouteMetrics", kRouteMetrics, kRouteMetricsExample});
    monitoring.description = "For operators, and for whoever may read `/metrics`.";
    monitoring.responses.push_back({.status = 403, .description = "Not for this caller"});
    routes.add(answeredBy(std::move(monitoring),
                          [sources](const http::Request &request) { return answerMonitoringMetrics(sources, request); }));
}

} // namespace gatehouse::health
