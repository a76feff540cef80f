#include "administration/overview_routes.h"

#include "auth/user_store.h"
#include "http/route_group.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::administration {

using http::RequestPtr;
using http::Response;
using Answer = QCoro::Task<Result<Response>>;
using PartsPtr = std::shared_ptr<const OverviewRouteParts>; ///< shared by the handler's copies

namespace {

constexpr char kSchema[] = R"({"type":"object","additionalProperties":false,
"required":["version","mode","uptime_seconds","status","checks","users","sessions","now","attention","traffic"],"properties":{
"version":{"type":"string"},"mode":{"type":"string","enum":["development","production"]},"uptime_seconds":{"type":"integer"},
"status":{"type":"string","enum":["healthy","degraded","unhealthy"]},
"checks":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","status","latency_ms","detail"],
"properties":{"name":{"type":"string"},"status":{"type":"string","enum":["healthy","degraded","unhealthy"]},
"latency_ms":{"type":"number"},"detail":{"type":"string"}}}},
"users":{"type":["integer","null"],"description":"Null while the database is away; so are sessions."},
"sessions":{"type":["integer","null"],"description":"That are alive."},
"now":{"type":"object","additionalProperties":false,
"required":["requests_per_second","refusals_per_second","error_rate","p50_ms","p95_ms","p99_ms","in_flight","connections"],
"description":"Over the last step of ten seconds.","properties":{"requests_per_second":{"type":"number"},
"refusals_per_second":{"type":"number"},"error_rate":{"type":"number","description":"Share of answers with a status of 500 or more."},
"p50_ms":{"type":"number"},"p95_ms":{"type":"number"},"p99_ms":{"type":"number"},"in_flight":{"type":"integer"},
"connections":{"type":"integer"}}},
"attention":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["id","severity","title","remedy"],"properties":{"id":{"type":"string"},
"severity":{"type":"string","enum":["warning","critical"]},"title":{"type":"string"},"remedy":{"type":"string"}}}},
"traffic":{"type":"object","additionalProperties":false,"required":["range","samples"],"properties":{
"range":{"type":"string","enum":["hour","day"]},"samples":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["until","seconds","requests","refusals","client_errors","server_errors","p50_ms","p95_ms","p99_ms"],"properties":{
"until":{"type":"string","format":"date-time"},"seconds":{"type":"number"},"requests":{"type":"integer"},
"refusals":{"type":"integer"},"client_errors":{"type":"integer"},"server_errors":{"type":"integer"},"p50_ms":{"type":"number"},
"p95_ms":{"type":"number"},"p99_ms":{"type":"number"}}}}}}}})";

struct Counts {
    qint64 users = 0;
    qint64 sessions = 0;
};

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

double seconds(std::chrono::milliseconds span)
{
    return double(span.count()) / 1000;
}

QJsonObject describe(const telemetry::TrafficSample &sample)
{
    return {{u"until"_s, text(toRfc3339(sample.until))},
            {u"seconds"_s, seconds(sample.span)},
            {u"requests"_s, qint64(sample.requests)},
            {u"refusals"_s, qint64(sample.refusals)},
            {u"client_errors"_s, qint64(sample.clientErrors)},
            {u"server_errors"_s, qint64(sample.serverErrors)},
            {u"p50_ms"_s, sample.p50},
            {u"p95_ms"_s, sample.p95},
            {u"p99_ms"_s, sample.p99}};
}

QJsonArray describeChecks(const health::HealthReport &report)
{
    QJsonArray checks;
    for (const health::HealthReport::Entry &entry : report.entries)
        checks.append(QJsonObject{{u"name"_s, text(entry.name)},
                                  {u"status"_s, text(toText(entry.result.status))},
                                  {u"latency_ms"_s, double(entry.latency.count()) / 1000},
                                  {u"detail"_s, entry.result.detail}});
    return checks;
}

QJsonArray describeAttention(const std::vector<Attention> &matters)
{
    QJsonArray items;
    for (const Attention &matter : matters)
        items.append(QJsonObject{{u"id"_s, text(matter.id)},
                                 {u"severity"_s, matter.critical ? u"critical"_s : u"warning"_s},
                                 {u"title"_s, matter.title},
                                 {u"remedy"_s, matter.remedy}});
    return items;
}

Answer showOverview(PartsPtr parts, RequestPtr request)
{
    const QByteArray range = request->queryValue("range");
    if (!range.isNull() && range != "hour" && range != "day")
        co_return std::unexpected(
            Error{ErrorKind::Invalid, u"the query breaks a rule"_s, {{u"range"_s, u"must be hour or day"_s}}, {}});
    QCoro::Task<health::HealthReportPtr> reporting = parts->health.report();
    const health::HealthReportPtr report = co_await reporting;
    auto count = [parts](QSqlDatabase &database) -> Result<Counts> {
        const Result<qint64> users = auth::user_store::count(database);
        const Result<qint64> sessions = users ? parts->users.countSessions(database) : std::unexpected(users.error());
        return sessions ? Result<Counts>(Counts{*users, *sessions}) : std::unexpected(sessions.error());
    };
    // Without its database a server has to be looked at more than ever.
    const Result<Counts> counts = co_await parts->database.run(std::move(count));
    const std::vector<telemetry::TrafficSample> hour = parts->history.lastHour();
    QJsonArray samples;
    for (const telemetry::TrafficSample &sample : range == "day" ? parts->history.lastDay() : hour)
        samples.append(describe(sample));
    const telemetry::TrafficSample last = hour.empty() ? telemetry::TrafficSample() : hour.back();
    co_return Response::json(
        200,
        {{u"version"_s, text(parts->process.version())},
         {u"mode"_s, parts->production ? u"production"_s : u"development"_s},
         {u"uptime_seconds"_s, qint64(parts->process.uptime().count())},
         {u"status"_s, text(toText(report->status))},
         {u"checks"_s, describeChecks(*report)},
         {u"users"_s, counts ? QJsonValue(counts->users) : QJsonValue(QJsonValue::Null)},
         {u"sessions"_s, counts ? QJsonValue(counts->sessions) : QJsonValue(QJsonValue::Null)},
         {u"now"_s, describeTraffic(last, parts->metrics())},
         {u"attention"_s, describeAttention(parts->attention())},
         {u"traffic"_s, QJsonObject{{u"range"_s, range == "day" ? u"day"_s : u"hour"_s}, {u"samples"_s, samples}}}});
}

} // namespace

QJsonObject describeTraffic(const telemetry::TrafficSample &last, const telemetry::MetricsSnapshot &metrics)
{
    const double span = seconds(last.span);
    const auto rate = [span](quint64 count) { return span > 0 ? double(count) / span : 0.0; };
    return {{u"requests_per_second"_s, rate(last.requests)},
            {u"refusals_per_second"_s, rate(last.refusals)},
            {u"error_rate"_s, last.requests == 0 ? 0.0 : double(last.serverErrors) / double(last.requests)},
            {u"p50_ms"_s, last.p50},
            {u"p95_ms"_s, last.p95},
            {u"p99_ms"_s, last.p99},
            {u"in_flight"_s, qint64(metrics.inFlight)},
            {u"connections"_s, qint64(metrics.openConnections)}};
}

QJsonObject describeHealth(const health::HealthReport &report)
{
    return {{u"status"_s, text(toText(report.status))}, {u"checks"_s, describeChecks(report)}};
}

void declareOverviewRoutes(http::RouteTable &routes, const OverviewRouteParts &given)
{
    const http::RouteGroup group("operations", std::make_shared<const OverviewRouteParts>(given), http::Access::Operator,
                                 http::Access::Admin);
    http::Route overview =
        group.route(http::Method::Get, "/api/v1/admin/overview", "showOverview", "Show how the server is doing", showOverview);
    overview.parameters = {
        {"range", "Traffic of the last hour, or of the last day", R"({"type":"string","enum":["hour","day"],"default":"hour"})"}};
    overview.responses = {{.status = 200, .description = "All at once", .schema = kSchema, .name = "Overview"}};
    routes.add(std::move(overview));
}

} // namespace gatehouse::administration
