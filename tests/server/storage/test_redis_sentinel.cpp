#include "redis_call_waiter.h"
#include "redis_load.h"
#include "free_port.h"
#include "redis_server.h"
#include "redis_test_client.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

namespace {

/// A master, a replica and a Sentinel that watches them.
struct Group {
    RedisServer first;
    RedisServer second{{u"--replicaof"_s, u"127.0.0.1 %1"_s.arg(first.port())}};
    RedisServer sentinel{{},
                         RedisServer::Mode::Sentinel,
                         "sentinel monitor mymaster 127.0.0.1 " + QByteArray::number(first.port())
                             + " 1\n"
                               "sentinel down-after-milliseconds mymaster 500\n"
                               "sentinel failover-timeout mymaster 2000\n"};

    /// The first Sentinel does not exist.
    [[nodiscard]] QByteArray url(const QByteArray &master = "mymaster") const
    {
        return "redis-sentinel://127.0.0.1:" + QByteArray::number(freePort())
            + ",127.0.0.1:" + QByteArray::number(sentinel.port()) + '/' + master;
    }

    /// Only then is there anybody to fail over to.
    [[nodiscard]] bool knowsTheReplica() const
    {
        return sentinel.command({"SENTINEL", "REPLICAS", "mymaster"}).contains("master-link-status\r\n$2\r\nok");
    }
};

QByteArray portOf(RedisTestClient &client)
{
    return waitFor(client->call({"CONFIG", "GET", "port"})).value().elements.at(1).bytes;
}

} // namespace

class TestRedisSentinel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsAFailoverUnderLoad()
    {
        Group group;
        RedisTestClient client(group.url());
        WAIT_UNTIL(client->isReady());
        QCOMPARE(portOf(client), QByteArray::number(group.first.port()));
        QCOMPARE(client->server().role, RedisServerInfo::Role::Primary);
        WAIT_UNTIL(group.knowsTheReplica());
        RedisLoad load(client.client, 16);
        WAIT_UNTIL(load.answered() > 1000);

        group.first.kill();
        WAIT_UNTIL(!client->isReady());
        WAIT_UNTIL(client->isReady());
        const int answered = load.answered();
        WAIT_UNTIL(load.answered() > answered + 1000);
        load.stop();
        QCOMPARE(portOf(client), QByteArray::number(group.second.port()));
        QVERIFY(waitFor(client->call({"SET", "key", "value"})));
        QCOMPARE(load.mismatched(), 0);
        QVERIFY2(load.longest() < 100 + 60 * TEST_TIME_FACTOR, qPrintable(QString::number(load.longest())));
    }

    void leavesAMasterThatTheSentinelsHaveReplaced()
    {
        Group group;
        RedisTestClient client(group.url());
        WAIT_UNTIL(client->isReady());
        WAIT_UNTIL(group.knowsTheReplica());
        // A stopped master does not break its connection: only the Sentinels tell of the other.
        group.first.pause();
        // A busy machine may need more than one try.
        WAIT_UNTIL(client->isReady() && client.statistics.connects.value() >= 2);
        QCOMPARE(portOf(client), QByteArray::number(group.second.port()));
        group.first.resume();
        QVERIFY(waitFor(client->call({"SET", "key", "value"})));
    }

    void saysThatTheSentinelsKnowNoSuchMaster()
    {
        const Group group;
        RedisTestClient client(group.url("another"));
        WAIT_UNTIL(client.statistics.failedConnects.value() > 0);
        QVERIFY(!client->isReady());
        QVERIFY2(client->problem()->detail.contains(u"no master"_s), qPrintable(client->problem()->detail));
    }
};

QTEST_GUILESS_MAIN(TestRedisSentinel)
#include "test_redis_sentinel.moc"
