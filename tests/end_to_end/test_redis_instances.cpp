#include "postgres_server.h"
#include "redis_server.h"
#include "tools.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Two servers that count together in one Redis, which comes and goes.
class RedisInstancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theQuotaHoldsForBothTogether();
    void aRefusedCallerCostsRedisNothing();
    void aCallerWhoIsResetPassesEverywhere();
    void aResetIsToldAsSoonAsRedisAnswersAgain();
    void eachCountsForItselfWhileRedisIsAway();
    void aPolicyMayRefuseWhileRedisIsAway();
    void aRedisThatHangsHoldsNobodyUp();
    void healthNamesTheServer();
    void aWrongClockOfRedisIsTold();
    void checkNamesWhatIsWrongWithoutThePassword();

private:
    static constexpr int kQuota = 40;
    /// By when Redis is used again, in milliseconds; that a second is enough is shown by test_redis_client, beside which less
    /// runs.
    static constexpr int kBack = 3000 * TEST_TIME_FACTOR;

    void configure(const QByteArray &general);
    [[nodiscard]] static int verify(const ServerProcess &server, const QHostAddress &from)
    {
        return HttpClient({.port = server.port(), .from = from}).get("/auth/verify").status;
    }
    [[nodiscard]] static qint64 metric(const ServerProcess &server, const QByteArray &sample);
    [[nodiscard]] static qint64 decidedByRedis(const ServerProcess &server)
    {
        return metric(server, "gatehouse_limit_engine_decisions_total{engine=\"redis\"}");
    }
    [[nodiscard]] static QString redisStatus(const ServerProcess &server)
    {
        const QJsonObject health = HttpClient({.port = server.port()}).get("/health").json();
        return health["checks"_L1]["redis"_L1]["status"_L1].toString();
    }
    [[nodiscard]] bool areConnected() const;
    /// Has each worker of each server know that whoever comes from `address` is over the limit.
    void useUp(const QHostAddress &address) const;
    void reset(const QHostAddress &address) const;

    PostgresServer m_postgres;
    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<ServerFolder> m_folders[2];
    std::unique_ptr<ServerProcess> m_servers[2];
};

void RedisInstancesTest::initTestCase()
{
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
    m_redis = std::make_unique<RedisServer>(QStringList{u"--maxmemory"_s, u"64mb"_s});
}

void RedisInstancesTest::init()
{
    configure("quota: 40, window: 1h");
}

void RedisInstancesTest::configure(const QByteArray &general)
{
    const QByteArray database = m_postgres.makeDatabase();
    for (int i = 0; i < 2; ++i) {
        m_servers[i].reset();
        m_folders[i] = std::make_unique<ServerFolder>();
        m_folders[i]->configure("app:\n  mode: development\nauth:\n  password_memory_kib: 64\n  password_passes: 1\n"
                                "http:\n  workers: 2\nlimits:\n  general: {"
                                + general + "}\n");
        m_folders[i]->setVariable(u"DATABASE_URL"_s, QString::fromUtf8(m_postgres.url(database)));
        m_folders[i]->setVariable(u"REDIS_URL"_s, QString::fromUtf8(m_redis->url()));
        m_servers[i] = std::make_unique<ServerProcess>(*m_folders[i]);
        QVERIFY2(m_servers[i]->start(), m_servers[i]->output().constData());
    }
    QTRY_VERIFY_WITH_TIMEOUT(areConnected(), 5000);
}

void RedisInstancesTest::cleanup()
{
    for (int i = 0; i < 2; ++i) {
        m_servers[i].reset();
        m_folders[i].reset();
    }
}

qint64 RedisInstancesTest::metric(const ServerProcess &server, const QByteArray &sample)
{
    HttpClient client({.port = server.port()});
    return gatehouse::e2e::metric(client, sample);
}

bool RedisInstancesTest::areConnected() const
{
    return std::ranges::all_of(
        m_servers, [](const auto &server) { return metric(*server, "gatehouse_redis_connections_open{use=\"limits\"}") == 2; });
}

void RedisInstancesTest::theQuotaHoldsForBothTogether()
{
    const QHostAddress address = freshAddress();
    std::atomic<int> allowed = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < 8; ++i) {
            clients.emplace_back([&, i] {
                for (int n = 0; n < 10 * kQuota / 8; ++n) {
                    const int status = verify(*m_servers[i % 2], address);
                    allowed += status == 401 ? 1 : 0;
                    refused += status == 429 ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(allowed.load(), kQuota);
    QCOMPARE(refused.load(), 9 * kQuota);
}

void RedisInstancesTest::aRefusedCallerCostsRedisNothing()
{
    const QHostAddress address = freshAddress();
    HttpClient one({.port = m_servers[0]->port(), .from = address});
    for (int n = 0; n <= kQuota; ++n)
        (void)one.get("/auth/verify");
    const qint64 before = decidedByRedis(*m_servers[0]);
    for (int n = 0; n < 100; ++n)
        QCOMPARE(one.get("/auth/verify").status, 429);
    QVERIFY(decidedByRedis(*m_servers[0]) - before < 5); // what asked for the metrics is counted too
}

void RedisInstancesTest::useUp(const QHostAddress &address) const
{
    for (int n = 0; n <= kQuota; ++n)
        (void)verify(*m_servers[n % 2], address);
    for (const auto &server : m_servers) {
        for (int n = 0; n < 16; ++n) // the kernel chooses the worker
            QCOMPARE(verify(*server, address), 429);
    }
}

void RedisInstancesTest::reset(const QHostAddress &address) const
{
    const HeaderList admin = bearer(accessToken(*m_servers[0], "admin"));
    HttpClient client({.port = m_servers[0]->port(), .from = freshAddress()});
    const QByteArray path = "/api/v1/admin/limits/keys/address:" + address.toString().toUtf8();
    QCOMPARE(client.request("DELETE", path, {}, admin).status, 204);
}

void RedisInstancesTest::aCallerWhoIsResetPassesEverywhere()
{
    QCOMPARE(registerAdmin(*m_servers[0]).status, 201);
    const QHostAddress address = freshAddress();
    useUp(address);
    reset(address);
    for (int n = 0; n < 4; ++n)
        QCOMPARE(verify(*m_servers[0], address), 401);
    QTRY_COMPARE_WITH_TIMEOUT(verify(*m_servers[1], address), 401, 3000 * TEST_TIME_FACTOR);
    for (int n = 0; n < 4; ++n)
        QCOMPARE(verify(*m_servers[1], address), 401);
}

void RedisInstancesTest::aResetIsToldAsSoonAsRedisAnswersAgain()
{
    QCOMPARE(registerAdmin(*m_servers[0]).status, 201);
    const QHostAddress address = freshAddress();
    useUp(address);
    reset(address);
    m_redis->pause();
    const auto resume = qScopeGuard([this] { m_redis->resume(); });
    // It looked for resets, and had no answer.
    QTRY_COMPARE_WITH_TIMEOUT(redisStatus(*m_servers[1]), u"unhealthy"_s, 5000);
    m_redis->resume();
    QTRY_COMPARE_WITH_TIMEOUT(verify(*m_servers[1], address), 401, 1000 * TEST_TIME_FACTOR);
}

void RedisInstancesTest::eachCountsForItselfWhileRedisIsAway()
{
    m_redis->kill();
    const QHostAddress address = freshAddress();
    QElapsedTimer since;
    since.start();
    QCOMPARE(verify(*m_servers[0], address), 401);
    QVERIFY(since.elapsed() < 200 * TEST_TIME_FACTOR);
    for (int n = 1; n < kQuota; ++n)
        QCOMPARE(verify(*m_servers[0], address), 401);
    QCOMPARE(verify(*m_servers[0], address), 429);
    QCOMPARE(verify(*m_servers[1], address), 401);
    QTRY_COMPARE_WITH_TIMEOUT(redisStatus(*m_servers[0]), u"unhealthy"_s, 5000);
    QCOMPARE(HttpClient({.port = m_servers[0]->port()}).get("/health/ready").status, 200);

    m_redis->start();
    const qint64 before = decidedByRedis(*m_servers[1]);
    QTRY_VERIFY_WITH_TIMEOUT(verify(*m_servers[1], freshAddress()) == 401 && decidedByRedis(*m_servers[1]) > before, kBack);
}

void RedisInstancesTest::aPolicyMayRefuseWhileRedisIsAway()
{
    configure("quota: 40, window: 1h, outage: refuse");
    if (QTest::currentTestFailed())
        return;
    m_redis->kill();
    const Answer answer = HttpClient({.port = m_servers[0]->port(), .from = freshAddress()}).get("/auth/verify");
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    m_redis->start();
    // Not QTRY_COMPARE, which asks once more when all is well: a slow machine may then miss the deadline of Redis.
    QVERIFY(QTest::qWaitFor([this] { return verify(*m_servers[0], freshAddress()) == 401; }, kBack));
}

void RedisInstancesTest::aRedisThatHangsHoldsNobodyUp()
{
    m_redis->pause();
    qint64 longest = 0;
    for (int n = 0; n < 10; ++n) {
        QElapsedTimer since;
        since.start();
        QCOMPARE(verify(*m_servers[0], freshAddress()), 401);
        longest = std::max(longest, since.elapsed());
    }
    m_redis->resume();
    QVERIFY2(longest < 250 * TEST_TIME_FACTOR, qPrintable(QString::number(longest))); // a deadline of 100 ms, and a busy machine
    const qint64 before = decidedByRedis(*m_servers[0]);
    QTRY_VERIFY_WITH_TIMEOUT(verify(*m_servers[0], freshAddress()) == 401 && decidedByRedis(*m_servers[0]) > before, kBack);
}

void RedisInstancesTest::healthNamesTheServer()
{
    QCOMPARE(registerAdmin(*m_servers[0]).status, 201);
    HttpClient one({.port = m_servers[0]->port(), .from = freshAddress()});
    const QByteArray token = accessToken(*m_servers[0], "admin");
    QTRY_VERIFY_WITH_TIMEOUT(one.get("/health", bearer(token)).body.contains("primary, "), 3000);
    const QByteArray health = one.get("/health", bearer(token)).body;
    QVERIFY2(health.contains("MiB used of 64.0"), health.constData());
    // A round trip, not how long it takes to look up what was told before.
    const double latency = QJsonDocument::fromJson(health)[u"checks"_s][u"redis"_s][u"latency_ms"_s].toDouble();
    QVERIFY2(latency > 0.02 && latency < 1000, health.constData());
    QVERIFY(!one.get("/health").body.contains("primary")); // not for everybody
}

void RedisInstancesTest::aWrongClockOfRedisIsTold()
{
    QCOMPARE(registerAdmin(*m_servers[0]).status, 201);
    HttpClient one({.port = m_servers[0]->port(), .from = freshAddress()});
    const QByteArray token = accessToken(*m_servers[0], "admin");
    const auto redisIs = [&](const QByteArray &status, const QRegularExpression &text) {
        const QJsonValue redis = QJsonDocument::fromJson(one.get("/health", bearer(token)).body)[u"checks"_s][u"redis"_s];
        return redis[u"status"_s].toString().toUtf8() == status && text.match(redis[u"detail"_s].toString()).hasMatch();
    };
    const auto restart = [&](std::chrono::seconds ahead) {
        m_redis->kill();
        m_redis->setClockAhead(ahead);
        m_redis->start();
    };
    static const QRegularExpression kRight(u"primary, .*, clock [+-]?\\d{1,3} ms$"_s);
    static const QRegularExpression kAhead(u"primary, .*, clock \\+(89|90)\\d{3} ms$"_s);
    static const QRegularExpression kBehind(u"primary, .*, clock -(89|90)\\d{3} ms$"_s);

    QTRY_VERIFY_WITH_TIMEOUT(redisIs("healthy", kRight), kBack + 3000);
    restart(90s);
    const auto clockRight = qScopeGuard([&] { restart(0s); });
    QTRY_VERIFY_WITH_TIMEOUT(redisIs("degraded", kAhead), kBack + 3000);
    restart(-90s);
    QTRY_VERIFY_WITH_TIMEOUT(redisIs("degraded", kBehind), kBack + 3000);
}

void RedisInstancesTest::checkNamesWhatIsWrongWithoutThePassword()
{
    ServerFolder folder;
    folder.configure(kGenerous);
    folder.setVariable(u"REDIS_URL"_s, u"redis://user:hunter2secret@127.0.0.1:%1"_s.arg(m_redis->port()));
    const Outcome wrongPassword = folder.run({u"check"_s});
    QCOMPARE(wrongPassword.exitCode, 1);
    QVERIFY2(wrongPassword.errors.contains("REDIS_URL: "), wrongPassword.errors.constData());
    folder.setVariable(u"REDIS_URL"_s, u"redis//user:hunter2secret@127.0.0.1"_s);
    const Outcome malformed = folder.run({u"serve"_s});
    QCOMPARE(malformed.exitCode, 2);
    for (const Outcome &outcome : {wrongPassword, malformed})
        QVERIFY(!outcome.errors.contains("hunter2") && !outcome.output.contains("hunter2"));
}

QTEST_GUILESS_MAIN(RedisInstancesTest)
#include "test_redis_instances.moc"
