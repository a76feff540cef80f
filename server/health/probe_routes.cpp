#include "health/probe_routes.h"

namespace gatehouse::health {

using namespace Qt::StringLiterals;
using http::Method;
using http::Request;
using http::Response;

namespace {

constexpr char kVersion[] = GATEHOUSE_VERSION;

void declareProbe(http::RouteTable &routes, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary,
                  http::ImmediateHandler handler)
{
    http::Route route;
    route.methods = {Method::Get};
    route.path = path;
    route.operationId = operationId;
    route.tag = "health";
    route.summary = summary;
    route.access = http::Access::Anybody;
    route.limitClass = http::LimitClass::Probe;
    route.responses = {{200, "It does", "{\"type\":\"object\"}"}, {503, "It does not", "{\"type\":\"object\"}"}};
    route.immediate = std::move(handler);
    routes.add(std::move(route));
}

} // namespace

void declareProbeRoutes(http::RouteTable &routes, const HealthState &state)
{
    const auto health = [&state](const Request &) -> Result<Response> {
        const bool draining = state.isDraining();
        return Response::json(draining ? 503 : 200, {{u"status"_s, draining ? u"unhealthy"_s : u"healthy"_s},
                                                     {u"version"_s, QString::fromLatin1(kVersion)},
                                                     {u"uptime_seconds"_s, state.uptimeSeconds()},
                                                     {u"checks"_s, QJsonObject()}});
    };
    const auto ready = [&state](const Request &) -> Result<Response> {
        return Response::json(state.isDraining() ? 503 : 200, {{u"ready"_s, !state.isDraining()}});
    };
    const auto live = [](const Request &) -> Result<Response> { return Response::json(200, {{u"alive"_s, true}}); };

    declareProbe(routes, "/health", "health", "Whether the server is well", health);
    declareProbe(routes, "/healthy", "healthy", "Whether the server is well", health);
    declareProbe(routes, "/monitoring/health", "monitoringHealth", "Whether the server is well", health);
    declareProbe(routes, "/ready", "ready", "Whether the server takes requests", ready);
    declareProbe(routes, "/health/ready", "healthReady", "Whether the server takes requests", ready);
    declareProbe(routes, "/monitoring/ready", "monitoringReady", "Whether the server takes requests", ready);
    declareProbe(routes, "/health/live", "healthLive", "Whether the server runs", live);
    declareProbe(routes, "/monitoring/live", "monitoringLive", "Whether the server runs", live);
}

} // namespace gatehouse::health
