#include "assembly/start_check.h"

#include "assembly/audit_keys.h"
#include "assembly/data_folder.h"
#include "assembly/limits_redis.h"
#include "assembly/part_settings.h"
#include "assembly/redis_settings.h"
#include "assembly/start_rules.h"
#include "pages/page_set.h"
#include "secrets/ring_place.h"
#include "sharing/geo_database.h"
#include "storage/database_probe.h"
#include "storage/maintenance_connection.h"
#include "storage/migrations.h"
#include "storage/server_facts.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTcpServer>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

namespace {

/// Below this SQLite's log cannot grow as it does between two checkpoints, and the next acknowledged write may fail.
constexpr qint64 kLeastDiskSpace = 64 * 1024 * 1024;
/// What Redis may take to be connected to.
constexpr std::chrono::milliseconds kRedisPatience{1500};

bool isUsableFolder(const QString &path)
{
    const QFileInfo info(path);
    return info.isReadable() && info.isWritable() && info.isExecutable();
}

/// The folder, or the nearest one above it that exists.
QString nearestExisting(const QString &path)
{
    QFileInfo info(path);
    while (!info.exists() && info.absolutePath() != info.absoluteFilePath())
        info = QFileInfo(info.absolutePath());
    return info.absoluteFilePath();
}

class Forecaster
{
public:
    explicit Forecaster(const config::Settings &settings)
        : m_settings(settings)
        , m_server(DataFolderLock::holderOf(settings.app.dataDir))
    {
    }

    StartForecast forecast(const GivenSecrets &secrets)
    {
        const storage::DatabaseTarget target = databaseTarget(m_settings, secrets);
        if (const Result<void> rules = checkStartRules(m_settings, secrets); !rules)
            m_forecast.reasons = rules.error().fields;
        if (m_server != 0)
            note(u"app.data_dir"_s, u"process %1 serves from this data folder"_s.arg(m_server));
        checkDataFolder();
        target.postgres ? checkPostgres(target, secrets) : checkSqlite(target.sqliteFile);
        checkRedis(secrets);
        if (!target.postgres || !secrets.sealer) // else instances share their ring
            checkSigningKeyFile(secrets);
        checkAuditKey(secrets);
        checkTls();
        checkPages();
        checkGeoDatabases();
        checkPort();
        return std::move(m_forecast);
    }

private:
    void refuse(const QString &what, const QString &why) { m_forecast.reasons.push_back({what, why}); }
    void note(const QString &what, const QString &text) { m_forecast.notes.push_back({what, text}); }

    void checkDataFolder()
    {
        const QString &folder = m_settings.app.dataDir;
        const QString existing = nearestExisting(folder);
        if (!QFileInfo(existing).isDir())
            return refuse(u"app.data_dir"_s, u"%1 is no folder"_s.arg(existing));
        if (!isUsableFolder(existing))
            return refuse(u"app.data_dir"_s, u"%1 cannot be written to"_s.arg(existing));
        if (const qint64 free = QStorageInfo(existing).bytesAvailable(); free >= 0 && free < kLeastDiskSpace)
            refuse(u"app.data_dir"_s, u"only %1 MiB are free where %2 is; 64 are needed"_s.arg(free / 1024 / 1024).arg(folder));
    }

    void checkPostgres(const storage::DatabaseTarget &target, const GivenSecrets &secrets)
    {
        const auto connection = storage::MaintenanceConnection::open(target, storage::MaintenanceConnection::Access::Read);
        if (!connection)
            return refuse(u"DATABASE_URL"_s, connection.error().detail);
        const auto facts = storage::serverFacts((*connection)->database());
        const auto schema = storage::migrationStatus((*connection)->database());
        if (!facts || !schema)
            return refuse(u"DATABASE_URL"_s, facts ? schema.error().detail : facts.error().detail);
        note(u"DATABASE_URL"_s, storage::describe(*facts));
        if (!schema->pending.isEmpty() && facts->replica)
            refuse(u"DATABASE_URL"_s, u"its schema has to be brought up to date, and it cannot be written to"_s);
        else if (!schema->pending.isEmpty())
            note(u"DATABASE_URL"_s, u"the start brings the schema up to date: "_s + schema->pending.join(u", "_s));
        else
            checkSigningKeys((*connection)->database(), secrets);
    }

    void checkSigningKeys(QSqlDatabase &database, const GivenSecrets &secrets)
    {
        if (secrets.sealer) {
            if (const auto ring = secrets::KeyRingTable(database, secrets.sealer, nullptr).read(); !ring)
                refuse(u"SECRETS_PASSPHRASE"_s, ring.error().detail);
            return;
        }
        const Result<QString> warning = secrets::unsharedRingWarning(m_settings, database);
        warning ? note(u"SECRETS_PASSPHRASE"_s, *warning) : refuse(u"SECRETS_PASSPHRASE"_s, warning.error().detail);
    }

    void checkRedis(const GivenSecrets &secrets)
    {
        if (countsInRedis(m_settings, secrets))
            checkRedis(LimitsRedis::optionsFor(m_settings, secrets));
        if (sharesInRedis(m_settings) && (!countsInRedis(m_settings, secrets) || secrets.limitsRedisUrl))
            checkRedis(sharingRedisOptions(m_settings, secrets));
    }

    void checkRedis(const Result<storage::RedisOptions> &options)
    {
        if (!options)
            return; // the rules have said so
        storage::RedisStatistics statistics;
        storage::RedisClient client(*options, statistics);
        client.start();
        const QDeadlineTimer deadline(kRedisPatience);
        while (!client.isReady() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        if (!client.isReady()) {
            const std::optional<Error> problem = client.problem();
            return refuse(u"REDIS_URL"_s, problem ? problem->detail : u"%1 does not answer"_s.arg(options->url.toDisplay()));
        }
        note(u"REDIS_URL"_s, storage::describe(client.server()));
        for (const QString &warning : storage::serverWarnings(client.server(), options->use))
            note(u"REDIS_URL"_s, warning);
    }

    void checkSqlite(const QString &path)
    {
        if (!QFileInfo::exists(path))
            return note(path, u"there is no database yet; the first start makes it"_s);
        if (const Result<void> sound = storage::probeSqlite(path); !sound)
            refuse(path, sound.error().detail);
    }

    void checkTls()
    {
        QStringList warnings;
        if (const Result<void> files = checkTlsFiles(m_settings, warnings); !files)
            std::ranges::copy(files.error().fields, std::back_inserter(m_forecast.reasons));
        for (const QString &warning : warnings)
            note(u"tls.certificate"_s, warning);
    }

    void checkSigningKeyFile(const GivenSecrets &secrets)
    {
        const auto place = secrets::ringPlaceOf(m_settings, secrets.sealer, nullptr);
        const auto ring = place ? place->store->read() : std::unexpected(place.error());
        if (!ring)
            refuse(u"app.data_dir"_s, ring.error().detail);
    }

    void checkAuditKey(const GivenSecrets &secrets)
    {
        if (const auto keys = AuditKeys(m_settings, secrets.sealer).verifierKeys(); !keys)
            refuse(u"app.data_dir"_s, keys.error().detail);
    }

    /// Each by itself, so that all of them are heard of.
    void checkPages()
    {
        const pages::PageSource given = pageSource(m_settings);
        const std::pair<const char16_t *, QString pages::PageSource::*> own[] = {
            {u"sharing.custom_assets_dir", &pages::PageSource::customAssets},
            {u"sharing.impressum_file", &pages::PageSource::impressumFile},
            {u"sharing.privacy_file", &pages::PageSource::privacyFile}};
        for (const auto &[setting, place] : own) {
            pages::PageSource source{.folder = given.folder};
            source.*place = given.*place;
            if (const auto loaded = pages::PageSet::load(source); !loaded)
                refuse(QString::fromUtf16(setting), loaded.error().detail);
        }
    }

    void checkGeoDatabases()
    {
        const config::Settings::Sharing &sharing = m_settings.sharing;
        if (!sharing.enabled)
            return;
        if (const auto opened = sharing::openGeoDatabases(sharing.countryDatabase, {}); !opened)
            refuse(u"sharing.country_database"_s, opened.error().detail);
        if (const auto opened = sharing::openGeoDatabases({}, sharing.asnDatabase); !opened)
            refuse(u"sharing.asn_database"_s, opened.error().detail);
    }

    void checkPort()
    {
        if (m_settings.http.port == 0)
            return;
        QTcpServer listener;
        const QString address = QString::fromLatin1(m_settings.http.listen.toText());
        if (listener.listen(QHostAddress(address), m_settings.http.port))
            return;
        const bool taken = listener.serverError() == QAbstractSocket::AddressInUseError;
        if (taken && m_server != 0)
            return note(u"http.port"_s, u"port %1 is in use, by that process most likely"_s.arg(m_settings.http.port));
        refuse(taken ? u"http.port"_s : u"http.listen"_s,
               u"%1 port %2: %3"_s.arg(address).arg(m_settings.http.port).arg(listener.errorString()));
    }

    const config::Settings &m_settings;
    const qint64 m_server; ///< the process that serves from the data folder, or 0
    StartForecast m_forecast;
};

} // namespace

StartForecast forecastStart(const config::Settings &settings, const GivenSecrets &secrets)
{
    return Forecaster(settings).forecast(secrets);
}

} // namespace gatehouse::assembly
