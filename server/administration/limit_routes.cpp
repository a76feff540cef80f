#include "administration/limit_routes.h"

#include "audit/request_entry.h"
#include "http/route_group.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::administration {

using http::Access;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;
using Answer = QCoro::Task<Result<Response>>;
using PartsPtr = std::shared_ptr<const LimitRouteParts>; ///< shared by the routes

const char kNewPolicy[] =
    R"({"type":"object","additionalProperties":false,"required":["quota","window_seconds"],"properties":{
"quota":{"type":"integer","minimum":1,"maximum":1000000000},
"window_seconds":{"type":"number","minimum":1,"maximum":86400},
"burst":{"type":"integer","minimum":0,"maximum":1000000000,"description":"0, or left out: as many as the quota."},
"shadow":{"type":"boolean"},"outage":{"type":"string","enum":["local","refuse","allow"]}}})";
const char kNewPolicyExample[] = R"({"quota":120,"window_seconds":60,"burst":30,"shadow":false,"outage":"local"})";

namespace {

constexpr char kPolicy[] =
    R"({"type":"object","additionalProperties":false,"required":["name","scope","quota","window_seconds","burst","shadow","outage",
"allowed","refused","shadowed"],"properties":{"name":{"type":"string"},"scope":{"type":"string","enum":["address","account"]},
"quota":{"type":"integer"},"window_seconds":{"type":"number"},"burst":{"type":"integer"},"shadow":{"type":"boolean"},
"outage":{"type":"string","enum":["local","refuse","allow"]},"allowed":{"type":"integer","description":"Decisions since the start of this instance."},
"refused":{"type":"integer"},"shadowed":{"type":"integer","description":"Would have been refused, but for shadow mode."}}})";
constexpr char kUsages[] = R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["key","policy","caller","scope","burst","remaining","refused","seconds_since_seen","resets_in_seconds"],"properties":{
"key":{"type":"string","description":"For `DELETE …/limits/keys/{key}`."},"policy":{"type":"string"},"caller":{"type":"string"},
"scope":{"type":"string"},"burst":{"type":"integer"},"remaining":{"type":"integer"},"refused":{"type":"integer"},
"seconds_since_seen":{"type":"number"},"resets_in_seconds":{"type":"number"}}}},"next":{"type":"null"}}})";
constexpr std::array<QByteArrayView, 4> kSettablePolicies{"general", "account", "sign_in", "probe"};

QByteArray policiesSchema()
{
    return QByteArray(
               R"({"type":"object","additionalProperties":false,"required":["enabled","exempt","items","next"],"properties":{
"enabled":{"type":"boolean"},"exempt":{"type":"string","description":"Addresses and ranges that are never limited."},
"items":{"type":"array","items":)")
        + kPolicy + R"(},"next":{"type":"null"}}})";
}

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

QString toText(limits::Scope scope)
{
    return scope == limits::Scope::Account ? u"account"_s : u"address"_s;
}

QString toText(Outage outage)
{
    switch (outage) {
    case Outage::Local: return u"local"_s;
    case Outage::Refuse: return u"refuse"_s;
    case Outage::Allow: return u"allow"_s;
    }
    Q_UNREACHABLE();
}

double seconds(std::chrono::microseconds time)
{
    return double(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()) / 1000;
}

QJsonObject describe(const limits::Policy &policy, const telemetry::MetricsSnapshot &metrics)
{
    const auto counted = std::ranges::find(metrics.limits, policy.name, [](const auto &entry) { return entry.first; });
    const auto count = [&](telemetry::LimitOutcome outcome) {
        return counted == metrics.limits.end() ? 0 : qint64(counted->second[static_cast<std::size_t>(outcome)]);
    };
    return {{u"name"_s, text(policy.name)},
            {u"scope"_s, toText(policy.scope)},
            {u"quota"_s, qint64(policy.quota)},
            {u"window_seconds"_s, seconds(policy.window)},
            {u"burst"_s, qint64(policy.burst)},
            {u"shadow"_s, policy.shadow},
            {u"outage"_s, toText(policy.outage)},
            {u"allowed"_s, count(telemetry::LimitOutcome::Allowed)},
            {u"refused"_s, count(telemetry::LimitOutcome::Refused)},
            {u"shadowed"_s, count(telemetry::LimitOutcome::Shadowed)}};
}

Answer listPolicies(PartsPtr parts, RequestPtr /*request*/)
{
    const std::shared_ptr<const limits::PolicySet> policies = parts->policies.get();
    const telemetry::MetricsSnapshot metrics = parts->metrics();
    QJsonArray items;
    for (const limits::Policy *policy : policies->policies())
        items.append(describe(*policy, metrics));
    const QByteArray exempt = parts->settings.settings.current()->texts.value("limits.exempt");
    co_return Response::json(
        200,
        {{u"enabled"_s, policies->isEnabled()}, {u"exempt"_s, text(exempt)}, {u"items"_s, items}, {u"next"_s, QJsonValue::Null}});
}

/// The settings that make a policy what the body says; what it leaves out goes back to what is configured.
RuntimeSettings::Wanted wantedOf(const QByteArray &policy, const QJsonObject &body)
{
    const QByteArray prefix = "limits." + policy + '.';
    RuntimeSettings::Wanted wanted;
    wanted.insert(prefix + "quota", QByteArray::number(body.value(u"quota").toInteger()));
    const auto window = qint64(body.value(u"window_seconds").toDouble() * 1000);
    wanted.insert(prefix + "window", QByteArray::number(window) + "ms");
    const auto optional = [&](const char *name, const QByteArray &value) {
        wanted.insert(prefix + name, body.contains(QLatin1StringView(name)) ? std::optional(value) : std::nullopt);
    };
    optional("burst", QByteArray::number(body.value(u"burst").toInteger()));
    optional("shadow", body.value(u"shadow").toBool() ? "true" : "false");
    optional("outage", body.value(u"outage").toString().toUtf8());
    return wanted;
}

Answer replacePolicy(PartsPtr parts, RequestPtr request)
{
    const QByteArray name = request->parameters.value(0);
    if (std::ranges::find(kSettablePolicies, QByteArrayView(name)) == kSettablePolicies.end())
        co_return failure(ErrorKind::NotFound, u"no such policy"_s);
    QCoro::Task<Result<std::vector<SettingChange>>> changing =
        overrideSettings(parts->settings, wantedOf(name, request->json), request, audit::Action::LimitUpdate);
    const Result<std::vector<SettingChange>> changes = co_await changing;
    if (!changes)
        co_return std::unexpected(changes.error());
    const std::shared_ptr<const limits::PolicySet> policies = parts->policies.get();
    const auto all = policies->policies();
    const auto policy = std::ranges::find(all, name, [](const limits::Policy *known) { return known->name; });
    co_return Response::json(200, describe(**policy, parts->metrics()));
}

Answer listUsage(PartsPtr parts, RequestPtr /*request*/)
{
    const QJsonArray items = describeUsage(parts->usage, parts->settings.clock.steadyNow());
    co_return Response::json(200, {{u"items"_s, items}, {u"next"_s, QJsonValue::Null}});
}

Answer resetCaller(PartsPtr parts, RequestPtr request)
{
    const std::optional<limits::LimitedCaller> caller = limits::LimitedCaller::parse(request->parameters.value(0));
    if (!caller)
        co_return failure(ErrorKind::NotFound, u"no such caller: address:… or account:…"_s);
    audit::Entry entry = audit::entryOf(*request, audit::Action::LimitReset);
    entry.target = caller->name();
    QCoro::Task<Result<quint64>> recording = parts->settings.log.append(std::move(entry));
    const Result<quint64> recorded = co_await recording;
    if (!recorded)
        co_return std::unexpected(recorded.error());
    const std::shared_ptr<const limits::PolicySet> policies = parts->policies.get();
    bool known = false;
    for (const limits::LimitedCaller::Key &key : caller->keysIn(*policies))
        known = parts->limiter.reset(*key.policy, key.key) || known;
    if (parts->resetShared) {
        OneShot<bool> resetting = parts->resetShared(policies, *caller);
        const bool knownThere = co_await resetting;
        known = known || knownThere;
    }
    parts->usage.forget(caller->scope(), caller->name());
    if (!known)
        co_return failure(ErrorKind::NotFound, u"nothing is counted of this caller"_s);
    co_return Response::empty(204);
}

} // namespace

QJsonArray describeUsage(const limits::UsageBoard &board, SteadyTime now)
{
    QJsonArray items;
    for (const limits::Usage &usage : board.usages(now)) {
        const QString caller = text(usage.caller);
        QString key = toText(usage.scope) + u':' + caller;
        if (const qsizetype slash = key.indexOf(u'/'); slash > 0) // which no part of a path may hold
            key.truncate(slash);
        items.append(QJsonObject{{u"key"_s, key},
                                 {u"policy"_s, text(usage.policy)},
                                 {u"caller"_s, caller},
                                 {u"scope"_s, toText(usage.scope)},
                                 {u"burst"_s, qint64(usage.burst)},
                                 {u"remaining"_s, qint64(usage.remaining)},
                                 {u"refused"_s, qint64(usage.refused)},
                                 {u"seconds_since_seen"_s, seconds(now - usage.seen)},
                                 {u"resets_in_seconds"_s, seconds(usage.resets - now)}});
    }
    return items;
}

void declareLimitRoutes(http::RouteTable &routes, const LimitRouteParts &given)
{
    const auto parts = std::make_shared<const LimitRouteParts>(given);
    const http::RouteGroup<PartsPtr> group("limits", parts, Access::Operator, Access::Admin);
    routes.addTag(
        {"limits", "Rate limits", "The policies, who is near or over them, and what an administrator can do about it."});
    Route list = group.route(Method::Get, "/api/v1/admin/limits", "listLimits", "List the policies", listPolicies);
    list.responses = {{.status = 200, .description = "All of them", .schema = policiesSchema(), .name = "PolicyPage"}};
    routes.add(std::move(list));

    Route replace = group.route(Method::Put, "/api/v1/admin/limits/{policy}", "replaceLimit", "Change a policy", replacePolicy);
    replace.description =
        "Holds from the next request on, for all instances and across restarts. `sign_in` is for addresses and for accounts.";
    replace.body = {"NewPolicy", kNewPolicy, kNewPolicyExample};
    replace.responses = {{.status = 200, .description = "The policy as changed", .schema = kPolicy, .name = "Policy"},
                         {.status = 404, .description = "No such policy"}};
    routes.add(std::move(replace));

    Route usage =
        group.route(Method::Get, "/api/v1/admin/limits/usage", "listLimitUsage", "List who is near or over a limit", listUsage);
    usage.description = "As this instance has seen it; at most 512 callers, those with the most refusals first.";
    usage.responses = {{.status = 200, .description = "All of them", .schema = kUsages, .name = "LimitUsagePage"}};
    routes.add(std::move(usage));

    Route reset = group.route(Method::Delete, "/api/v1/admin/limits/keys/{key}", "resetLimit",
                              "Give a caller back what was counted", resetCaller);
    reset.parameters = {{"key", "`address:198.51.100.7`, `address:2001:db8::` for its /64, or `account:ops`; percent-encoded"}};
    reset.responses = {{.status = 204, .description = "Reset"},
                       {.status = 404, .description = "Nothing is counted of this caller"}};
    routes.add(std::move(reset));
}

} // namespace gatehouse::administration
