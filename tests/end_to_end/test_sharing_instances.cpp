#include "postgres_server.h"
#include "redis_server.h"
#include "tools.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <memory>
#include <vector>

using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kConfiguration = QByteArray(kGenerous)
    + "sharing:\n  store: redis\n  allow_anonymous: true\n  guess_limit: 0\n"
      "http:\n  workers: 2\n";
const QByteArray kSecret = R"({"data":"c2VjcmV0","expires_in":3600,"receipt":true})";

} // namespace

/// One-time secrets of two servers in one Redis, which comes and goes.
class SharingInstancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatIsSentToOneIsTakenFromTheOtherOnce();
    void handsASecretToOneOfAThousandOverBoth();
    void receiptsAndTokensHoldForBoth();
    void metricsCountWhatRedisIsAskedFor();
    void refusesSecretsAndNothingElseWhileRedisIsAway();
    void warnsOfARedisThatEvicts();
    void needsARedisToBeGiven();

private:
    [[nodiscard]] HttpClient client(int i) const
    {
        return HttpClient({.port = m_servers[i]->port(), .from = freshAddress()}, 60s);
    }
    [[nodiscard]] static QByteArray create(HttpClient &client)
    {
        return client.postText("/api/v1/secret", kSecret).json().value("id"_L1).toString().toUtf8();
    }

    PostgresServer m_postgres;
    std::unique_ptr<RedisServer> m_redis;
    std::array<std::unique_ptr<ServerFolder>, 2> m_folders;
    std::array<std::unique_ptr<ServerProcess>, 2> m_servers;
};

void SharingInstancesTest::initTestCase()
{
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
    m_redis = std::make_unique<RedisServer>(
        QStringList{u"--maxmemory"_s, u"64mb"_s, u"--maxmemory-policy"_s, u"allkeys-lru"_s, u"--appendonly"_s, u"yes"_s});
    const QByteArray database = m_postgres.makeDatabase();
    for (int i = 0; i < 2; ++i) {
        m_folders[i] = std::make_unique<ServerFolder>();
        m_folders[i]->configure(kConfiguration);
        m_folders[i]->setVariable(u"DATABASE_URL"_s, QString::fromUtf8(m_postgres.url(database)));
        m_folders[i]->setVariable(u"REDIS_URL"_s, QString::fromUtf8(m_redis->url()));
        m_folders[i]->setVariable(u"GATEHOUSE_LIMITS_BACKEND"_s, u"embedded"_s);
        m_servers[i] = std::make_unique<ServerProcess>(*m_folders[i]);
        QVERIFY2(m_servers[i]->start(), m_servers[i]->output().constData());
    }
}

void SharingInstancesTest::cleanupTestCase()
{
    for (auto &server : m_servers)
        server.reset();
}

void SharingInstancesTest::whatIsSentToOneIsTakenFromTheOtherOnce()
{
    HttpClient here = client(0);
    HttpClient there = client(1);
    const QByteArray path = "/api/v1/secret/" + create(here);
    const Answer taken = there.get(path);
    QCOMPARE(taken.status, 200);
    QCOMPARE(taken.body, QByteArray("c2VjcmV0"));
    QCOMPARE(here.get(path).status, 410);
    QCOMPARE(there.get(path).status, 410);
}

void SharingInstancesTest::handsASecretToOneOfAThousandOverBoth()
{
    constexpr int kTakers = 1000;
    HttpClient creator = client(0);
    const QByteArray request = "GET /api/v1/secret/" + create(creator) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    std::vector<std::unique_ptr<RawClient>> takers;
    QHostAddress from;
    for (int i = 0; i < kTakers; ++i) {
        if (i % 200 == 0) // of one address are at most 256
            from = freshAddress();
        takers.push_back(std::make_unique<RawClient>(RawClient::Target{.port = m_servers[i % 2]->port(), .from = from}, 60s));
        QVERIFY(takers.back()->isConnected());
    }
    for (const auto &taker : takers)
        QVERIFY(taker->send(request));
    int handed = 0;
    int gone = 0;
    for (const auto &taker : takers) {
        const Answer answer = HttpClient::readAnswer(*taker);
        handed += answer.status == 200 && answer.body == "c2VjcmV0" ? 1 : 0;
        gone += answer.status == 410 ? 1 : 0;
    }
    QCOMPARE(handed, 1);
    QCOMPARE(gone, kTakers - 1);
}

void SharingInstancesTest::receiptsAndTokensHoldForBoth()
{
    HttpClient here = client(0);
    HttpClient there = client(1);
    const QJsonObject created = here.postText("/api/v1/secret", kSecret).json();
    const QByteArray path = "/api/v1/secret/" + created.value("id"_L1).toString().toUtf8();
    const HeaderList token{{"X-Receipt-Token", created.value("receipt_token"_L1).toString().toUtf8()}};
    QCOMPARE(there.get(path + "/receipt", token).json().value("state"_L1), u"waiting"_s);
    QCOMPARE(there.get(path).status, 200);
    QCOMPARE(here.get(path + "/receipt", token).json().value("state"_L1), u"taken"_s);
    QCOMPARE(here.request("DELETE", path, {}, token).status, 410);
}

void SharingInstancesTest::metricsCountWhatRedisIsAskedFor()
{
    HttpClient metrics({.port = m_servers[0]->port()});
    const auto asked = [&] { return metric(metrics, "gatehouse_redis_calls_total{use=\"one_time_secrets\"}"); };
    const qint64 before = asked();
    HttpClient here = client(0);
    QCOMPARE(here.get("/api/v1/secret/" + create(here)).status, 200);
    QCOMPARE_GE(asked(), before + 2);
    QCOMPARE(metric(metrics, "gatehouse_redis_connections_open{use=\"one_time_secrets\"}"), 2);
}

void SharingInstancesTest::refusesSecretsAndNothingElseWhileRedisIsAway()
{
    HttpClient one = client(0);
    const QByteArray kept = "/api/v1/secret/" + create(one);
    m_redis->kill();
    const auto refusal = [&](int *status) {
        QElapsedTimer time;
        time.start();
        *status = one.postText("/api/v1/secret", kSecret).status;
        return time.elapsed();
    };
    int status = 0;
    const qint64 first = refusal(&status);
    QCOMPARE(status, 503);
    QVERIFY2(first < 300 * TEST_TIME_FACTOR, qPrintable(QString::number(first)));
    QCOMPARE(one.get(kept).status, 503);
    QTRY_COMPARE_WITH_TIMEOUT(one.get("/health").json().value("status"_L1), u"degraded"_s, 5000 * TEST_TIME_FACTOR);
    QCOMPARE(one.get("/ready").status, 200);
    QCOMPARE(one.get("/config.json").status, 200);
    m_redis->start();
    Answer taken;
    const auto isBack = [&] {
        taken = one.get(kept);
        return taken.status != 503;
    };
    QVERIFY(QTest::qWaitFor(isBack, 5000 * TEST_TIME_FACTOR));
    QCOMPARE(taken.status, 200); // appendonly was on
    m_redis->pause();
    const qint64 hanging = refusal(&status);
    m_redis->resume();
    QCOMPARE(status, 503);
    QVERIFY2(hanging < 400 * TEST_TIME_FACTOR, qPrintable(QString::number(hanging)));
    QTRY_VERIFY_WITH_TIMEOUT(!create(one).isEmpty(), 5000 * TEST_TIME_FACTOR);
}

void SharingInstancesTest::warnsOfARedisThatEvicts()
{
    QVERIFY(m_servers[0]->output().contains("maxmemory-policy is allkeys-lru"));
    const Outcome checked = m_folders[0]->run({u"check"_s});
    QVERIFY2((checked.output + checked.errors).contains("maxmemory-policy is allkeys-lru"), checked.output.constData());
}

void SharingInstancesTest::needsARedisToBeGiven()
{
    ServerFolder folder;
    folder.configure(kConfiguration);
    const Outcome refused = folder.run({u"serve"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("REDIS_URL: is needed, as sharing.store is redis"), refused.errors.constData());
}

QTEST_GUILESS_MAIN(SharingInstancesTest)
#include "test_sharing_instances.moc"
