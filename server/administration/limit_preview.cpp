#include "administration/limit_preview.h"

#include "administration/limit_routes.h"
#include "http/route_group.h"

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <QPromise>
#include <QThreadPool>

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace gatehouse::administration {

using http::RequestPtr;
using http::Response;
using Answer = QCoro::Task<Result<Response>>;

namespace {

constexpr char kRefusals[] =
    R"({"type":"object","additionalProperties":false,"required":["evenly","in_bursts"],"properties":{
"evenly":@one,"in_bursts":@one}})";
constexpr char kRefused[] = R"({"type":"object","additionalProperties":false,"required":["refused","callers"],"properties":{
"refused":{"type":"integer"},"callers":{"type":"integer"}}})";
constexpr char kPreview[] = R"({"type":"object","additionalProperties":false,
"required":["items","next","covered_seconds","slot_seconds","not_counted"],"properties":{"items":{"type":"array","items":{
"type":"object","additionalProperties":false,"required":["policy","requests","callers","now","then"],"properties":{
"policy":{"type":"string"},"requests":{"type":"integer","description":"That arrived, refused or not."},
"callers":{"type":"integer"},"now":@refusals,"then":@refusals}}},"next":{"type":"null"},
"covered_seconds":{"type":"integer","description":"How far back arrivals are remembered; an hour at most."},
"slot_seconds":{"type":"integer","description":"Within which it is not known when requests came."},
"not_counted":{"type":"integer","description":"Requests of callers that there was no room for."}}})";
constexpr char kPreviewExample[] = R"({"items":[{"policy":"general","requests":5230,"callers":41,
"now":{"evenly":{"refused":0,"callers":0},"in_bursts":{"refused":0,"callers":0}},
"then":{"evenly":{"refused":310,"callers":2},"in_bursts":{"refused":355,"callers":3}}}],"next":null,
"covered_seconds":3600,"slot_seconds":10,"not_counted":0})";

QByteArray previewSchema()
{
    const QByteArray refusals = QByteArray(kRefusals).replace(QByteArrayLiteral("@one"), QByteArray(kRefused));
    return QByteArray(kPreview).replace(QByteArrayLiteral("@refusals"), refusals);
}

QJsonObject describe(const limits::LimitForecast::Refusals &refusals)
{
    return {{u"refused"_s, qint64(refusals.requests)}, {u"callers"_s, qint64(refusals.callers)}};
}

QJsonObject describe(const limits::LimitForecast &forecast)
{
    return {{u"evenly"_s, describe(forecast.evenly)}, {u"in_bursts"_s, describe(forecast.inBursts)}};
}

limits::Policy changed(limits::Policy policy, const QJsonObject &body)
{
    policy.quota = quint32(body.value(u"quota").toInteger());
    policy.window = std::chrono::milliseconds(qint64(body.value(u"window_seconds").toDouble() * 1000));
    const auto burst = quint32(body.value(u"burst").toInteger());
    policy.burst = burst == 0 ? policy.quota : burst;
    return policy;
}

/// The policies that the setting of that name is for.
std::vector<limits::Policy> policiesOf(const limits::PolicySet &all, const QByteArray &name)
{
    std::vector<limits::Policy> found;
    for (const limits::Policy *policy : all.policies()) {
        if (policy->name == name || (name == "sign_in" && policy->name == "sign_in_account"))
            found.push_back(*policy);
    }
    return found;
}

QJsonObject preview(const LimitPreviewParts &parts, const std::vector<limits::Policy> &policies, const QJsonObject &body)
{
    QJsonArray items;
    std::chrono::seconds covered{};
    quint64 missed = 0;
    for (const limits::Policy &policy : policies) {
        const limits::ArrivalHistory::Recall recall = parts.arrivals.recall(policy.name, parts.clock.steadyNow());
        const limits::LimitForecast now = limits::forecast(recall, policy);
        items.append(QJsonObject{{u"policy"_s, QString::fromUtf8(policy.name)},
                                 {u"requests"_s, qint64(now.requests)},
                                 {u"callers"_s, qint64(now.callers)},
                                 {u"now"_s, describe(now)},
                                 {u"then"_s, describe(limits::forecast(recall, changed(policy, body)))}});
        covered = recall.covered;
        missed = recall.missed;
    }
    return {{u"items"_s, items},
            {u"next"_s, QJsonValue::Null},
            {u"covered_seconds"_s, qint64(covered.count())},
            {u"slot_seconds"_s, qint64(limits::ArrivalShard::kSlot.count())},
            {u"not_counted"_s, qint64(missed)}};
}

Answer previewLimit(LimitPreviewParts parts, RequestPtr request)
{
    std::vector<limits::Policy> policies = policiesOf(*parts.policies.get(), request->parameters.value(0));
    if (policies.empty() || request->parameters.value(0) == "sign_in_account") // which is changed as sign_in
        co_return failure(ErrorKind::NotFound, u"no such policy"_s);
    // Not in the worker's thread, which has requests to decide.
    auto promise = std::make_shared<QPromise<QJsonObject>>(); // shared, as std::function copies
    QFuture<QJsonObject> working = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, parts, policies = std::move(policies), body = request->json] {
        promise->addResult(preview(parts, policies, body));
        promise->finish();
    });
    const QJsonObject answer = co_await working;
    co_return Response::json(200, answer);
}

} // namespace

void declareLimitPreview(http::RouteTable &routes, const LimitPreviewParts &parts)
{
    const http::RouteGroup group("limits", parts, http::Access::Operator, http::Access::Operator);
    http::Route route = group.route(http::Method::Post, "/api/v1/admin/limits/preview/{policy}", "previewLimit",
                                    "Show what a policy would have refused", previewLimit);
    route.description =
        "Of what this instance saw in the last hour. When requests came within a slot is not known: `evenly` is the "
        "least that any timing comes to, `in_bursts` is as if each slot's had come at once. Changes nothing.";
    route.changesNothing = true;
    route.body = {"NewPolicy", kNewPolicy, kNewPolicyExample};
    route.parameters = {{"policy", "As in the list; `sign_in` is for addresses and for accounts"}};
    route.responses = {{.status = 200,
                        .description = "What it would have refused, and what the policy as it is would have",
                        .schema = previewSchema(),
                        .name = "LimitPreview",
                        .example = kPreviewExample},
                       {.status = 404, .description = "No such policy"}};
    routes.add(std::move(route));
}

} // namespace gatehouse::administration
