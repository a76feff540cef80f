#include "redis/redis_client.h"

#include "redis_call_waiter.h"
#include "redis_load.h"
#include "free_port.h"
#include "redis_server.h"
#include "redis_test_client.h"
#include "scripted_redis.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace gatehouse::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A call that nothing disturbs ends well within this, also on a busy machine.
constexpr qint64 kDeadline = 100 + 60 * TEST_TIME_FACTOR;
constexpr qint64 kASecond = 1000 * TEST_TIME_FACTOR;

} // namespace

class TestRedisClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersCallsOfAnyBytes()
    {
        const RedisServer redis;
        RedisTestClient client(redis.url() + "/3");
        WAIT_UNTIL(client->isReady());
        const QByteArray value("a\0\r\n$5\r\n", 9);
        QCOMPARE(waitFor(client->call({"SET", "key", value})).value().bytes, "OK");
        QCOMPARE(waitFor(client->call({"GET", "key"})).value().bytes, value);
        QVERIFY(waitFor(client->call({"GET", "another"})).value().isNil());
        QCOMPARE(waitFor(client->call({"STRLEN", "key"})).value().integer, 9);
        QVERIFY(redis.command({"GET", "key"}).startsWith("$-1")); // it is in database 3
        QVERIFY(redis.command({"CLIENT", "LIST"}).contains("name=gatehouse "));
        QCOMPARE(client->server().role, RedisServerInfo::Role::Primary);
        QVERIFY(client->server().version >= QVersionNumber(6, 2));
        QVERIFY(client->server().complete);
        QCOMPARE(client.statistics.calls.value(), 7U); // the handshake's three included
        QCOMPARE(client.statistics.inFlight.load(), 0U);
    }

    void answersOverAUnixSocket()
    {
        const RedisServer redis;
        RedisTestClient client("redis+unix://" + redis.socketPath().toUtf8() + "?db=1");
        WAIT_UNTIL(client->isReady());
        QCOMPARE(waitFor(client->call({"ECHO", "x"})).value().bytes, "x");
    }

    void sendsTheCommandsOfOneTurnInOneWrite()
    {
        ScriptedRedis redis;
        redis.reply = QByteArray("+OK\r\n").repeated(100);
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        for (int i = 0; i < 99; ++i)
            client->call({"PING"});
        QVERIFY(waitFor(client->call({"PING"})));
        QCOMPARE(redis.reads.size(), 1);
        QCOMPARE(redis.reads.front().count("PING"), 100);
    }

    void failsAtOnceWhileThereIsNoRedis()
    {
        RedisTestClient client("redis://127.0.0.1:" + QByteArray::number(freePort()));
        WAIT_UNTIL(client.statistics.failedConnects.value() > 0);
        qint64 time = 0;
        const Result<RedisValue> reply = waitFor(client->call({"PING"}), &time);
        QCOMPARE(reply.error().kind, ErrorKind::Unavailable);
        QVERIFY(time < 20 * TEST_TIME_FACTOR);
        QCOMPARE(client->problem()->kind, ErrorKind::Unavailable);
        QCOMPARE(client.statistics.rejected.value(), 1U);
    }

    void namesTheVersionThatIsTooOld_data()
    {
        QTest::addColumn<QByteArray>("hello");
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<QString>("named");
        QTest::newRow("6.0") << QByteArray("*2\r\n$7\r\nversion\r\n$6\r\n6.0.16\r\n") << QByteArray("redis_version:6.0.16\r\n")
                             << u"6.0.16"_s;
        QTest::newRow("5, without HELLO") << QByteArray("-ERR unknown command `HELLO`, with args beginning with: `2`\r\n")
                                          << QByteArray("redis_version:5.0.14\r\n") << u"5.0.14"_s;
        QTest::newRow("silent") << QByteArray("*0\r\n") << QByteArray() << u"6.2"_s;
    }
    void namesTheVersionThatIsTooOld()
    {
        QFETCH(const QByteArray, hello);
        QFETCH(const QByteArray, info);
        QFETCH(const QString, named);
        ScriptedRedis redis;
        redis.hello = hello;
        redis.info = info;
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client.statistics.failedConnects.value() > 0);
        QVERIFY(!client->isReady());
        QCOMPARE(client->problem()->kind, ErrorKind::NotSupported);
        QVERIFY2(client->problem()->detail.contains(named), qUtf8Printable(client->problem()->detail));
    }

    void dropsAServerThatBreaksTheProtocol_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("not RESP") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
        QTest::newRow("a reply too many") << QByteArray("+OK\r\n+OK\r\n");
        QTest::newRow("too deep") << QByteArray("*1\r\n").repeated(1000);
        QTest::newRow("too large") << QByteArray("$2000000\r\n") + QByteArray(1'000'000, 'x');
        QTest::newRow("too many elements") << QByteArray("*2000\r\n") + QByteArray(":1\r\n").repeated(2000);
    }
    void dropsAServerThatBreaksTheProtocol()
    {
        QFETCH(const QByteArray, reply);
        ScriptedRedis redis;
        redis.reply = reply;
        RedisOptions options = RedisTestClient::optionsFor(redis.url());
        options.reply = {.maxBytes = 500'000, .maxElements = 1000};
        options.deadline = 5s;
        RedisTestClient client(std::move(options));
        WAIT_UNTIL(client->isReady());
        const QSignalSpy lost(&client.client, &RedisClient::disconnected);
        const Result<RedisValue> got = waitFor(client->call({"PING"}));
        QVERIFY(got ? got->bytes == "OK" : got.error().kind == ErrorKind::Unavailable);
        WAIT_UNTIL(lost.size() == 1);
        WAIT_UNTIL(client->isReady()); // on a new connection
        QVERIFY(redis.accepted >= 2);
    }

    void boundsWhatIsInFlight()
    {
        RedisServer redis;
        RedisOptions options = RedisTestClient::optionsFor(redis.url());
        options.maxInFlight = 10;
        RedisTestClient client(std::move(options));
        WAIT_UNTIL(client->isReady());
        redis.pause();
        std::vector<RedisCall> calls;
        for (int i = 0; i < 10; ++i)
            calls.push_back(client->call({"PING"}));
        qint64 time = 0;
        QVERIFY(!waitFor(client->call({"PING"}), &time));
        QVERIFY(time < 20 * TEST_TIME_FACTOR);
        QCOMPARE(client.statistics.inFlight.load(), 10U);
        redis.resume();
        for (RedisCall &call : calls)
            (void)waitFor(std::move(call));
    }

    void neverTakesALateReplyForAnothers()
    {
        const RedisServer redis;
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        qint64 time = 0;
        client->call({"DEBUG", "SLEEP", "0.3"});
        const std::array<QByteArrayView, 2> first{"ECHO", "first"};
        QCOMPARE(waitFor(client->call(first, 50ms), &time).error().kind, ErrorKind::Unavailable);
        QVERIFY(time >= 50 && time < kDeadline);
        const std::array<QByteArrayView, 2> second{"ECHO", "second"};
        QCOMPARE(waitFor(client->call(second, 5s)).value().bytes, "second");
        QCOMPARE(client.statistics.timeouts.value(), 2U);
    }

    void endsACallInTimeThoughOthersFollow()
    {
        RedisServer redis;
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        redis.pause();
        QTimer others;
        connect(&others, &QTimer::timeout, this, [&client] { client->call({"PING"}); });
        others.start(5ms);
        QElapsedTimer since;
        since.start(); // before the call, which counts from when it is made
        QVERIFY(!waitFor(client->call({"PING"})));
        const qint64 time = since.elapsed();
        QVERIFY2(time >= 100 && time < kDeadline, qPrintable(QString::number(time)));
        redis.resume();
    }

    void failsWhatIsAwaitedWhenItGoes()
    {
        RedisServer redis;
        auto client = std::make_unique<RedisTestClient>(redis.url());
        WAIT_UNTIL((*client)->isReady());
        redis.pause();
        std::optional<Result<RedisValue>> outcome;
        const auto wait = [&]() -> QCoro::Task<> {
            RedisCall call = (*client)->call({"PING"});
            outcome = co_await call;
        };
        const QCoro::Task<> waiting = wait();
        QVERIFY(!outcome);
        client.reset();
        QCOMPARE(outcome->error().kind, ErrorKind::Unavailable);
        redis.resume();
    }

    void goesWhileItConnects()
    {
        RedisServer redis;
        const RedisTestClient brief(redis.url());
        redis.pause(); // the kernel accepts, nobody answers
        auto client = std::make_unique<RedisTestClient>(redis.url());
        QTest::qWait(20);
        client.reset();
        redis.resume();
    }

    void turnsErrorRepliesIntoErrors()
    {
        const RedisServer redis;
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        QCOMPARE(waitFor(client->call({"EVALSHA", "ffffffffffffffffffffffffffffffffffffffff", "0"})).error().kind,
                 ErrorKind::NotFound);
        const Error unknown = waitFor(client->call({"NOSUCH", "hunter2"})).error();
        QCOMPARE(unknown.kind, ErrorKind::Internal);
        QVERIFY(unknown.detail.contains(u"NOSUCH"_s));
        QVERIFY(!unknown.detail.contains(u"hunter2"_s));
        QCOMPARE(waitFor(client->call({"ECHO", "still there"})).value().bytes, "still there");
    }

    void saysThatRedisIsFull()
    {
        const RedisServer redis({u"--maxmemory"_s, u"3mb"_s, u"--maxmemory-policy"_s, u"noeviction"_s});
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        const QByteArray large(500'000, 'x');
        Result<RedisValue> stored;
        for (int i = 0; stored && i < 100; ++i)
            stored = waitFor(client->call({"SET", QByteArray::number(i), large}));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
        QVERIFY(stored.error().detail.contains(u"memory"_s));
        QCOMPARE(waitFor(client->call({"STRLEN", "0"})).value().integer, 500'000);
        QVERIFY(client->isReady());
    }

    void readsFromAReplicaAndSaysThatItTakesNoWrites()
    {
        const RedisServer primary;
        const RedisServer replica({u"--replicaof"_s, u"127.0.0.1 %1"_s.arg(primary.port())});
        primary.command({"SET", "key", "value"});
        RedisTestClient client(replica.url());
        WAIT_UNTIL(client->isReady());
        QCOMPARE(client->server().role, RedisServerInfo::Role::Replica);
        WAIT_UNTIL(waitFor(client->call({"GET", "key"})).value_or(RedisValue()).bytes == "value");
        const Result<RedisValue> written = waitFor(client->call({"SET", "key", "another"}));
        QCOMPARE(written.error().kind, ErrorKind::Unavailable);
        QVERIFY(written.error().detail.contains(u"read-only"_s));
        QVERIFY(client->isReady());

        replica.command({"REPLICAOF", "NO", "ONE"});
        QVERIFY(waitFor(client->call({"SET", "key", "another"})));
    }

    void leavesAMasterThatHasBecomeAReplica()
    {
        const RedisServer primary;
        const RedisServer other;
        RedisTestClient client(other.url());
        WAIT_UNTIL(client->isReady());
        const QSignalSpy lost(&client.client, &RedisClient::disconnected);
        other.command({"REPLICAOF", "127.0.0.1", QByteArray::number(primary.port())});
        QVERIFY(!waitFor(client->call({"SET", "key", "value"})));
        WAIT_UNTIL(lost.size() == 1);
        WAIT_UNTIL(client->isReady());
        QCOMPARE(client->server().role, RedisServerInfo::Role::Replica);
    }

    void isBackWithinASecondOfARestart()
    {
        RedisServer redis;
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        RedisLoad load(client.client, 16);
        WAIT_UNTIL(load.answered() > 1000);
        for (int round = 0; round < 2; ++round) {
            redis.kill();
            const int failed = load.failed();
            WAIT_UNTIL(load.failed() > failed + 100);
            QVERIFY(!client->isReady());
            // Long enough for the pauses between attempts to have grown to their longest.
            const quint64 attempts = client.statistics.failedConnects.value();
            WAIT_UNTIL(client.statistics.failedConnects.value() > attempts + 4);
            QTimer::singleShot(0, this, [&redis] { redis.start(); });
            QElapsedTimer time;
            time.start();
            const int answered = load.answered();
            WAIT_UNTIL(load.answered() > answered);
            QVERIFY2(time.elapsed() < kASecond, qPrintable(QString::number(time.elapsed())));
        }
        load.stop();
        QCOMPARE(load.mismatched(), 0);
        QCOMPARE(client.statistics.connects.value(), 3U);
        QVERIFY(client.statistics.inFlight.load() == 0);
    }

    void answersInTimeWhileRedisIsStopped()
    {
        RedisServer redis;
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        RedisLoad load(client.client, 16);
        WAIT_UNTIL(load.answered() > 1000);
        load.forgetLongest();
        // Long enough for the connection to be given up, too.
        redis.pause();
        WAIT_UNTIL(client.statistics.breaker.load() == RedisStatistics::Breaker::Open);
        const quint64 sent = client.statistics.calls.value();
        WAIT_UNTIL(client.statistics.failedConnects.value() > 0);
        QVERIFY2(load.longest() < kDeadline, qPrintable(QString::number(load.longest())));
        QVERIFY(client.statistics.calls.value() < sent + 100); // only probes and handshakes
        redis.resume();
        QElapsedTimer time;
        time.start();
        WAIT_UNTIL(client->isReady());
        QVERIFY2(time.elapsed() < kASecond, qPrintable(QString::number(time.elapsed())));
        const int answered = load.answered();
        WAIT_UNTIL(load.answered() > answered + 1000);
        load.stop();
        QCOMPARE(load.mismatched(), 0);
    }

    void answersInTimeWhileRedisSleeps()
    {
        const RedisServer redis;
        RedisTestClient client(redis.url());
        WAIT_UNTIL(client->isReady());
        RedisLoad load(client.client, 16);
        WAIT_UNTIL(load.answered() > 1000);
        load.forgetLongest();
        QElapsedTimer time;
        time.start();
        client->call({"DEBUG", "SLEEP", "1"});
        WAIT_UNTIL(client.statistics.breaker.load() == RedisStatistics::Breaker::Open);
        QVERIFY(!client->isReady());
        WAIT_UNTIL(client->isReady());
        QVERIFY2(time.elapsed() < 1000 + kASecond, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(client.statistics.connects.value(), 1U);
        const int answered = load.answered();
        WAIT_UNTIL(load.answered() > answered + 1000);
        load.stop();
        QVERIFY2(load.longest() < kDeadline, qPrintable(QString::number(load.longest())));
        QCOMPARE(load.mismatched(), 0);
        QVERIFY(client.statistics.timeouts.value() >= 5);
        QCOMPARE(client.statistics.opened.value(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestRedisClient)
#include "test_redis_client.moc"
