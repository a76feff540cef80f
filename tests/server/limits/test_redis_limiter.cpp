#include "limits/redis_limiter.h"

#include "free_port.h"
#include "limits/local_limiter.h"
#include "redis_call_waiter.h"
#include "redis_server.h"
#include "redis_test_client.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QTest>

#include <barrier>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace gatehouse::storage;
using namespace gatehouse::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<unsigned char, 16> kHashKey{1, 2, 3};

SteadyTime now()
{
    return SystemClock().steadyNow();
}

/// The client goes with its fixture.
std::shared_ptr<RedisClient> borrowed(RedisTestClient &client)
{
    return {std::shared_ptr<void>(), &client.client};
}

/// One worker's part: a client that is connected, and a limiter.
struct Worker {
    RedisTestClient client;
    LocalLimiter local{1000};
    RedisLimiterStatistics statistics;
    RedisLimiter limiter;

    explicit Worker(const RedisServer &redis, std::size_t remembered = 1000)
        : Worker(RedisTestClient::optionsFor(redis.url()), remembered)
    {
    }
    Worker(RedisOptions options, std::size_t remembered)
        : client(std::move(options))
        , limiter(borrowed(client), local, {.hashKey = kHashKey, .rememberedCallers = remembered}, statistics)
    {
        if (!QTest::qWaitFor([this] { return isReady(); }, 20'000))
            qFatal("no connection to Redis");
    }

    [[nodiscard]] bool isReady() const { return client.client.isReady(); }
    Verdict take(std::span<const Charge> charges) { return QCoro::waitFor(limiter.take(charges, now())); }
    Verdict take(const Policy &policy, QByteArrayView key)
    {
        const Charge charge{&policy, key};
        return take({&charge, 1});
    }
};

/// How often Redis has run the script.
int scriptRuns(const RedisServer &redis)
{
    const QByteArray stats = redis.command({"INFO", "commandstats"});
    int runs = 0;
    for (const QByteArray &name : {QByteArray("cmdstat_evalsha:calls="), QByteArray("cmdstat_eval:calls=")}) {
        if (const qsizetype at = stats.indexOf(name); at >= 0)
            runs += stats.mid(at + name.size(), 12).split(',').front().toInt();
    }
    return runs;
}

} // namespace

class TestRedisLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTheBurstPassAndSaysWhatIsLeft()
    {
        const RedisServer redis;
        Worker worker(redis, 0);
        const Policy policy{.name = "general", .quota = 60, .window = 60h, .burst = 3};
        for (quint32 left = 3; left-- > 0;) {
            const Verdict verdict = worker.take(policy, "a");
            QVERIFY(verdict.allowed);
            QCOMPARE(verdict.remaining, left);
            QCOMPARE(verdict.policy, &policy);
            QVERIFY(!verdict.withoutShared);
        }
        const Verdict refused = worker.take(policy, "a");
        QVERIFY(!refused.allowed);
        QVERIFY(refused.retryAfter > 59min && refused.retryAfter <= 1h);
        QVERIFY(refused.resetAfter > 179min && refused.resetAfter <= 3h);
        QVERIFY(worker.take(policy, "b").allowed);
        QCOMPARE(worker.statistics.shared.value(), 5U);
        QVERIFY(worker.take(std::span<const Charge>()).allowed);
    }

    /// Redis keeps the arrival time on its own clock. What it keeps less what it says is left is the very microsecond at
    /// which the script ran: the engine in this process is asked about the same moments and must say the same.
    void agreesWithTheLocalEngine()
    {
        const RedisServer redis;
        Worker worker(redis, 0);
        const std::array policies{
            Policy{.name = "steady", .quota = 100, .window = 1s, .burst = 1},
            Policy{.name = "bursty", .quota = 70, .window = 1s, .burst = 20},
            Policy{.name = "odd", .quota = 7, .window = 1s, .burst = 3},
            Policy{.name = "shadow", .quota = 30, .window = 1s, .burst = 4, .shadow = true},
            Policy{.name = "long", .quota = 100'000, .window = 24h * 365, .burst = 2000},
        };
        const std::array<QByteArray, 3> keys{"a", "b", QByteArray("\0\xff", 2)};
        QRandomGenerator random(20260101);
        LocalLimiter local(1000);
        int refused = 0;
        int passed = 0;
        while (passed + refused < 5000) {
            std::vector<Charge> charges;
            std::vector<Charge> distinct;
            for (quint32 count = random.bounded(1U, 5U); count-- > 0;) {
                const Charge charge{&policies[std::size_t(random.bounded(int(policies.size())))],
                                    keys[std::size_t(random.bounded(int(keys.size())))]};
                charges.push_back(charge);
                const auto same = [&](const Charge &c) { return c.policy == charge.policy && c.key == charge.key; };
                if (std::ranges::none_of(distinct, same))
                    distinct.push_back(charge);
            }
            const Verdict shared = worker.take(charges);
            QVERIFY(!shared.withoutShared);
            QCOMPARE(std::size_t(shared.states.size()), distinct.size());

            const auto furthest = std::ranges::max_element(shared.states, {}, &PolicyState::resetAfter);
            const Charge &charge = distinct[std::size_t(furthest - shared.states.begin())];
            const QByteArray key = worker.limiter.redisKeyOf(*charge.policy, charge.key);
            const RedisValue arrival = waitFor(worker.client->call({"GET", key})).value();
            if (arrival.isNil()) {
                // This machine was busy with something else until the key had expired: both begin anew.
                redis.command({"FLUSHALL"});
                for (const Policy &policy : policies) {
                    for (const QByteArray &name : keys)
                        local.reset(policy, name);
                }
                continue;
            }
            const SteadyTime moment{std::chrono::microseconds(arrival.bytes.toLongLong()) - furthest->resetAfter};

            const Verdict expected = local.take(charges, moment);
            QCOMPARE(shared.allowed, expected.allowed);
            QCOMPARE(shared.policy, expected.policy);
            QCOMPARE(shared.remaining, expected.remaining);
            QCOMPARE(shared.retryAfter, expected.retryAfter);
            QCOMPARE(shared.resetAfter, expected.resetAfter);
            for (qsizetype i = 0; i < shared.states.size(); ++i) {
                QCOMPARE(shared.states[i].policy, expected.states[i].policy);
                QCOMPARE(shared.states[i].refused, expected.states[i].refused);
                QCOMPARE(shared.states[i].remaining, expected.states[i].remaining);
                QCOMPARE(shared.states[i].resetAfter, expected.states[i].resetAfter);
                QCOMPARE(shared.states[i].retryAfter, expected.states[i].retryAfter);
            }
            ++(shared.allowed ? passed : refused);
        }
        QVERIFY(passed > 200 && refused > 200);
    }

    void letsExactlyTheQuotaPassFromManyConnectionsAtOnce_data()
    {
        QTest::addColumn<bool>("alone");
        QTest::newRow("one policy") << true;
        QTest::newRow("with another that each request needs") << false;
    }
    void letsExactlyTheQuotaPassFromManyConnectionsAtOnce()
    {
        QFETCH(const bool, alone);
        constexpr int kInstances = 4;
        constexpr int kQuota = 300;
        const RedisServer redis;
        const Policy scarce{.name = "scarce", .quota = kQuota, .window = 24h, .burst = kQuota};
        const Policy ample{.name = "ample", .quota = 100 * kQuota, .window = 24h, .burst = 100 * kQuota};
        std::atomic<int> passed = 0;
        std::atomic<int> without = 0;
        std::barrier start(kInstances);
        const auto instance = [&] {
            const QEventLoop loop; // has Qt make what runs timers in a thread that is not its own
            RedisOptions options = RedisTestClient::optionsFor(redis.url());
            options.deadline = 10s; // all at once is a lot for two processors
            Worker worker(std::move(options), 0);
            const std::array charges{Charge{&ample, "caller"}, Charge{&scarce, "caller"}};
            start.arrive_and_wait();
            std::vector<QCoro::Task<Verdict>> requests;
            for (int i = 0; i < 10 * kQuota / kInstances; ++i)
                requests.push_back(worker.limiter.take(std::span(charges).subspan(alone ? 1 : 0), now()));
            for (QCoro::Task<Verdict> &request : requests) {
                const Verdict verdict = QCoro::waitFor(request);
                passed += verdict.allowed ? 1 : 0;
                without += verdict.withoutShared ? 1 : 0;
            }
        };
        std::vector<std::thread> instances;
        for (int i = 0; i < kInstances; ++i)
            instances.emplace_back(instance);
        for (std::thread &thread : instances)
            thread.join();
        QCOMPARE(without.load(), 0);
        QCOMPARE(passed.load(), kQuota);

        // What was refused has left no trace in the other policy.
        Worker worker(redis);
        if (!alone)
            QCOMPARE(worker.take(ample, "caller").remaining, quint32(99 * kQuota - 1));
    }

    void asksRedisOnceForEachDecision()
    {
        const RedisServer redis;
        Worker worker(redis);
        const Policy policy{.name = "general", .quota = 1000, .window = 1h, .burst = 1000};
        const Policy other{.name = "account", .quota = 1000, .window = 1h, .burst = 1000};
        const std::array charges{Charge{&policy, "a"}, Charge{&other, "b"}, Charge{&policy, "a"}};
        QVERIFY(worker.take(charges).allowed);
        const int runs = scriptRuns(redis);
        const quint64 calls = worker.client.statistics.calls.value();
        for (int i = 0; i < 100; ++i)
            QVERIFY(worker.take(charges).allowed);
        QCOMPARE(scriptRuns(redis), runs + 100);
        QCOMPARE(worker.client.statistics.calls.value(), calls + 100);
        QCOMPARE(worker.take(charges).states.size(), 2);
    }

    void remembersWhoIsRefusedSoThatAFloodCostsRedisNothing()
    {
        const RedisServer redis;
        Worker worker(redis);
        const Policy policy{.name = "general", .quota = 5, .window = 1s, .burst = 1};
        QVERIFY(worker.take(policy, "a").allowed);
        QVERIFY(!worker.take(policy, "a").allowed);
        const int runs = scriptRuns(redis);
        const quint64 calls = worker.client.statistics.calls.value();
        Verdict refused;
        do {
            refused = worker.take(policy, "a");
            QVERIFY(refused.allowed || refused.retryAfter > 0us);
        } while (!refused.allowed);
        // It was asked again only when the time had come, and then it let the caller pass.
        QVERIFY(worker.statistics.remembered.value() > 100);
        QVERIFY(scriptRuns(redis) <= runs + 3);
        QVERIFY(worker.client.statistics.calls.value() <= calls + 3);

        // Another caller, and another policy for the same one, are not held back.
        const Policy other{.name = "account", .quota = 5, .window = 1s, .burst = 1};
        QVERIFY(!worker.take(policy, "a").allowed);
        QVERIFY(worker.take(policy, "b").allowed);
        QVERIFY(worker.take(other, "a").allowed);
    }

    void tellsWithoutAskingWhoIsRefused()
    {
        const RedisServer redis;
        Worker worker(redis);
        const Policy policy{.name = "general", .quota = 1, .window = 1h, .burst = 1};
        Policy shadow{.name = "shadow", .quota = 1, .window = 1h, .burst = 1, .shadow = true};
        const std::array charges{Charge{&shadow, "a"}, Charge{&policy, "a"}};
        QVERIFY(!worker.limiter.refusedAlready(charges, now()));
        QVERIFY(worker.take(charges).allowed);
        QVERIFY(!worker.limiter.refusedAlready(charges, now()));
        QVERIFY(!worker.take(charges).allowed);
        const std::optional<Verdict> refused = worker.limiter.refusedAlready(charges, now());
        QVERIFY(refused && !refused->allowed);
        QCOMPARE(refused->policy, &policy);
        QVERIFY(refused->retryAfter > 59min);
        QVERIFY(!worker.limiter.refusedAlready(charges, now() + 61min));
        QVERIFY(!worker.limiter.refusedAlready({charges.data(), 1}, now()));
    }

    void loadsTheScriptAgainWhenRedisHasLostIt()
    {
        const RedisServer redis;
        Worker worker(redis);
        const Policy policy{.name = "general", .quota = 1000, .window = 1h, .burst = 10};
        for (quint32 round = 0; round < 3; ++round) {
            QCOMPARE(worker.take(policy, "a").remaining, 9 - round);
            redis.command({"SCRIPT", "FLUSH"});
        }
        QCOMPARE(worker.statistics.scriptLoads.value(), 3U);
        QCOMPARE(worker.statistics.without.value(), 0U);
    }

    void keepsKeysThatTellNothingTogetherAndNoLongerThanNeeded()
    {
        const RedisServer redis;
        Worker worker(redis);
        const Policy policy{.name = "sign_in_account", .quota = 60, .window = 1min, .burst = 10};
        QVERIFY(worker.take(policy, "alice@example.org").allowed);
        QVERIFY(worker.take(policy, "bob").allowed);
        QVERIFY(worker.take(policy, "bob").allowed);
        const QByteArray keys = redis.command({"KEYS", "*"});
        QCOMPARE(keys.count("gatehouse:{limits}"), 2);
        QVERIFY(!keys.contains("alice") && !keys.contains("bob") && !keys.contains("sign_in"));
        const auto life = [&](QByteArrayView name) {
            const QByteArray key = worker.limiter.redisKeyOf(policy, name);
            return waitFor(worker.client->call({"PTTL", key})).value().integer;
        };
        // A millisecond more than they mean something, as Redis counts from the one that has begun.
        QVERIFY(life("alice@example.org") > 0 && life("alice@example.org") <= 1001);
        QVERIFY(life("bob") > 1000 && life("bob") <= 2001);
        WAIT_UNTIL(redis.command({"DBSIZE"}) == ":0\r\n");
    }

    void forgetsWhatACallerUsed()
    {
        const RedisServer redis;
        Worker worker(redis);
        Worker other(redis);
        const Policy policy{.name = "general", .quota = 1, .window = 1h, .burst = 1};
        QVERIFY(worker.take(policy, "a").allowed);
        QVERIFY(!worker.take(policy, "a").allowed);
        QVERIFY(!other.take(policy, "a").allowed);
        QVERIFY(QCoro::waitFor(worker.limiter.reset(policy, "a")));
        QVERIFY(!QCoro::waitFor(worker.limiter.reset(policy, "a")));
        QVERIFY(!other.take(policy, "a").allowed); // until it hears of it
        other.limiter.forget(policy, "a");
        QVERIFY(other.take(policy, "a").allowed);
        QVERIFY(!worker.take(policy, "a").allowed);
    }

    void goesByEachPolicyWhileRedisIsAway()
    {
        RedisServer redis;
        Worker worker(redis);
        redis.kill();
        WAIT_UNTIL(!worker.isReady());
        const Policy local{.name = "local", .quota = 1, .window = 1h, .burst = 1};
        const Policy refuse{.name = "refuse", .quota = 1, .window = 1h, .burst = 1, .outage = Outage::Refuse};
        const Policy allow{.name = "allow", .quota = 1, .window = 1h, .burst = 1, .outage = Outage::Allow};

        QVERIFY(worker.take(local, "a").allowed);
        const Verdict over = worker.take(local, "a");
        QVERIFY(!over.allowed && over.withoutShared && !over.unavailable);
        QVERIFY(over.retryAfter > 59min);
        for (int i = 0; i < 3; ++i) {
            const Verdict uncounted = worker.take(allow, "a");
            QVERIFY(uncounted.allowed && uncounted.withoutShared);
            const Verdict unavailable = worker.take(refuse, "a");
            QVERIFY(!unavailable.allowed && unavailable.unavailable && unavailable.withoutShared);
            QVERIFY(unavailable.retryAfter > 0us);
            QCOMPARE(unavailable.policy, &refuse);
        }
        // One that refuses lets the others go uncharged.
        const std::array charges{Charge{&local, "b"}, Charge{&refuse, "b"}};
        QVERIFY(worker.take(charges).unavailable);
        QVERIFY(worker.take(local, "b").allowed);

        redis.start();
        WAIT_UNTIL(worker.isReady());
        QVERIFY(!worker.take(refuse, "a").withoutShared);
    }

    void decidesWithinTheDeadlineWhateverRedisDoes_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"stopped", "killed", "full", "a replica", "holds nonsense"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void decidesWithinTheDeadlineWhateverRedisDoes()
    {
        QFETCH(const QString, what);
        RedisServer redis({u"--maxmemory-policy"_s, u"noeviction"_s});
        Worker worker(redis);
        const Policy policy{.name = "general", .quota = 1000, .window = 1h, .burst = 1000};
        QVERIFY(worker.take(policy, "a").allowed);
        const bool nonsense = what == u"holds nonsense"_s;
        if (what == u"stopped"_s)
            redis.pause();
        else if (what == u"killed"_s)
            redis.kill();
        else if (what == u"full"_s)
            redis.command({"CONFIG", "SET", "maxmemory", "1"});
        else if (what == u"a replica"_s)
            redis.command({"REPLICAOF", "127.0.0.1", QByteArray::number(freePort())});
        else
            redis.command({"SET", worker.limiter.redisKeyOf(policy, "a"), "nonsense"});
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer time;
            time.start();
            const Verdict verdict = worker.take(policy, "a");
            QVERIFY2(time.elapsed() < 100 + 60 * TEST_TIME_FACTOR, qPrintable(QString::number(time.elapsed())));
            QVERIFY(verdict.allowed);
            QCOMPARE(verdict.withoutShared, !nonsense);
        }
        redis.resume();
    }
};

QTEST_GUILESS_MAIN(TestRedisLimiter)
#include "test_redis_limiter.moc"
