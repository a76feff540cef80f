#include "assembly/part_settings.h"

#include <QDir>

#include <algorithm>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

/// The doors beside the main one have few callers.
constexpr int kSideDoorConnections = 1000;

void applyNumbers(limits::Policy &policy, const config::PolicySettings &settings)
{
    policy.quota = settings.quota;
    policy.window = settings.window;
    policy.burst = settings.burst == 0 ? settings.quota : settings.burst;
    policy.shadow = settings.shadow;
    policy.outage = settings.outage;
}

} // namespace

auth::TokenSettings tokenSettings(const config::Settings &settings)
{
    return {settings.auth.issuer, settings.auth.audience, settings.auth.accessExpiry, settings.auth.clockSkew};
}

auth::SessionSettings sessionSettings(const config::Settings &settings)
{
    return {.refreshLife = settings.auth.refreshExpiry, .leeway = settings.auth.refreshLeeway};
}

auth::PasswordHasherSettings passwordHasherSettings(const config::Settings &settings)
{
    return {.memoryKib = static_cast<quint32>(settings.auth.passwordMemoryKib),
            .passes = static_cast<quint32>(settings.auth.passwordPasses)};
}

QString setupCodeFile(const config::Settings &settings)
{
    return QDir(settings.app.dataDir).filePath(u"setup-code"_s);
}

pages::PageSource pageSource(const config::Settings &settings)
{
    return {.folder = u":/gatehouse/web"_s,
            .customAssets = settings.sharing.customAssetsDir,
            .impressumFile = settings.sharing.impressumFile,
            .privacyFile = settings.sharing.privacyFile};
}

QString sqliteFile(const config::Settings &settings)
{
    return QDir(settings.app.dataDir).filePath(u"gatehouse.db"_s);
}

storage::DatabaseTarget databaseTarget(const config::Settings &settings, const GivenSecrets &given)
{
    storage::DatabaseTarget target;
    target.sqliteFile = sqliteFile(settings);
    if (!given.databaseUrl)
        return target;
    const config::Settings::Database &wanted = settings.database;
    target.postgres.emplace(storage::PostgresSettings{
        .url = given.databaseUrl->clone(),
        .password = given.databasePassword ? given.databasePassword->clone() : SecretBytes(),
        .sslMode = wanted.sslMode,
        .maxConnections = wanted.maxConnections,
        .connectTimeout = wanted.connectTimeout,
        .statementTimeout = wanted.statementTimeout,
        .connectionLifetime = wanted.connectionLifetime,
        .connectionIdleTime = wanted.connectionIdleTime,
    });
    return target;
}

std::shared_ptr<const limits::PolicySet> policySet(const config::Settings &settings)
{
    limits::PolicyNumbers numbers;
    numbers.enabled = settings.limits.enabled;
    applyNumbers(numbers.general, settings.limits.general);
    applyNumbers(numbers.account, settings.limits.account);
    applyNumbers(numbers.signIn, settings.limits.signIn);
    applyNumbers(numbers.probe, settings.limits.probe);
    numbers.exempt = settings.limits.exempt;
    return std::make_shared<const limits::PolicySet>(std::move(numbers));
}

std::shared_ptr<const http::PipelineSettings> pipelineSettings(const config::Settings &settings)
{
    const auto header =
        settings.http.proxiesWriteForwarded ? http::ForwardedHeader::Forwarded : http::ForwardedHeader::XForwardedFor;
    return std::make_shared<const http::PipelineSettings>(
        http::PipelineSettings{settings.http.trustedProxies, {settings.http.allowedOrigins}, header, settings.webhook.headers});
}

http::DoorSettings doorSettings(const config::Settings &settings)
{
    http::DoorSettings door;
    door.listen = settings.http.listen;
    door.port = settings.http.port;
    door.maxConnections = settings.http.maxConnections;
    door.bodyMemory = settings.http.bodyMemory;
    door.maxConnectionsPerAddress = settings.http.maxConnectionsPerAddress;
    door.trustedProxies = settings.http.trustedProxies;
    door.limits.headTimeout = settings.http.headTimeout;
    door.limits.bodyGrace = settings.http.bodyGrace;
    door.limits.bodyMinimumRate = settings.http.bodyMinimumRate;
    door.limits.idleTimeout = settings.http.idleTimeout;
    door.limits.writeTimeout = settings.http.writeTimeout;
    return door;
}

http::DoorSettings sideDoorSettings(const config::Settings &settings, quint16 port)
{
    http::DoorSettings door = doorSettings(settings);
    door.port = port;
    door.maxConnections = std::min(door.maxConnections, kSideDoorConnections);
    return door;
}

auth::CookieSettings cookieSettings(const config::Settings &settings)
{
    const bool plainDevelopment =
        settings.app.mode == config::Mode::Development && !settings.tls.enabled() && !settings.http.behindProxy;
    return {.secure = settings.auth.cookieSecure && !plainDevelopment};
}

} // namespace gatehouse::assembly
