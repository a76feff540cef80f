#include "redis/redis_subscriber.h"

#include "redis_server.h"
#include "redis_test_client.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace Qt::StringLiterals;

namespace {

/// A subscriber whose first subscription stands, and what it has said.
struct Subscription {
    RedisOptions options;
    RedisStatistics statistics;
    RedisSubscriber subscriber;
    QSignalSpy subscribed{&subscriber, &RedisSubscriber::subscribed};
    QSignalSpy lost{&subscriber, &RedisSubscriber::lost};
    QSignalSpy messages{&subscriber, &RedisSubscriber::message};

    Subscription(const RedisServer &redis, const QByteArrayList &channels)
        : options(RedisTestClient::optionsFor(redis.url()))
        , subscriber(options, statistics, channels)
    {
        subscriber.start();
        if (!QTest::qWaitFor([this] { return subscribed.size() == 1; }, 20'000))
            qFatal("no subscription");
    }
};

} // namespace

class TestRedisSubscriber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsWhatIsPublishedOnItsChannels()
    {
        const RedisServer redis;
        const Subscription here(redis, {"one", "two"});

        const QByteArray payload("a\0\r\nb", 5);
        QCOMPARE(redis.command({"PUBLISH", "one", payload}), ":1\r\n");
        QCOMPARE(redis.command({"PUBLISH", "three", "not for us"}), ":0\r\n");
        QCOMPARE(redis.command({"PUBLISH", "two", "second"}), ":1\r\n");
        WAIT_UNTIL(here.messages.size() == 2);
        QCOMPARE(here.messages[0][0].toByteArray(), "one");
        QCOMPARE(here.messages[0][1].toByteArray(), payload);
        QCOMPARE(here.messages[1][0].toByteArray(), "two");
    }

    void subscribesAgainAndSaysThatMessagesMayBeMissing()
    {
        RedisServer redis;
        const Subscription here(redis, {"one"});
        redis.kill();
        WAIT_UNTIL(here.lost.size() == 1);
        QVERIFY(!here.subscriber.isSubscribed());
        redis.start();
        WAIT_UNTIL(here.subscribed.size() == 2);
        redis.command({"PUBLISH", "one", "again"});
        WAIT_UNTIL(here.messages.size() == 1);
    }

    void noticesAServerThatHasFallenSilent()
    {
        RedisServer redis;
        const Subscription here(redis, {"one"});
        redis.pause();
        WAIT_UNTIL(!here.lost.isEmpty()); // a slow machine may try again before we look
        redis.resume();
        WAIT_UNTIL(here.subscribed.size() >= 2);
    }

    void staysWhereNothingIsPublished()
    {
        const RedisServer redis;
        const Subscription here(redis, {"one"});
        QVERIFY(!QTest::qWaitFor([&] { return !here.lost.isEmpty(); }, 2500)); // over two of its pings
        QVERIFY(here.subscriber.isSubscribed());
    }
};

QTEST_GUILESS_MAIN(TestRedisSubscriber)
#include "test_redis_subscriber.moc"
