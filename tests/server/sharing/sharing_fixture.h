#pragma once

#include "../auth/account_database.h"
#include "../core/manual_clock.h"
#include "core/ulid.h"
#include "redis_server.h"
#include "sharing/database_secret_store.h"
#include "sharing/redis_secret_store.h"
#include "sharing/share_tokens.h"
#include "storage/statement.h"

#include <QCryptographicHash>
#include <QThread>

#include <qcoro/qcorotask.h>

#include <algorithm>
#include <mutex>

namespace gatehouse::sharing::tests {

using gatehouse::tests::ManualClock;

/// Keeps acts for a test to look at, and fails to record when told to. Thread-safe.
class CollectedShares final : public ShareEvents
{
public:
    Result<void> recordWithin(QSqlDatabase & /*database*/, std::span<const ShareEvent> events) override
    {
        const std::lock_guard lock(m_mutex);
        if (broken)
            return failure(ErrorKind::Unavailable, QStringLiteral("the record cannot be written"));
        m_events.insert(m_events.end(), events.begin(), events.end());
        return {};
    }
    QCoro::Task<> record(ShareEvent event) override
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
        co_return;
    }
    /// What came since the last call.
    [[nodiscard]] std::vector<ShareEvent> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }

    std::atomic<bool> broken = false;

private:
    std::mutex m_mutex;
    std::vector<ShareEvent> m_events;
};

inline QByteArray sha256Hex(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

inline const Visitor kVisitor{IpAddress::fromIpv4(0xc0000207)}; // 192.0.2.7

/// A store as instances have it, over the fixture's database or, where the environment says TEST_STORE=redis, a Redis of the
/// program's. CTest runs each program that uses this with both.
class Instance
{
public:
    struct Parts {
        CollectedShares &events;
        Statistics &statistics;
        const Clock &clock;
        const SharingSettings &settings;
        const QByteArray &prefix; ///< of the fixture's keys in Redis
        const storage::RedisOptions *redis = nullptr; ///< null: redisOptions()
    };
    Instance(std::unique_ptr<storage::Database> given, Parts parts)
        : database(std::move(given))
        , transactions(*database, parts.events)
    {
        if (!isRedis()) {
            store = std::make_unique<DatabaseSecretStore>(
                DatabaseSecretStore::Parts{*database, transactions, parts.events, parts.statistics, room, parts.clock},
                parts.settings);
            return;
        }
        auto opened = std::make_unique<RedisSecretStore>(
            parts.redis != nullptr ? *parts.redis : redisOptions(), parts.prefix,
            RedisSecretStore::Parts{transactions, parts.statistics, redisCounts, parts.clock}, parts.settings);
        if (!opened->waitForRedis(std::chrono::seconds(20)))
            qFatal("Redis is not there");
        store = std::move(opened);
    }
    ~Instance()
    {
        store->stop();
        database.reset(); // what it does for the store ends first
    }

    [[nodiscard]] static bool isRedis() { return qEnvironmentVariable("TEST_STORE") == QLatin1String("redis"); }
    /// One for the whole program.
    [[nodiscard]] static RedisServer &redis()
    {
        static RedisServer server;
        return server;
    }
    [[nodiscard]] static const storage::RedisOptions &redisOptions()
    {
        static const storage::RedisOptions options = [] {
            storage::RedisOptions made{.url = std::move(storage::RedisUrl::parse(redis().url()).value())};
            made.reply.maxBytes = 32 * 1024 * 1024;
            made.maxUnsent = 64 * 1024 * 1024;
            made.deadline = std::chrono::seconds(10); // the machine is busy; what the deadline does has a test of its own
            made.stallTimeout = std::chrono::seconds(30);
            return made;
        }();
        return options;
    }

    std::unique_ptr<storage::Database> database;
    GroupedTransactions transactions;
    RedisShareLink::Counts redisCounts;
    StorageRoom room{StorageRoom::Measure()};
    std::unique_ptr<SecretStore> store;
};

/// Secrets over a real database, or a real Redis beside it.
class Secrets
{
public:
    /// `options` of another Redis than the program's, which outlive this; null: none.
    explicit Secrets(SharingSettings chosen = {}, const storage::RedisOptions *options = nullptr)
        : settings(std::move(chosen))
        , redis(options)
    {
    }

    /// One more, as another process has it.
    [[nodiscard]] std::unique_ptr<Instance> another()
    {
        return std::make_unique<Instance>(file.open(), Instance::Parts{events, statistics, clock, settings, prefix, redis});
    }

    [[nodiscard]] NewSecret made(const QByteArray &data = "QUJD", std::chrono::seconds ttl = std::chrono::hours(1)) const
    {
        NewSecret secret;
        secret.created = clock.now();
        secret.id = newUlid(secret.created);
        secret.data = data;
        secret.expires = secret.created + ttl;
        return secret;
    }
    [[nodiscard]] Result<void> put(NewSecret secret) { return QCoro::waitFor(store.put(std::move(secret))); }
    [[nodiscard]] TakeRequest asking(const QByteArray &id, const QByteArray &passphraseHash = {},
                                     const Visitor &visitor = kVisitor) const
    {
        return {.id = id, .visitor = visitor, .passphraseHash = passphraseHash, .now = clock.now()};
    }
    [[nodiscard]] TakeOutcome take(const QByteArray &id, const QByteArray &passphraseHash = {}, const Visitor &visitor = kVisitor)
    {
        const auto outcome = QCoro::waitFor(store.take(asking(id, passphraseHash, visitor)));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail));
        return *outcome;
    }
    [[nodiscard]] Result<Receipt> receipt(const QByteArray &id, const QByteArray &token)
    {
        return QCoro::waitFor(store.receipt(id, tokenHash(token)));
    }
    [[nodiscard]] Result<void> burn(const QByteArray &id, const QByteArray &token)
    {
        return QCoro::waitFor(store.burn(id, tokenHash(token), {}));
    }
    /// Adds a share token.
    [[nodiscard]] QByteArray addToken(bool oneTime = false, std::optional<qint64> limit = {},
                                      ShareToken::Kind kind = ShareToken::Kind::Share) const
    {
        const QByteArray token = newToken();
        const ShareToken stored{.id = newUlid(clock.now()),
                                .kind = kind,
                                .label = "test",
                                .uploadSizeLimit = limit,
                                .oneTime = oneTime,
                                .created = clock.now(),
                                .expires = clock.now() + std::chrono::days(1)};
        const auto added = database->runBlocking(
            [&](QSqlDatabase &connection) { return share_token_table::add(connection, stored, tokenHash(token)); });
        if (!added)
            qFatal("%s", qPrintable(added.error().detail));
        return token;
    }
    /// Ends and forgets what is due; in the database, waits for that.
    void sweep()
    {
        store.sweep();
        (void)count("SELECT 1");
    }
    /// How many secrets have their data here.
    [[nodiscard]] qint64 waiting() const
    {
        if (!Instance::isRedis())
            return count("SELECT count(*) FROM shared_secrets WHERE data IS NOT NULL");
        const QByteArrayList all = keys();
        return std::ranges::count_if(all, [](const QByteArray &key) { return key.endsWith(":data"); });
    }
    /// The keys that are there in Redis, without what all of them begin with.
    [[nodiscard]] QByteArrayList keys() const
    {
        const QByteArray start = prefix + "{sharing}:";
        QByteArrayList found = Instance::redis().command({"KEYS", prefix + '*'}).split('\n');
        found.removeIf([&](const QByteArray &line) { return !line.startsWith(start); });
        for (QByteArray &key : found)
            key = key.sliced(start.size()).trimmed();
        return found;
    }
    [[nodiscard]] qint64 count(const char *sql) const
    {
        auto work = [sql](QSqlDatabase &connection) -> Result<qint64> {
            storage::Statement statement(connection, sql);
            return statement.execute() && statement.next() ? statement.number(0) : -1;
        };
        return database->runBlocking(work).value_or(-2);
    }

    SharingSettings settings;
    const storage::RedisOptions *const redis;
    ManualClock clock;
    CollectedShares events;
    Statistics statistics;
    auth::tests::AccountDatabase file;
    const QByteArray prefix = "test:" + newUlid(WallTime()) + ':';
    std::unique_ptr<Instance> instance = another();
    storage::Database *const database = instance->database.get();
    SecretStore &store = *instance->store;
};

} // namespace gatehouse::sharing::tests
