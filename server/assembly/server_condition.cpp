#include "administration/secret_routes.h"
#include "assembly/posture_board.h"
#include "assembly/server_parts.h"
#include "core/clock_difference.h"
#include "storage/server_facts.h"

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

void ServerParts::watchHealth()
{
    std::vector<health::HealthCheck> checks{
        {.name = "database", .run = [this] { return checkDatabase(); }},
        {.name = AuditTrail::kCheckName.toByteArray(), .run = [this] { return audit->check(); }}};
    if (limitsRedis) // which the server can do without: each policy says how
        checks.push_back({.name = "redis", .critical = false, .run = [this] { return limitsRedis->check(); }});
    if (oneTimeSecrets && oneTimeSecrets->redis() != nullptr) // everything else goes on without it
        checks.push_back(
            {.name = "one_time_secrets", .critical = false, .run = [this] { return oneTimeSecrets->redis()->check(); }});
    checks.push_back({.name = "webhook", .critical = false, .run = [this] { return webhook->check(); }});
    health = std::make_unique<health::HealthRegistry>(std::move(checks), clock, std::chrono::seconds(1),
                                                      [this](const QByteArray &name, const health::CheckResult &result) {
                                                          healthLedger.note(name, result, clock.now());
                                                          audit->recordHealth(name, result);
                                                      });
}

health::CheckResult ServerParts::checkDatabase() const
{
    const Result<storage::ServerFacts> facts = database->runBlocking([](QSqlDatabase &sql) { return storage::serverFacts(sql); });
    if (!facts)
        return {health::Status::Unhealthy, facts.error().detail};
    const bool well = !facts->replica && facts->durable && !isWrongBy(facts->clockDifference);
    return {well ? health::Status::Healthy : health::Status::Degraded, storage::describe(*facts)};
}

telemetry::MetricsSnapshot ServerParts::snapshot() const
{
    telemetry::MetricsSnapshot snapshot = metrics->snapshot();
    const storage::DatabaseCounts counts = database->counts();
    snapshot.database = {.engine = database->dialect() == storage::Dialect::Sqlite ? "sqlite" : "postgresql",
                         .calls = counts.calls,
                         .failures = counts.failures + counts.engine.refused,
                         .seconds = double(counts.duration.count()) / 1e6,
                         .connections = counts.engine.connections,
                         .busy = counts.engine.busy,
                         .waiting = counts.engine.waiting,
                         .lost = counts.engine.broken};
    if (limitsRedis)
        limitsRedis->addTo(snapshot);
    if (oneTimeSecrets)
        oneTimeSecrets->addTo(snapshot);
    snapshot.webhook = webhook->snapshot();
    return snapshot;
}

std::vector<administration::Attention> ServerParts::matters() const
{
    return attention->matters(*runtimeSettings.current(), administration::lastRotation(*keys->keys().get()), clock.now());
}

std::vector<administration::PostureFinding> ServerParts::posture() const
{
    const administration::RuntimeSettings::SettingsPtr inForce = runtimeSettings.current();
    return judgePosture({.settings = inForce->settings,
                         .routes = routes,
                         .secrets = attention->secretStates(),
                         .keysAreEncrypted = keysAreEncrypted,
                         .sharesLimits = limitsRedis != nullptr,
                         .tlsWarnings = attention->tlsWarnings(),
                         .lastRotation = administration::lastRotation(*keys->keys().get()),
                         .now = clock.now()});
}

} // namespace gatehouse::assembly
