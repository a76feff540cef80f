#include "telemetry/metrics.h"

#include <QTest>

#include <thread>

using namespace gatehouse::telemetry;
using namespace std::chrono_literals;

namespace {
MetricsLayout layout()
{
    return {.routes = {{"GET", "/a"}, {"POST", "/b"}}, .policies = {"general"}, .dropReasons = {"idle"}};
}
} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpWhatAllWorkersCounted()
    {
        Metrics metrics(layout(), 2);
        for (int worker = 0; worker < 2; ++worker) {
            MetricsShard &shard = metrics.shard(worker);
            shard.connectionOpened();
            shard.requestStarted();
            shard.requestStarted();
            shard.requestFinished(0, 200, 300us, 10, 100);
            shard.limitDecided("general", LimitOutcome::Refused);
            shard.authDecided(AuthOutcome::Rejected);
            shard.connectionDropped("idle");
        }
        metrics.shard(1).connectionClosed();
        const MetricsSnapshot sum = metrics.snapshot();
        QCOMPARE(sum.routes.size(), 1U);
        QCOMPARE(sum.routes[0].label.path, "/a");
        QCOMPARE(sum.routes[0].byClass[1], 2U);
        QCOMPARE(sum.routes[0].latency.buckets[1], 2U);
        QCOMPARE(sum.routes[0].latency.microseconds, 600U);
        QCOMPARE(sum.inFlight, 2U);
        QCOMPARE(sum.connections, 2U);
        QCOMPARE(sum.openConnections, 1U);
        QCOMPARE(sum.bytesReceived, 20U);
        QCOMPARE(sum.bytesSent, 200U);
        QCOMPARE(sum.limits[0].second[1], 2U);
        QCOMPARE(sum.auth[2], 2U);
        QCOMPARE(sum.drops[0].second, 2U);
    }

    void aScannerMakesNoNewLabels()
    {
        Metrics metrics(layout(), 1);
        for (int i = 0; i < 1000; ++i) {
            metrics.shard(0).requestFinished(i % 2 == 0 ? -1 : 1000 + i, i, 1ms, -5, -5);
            metrics.shard(0).connectionDropped(QByteArray::number(i));
            metrics.shard(0).limitDecided(QByteArray::number(i), LimitOutcome::Allowed);
        }
        const MetricsSnapshot sum = metrics.snapshot();
        QCOMPARE(sum.routes.size(), 1U);
        QCOMPARE(sum.routes[0].label.path, "unmatched");
        QCOMPARE(sum.drops.size(), 2U);
        QCOMPARE(sum.drops[1], (std::pair<QByteArray, quint64>{"other", 1000U}));
        QCOMPARE(sum.limits.size(), 2U);
        QCOMPARE(sum.bytesSent, 0U);
    }

    void bucketsTakeTheirUpperBound_data()
    {
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<int>("bucket");
        QTest::newRow("negative") << qint64(-1) << 0;
        QTest::newRow("zero") << qint64(0) << 0;
        QTest::newRow("on the first bound") << qint64(250) << 0;
        QTest::newRow("over the first bound") << qint64(251) << 1;
        QTest::newRow("on the last bound") << qint64(10'000'000) << 14;
        QTest::newRow("beyond all") << qint64(10'000'001) << 15;
    }

    void bucketsTakeTheirUpperBound()
    {
        QFETCH(qint64, microseconds);
        QFETCH(int, bucket);
        LatencyHistogram histogram;
        histogram.observe(std::chrono::microseconds(microseconds));
        LatencySnapshot sum;
        histogram.addTo(sum);
        QCOMPARE(sum.buckets[static_cast<size_t>(bucket)], 1U);
        QCOMPARE(sum.count(), 1U);
    }

    void quantilesAreInterpolatedWithinTheirBucket()
    {
        LatencySnapshot sum;
        QCOMPARE(sum.quantile(0.5), 0.0);
        sum.buckets[2] = 100; // 0.5 … 1 ms
        QCOMPARE(sum.quantile(0.5), 750.0);
        QCOMPARE(sum.quantile(1.0), 1000.0);
        sum.buckets[5] = 100; // 5 … 10 ms
        QCOMPARE(sum.quantile(0.5), 1000.0);
        QCOMPARE(sum.quantile(0.75), 7500.0);
        sum.buckets[15] = 1000;
        QCOMPARE(sum.quantile(0.99), 10'000'000.0);
    }

    void mayBeReadWhileWorkersCount()
    {
        constexpr quint64 kRequests = 50'000;
        Metrics metrics(layout(), 2);
        {
            std::vector<std::jthread> workers;
            for (int worker = 0; worker < 2; ++worker) {
                workers.emplace_back([&metrics, worker] {
                    for (quint64 i = 0; i < kRequests; ++i) {
                        metrics.shard(worker).requestStarted();
                        metrics.shard(worker).requestFinished(0, 200, 1ms, 1, 1);
                    }
                });
            }
            quint64 last = 0;
            for (int i = 0; i < 50; ++i) {
                const MetricsSnapshot sum = metrics.snapshot();
                const quint64 count = sum.routes.empty() ? 0 : sum.routes[0].latency.count();
                QVERIFY(count >= last);
                last = count;
            }
        }
        QCOMPARE(metrics.snapshot().routes[0].latency.count(), 2 * kRequests);
        QCOMPARE(metrics.snapshot().inFlight, 0U);
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "test_metrics.moc"
