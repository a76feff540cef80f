#include "limits/redis_limiter.h"

#include "limits/local_limiter.h"
#include "redis_server.h"
#include "redis_test_client.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace gatehouse::storage;
using namespace std::chrono_literals;

/// What a decision of a limiter in Redis costs one worker, by the callers that Redis remembers and by the requests that are
/// decided at once: time for each decision. Redis is beside it on the same machine.
class BenchRedisLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void take_data()
    {
        QTest::addColumn<int>("live");
        QTest::addColumn<int>("atOnce");
        for (const int atOnce : {1, 64}) {
            for (const int live : {1, 1'000, 1'000'000})
                QTest::addRow("%d live keys, %d at once", live, atOnce) << live << atOnce;
        }
    }

    void take()
    {
        QFETCH(const int, live);
        QFETCH(const int, atOnce);
        constexpr int kDecisions = 40'000;
        const RedisServer redis;
        fill(redis, live);
        RedisOptions options = RedisTestClient::optionsFor(redis.url());
        options.deadline = 1s;
        RedisTestClient client(std::move(options));
        WAIT_UNTIL(client->isReady());
        LocalLimiter local(1000);
        RedisLimiterStatistics statistics;
        RedisLimiter limiter({std::shared_ptr<void>(), &client.client}, local, {.hashKey = {1}}, statistics);

        int left = kDecisions;
        const auto caller = [&](int number) -> QCoro::Task<> {
            const QByteArray key = QByteArray::number(number % live);
            while (left-- > 0) {
                const std::array charges{Charge{&m_general, key}, Charge{&m_account, key}};
                QCoro::Task<Verdict> taking = limiter.take(charges, SystemClock().steadyNow());
                const Verdict verdict = co_await taking;
                if (!verdict.allowed || verdict.withoutShared)
                    qFatal("not decided by Redis");
            }
        };
        const quint64 calls = client.statistics.calls.value();
        QElapsedTimer time;
        time.start();
        std::vector<QCoro::Task<>> callers;
        for (int i = 0; i < atOnce; ++i)
            callers.push_back(caller(i));
        for (QCoro::Task<> &task : callers)
            QCoro::waitFor(task);
        QTest::setBenchmarkResult(double(time.nsecsElapsed()) / kDecisions, QTest::WalltimeNanoseconds);
        const QByteArray stats = redis.command({"INFO", "commandstats"});
        const qsizetype at = stats.indexOf("cmdstat_evalsha:");
        qInfo("inside Redis: %s", stats.mid(at, 80).split(',').value(2).constData());
        // One round trip each, and one that loads the script for those who came before it was there.
        QVERIFY(client.statistics.calls.value() - calls <= quint64(kDecisions + atOnce));
    }

private:
    /// Callers of the same kind, who stay for a day.
    static void fill(const RedisServer &redis, int live)
    {
        constexpr int kStep = 100'000;
        constexpr char kScript[] = "local t = redis.call('TIME')[1] + 86400 "
                                   "for i = ARGV[1], ARGV[2] do "
                                   "redis.call('SET', 'gatehouse:{limits}caller' .. i, t .. '000000', 'PX', 86400000) end";
        for (int from = 0; from < live; from += kStep)
            redis.command({"EVAL", kScript, "0", QByteArray::number(from + 1), QByteArray::number(std::min(from + kStep, live))});
    }

    const Policy m_general{.name = "general", .quota = 1'000'000, .window = 24h, .burst = 1'000'000};
    const Policy m_account{.name = "account", .quota = 1'000'000, .window = 24h, .burst = 1'000'000};
};

QTEST_GUILESS_MAIN(BenchRedisLimiter)
#include "bench_redis_limiter.moc"
