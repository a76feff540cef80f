#include "assembly/server.h"

#include "administration/condition_routes.h"
#include "administration/limit_preview.h"
#include "administration/limit_routes.h"
#include "administration/overview_routes.h"
#include "administration/secret_routes.h"
#include "administration/settings_routes.h"
#include "assembly/attention_board.h"
#include "assembly/audit_key_rotation.h"
#include "assembly/audit_trail.h"
#include "assembly/data_folder.h"
#include "assembly/limits_redis.h"
#include "assembly/one_time_secrets.h"
#include "assembly/live_settings.h"
#include "assembly/part_settings.h"
#include "assembly/posture_board.h"
#include "assembly/secret_changes.h"
#include "assembly/secret_record.h"
#include "assembly/signing_keys.h"
#include "assembly/start_rules.h"
#include "assembly/stream_feeds.h"
#include "assembly/traffic_observer.h"
#include "assembly/webhook_assembly.h"
#include "audit/audit_key_routes.h"
#include "audit/audit_routes.h"
#include "auth/access_token_authenticator.h"
#include "auth/account_service.h"
#include "auth/auth_routes.h"
#include "auth/user_routes.h"
#include "documentation/documentation_routes.h"
#include "pages/page_routes.h"
#include "health/probe_routes.h"
#include "http/door.h"
#include "http/pipeline.h"
#include "http/redirect_gate.h"
#include "http/single_path_gate.h"
#include "limits/local_limiter.h"
#include "storage/server_facts.h"
#include "storage/server_key.h"
#include "stream/stream_routes.h"
#include "telemetry/logger.h"
#include "webhooks/webhook_routes.h"

#include <QThread>
#include <QTimer>

#include <algorithm>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

/// The doors beside the main one have one worker each.
constexpr int kSideDoors = 2;
/// By which two clocks that are kept do not differ.
constexpr std::chrono::seconds kWrongClock{5};
/// For which session tickets are sealed under the same keys.
constexpr std::chrono::hours kTicketKeyLife{1};

using TlsContextPtr = std::shared_ptr<const http::TlsContext>;
constexpr std::chrono::hours kHousekeepingInterval{1};

/// What the settings' TLS files make; null without them. Says what an operator should hear.
Result<TlsContextPtr> loadTls(const config::Settings &settings, const Clock &clock)
{
    if (!settings.tls.enabled())
        return nullptr;
    Result<TlsContextPtr> context =
        http::TlsContext::load({.certificate = settings.tls.certificate, .key = settings.tls.key}, clock);
    if (context) {
        for (const QString &warning : (*context)->identity().warnings())
            qCWarning(telemetry::lcServer, "%s", qPrintable(warning));
    }
    return context;
}

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

/// In the order in which they need each other: what is made last is destroyed first.
struct Server::Parts {
    Parts(const config::LoadedSettings &loaded, const GivenSecrets &given, secrets::SecretKeeper &secretKeeper)
        : keysAreEncrypted(given.sealer != nullptr)
        , settings(loaded.settings)
        , keeper(secretKeeper)
        , process(clock, GATEHOUSE_VERSION)
        , live(settings, given)
        , runtimeSettings(loaded, unsafeLiveSettings, [this](const config::Settings &changed) { live.apply(changed); })
    {
    }

    SystemClock clock;
    const bool keysAreEncrypted; ///< where they are kept
    const config::Settings settings; ///< of the start; what changes meanwhile is in `live`
    secrets::SecretKeeper &keeper;
    std::optional<DataFolderLock> folderLock; ///< let go of last
    health::ProcessInfo process;
    LiveSettings live;
    administration::RuntimeSettings runtimeSettings;
    Snapshot<http::TlsContext> tls{nullptr}; ///< stays null without a certificate
    QTimer ticketKeyTimer;
    std::unique_ptr<limits::LocalLimiter> limiter;
    limits::UsageBoard usage;
    std::unique_ptr<limits::ArrivalHistory> arrivals; ///< made with the metrics
    std::optional<SecretFingerprints> fingerprints;
    std::unique_ptr<LimitsRedis> limitsRedis; ///< null: limits are counted in process
    std::unique_ptr<SigningKeys> keys;
    std::unique_ptr<auth::TokenSigner> signer;
    std::optional<auth::CsrfTokens> csrfTokens;
    std::unique_ptr<auth::Revocations> revocations;
    std::unique_ptr<AuditTrail> audit; ///< stopped before the database ends, but there for the work that it finishes
    std::unique_ptr<AuditKeyRotation> auditKeyRotation;
    std::unique_ptr<Webhook> webhook;
    std::unique_ptr<auth::PasswordHasher> hasher;
    std::unique_ptr<auth::AccountService> accounts;
    std::unique_ptr<auth::UserAdministration> userAdministration;
    std::unique_ptr<OneTimeSecrets> oneTimeSecrets; ///< null: not served
    std::unique_ptr<storage::Database> database;
    QTimer housekeeping;
    std::optional<QByteArray> setupCode;
    health::HealthLedger healthLedger;
    std::unique_ptr<health::HealthRegistry> health;
    std::unique_ptr<telemetry::Metrics> metrics; ///< made after the routes, which are its labels
    telemetry::TrafficHistory history{clock.now()};
    QTimer historySteps;
    /// Shared with looks at the secrets, which may end after this.
    std::shared_ptr<AttentionBoard> attention = std::make_shared<AttentionBoard>();
    QTimer secretLooks;
    stream::StreamHub hub{clock};
    std::unique_ptr<StreamFeeds> feeds;
    std::atomic<int> shardsTaken = 0;
    http::RouteTable routes;
    std::shared_ptr<const pages::PageSet> pages; ///< read by the routes of all workers
    std::unique_ptr<http::Door> door;
    std::unique_ptr<http::Door> metricsDoor; ///< null: none wanted
    std::unique_ptr<http::Door> redirectDoor; ///< null: none wanted

    [[nodiscard]] Result<void> startTls();
    [[nodiscard]] Result<void> openStores(const GivenSecrets &given);
    [[nodiscard]] Result<void> openLimitsRedis(const GivenSecrets &given);
    [[nodiscard]] Result<void> loadPages();
    [[nodiscard]] Result<void> followOverrides();
    void declareRoutes(std::function<quint64()> droppedLogLines);
    void declareConditionRoutes();
    void declareSecretRoutes();
    void lookAtSecrets();
    [[nodiscard]] std::unique_ptr<http::RequestObserver> makeObserver();
    [[nodiscard]] std::unique_ptr<http::Gate> makePipeline();
    [[nodiscard]] Result<void> openDoors();
    [[nodiscard]] std::vector<http::Door *> doors() const;
    [[nodiscard]] health::CheckResult checkDatabase() const;
    [[nodiscard]] telemetry::MetricsSnapshot snapshot() const;
    [[nodiscard]] std::vector<administration::Attention> matters() const;
    [[nodiscard]] std::vector<administration::PostureFinding> posture() const;
    [[nodiscard]] std::vector<QByteArray> policyNames() const;
    [[nodiscard]] int workers() const { return settings.http.workers > 0 ? settings.http.workers : QThread::idealThreadCount(); }
};

Result<void> Server::Parts::startTls()
{
    Result<TlsContextPtr> context = loadTls(settings, clock);
    if (!context)
        return std::unexpected(context.error());
    if (*context == nullptr)
        return {};
    attention->setTlsWarnings((*context)->identity().warnings());
    tls.set(std::move(*context));
    QObject::connect(&ticketKeyTimer, &QTimer::timeout, &ticketKeyTimer, [this] {
        if (auto renewed = tls.get()->renewed())
            tls.set(std::move(*renewed));
    });
    ticketKeyTimer.start(kTicketKeyLife);
    return {};
}

Result<void> Server::Parts::openStores(const GivenSecrets &given)
{
    auto locked = DataFolderLock::take(settings.app.dataDir);
    if (!locked)
        return std::unexpected(locked.error());
    folderLock.emplace(std::move(*locked));
    auto opened = storage::Database::open(databaseTarget(settings, given));
    if (!opened)
        return std::unexpected(opened.error());
    database = std::move(*opened);
    auto signingKeys = SigningKeys::open(settings, given, *database, clock);
    if (!signingKeys)
        return std::unexpected(signingKeys.error());
    keys = std::move(*signingKeys);
    auto trail = AuditTrail::open(settings, given, *database, clock);
    if (!trail)
        return std::unexpected(trail.error());
    audit = std::move(*trail);
    auditKeyRotation = std::make_unique<AuditKeyRotation>(settings, *database, audit->log(), clock);
    auto readFingerprints = database->runBlocking(&SecretFingerprints::open);
    if (!readFingerprints)
        return std::unexpected(readFingerprints.error());
    fingerprints.emplace(std::move(*readFingerprints));

    auto wantedWebhook = Webhook::wantedBy(settings, given);
    if (!wantedWebhook)
        return std::unexpected(wantedWebhook.error());
    webhook = std::make_unique<Webhook>(*database, clock, std::move(*wantedWebhook));

    limiter = std::make_unique<limits::LocalLimiter>(static_cast<std::size_t>(settings.limits.maxKeys));
    if (Result<void> connected = openLimitsRedis(given); !connected)
        return connected;
    auto csrf = auth::CsrfTokens::open(*database);
    if (!csrf)
        return std::unexpected(csrf.error());
    csrfTokens.emplace(std::move(*csrf));
    signer = std::make_unique<auth::TokenSigner>(keys->keys(), tokenSettings(settings), clock);
    revocations = std::make_unique<auth::Revocations>(settings.auth.accessExpiry + settings.auth.clockSkew, clock);
    hasher = std::make_unique<auth::PasswordHasher>(passwordHasherSettings(settings));
    const auth::SetupCode code(setupCodeFile(settings));
    const auth::SessionStore sessions(sessionSettings(settings), clock);
    accounts = std::make_unique<auth::AccountService>(
        auth::AccountService::Parts{*database, *hasher, *signer, *csrfTokens, *revocations, audit->securityEvents(), clock},
        sessions, code, auth::AccountService::Settings{settings.auth.openRegistration});
    userAdministration = std::make_unique<auth::UserAdministration>(sessions, code, revocations.get(), clock);
    if (Result<void> started = accounts->start(); !started)
        return started;
    QObject::connect(&housekeeping, &QTimer::timeout, &housekeeping, [this] { (void)accounts->purgeExpired(); });
    housekeeping.start(kHousekeepingInterval);
    auto ensured = database->runBlocking([&code](QSqlDatabase &sql) { return code.ensure(sql); });
    if (!ensured)
        return std::unexpected(ensured.error());
    setupCode = *ensured;
    if (!settings.sharing.enabled)
        return {};
    auto secrets = OneTimeSecrets::open(settings, given, {*database, audit->log(), *limiter, live.pipeline(), clock});
    if (!secrets)
        return std::unexpected(secrets.error());
    oneTimeSecrets = std::move(*secrets);
    return {};
}

Result<void> Server::Parts::openLimitsRedis(const GivenSecrets &given)
{
    if (!countsInRedis(settings, given))
        return {};
    Result<storage::RedisOptions> options = LimitsRedis::optionsFor(settings, given);
    if (!options)
        return std::unexpected(options.error());
    LimitsRedis::HashKey hashKey{};
    // The database is what instances of one deployment have in common.
    const Result<SecretBytes> key =
        database->runBlocking([](QSqlDatabase &sql) { return storage::serverKey(sql, "limits", LimitsRedis::kHashKeySize); });
    if (!key)
        return std::unexpected(key.error());
    std::ranges::copy(key->view(), hashKey.begin());
    limitsRedis = std::make_unique<LimitsRedis>(std::move(*options), settings.redis.prefix, hashKey, *limiter);
    return {};
}

Result<void> Server::Parts::followOverrides()
{
    const auto follow = [this](QSqlDatabase &sql) { return runtimeSettings.follow(sql); };
    database->onExternalChange(follow);
    return database->runBlocking(follow);
}

health::CheckResult Server::Parts::checkDatabase() const
{
    const Result<storage::ServerFacts> facts = database->runBlocking([](QSqlDatabase &sql) { return storage::serverFacts(sql); });
    if (!facts)
        return {health::Status::Unhealthy, facts.error().detail};
    const bool well = !facts->replica && facts->durable && std::chrono::abs(facts->clockDifference) < kWrongClock;
    return {well ? health::Status::Healthy : health::Status::Degraded, storage::describe(*facts)};
}

telemetry::MetricsSnapshot Server::Parts::snapshot() const
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
        snapshot.redis = limitsRedis->snapshot();
    if (oneTimeSecrets)
        snapshot.sharing = oneTimeSecrets->totals();
    snapshot.webhook = webhook->snapshot();
    return snapshot;
}

Result<void> Server::Parts::loadPages()
{
    auto loaded = pages::PageSet::load({.folder = u":/gatehouse/web"_s,
                                        .customAssets = settings.sharing.customAssetsDir,
                                        .impressumFile = settings.sharing.impressumFile,
                                        .privacyFile = settings.sharing.privacyFile});
    if (!loaded)
        return std::unexpected(loaded.error());
    pages = std::make_shared<const pages::PageSet>(std::move(*loaded));
    return {};
}

std::vector<QByteArray> Server::Parts::policyNames() const
{
    std::vector<QByteArray> names;
    for (const limits::Policy *policy : live.policies().get()->policies())
        names.push_back(policy->name);
    return names;
}

void Server::Parts::declareRoutes(std::function<quint64()> droppedLogLines)
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
    auth::declareAuthRoutes(routes, *accounts, cookieSettings(settings));
    auth::declareUserRoutes(routes, {*database, *hasher, audit->securityEvents(), *userAdministration});
    audit::declareAuditRoutes(routes, {*database, audit->log()});
    audit::declareAuditKeyRoutes(routes, auditKeyRotation->routeParts());
    webhooks::declareWebhookRoutes(routes, {*database, audit->log(), [this] { return webhook->status(); }});
    if (oneTimeSecrets) {
        oneTimeSecrets->declareRoutes(routes, pages::secretPage(pages));
        pages::declarePageRoutes(routes, pages);
    }
    const administration::SettingsRouteParts settingsParts{*database, runtimeSettings, audit->log(), clock};
    administration::declareSettingsRoutes(routes, settingsParts);
    administration::LimitRouteParts limitParts{
        settingsParts, live.policies(), *limiter, usage, [this] { return snapshot(); }, {}};
    if (limitsRedis) {
        limitParts.resetShared = [this](std::shared_ptr<const limits::PolicySet> policies, limits::LimitedCaller caller) {
            return limitsRedis->reset(std::move(policies), std::move(caller));
        };
    }
    administration::declareLimitRoutes(routes, limitParts);
    arrivals = std::make_unique<limits::ArrivalHistory>(policyNames(), workers() + kSideDoors, clock.steadyNow());
    administration::declareLimitPreview(routes, {*arrivals, live.policies(), clock});
    declareConditionRoutes();
    declareSecretRoutes();
    stream::declareStreamRoutes(routes, {hub, clock, [this] { return stillAllowed(*revocations); }});
    administration::declareOverviewRoutes(routes,
                                          {*database, *userAdministration, *health, process, history,
                                           [this] { return snapshot(); }, [this] { return matters(); },
                                           settings.app.mode == config::Mode::Production});
    health::declareProbeRoutes(
        routes, {*health, process, [this] { return snapshot(); }, live.metricsAccess(), std::move(droppedLogLines)});

    documentation::declareDocumentationRoutes(routes, {QStringLiteral(GATEHOUSE_VERSION), cookieSettings(settings).accessName()},
                                              documentation::PageFiles::fromFolder(u":/gatehouse/web"_s));

    telemetry::MetricsLayout layout;
    for (const auto &route : routes.all()) {
        QByteArray methods = http::listOf(route->methods);
        methods.replace(", OPTIONS", "").replace(", ", ",");
        layout.routes.push_back({methods, route->path});
    }
    for (const QByteArray &policy : policyNames())
        layout.policies.append(policy);
    layout.dropReasons = {"too_many", "too_many_from_address", "silent", "unread_answer", "tls_handshake"};
    metrics = std::make_unique<telemetry::Metrics>(std::move(layout), workers() + kSideDoors);
    QObject::connect(&historySteps, &QTimer::timeout, &historySteps, [this] { history.add(metrics->snapshot(), clock.now()); });
    historySteps.start(telemetry::TrafficHistory::kShortStep);
    feeds =
        std::make_unique<StreamFeeds>(StreamFeeds::Sources{hub, *database, *health, usage, [this] { return snapshot(); }, clock});
}

std::vector<administration::Attention> Server::Parts::matters() const
{
    return attention->matters(*runtimeSettings.current(), administration::lastRotation(*keys->keys().get()), clock.now());
}

std::vector<administration::PostureFinding> Server::Parts::posture() const
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

void Server::Parts::declareConditionRoutes()
{
    administration::declareConditionRoutes(routes,
                                           {*health, healthLedger, process,
                                            [](const QByteArray &name) { return consequenceWithout(name); },
                                            [this] { return posture(); }});
}

void Server::Parts::declareSecretRoutes()
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
    secretLooks.start(kHousekeepingInterval);
    lookAtSecrets();
}

/// So that what is due is told of though nobody opens the page.
void Server::Parts::lookAtSecrets()
{
    auto look = [board = attention](secrets::SecretChain &chain) -> Result<void> {
        board->setSecrets(secrets::inventoryOf(chain));
        return {};
    };
    (void)keeper.ask(std::move(look));
}

std::unique_ptr<http::RequestObserver> Server::Parts::makeObserver()
{
    const int shard = shardsTaken++;
    return std::make_unique<TrafficObserver>(metrics->shard(shard), settings.http.slowRequestThreshold, audit->log(), usage,
                                             arrivals->shard(shard), clock);
}

std::unique_ptr<http::Gate> Server::Parts::makePipeline()
{
    auto authenticator = std::make_unique<auth::AccessTokenAuthenticator>(
        auth::TokenVerifier(keys->keys(), tokenSettings(settings), clock), *revocations, *csrfTokens, cookieSettings(settings));
    return std::make_unique<http::Pipeline>(http::PipelineShared{routes, live.pipeline(), live.policies(), *limiter, clock},
                                            std::move(authenticator), makeObserver(),
                                            limitsRedis ? limitsRedis->makeLimiter() : nullptr);
}

Result<void> Server::Parts::openDoors()
{
    const auto open = [this](std::unique_ptr<http::Door> &opened, http::DoorSettings wanted, const http::GateFactory &gate) {
        auto result = http::Door::open(std::move(wanted), gate, clock);
        if (!result)
            return Result<void>(std::unexpected(result.error()));
        opened = std::move(*result);
        return Result<void>();
    };
    const Snapshot<http::TlsContext> *const secured = settings.tls.enabled() ? &tls : nullptr;

    // The side doors first: once the main one is open the server says that it is ready.
    if (settings.metrics.port != 0) {
        http::DoorSettings wanted = sideDoorSettings(settings, settings.metrics.port);
        wanted.tls = secured; // the token is not to be sent in the clear
        const auto makeGate = [this] { return std::make_unique<http::SinglePathGate>(makePipeline(), "/metrics"); };
        if (Result<void> opened = open(metricsDoor, std::move(wanted), makeGate); !opened)
            return opened;
    }
    http::DoorSettings wanted = doorSettings(settings);
    wanted.workers = workers();
    wanted.tls = secured;
    if (Result<void> opened = open(door, std::move(wanted), [this] { return makePipeline(); }); !opened)
        return opened;
    if (settings.tls.redirectPort == 0)
        return {};
    return open(redirectDoor, sideDoorSettings(settings, settings.tls.redirectPort),
                [this] { return std::make_unique<http::RedirectGate>(tls, door->port(), makeObserver(), clock); });
}

std::vector<http::Door *> Server::Parts::doors() const
{
    std::vector<http::Door *> open;
    for (const auto *candidate : {&door, &metricsDoor, &redirectDoor}) {
        if (*candidate != nullptr)
            open.push_back(candidate->get());
    }
    return open;
}

Server::Server(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Server::~Server()
{
    // The database finishes its work while everything that work refers to is still there.
    m_parts->redirectDoor.reset();
    m_parts->metricsDoor.reset();
    m_parts->door.reset();
    m_parts->feeds.reset();
    m_parts->health.reset();
    m_parts->webhook.reset();
    if (m_parts->oneTimeSecrets)
        m_parts->oneTimeSecrets->stop();
    m_parts->auditKeyRotation.reset();
    if (m_parts->audit) { // nobody is served any more, and nothing but this end is left to tell
        m_parts->audit->recordOwn(audit::Action::ServerStop, audit::Outcome::Success, {});
        m_parts->audit->stop();
    }
    m_parts->database.reset();
}

Result<std::unique_ptr<Server>> Server::start(const config::LoadedSettings &loaded, const GivenSecrets &secrets,
                                              std::function<quint64()> droppedLogLines, gatehouse::secrets::SecretKeeper &keeper)
{
    std::unique_ptr<Server> server(new Server(std::make_unique<Parts>(loaded, secrets, keeper)));
    if (Result<void> started = server->m_parts->startTls(); !started)
        return std::unexpected(started.error());
    if (Result<void> opened = server->m_parts->openStores(secrets); !opened)
        return std::unexpected(opened.error());
    if (Result<void> read = server->m_parts->loadPages(); !read)
        return std::unexpected(read.error());
    if (Result<void> overridden = server->m_parts->followOverrides(); !overridden)
        return std::unexpected(overridden.error());
    server->m_parts->declareRoutes(std::move(droppedLogLines));
    server->m_parts->audit->recordStart(GATEHOUSE_VERSION, loaded.texts, server->m_parts->fingerprints->of(secrets));
    server->m_parts->keys->tellOfSteps(
        [&trail = *server->m_parts->audit](const std::vector<secrets::KeyStep> &steps) { trail.recordKeys(steps); });
    if (Result<void> opened = server->m_parts->openDoors(); !opened)
        return std::unexpected(opened.error());
    return server;
}

quint16 Server::port() const
{
    return m_parts->door->port();
}

quint16 Server::metricsPort() const
{
    return m_parts->metricsDoor ? m_parts->metricsDoor->port() : 0;
}

quint16 Server::redirectPort() const
{
    return m_parts->redirectDoor ? m_parts->redirectDoor->port() : 0;
}

const std::optional<QByteArray> &Server::setupCode() const
{
    return m_parts->setupCode;
}

sharing::FirstTokens Server::firstTokens() const
{
    return m_parts->oneTimeSecrets ? m_parts->oneTimeSecrets->firstTokens() : sharing::FirstTokens();
}

void Server::drain()
{
    m_parts->health->setDraining(true);
    m_parts->audit->recordOwn(audit::Action::ServerDrain, audit::Outcome::Success, {});
    m_parts->hub.close();
    for (http::Door *door : m_parts->doors())
        door->drain();
}

bool Server::drained() const
{
    const std::vector<http::Door *> doors = m_parts->doors();
    return std::ranges::all_of(doors, [](const http::Door *door) { return door->drained(); });
}

QStringList Server::warnings(const GivenSecrets &secrets)
{
    const QStringList warnings = secrets.warnings + m_parts->keys->warnings(m_parts->settings, secrets);
    m_parts->attention->setSecretWarnings(warnings);
    return warnings;
}

void Server::showLogLine(const telemetry::LogRecord &record)
{
    m_parts->feeds->showLogLine(record);
}

void Server::recordReload(const Result<void> &outcome, const config::LoadedSettings &loaded, const GivenSecrets &secrets)
{
    m_parts->audit->reopenLogFile();
    m_parts->audit->recordReload(outcome, loaded.texts, m_parts->fingerprints->of(secrets));
}

Result<void> Server::reload(const config::LoadedSettings &loaded, const GivenSecrets &secrets)
{
    const config::Settings &settings = loaded.settings;
    // What may fail comes before anything changes.
    if (settings.tls.enabled() != m_parts->settings.tls.enabled())
        return failure(ErrorKind::Invalid, u"TLS is turned on or off by a restart only"_s);
    Result<TlsContextPtr> tls = loadTls(settings, m_parts->clock);
    if (!tls)
        return std::unexpected(tls.error());
    auto wantedWebhook = Webhook::wantedBy(settings, secrets);
    if (!wantedWebhook)
        return std::unexpected(wantedWebhook.error());
    if (Result<void> keys = m_parts->keys->reload(secrets.jwtSecret); !keys)
        return keys;
    m_parts->runtimeSettings.reconfigure(loaded);
    m_parts->live.setMetricsToken(secrets.metricsToken);
    m_parts->webhook->use(std::move(*wantedWebhook));
    if (*tls == nullptr)
        return {};
    m_parts->attention->setTlsWarnings((*tls)->identity().warnings());
    m_parts->tls.set(std::move(*tls));
    return {};
}

} // namespace gatehouse::assembly
