#include "redis/redis_subscriber.h"

#include "redis_server.h"
#include "redis_test_client.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace Qt::StringLiterals;

class TestRedisSubscriber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsWhatIsPublishedOnItsChannels()
    {
        const RedisServer redis;
        const RedisOptions options = RedisTestClient::optionsFor(redis.url());
        RedisStatistics statistics;
        RedisSubscriber subscriber(options, statistics, {"one", "two"});
        const QSignalSpy subscribed(&subscriber, &RedisSubscriber::subscribed);
        const QSignalSpy messages(&subscriber, &RedisSubscriber::message);
        subscriber.start();
        WAIT_UNTIL(subscribed.size() == 1);

        const QByteArray payload("a\0\r\nb", 5);
        QCOMPARE(redis.command({"PUBLISH", "one", payload}), ":1\r\n");
        QCOMPARE(redis.command({"PUBLISH", "three", "not for us"}), ":0\r\n");
        QCOMPARE(redis.command({"PUBLISH", "two", "second"}), ":1\r\n");
        WAIT_UNTIL(messages.size() == 2);
        QCOMPARE(messages[0][0].toByteArray(), "one");
        QCOMPARE(messages[0][1].toByteArray(), payload);
        QCOMPARE(messages[1][0].toByteArray(), "two");
    }

    void subscribesAgainAndSaysThatMessagesMayBeMissing()
    {
        RedisServer redis;
        const RedisOptions options = RedisTestClient::optionsFor(redis.url());
        RedisStatistics statistics;
        RedisSubscriber subscriber(options, statistics, {"one"});
        const QSignalSpy subscribed(&subscriber, &RedisSubscriber::subscribed);
        const QSignalSpy lost(&subscriber, &RedisSubscriber::lost);
        const QSignalSpy messages(&subscriber, &RedisSubscriber::message);
        subscriber.start();
        WAIT_UNTIL(subscribed.size() == 1);
        redis.kill();
        WAIT_UNTIL(lost.size() == 1);
        QVERIFY(!subscriber.isSubscribed());
        redis.start();
        WAIT_UNTIL(subscribed.size() == 2);
        redis.command({"PUBLISH", "one", "again"});
        WAIT_UNTIL(messages.size() == 1);
    }

    void noticesAServerThatHasFallenSilent()
    {
        RedisServer redis;
        const RedisOptions options = RedisTestClient::optionsFor(redis.url());
        RedisStatistics statistics;
        RedisSubscriber subscriber(options, statistics, {"one"});
        const QSignalSpy subscribed(&subscriber, &RedisSubscriber::subscribed);
        const QSignalSpy lost(&subscriber, &RedisSubscriber::lost);
        subscriber.start();
        WAIT_UNTIL(subscribed.size() == 1);
        redis.pause();
        WAIT_UNTIL(lost.size() == 1);
        redis.resume();
        WAIT_UNTIL(subscribed.size() == 2);
    }

    void staysWhereNothingIsPublished()
    {
        const RedisServer redis;
        const RedisOptions options = RedisTestClient::optionsFor(redis.url());
        RedisStatistics statistics;
        RedisSubscriber subscriber(options, statistics, {"one"});
        const QSignalSpy subscribed(&subscriber, &RedisSubscriber::subscribed);
        const QSignalSpy lost(&subscriber, &RedisSubscriber::lost);
        subscriber.start();
        WAIT_UNTIL(subscribed.size() == 1);
        QVERIFY(!QTest::qWaitFor([&] { return lost.size() > 0; }, 2500)); // over two of its pings
        QVERIFY(subscriber.isSubscribed());
    }
};

QTEST_GUILESS_MAIN(TestRedisSubscriber)
#include "test_redis_subscriber.moc"
