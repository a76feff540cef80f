#include "administration/condition_routes.h"
#include "administration/limit_preview.h"
#include "administration/limit_routes.h"
#include "administration/overview_routes.h"
#include "administration/secret_routes.h"
#include "administration/settings_routes.h"
#include "assembly/part_settings.h"
#include "assembly/secret_changes.h"
#include "assembly/server_parts.h"
#include "assembly/start_rules.h"
#include "audit/audit_key_routes.h"
#include "audit/audit_routes.h"
#include "auth/auth_routes.h"
#include "documentation/documentation_routes.h"
#include "health/probe_routes.h"
#include "pages/page_routes.h"
#include "stream/stream_routes.h"
#include "webhooks/webhook_routes.h"

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kSecretLookInterval{1};

/// What does not work while something that is looked at is away.
QString consequenceWithout(const QByteArray &name)
{
    if (name == "database")
        return u"Nobody signs in, and no secret is handed out. Tokens that were given out go on being verified."_s;
    if (name == AuditTrail::kCheckName)
        return u"No administrative act is done, as none can be recorded. People go on signing in."_s;
    if (name == "redis")
        return u"Instances do not count together: each policy's outage setting says what holds meanwhile."_s;
    if (name == "webhook")
        return u"What happens is not told elsewhere; it is kept, and told later."_s;
    return {};
}

} // namespace

void ServerParts::declareRoutes(std::function<quint64()> droppedLogLines)
{
    watchHealth();
    auth::declareAuthRoutes(routes, *accounts, cookieSettings(settings));
    auth::declareUserRoutes(routes, {*database, *hasher, audit->securityEvents(), *userAdministration});
    audit::declareAuditRoutes(routes, {*database, audit->log()});
    audit::declareAuditKeyRoutes(routes, auditKeyRotation->routeParts());
    webhooks::declareWebhookRoutes(routes, {*database, audit->log(), [this] { return webhook->status(); }});
    if (oneTimeSecrets) {
        oneTimeSecrets->declareRoutes(routes, pages::secretPage(pages));
        pages::declarePageRoutes(routes, pages);
    }
    declareAdministration();
    stream::declareStreamRoutes(routes, {hub, clock, [this] { return stillAllowed(*revocations); }});
    health::declareProbeRoutes(
        routes, {*health, process, [this] { return snapshot(); }, live.metricsAccess(), std::move(droppedLogLines)});
    documentation::declareDocumentationRoutes(routes, {QStringLiteral(GATEHOUSE_VERSION), cookieSettings(settings).accessName()},
                                              documentation::PageFiles::fromFolder(u":/gatehouse/web"_s));
    countTraffic();
}

void ServerParts::declareAdministration()
{
    administration::declareSettingsRoutes(routes, {*database, runtimeSettings, audit->log(), clock});
    declareLimitRoutes();
    declareConditionRoutes();
    declareSecretRoutes();
    administration::declareOverviewRoutes(routes,
                                          {*database, *userAdministration, *health, process, history,
                                           [this] { return snapshot(); }, [this] { return matters(); },
                                           settings.app.mode == config::Mode::Production});
}

void ServerParts::declareLimitRoutes()
{
    administration::LimitRouteParts parts{
        {*database, runtimeSettings, audit->log(), clock}, live.policies(), *limiter, usage, [this] { return snapshot(); }, {}};
    if (limitsRedis) {
        parts.resetShared = [this](std::shared_ptr<const limits::PolicySet> policies, limits::LimitedCaller caller) {
            return limitsRedis->reset(std::move(policies), std::move(caller));
        };
    }
    administration::declareLimitRoutes(routes, parts);
    arrivals = std::make_unique<limits::ArrivalHistory>(policyNames(), shards(), clock.steadyNow());
    administration::declareLimitPreview(routes, {*arrivals, live.policies(), clock});
}

void ServerParts::declareConditionRoutes()
{
    administration::declareConditionRoutes(routes,
                                           {*health, healthLedger, process,
                                            [](const QByteArray &name) { return consequenceWithout(name); },
                                            [this] { return posture(); }});
}

void ServerParts::declareSecretRoutes()
{
    administration::declareSecretRoutes(
        routes,
        {.keeper = keeper,
         .settings = runtimeSettings,
         .log = audit->log(),
         .clock = clock,
         .keys = keys->keys(),
         .fingerprint = [this](const QByteArray &name, const SecretBytes &value) { return fingerprints->of(name, value); },
         .judge = [this](secrets::SecretChain &chain, const QByteArray &name,
                         const SecretBytes &value) { return refusedAtStart(settings, chain, name, value); },
         .adopt = [this](secrets::SecretChain &chain, const QByteArray &name) { return adoptSecret(*keys, live, chain, name); },
         .rotate = [this](secrets::KeyRing::Rotation rotation) { return keys->rotate(rotation); },
         .looked = [this](const std::vector<secrets::SecretState> &states) { attention->setSecrets(states); }});
    QObject::connect(&secretLooks, &QTimer::timeout, &secretLooks, [this] { lookAtSecrets(); });
    secretLooks.start(kSecretLookInterval);
    lookAtSecrets();
}

/// So that what is due is told of though nobody opens the page.
void ServerParts::lookAtSecrets()
{
    auto look = [board = attention](secrets::SecretChain &chain) -> Result<void> {
        board->setSecrets(secrets::inventoryOf(chain));
        return {};
    };
    (void)keeper.ask(std::move(look));
}

/// Once every route is declared: they are the labels.
void ServerParts::countTraffic()
{
    telemetry::MetricsLayout layout;
    for (const auto &route : routes.all()) {
        QByteArray methods = http::listOf(route->methods);
        methods.replace(", OPTIONS", "").replace(", ", ",");
        layout.routes.push_back({methods, route->path});
    }
    for (const QByteArray &policy : policyNames())
        layout.policies.append(policy);
    layout.dropReasons = {"too_many", "too_many_from_address", "silent", "unread_answer", "tls_handshake"};
    metrics = std::make_unique<telemetry::Metrics>(std::move(layout), shards());
    QObject::connect(&historySteps, &QTimer::timeout, &historySteps, [this] { history.add(metrics->snapshot(), clock.now()); });
    historySteps.start(telemetry::TrafficHistory::kShortStep);
    feeds =
        std::make_unique<StreamFeeds>(StreamFeeds::Sources{hub, *database, *health, usage, [this] { return snapshot(); }, clock});
}

std::vector<QByteArray> ServerParts::policyNames() const
{
    std::vector<QByteArray> names;
    for (const limits::Policy *policy : live.policies().get()->policies())
        names.push_back(policy->name);
    return names;
}

} // namespace gatehouse::assembly
