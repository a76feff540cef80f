#include "redis/redis_server_info.h"

#include "redis/circuit_breaker.h"
#include "redis/redis_backoff.h"
#include "redis/redis_error.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestRedisServerInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatRedisTells()
    {
        RedisServerInfo info;
        readServerInfo("# Server\r\nredis_version:7.0.15\r\nno "
                       "colon\r\n:x\r\nused_memory:1000\r\nserver_time_usec:1700000000000001\r\nmaxmemory:2000\r\n"
                       "maxmemory_policy:allkeys-lru\r\naof_enabled:1\r\nrole:slave\r\nrdb_last_bgsave_status:err",
                       info);
        QCOMPARE(info.version, QVersionNumber(7, 0, 15));
        QCOMPARE(info.product, "redis");
        QCOMPARE(info.role, RedisServerInfo::Role::Replica);
        QCOMPARE(info.usedMemory, 1000);
        QCOMPARE(info.clock, 1'700'000'000'000'001);
        QCOMPARE(info.maxMemory, 2000);
        QCOMPARE(info.evictionPolicy, "allkeys-lru");
        QVERIFY(info.appendOnly && info.savesFail && info.complete);
    }

    void tellsValkeyFromRedis()
    {
        RedisServerInfo info;
        readServerInfo("redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.1.1\r\nrole:master\r\n", info);
        QCOMPARE(info.product, "valkey");
        QCOMPARE(info.productVersion, "8.1.1");
        QVERIFY(unsupportedBecause(info).isEmpty());
    }

    void warnsOfSettingsThatEndangerWhatIsKeptThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("limitsOnly");
        QTest::addColumn<QStringList>("remedies");
        const QByteArray good = "maxmemory:1000\r\naof_enabled:1\r\nmaxmemory_policy:";
        QTest::newRow("safe") << good + "noeviction" << false << QStringList();
        QTest::newRow("evicting") << good + "allkeys-lru" << false << QStringList{u"noeviction"_s};
        QTest::newRow("evicting what expires") << good + "volatile-ttl" << false << QStringList{u"noeviction"_s};
        QTest::newRow("evicting limits") << good + "allkeys-lru" << true << QStringList();
        QTest::newRow("not evicting limits") << good + "noeviction" << true << QStringList{u"allkeys-lru"_s};
        QTest::newRow("forgetful") << QByteArray("maxmemory:1\r\naof_enabled:0\r\nmaxmemory_policy:noeviction") << false
                                   << QStringList{u"appendonly yes"_s};
        QTest::newRow("forgetful limits") << QByteArray("maxmemory:1\r\nmaxmemory_policy:allkeys-lru") << true << QStringList();
        QTest::newRow("unbounded") << QByteArray("maxmemory:0\r\naof_enabled:1\r\nmaxmemory_policy:noeviction") << false
                                   << QStringList{u"set maxmemory"_s};
        QTest::newRow("cannot save") << good + "noeviction\r\naof_last_write_status:err" << false << QStringList{u"disk"_s};
    }
    void warnsOfSettingsThatEndangerWhatIsKeptThere()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, limitsOnly);
        QFETCH(const QStringList, remedies);
        RedisServerInfo info;
        readServerInfo(text, info);
        const QStringList warnings = serverWarnings(info, limitsOnly ? RedisUse::LimitsOnly : RedisUse::LiveData);
        QCOMPARE(warnings.size(), remedies.size());
        for (qsizetype i = 0; i < remedies.size(); ++i)
            QVERIFY2(warnings[i].contains(remedies[i]), qPrintable(warnings[i]));
    }

    void keepsArgumentsOutOfErrors()
    {
        const Error error = errorOfReply("ERR unknown command 'SETT', with args beginning with: 'hunter2' ");
        QCOMPARE(error.kind, ErrorKind::Internal);
        QCOMPARE(error.detail, u"Redis: ERR unknown command 'SETT'"_s);
    }

    void opensAfterFailuresInARowAndClosesByAProbe()
    {
        CircuitBreaker breaker;
        for (int i = 0; i < 100; ++i)
            QVERIFY(!breaker.count(i % CircuitBreaker::kFailures == 0));
        (void)breaker.count(true);
        for (int i = 1; i < CircuitBreaker::kFailures; ++i)
            QVERIFY(!breaker.count(false));
        QVERIFY(breaker.count(false));
        QVERIFY(!breaker.lets());
        QVERIFY(!breaker.count(true)); // sent before it opened
        QVERIFY(!breaker.lets());
        breaker.probing();
        QVERIFY(!breaker.lets());
        breaker.probed(false);
        QCOMPARE(breaker.state(), CircuitBreaker::State::Open);
        breaker.probing();
        breaker.probed(true);
        QVERIFY(breaker.lets());
    }

    void triesAgainSoonAtFirstAndNeverLaterThanHalfASecond()
    {
        RedisBackoff backoff;
        QVERIFY(backoff.next() <= 20ms);
        std::chrono::milliseconds longest{0};
        for (int i = 0; i < 1000; ++i)
            longest = std::max(longest, backoff.next());
        QVERIFY(longest > 400ms && longest <= 500ms);
        QVERIFY(backoff.next() >= 250ms);
        backoff.reset();
        QVERIFY(backoff.next() <= 20ms);
    }
};

QTEST_APPLESS_MAIN(TestRedisServerInfo)
#include "test_redis_server_info.moc"
