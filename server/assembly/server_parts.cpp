#include "assembly/server_parts.h"

#include "assembly/part_settings.h"
#include "assembly/traffic_observer.h"
#include "auth/access_token_authenticator.h"
#include "http/pipeline.h"
#include "http/redirect_gate.h"
#include "http/single_path_gate.h"
#include "limits/local_limiter.h"
#include "storage/server_key.h"
#include "telemetry/logger.h"

#include <QThread>

#include <algorithm>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

/// The doors beside the main one have one worker each.
constexpr int kSideDoors = 2;
/// For which session tickets are sealed under the same keys.
constexpr std::chrono::hours kTicketKeyLife{1};
constexpr std::chrono::hours kPurgeInterval{1};

} // namespace

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

Result<void> ServerParts::startTls()
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

Result<void> ServerParts::openStores(const GivenSecrets &given)
{
    if (Result<void> opened = openDatabase(given); !opened)
        return opened;
    if (Result<void> opened = openRecord(given); !opened)
        return opened;
    if (Result<void> opened = openWebhook(given); !opened)
        return opened;
    if (Result<void> opened = openLimits(given); !opened)
        return opened;
    if (Result<void> opened = openAccounts(); !opened)
        return opened;
    return openSharing(given);
}

Result<void> ServerParts::openDatabase(const GivenSecrets &given)
{
    auto locked = DataFolderLock::take(settings.app.dataDir);
    if (!locked)
        return std::unexpected(locked.error());
    folderLock.emplace(std::move(*locked));
    auto opened = storage::Database::open(databaseTarget(settings, given));
    if (!opened)
        return std::unexpected(opened.error());
    database = std::move(*opened);
    return {};
}

/// And the keys, whose life it records.
Result<void> ServerParts::openRecord(const GivenSecrets &given)
{
    auto signingKeys = SigningKeys::open(settings, given, *database, clock);
    if (!signingKeys)
        return std::unexpected(signingKeys.error());
    keys = std::move(*signingKeys);
    auto trail = AuditTrail::open(settings, given, *database, clock);
    if (!trail)
        return std::unexpected(trail.error());
    audit = std::move(*trail);
    auditKeyRotation = std::make_unique<AuditKeyRotation>(AuditKeys(settings, given.sealer), *database, audit->log(), clock);
    auto readFingerprints = database->runBlocking(&SecretFingerprints::open);
    if (!readFingerprints)
        return std::unexpected(readFingerprints.error());
    fingerprints.emplace(std::move(*readFingerprints));
    return {};
}

Result<void> ServerParts::openWebhook(const GivenSecrets &given)
{
    auto wanted = Webhook::wantedBy(settings, given);
    if (!wanted)
        return std::unexpected(wanted.error());
    webhook = std::make_unique<Webhook>(*database, clock, std::move(*wanted));
    return {};
}

Result<void> ServerParts::openLimits(const GivenSecrets &given)
{
    limiter = std::make_unique<limits::LocalLimiter>(static_cast<std::size_t>(settings.limits.maxKeys));
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

Result<void> ServerParts::openAccounts()
{
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
    QObject::connect(&purges, &QTimer::timeout, &purges, [this] { (void)accounts->purgeExpired(); });
    purges.start(kPurgeInterval);
    auto ensured = database->runBlocking([&code](QSqlDatabase &sql) { return code.ensure(sql); });
    if (!ensured)
        return std::unexpected(ensured.error());
    setupCode = *ensured;
    return {};
}

Result<void> ServerParts::openSharing(const GivenSecrets &given)
{
    if (!settings.sharing.enabled)
        return {};
    auto secrets = OneTimeSecrets::open(settings, given, {*database, audit->log(), *limiter, live.pipeline(), clock});
    if (!secrets)
        return std::unexpected(secrets.error());
    oneTimeSecrets = std::move(*secrets);
    return {};
}
Result<void> ServerParts::followOverrides()
{
    const auto follow = [this](QSqlDatabase &sql) { return runtimeSettings.follow(sql); };
    database->onExternalChange(follow);
    return database->runBlocking(follow);
}

Result<void> ServerParts::loadPages()
{
    auto loaded = pages::PageSet::load(pageSource(settings));
    if (!loaded)
        return std::unexpected(loaded.error());
    pages = std::make_shared<const pages::PageSet>(std::move(*loaded));
    return {};
}

std::unique_ptr<http::RequestObserver> ServerParts::makeObserver()
{
    const int shard = shardsTaken++;
    return std::make_unique<TrafficObserver>(metrics->shard(shard), settings.http.slowRequestThreshold, audit->log(), usage,
                                             arrivals->shard(shard), clock);
}

std::unique_ptr<http::Gate> ServerParts::makePipeline()
{
    auto authenticator = std::make_unique<auth::AccessTokenAuthenticator>(
        auth::TokenVerifier(keys->keys(), tokenSettings(settings), clock), *revocations, *csrfTokens, cookieSettings(settings));
    return std::make_unique<http::Pipeline>(http::PipelineShared{routes, live.pipeline(), live.policies(), *limiter, clock},
                                            std::move(authenticator), makeObserver(),
                                            limitsRedis ? limitsRedis->makeLimiter() : nullptr);
}

Result<void> ServerParts::openDoors()
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

int ServerParts::workers() const
{
    return settings.http.workers > 0 ? settings.http.workers : QThread::idealThreadCount();
}

int ServerParts::shards() const
{
    return workers() + kSideDoors;
}

std::vector<http::Door *> ServerParts::doors() const
{
    std::vector<http::Door *> open;
    for (const auto *candidate : {&door, &metricsDoor, &redirectDoor}) {
        if (*candidate != nullptr)
            open.push_back(candidate->get());
    }
    return open;
}

} // namespace gatehouse::assembly
