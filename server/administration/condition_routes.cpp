#include "administration/condition_routes.h"

#include "http/route_group.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::administration {

using http::RequestPtr;
using http::Response;
using Answer = QCoro::Task<Result<Response>>;
using PartsPtr = std::shared_ptr<const ConditionRouteParts>; ///< shared by the routes
using Verdict = PostureFinding::Verdict;

namespace {

constexpr char kHealth[] = R"({"type":"object","additionalProperties":false,
"required":["status","version","uptime_seconds","draining","items","next"],"properties":{
"status":{"type":"string","enum":["healthy","degraded","unhealthy"]},"version":{"type":"string"},
"uptime_seconds":{"type":"integer"},"draining":{"type":"boolean","description":"The server has been told to stop."},
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["name","status","latency_ms","detail","without","since","last_failure"],"properties":{"name":{"type":"string"},
"status":{"type":"string","enum":["healthy","degraded","unhealthy"]},"latency_ms":{"type":"number"},"detail":{"type":"string"},
"without":{"type":"string","description":"What does not work while it is away."},
"since":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}],"description":"When it came to be so; null: since the start."},
"last_failure":{"type":["object","null"],"additionalProperties":false,"required":["at","detail"],"properties":{
"at":{"type":"string","format":"date-time"},"detail":{"type":"string"}}}}}},"next":{"type":"null"}}})";
constexpr char kPosture[] = R"({"type":"object","additionalProperties":false,"required":["verdict","items","next"],"properties":{
"verdict":{"type":"string","enum":["good","weak","bad"],"description":"The worst of all."},
"items":{"type":"array","description":"The worst first.","items":{"type":"object","additionalProperties":false,
"required":["id","verdict","title","evidence","remedy"],"properties":{"id":{"type":"string"},
"verdict":{"type":"string","enum":["good","weak","bad"]},"title":{"type":"string"},"evidence":{"type":"string"},
"remedy":{"type":["string","null"],"description":"Null where all is well."}}}},"next":{"type":"null"}}})";
constexpr char kPostureExample[] = R"({"verdict":"weak","items":[{"id":"secrets.signing_keys","verdict":"weak",
"title":"The signing keys are encrypted where they are kept","evidence":"They are readable by the server's user.",
"remedy":"Start the server with a SECRETS_PASSPHRASE."}],"next":null})";

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonValue describe(const std::optional<health::HealthLedger::Failure> &failure)
{
    if (!failure)
        return QJsonValue::Null;
    return QJsonObject{{u"at"_s, text(toRfc3339(failure->at))}, {u"detail"_s, failure->detail}};
}

Answer showHealth(PartsPtr parts, RequestPtr /*request*/)
{
    QCoro::Task<health::HealthReportPtr> reporting = parts->health.report();
    const health::HealthReportPtr report = co_await reporting;
    QJsonArray items;
    for (const health::HealthReport::Entry &entry : report->entries) {
        const health::HealthLedger::Account account = parts->ledger.of(entry.name);
        items.append(
            QJsonObject{{u"name"_s, text(entry.name)},
                        {u"status"_s, text(toText(entry.result.status))},
                        {u"latency_ms"_s, double(entry.latency.count()) / 1000},
                        {u"detail"_s, entry.result.detail},
                        {u"without"_s, parts->consequence(entry.name)},
                        {u"since"_s, account.since ? QJsonValue(text(toRfc3339(*account.since))) : QJsonValue(QJsonValue::Null)},
                        {u"last_failure"_s, describe(account.lastFailure)}});
    }
    co_return Response::json(200,
                             {{u"status"_s, text(toText(report->status))},
                              {u"version"_s, text(parts->process.version())},
                              {u"uptime_seconds"_s, qint64(parts->process.uptime().count())},
                              {u"draining"_s, parts->health.isDraining()},
                              {u"items"_s, items},
                              {u"next"_s, QJsonValue::Null}});
}

QString toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good: return u"good"_s;
    case Verdict::Weak: return u"weak"_s;
    case Verdict::Bad: return u"bad"_s;
    }
    Q_UNREACHABLE();
}

Answer showPosture(PartsPtr parts, RequestPtr /*request*/)
{
    std::vector<PostureFinding> findings = parts->posture();
    std::ranges::stable_sort(findings, std::ranges::greater(), &PostureFinding::verdict);
    QJsonArray items;
    for (const PostureFinding &finding : findings)
        items.append(QJsonObject{
            {u"id"_s, text(finding.id)},
            {u"verdict"_s, toText(finding.verdict)},
            {u"title"_s, finding.title},
            {u"evidence"_s, finding.evidence},
            {u"remedy"_s, finding.verdict == Verdict::Good ? QJsonValue(QJsonValue::Null) : QJsonValue(finding.remedy)}});
    const Verdict worst = findings.empty() ? Verdict::Good : findings.front().verdict;
    co_return Response::json(200, {{u"verdict"_s, toText(worst)}, {u"items"_s, items}, {u"next"_s, QJsonValue::Null}});
}

} // namespace

void declareConditionRoutes(http::RouteTable &routes, const ConditionRouteParts &given)
{
    const auto parts = std::make_shared<const ConditionRouteParts>(given);
    const http::RouteGroup<PartsPtr> group("operations", parts, http::Access::Operator, http::Access::Admin);
    http::Route health =
        group.route(http::Method::Get, "/api/v1/admin/health", "showHealth", "Show what the server needs", showHealth);
    health.description = "Each dependency as it is, when it last was not well, and what goes without it.";
    health.responses = {{.status = 200, .description = "All of it, well or not", .schema = kHealth, .name = "DependencyPage"}};
    routes.add(std::move(health));

    http::Route posture =
        group.route(http::Method::Get, "/api/v1/admin/posture", "showPosture", "Show how hard the deployment is", showPosture);
    posture.description = "Each hardening check with what was found and what to do about it.";
    posture.responses = {
        {.status = 200, .description = "All of them", .schema = kPosture, .name = "PosturePage", .example = kPostureExample}};
    routes.add(std::move(posture));
}

} // namespace gatehouse::administration
