#include "assembly/one_time_secrets.h"

#include "assembly/redis_settings.h"
#include "sharing/config_routes.h"
#include "sharing/database_secret_store.h"
#include "sharing/redis_secret_store.h"
#include "sharing/request_routes.h"
#include "sharing/token_routes.h"
#include "telemetry/logger.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

/// That the start waits for Redis, so that who comes first is not refused.
constexpr std::chrono::seconds kRedisPatience{1};
constexpr qint64 kLargestManifest = 1024 * 1024;
/// How long what has expired may go on taking space. That nobody gets it is another matter: see SecretTable::take().
constexpr std::chrono::seconds kSweepInterval{5};

/// What of the pages is the operator's own. That it can be read is the pages' matter.
sharing::Branding brandingIn(const QString &folder)
{
    if (folder.isEmpty())
        return {};
    const QDir assets(folder);
    sharing::Branding branding{.name = {},
                               .style = assets.exists(u"style.css"_s),
                               .logo = assets.exists(u"logo.svg"_s),
                               .icon = assets.exists(u"icon.svg"_s),
                               .manifest = assets.exists(u"manifest.json"_s)};
    QFile manifest(assets.filePath(u"manifest.json"_s));
    if (manifest.size() <= kLargestManifest && manifest.open(QIODevice::ReadOnly))
        branding.name = QJsonDocument::fromJson(manifest.readAll())[u"name"_s].toString();
    return branding;
}

} // namespace

sharing::SharingSettings sharingSettings(const config::Settings &settings)
{
    const config::Settings::Sharing &chosen = settings.sharing;
    return {.allowAnonymous = chosen.allowAnonymous,
            .uploadSizeLimit = chosen.uploadSizeLimit,
            .anonymousSizeLimit = std::min(chosen.anonymousUploadSizeLimit, chosen.uploadSizeLimit),
            .maxTtl = chosen.maxTtl,
            .defaultTtl = std::min(chosen.defaultTtl, chosen.maxTtl),
            .trustedRanges = chosen.trustedRanges,
            .adminToken = chosen.enableAdminToken,
            .showTokenInput = chosen.showTokenInput,
            .oneTimeTokenTtl = chosen.oneTimeTokenTtl,
            .passphraseAttempts = chosen.passphraseAttempts,
            .passphrasePolicy =
                chosen.lockOnWrongPassphrase ? sharing::PassphrasePolicy::Lock : sharing::PassphrasePolicy::Destroy,
            .passphraseLock = chosen.passphraseLock,
            .guessLimit = chosen.guessLimit,
            .countryHeader = chosen.countryHeader,
            .asnHeader = chosen.asnHeader,
            .hasCountryDatabase = !chosen.countryDatabase.isEmpty(),
            .hasAsnDatabase = !chosen.asnDatabase.isEmpty(),
            .branding = brandingIn(chosen.customAssetsDir),
            .hasImpressum = !chosen.impressumFile.isEmpty(),
            .hasPrivacy = !chosen.privacyFile.isEmpty()};
}

OneTimeSecrets::OneTimeSecrets(const config::Settings &settings, const Parts &parts)
    : m_parts(parts)
    , m_settings(sharingSettings(settings))
    , m_countryFile(settings.sharing.countryDatabase)
    , m_asnFile(settings.sharing.asnDatabase)
    , m_geo(std::make_shared<const sharing::GeoDatabases>())
    , m_events(parts.log)
    , m_guesses(m_settings.guessLimit, parts.limiter, parts.clock)
    , m_room(parts.database.dialect() == storage::Dialect::Sqlite ? sharing::StorageRoom::measureOf(settings.app.dataDir)
                                                                  : sharing::StorageRoom::Measure())
    , m_transactions(parts.database, m_events)
{
}

Result<void> OneTimeSecrets::openStore(const config::Settings &settings, const GivenSecrets &given)
{
    if (!sharesInRedis(settings)) {
        m_store = std::make_unique<sharing::DatabaseSecretStore>(
            sharing::DatabaseSecretStore::Parts{m_parts.database, m_transactions, m_events, m_statistics, m_room, m_parts.clock},
            m_settings);
        return {};
    }
    Result<storage::RedisOptions> options = sharingRedisOptions(settings, given);
    if (!options)
        return std::unexpected(options.error());
    m_redisOptions.emplace(std::move(*options));
    m_redisWatch = std::make_unique<RedisWatch>(*m_redisOptions, u"one-time secrets"_s);
    auto store = std::make_unique<sharing::RedisSecretStore>(
        *m_redisOptions, settings.redis.prefix,
        sharing::RedisSecretStore::Parts{m_transactions, m_statistics, m_redisCounts, m_parts.clock}, m_settings);
    if (!store->waitForRedis(kRedisPatience))
        qCWarning(telemetry::lcServer, "one-time secrets: Redis is not there yet; until it is they are refused");
    m_store = std::move(store);
    return {};
}

Result<std::unique_ptr<OneTimeSecrets>> OneTimeSecrets::open(const config::Settings &settings, const GivenSecrets &given,
                                                             const Parts &parts)
{
    std::unique_ptr<OneTimeSecrets> opened(new OneTimeSecrets(settings, parts));
    Result<sharing::GeoDatabasesPtr> geo = opened->openGeoDatabases();
    if (!geo)
        return std::unexpected(geo.error());
    opened->use(std::move(*geo));
    if (Result<void> ready = opened->openStore(settings, given); !ready)
        return std::unexpected(ready.error());
    auto made = parts.database.runBlocking([&](QSqlDatabase &database) {
        return sharing::ensureFirstTokens(database, opened->m_settings, parts.clock.now(), opened->m_events);
    });
    if (!made)
        return std::unexpected(made.error());
    opened->m_firstTokens = std::move(*made);
    QObject::connect(&opened->m_sweep, &QTimer::timeout, &opened->m_sweep, [store = opened->m_store.get()] { store->sweep(); });
    opened->m_store->sweep();
    opened->m_sweep.start(kSweepInterval);
    return opened;
}

void OneTimeSecrets::declareRoutes(http::RouteTable &routes, sharing::SecretPage page)
{
    sharing::declareSecretRoutes(
        routes, {*m_store, m_parts.database, m_guesses, m_room, m_statistics, m_parts.pipeline, m_settings, m_geo, m_parts.clock},
        std::move(page));
    sharing::declareRequestRoutes(routes, {*m_store, m_guesses, m_room, m_settings, m_parts.clock});
    sharing::declareTokenRoutes(routes, {m_transactions, m_parts.database, m_settings, m_parts.clock});
    sharing::declareConfigRoutes(routes, m_settings);
}

void OneTimeSecrets::addTo(telemetry::MetricsSnapshot &metrics) const
{
    metrics.sharing = m_statistics.totals();
    if (!m_redisWatch)
        return;
    telemetry::RedisTotals calls{.use = "one_time_secrets"};
    m_redisCounts.small.addTo(calls);
    m_redisCounts.large.addTo(calls);
    metrics.redis.push_back(std::move(calls));
}

Result<sharing::GeoDatabasesPtr> OneTimeSecrets::openGeoDatabases() const
{
    return sharing::openGeoDatabases(m_countryFile, m_asnFile);
}

void OneTimeSecrets::stop()
{
    m_sweep.stop();
    m_store->stop();
}

} // namespace gatehouse::assembly
