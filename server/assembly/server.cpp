#include "assembly/server.h"

#include "assembly/data_folder.h"
#include "assembly/traffic_observer.h"
#include "auth/access_token_authenticator.h"
#include "auth/account_service.h"
#include "auth/auth_routes.h"
#include "auth/user_routes.h"
#include "health/probe_routes.h"
#include "http/door.h"
#include "http/openapi.h"
#include "http/pipeline.h"
#include "limits/local_limiter.h"
#include "secrets/key_ring.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

auth::TokenSettings tokenSettings(const config::Settings &settings)
{
    return {settings.auth.issuer, settings.auth.audience, settings.auth.accessExpiry, settings.auth.clockSkew};
}

void applyNumbers(limits::Policy &policy, const config::PolicySettings &settings)
{
    policy.quota = settings.quota;
    policy.window = settings.window;
    policy.burst = settings.burst == 0 ? settings.quota : settings.burst;
    policy.shadow = settings.shadow;
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
    return std::make_shared<const http::PipelineSettings>(
        http::PipelineSettings{settings.http.trustedProxies, {settings.http.allowedOrigins}});
}

http::DoorSettings doorSettings(const config::Settings &settings)
{
    http::DoorSettings door;
    door.listen = settings.http.listen;
    door.port = settings.http.port;
    door.maxConnections = settings.http.maxConnections;
    door.maxConnectionsPerAddress = settings.http.maxConnectionsPerAddress;
    door.trustedProxies = settings.http.trustedProxies;
    door.limits.headTimeout = settings.http.headTimeout;
    door.limits.bodyGrace = settings.http.bodyGrace;
    door.limits.bodyMinimumRate = settings.http.bodyMinimumRate;
    door.limits.idleTimeout = settings.http.idleTimeout;
    door.limits.writeTimeout = settings.http.writeTimeout;
    return door;
}

std::shared_ptr<const health::MetricsAccess> metricsAccessOf(const config::Settings &settings)
{
    auto access = std::make_shared<health::MetricsAccess>();
    access->addresses = settings.metrics.allowedAddresses;
    return access;
}

/// Over plain HTTP on this machine a browser would drop Secure cookies, so development mode leaves that off.
auth::CookieSettings cookieSettings(const config::Settings &settings)
{
    const bool plainDevelopment =
        settings.app.mode == config::Mode::Development && !settings.tls.enabled() && !settings.http.behindProxy;
    return {.secure = settings.auth.cookieSecure && !plainDevelopment};
}

} // namespace

/// In the order in which they need each other: what is made last is destroyed first.
struct Server::Parts {
    explicit Parts(config::Settings given)
        : settings(std::move(given))
        , process(clock, GATEHOUSE_VERSION)
        , policies(policySet(settings))
        , pipeline(pipelineSettings(settings))
        , metricsAccess(metricsAccessOf(settings))
    {
    }

    SystemClock clock;
    config::Settings settings;
    std::optional<DataFolderLock> folderLock; ///< let go of last
    health::ProcessInfo process;
    Snapshot<limits::PolicySet> policies;
    Snapshot<http::PipelineSettings> pipeline;
    Snapshot<health::MetricsAccess> metricsAccess;
    std::unique_ptr<limits::LocalLimiter> limiter;
    std::unique_ptr<secrets::KeyRing> keys;
    std::unique_ptr<auth::TokenSigner> signer;
    std::unique_ptr<auth::Revocations> revocations;
    auth::LoggedSecurityEvents events;
    std::unique_ptr<auth::PasswordHasher> hasher;
    std::unique_ptr<auth::AccountService> accounts;
    std::unique_ptr<auth::UserAdministration> userAdministration;
    std::unique_ptr<storage::Database> database;
    std::optional<QByteArray> setupCode;
    std::unique_ptr<health::HealthRegistry> health;
    std::unique_ptr<telemetry::Metrics> metrics; ///< made after the routes, which are its labels
    std::atomic<int> shardsTaken = 0;
    http::RouteTable routes;
    std::unique_ptr<http::Door> door;

    [[nodiscard]] Result<void> openStores(std::optional<SecretBytes> jwtSecret);
    void declareRoutes(std::function<quint64()> droppedLogLines);
    [[nodiscard]] Result<void> openDoor();
    [[nodiscard]] health::CheckResult checkDatabase() const;
    [[nodiscard]] int workers() const { return settings.http.workers > 0 ? settings.http.workers : QThread::idealThreadCount(); }
};

Result<void> Server::Parts::openStores(std::optional<SecretBytes> jwtSecret)
{
    const QDir folder(settings.app.dataDir);
    auto locked = DataFolderLock::take(folder.path());
    if (!locked)
        return std::unexpected(locked.error());
    folderLock.emplace(std::move(*locked));
    auto ring =
        secrets::KeyRing::open(folder.filePath(u"signing-keys.json"_s), std::move(jwtSecret), settings.auth.keyGrace, clock);
    if (!ring)
        return std::unexpected(ring.error());
    keys = std::move(*ring);
    auto opened = storage::Database::openSqlite(folder.filePath(u"gatehouse.db"_s));
    if (!opened)
        return std::unexpected(opened.error());
    database = std::move(*opened);

    limiter = std::make_unique<limits::LocalLimiter>(static_cast<std::size_t>(settings.limits.maxKeys));
    signer = std::make_unique<auth::TokenSigner>(keys->keys(), tokenSettings(settings), clock);
    revocations = std::make_unique<auth::Revocations>(settings.auth.accessExpiry + settings.auth.clockSkew, clock);
    hasher = std::make_unique<auth::PasswordHasher>(
        auth::PasswordHasherSettings{.memoryKib = static_cast<quint32>(settings.auth.passwordMemoryKib),
                                     .passes = static_cast<quint32>(settings.auth.passwordPasses)});
    const auth::SetupCode code(folder.filePath(u"setup-code"_s));
    accounts = std::make_unique<auth::AccountService>(
        auth::AccountService::Parts{*database, *hasher, *signer, *revocations, events, clock},
        auth::SessionStore({settings.auth.refreshExpiry, settings.auth.refreshLeeway}, clock), code,
        auth::AccountService::Settings{settings.auth.openRegistration});
    userAdministration = std::make_unique<auth::UserAdministration>(
        auth::SessionStore({settings.auth.refreshExpiry, settings.auth.refreshLeeway}, clock), code, clock);
    if (Result<void> started = accounts->start(); !started)
        return started;
    auto ensured = database->runBlocking([&code](QSqlDatabase &sql) { return code.ensure(sql); });
    if (!ensured)
        return std::unexpected(ensured.error());
    setupCode = *ensured;
    return {};
}

health::CheckResult Server::Parts::checkDatabase() const
{
    const Result<void> answered = database->runBlocking([](QSqlDatabase &sql) -> Result<void> {
        const QSqlQuery query(u"SELECT 1"_s, sql);
        return query.isActive() ? Result<void>() : failure(ErrorKind::Unavailable, query.lastError().text());
    });
    if (answered)
        return {health::Status::Healthy, u"SQLite"_s};
    return {health::Status::Unhealthy, answered.error().detail};
}

void Server::Parts::declareRoutes(std::function<quint64()> droppedLogLines)
{
    health = std::make_unique<health::HealthRegistry>(
        std::vector<health::HealthCheck>{{.name = "database", .run = [this] { return checkDatabase(); }}}, clock);
    auth::declareAuthRoutes(routes, *accounts, cookieSettings(settings));
    auth::declareUserRoutes(routes, {*database, *hasher, *revocations, events, *userAdministration});
    health::declareProbeRoutes(
        routes, {*health, process, [this] { return metrics->snapshot(); }, metricsAccess, std::move(droppedLogLines)});

    http::declareOpenApiRoute(routes, QStringLiteral(GATEHOUSE_VERSION));

    telemetry::MetricsLayout layout;
    for (const auto &route : routes.all()) {
        QByteArray methods = http::listOf(route->methods);
        methods.replace(", OPTIONS", "").replace(", ", ",");
        layout.routes.push_back({methods, route->path});
    }
    for (const limits::Policy *policy : policies.get()->policies())
        layout.policies.append(policy->name);
    layout.dropReasons = {"too_many", "too_many_from_address", "silent", "unread_answer"};
    metrics = std::make_unique<telemetry::Metrics>(std::move(layout), workers());
}

Result<void> Server::Parts::openDoor()
{
    const auth::CookieSettings cookies = cookieSettings(settings);
    const auto makeGate = [this, cookies]() -> std::unique_ptr<http::Gate> {
        auto authenticator = std::make_unique<auth::AccessTokenAuthenticator>(
            auth::TokenVerifier(keys->keys(), tokenSettings(settings), clock), *revocations, cookies);
        return std::make_unique<http::Pipeline>(
            http::PipelineShared{routes, pipeline, policies, *limiter, clock}, std::move(authenticator),
            std::make_unique<TrafficObserver>(metrics->shard(shardsTaken++), settings.http.slowRequestThreshold, clock));
    };
    http::DoorSettings wanted = doorSettings(settings);
    wanted.workers = workers();
    auto opened = http::Door::open(std::move(wanted), makeGate, clock);
    if (!opened)
        return std::unexpected(opened.error());
    door = std::move(*opened);
    return {};
}

Server::Server(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Server::~Server()
{
    // The database finishes its work while everything that work refers to is still there.
    m_parts->door.reset();
    m_parts->health.reset();
    m_parts->database.reset();
}

Result<std::unique_ptr<Server>> Server::start(config::Settings settings, std::optional<SecretBytes> jwtSecret,
                                              std::function<quint64()> droppedLogLines)
{
    std::unique_ptr<Server> server(new Server(std::make_unique<Parts>(std::move(settings))));
    if (Result<void> opened = server->m_parts->openStores(std::move(jwtSecret)); !opened)
        return std::unexpected(opened.error());
    server->m_parts->declareRoutes(std::move(droppedLogLines));
    if (Result<void> opened = server->m_parts->openDoor(); !opened)
        return std::unexpected(opened.error());
    return server;
}

quint16 Server::port() const
{
    return m_parts->door->port();
}

const std::optional<QByteArray> &Server::setupCode() const
{
    return m_parts->setupCode;
}

void Server::drain()
{
    m_parts->health->setDraining(true);
    m_parts->door->drain();
}

bool Server::drained() const
{
    return m_parts->door->drained();
}

Result<void> Server::reload(const config::Settings &settings)
{
    if (Result<void> keys = m_parts->keys->reload(); !keys)
        return keys;
    m_parts->policies.set(policySet(settings));
    m_parts->pipeline.set(pipelineSettings(settings));
    m_parts->metricsAccess.set(metricsAccessOf(settings));
    return {};
}

} // namespace gatehouse::assembly
