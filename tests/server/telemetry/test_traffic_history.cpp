#include "telemetry/traffic_history.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::telemetry;
using namespace std::chrono_literals;

class TestTrafficHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepHoldsWhatHappenedInIt();
    void aQuietStepIsAllNoughts();
    void aLongStepIsTheSumOfShortOnes();
    void keepsAnHourAndADay();
    void aLateStepSaysHowLongItWas();

private:
    static constexpr WallTime kStart{1h};
    /// What a server has counted that served `requests`, in a millisecond each, and refused `refusals` of them.
    static MetricsSnapshot counters(quint64 requests, quint64 refusals = 0, quint64 failures = 0)
    {
        MetricsSnapshot snapshot;
        MetricsSnapshot::RouteTotals route;
        route.latency.buckets[2] = requests;
        route.latency.microseconds = requests * 1000;
        route.byClass[3] = refusals;
        route.byClass[4] = failures;
        snapshot.routes.push_back(route);
        snapshot.byStatus = {{200, requests - refusals - failures}, {429, refusals}, {500, failures}};
        return snapshot;
    }
};

void TestTrafficHistory::aStepHoldsWhatHappenedInIt()
{
    TrafficHistory history(kStart);
    history.add(counters(100, 10, 2), kStart + 10s);
    history.add(counters(150, 15, 2), kStart + 20s);
    const std::vector<TrafficSample> hour = history.lastHour();
    QCOMPARE(hour.size(), std::size_t(2));
    QCOMPARE(hour[0].requests, quint64(100));
    QCOMPARE(hour[1].requests, quint64(50));
    QCOMPARE(hour[1].refusals, quint64(5));
    QCOMPARE(hour[1].clientErrors, quint64(5));
    QCOMPARE(hour[1].serverErrors, quint64(0));
    QCOMPARE(hour[1].until, kStart + 20s);
    QVERIFY2(hour[1].p50 > 0.5 && hour[1].p50 <= 1 && hour[1].p99 > hour[1].p50 && hour[1].p99 <= 1,
             QByteArray::number(hour[1].p50));
}

void TestTrafficHistory::aQuietStepIsAllNoughts()
{
    TrafficHistory history(kStart);
    history.add(counters(100), kStart + 10s);
    history.add(counters(100), kStart + 20s);
    const TrafficSample last = history.lastHour().back();
    QCOMPARE(last.requests, quint64(0));
    QCOMPARE(last.p99, 0.0);
}

void TestTrafficHistory::aLongStepIsTheSumOfShortOnes()
{
    TrafficHistory history(kStart);
    for (quint64 step = 1; step <= 30; ++step)
        history.add(counters(step * 7), kStart + step * 10s);
    QCOMPARE(history.lastDay().size(), std::size_t(1));
    QCOMPARE(history.lastDay().front().requests, quint64(210));
    QCOMPARE(history.lastDay().front().span, 300s);
}

void TestTrafficHistory::keepsAnHourAndADay()
{
    TrafficHistory history(kStart);
    for (quint64 step = 1; step <= 2 * 24 * 360; ++step)
        history.add(counters(step), kStart + step * 10s);
    QCOMPARE(history.lastHour().size(), TrafficHistory::kShortSteps);
    QCOMPARE(history.lastDay().size(), TrafficHistory::kLongSteps);
    QCOMPARE(history.lastHour().front().until, kStart + 47h + 10s);
    QCOMPARE(history.lastDay().front().until, kStart + 24h + 5min);
}

void TestTrafficHistory::aLateStepSaysHowLongItWas()
{
    TrafficHistory history(kStart);
    history.add(counters(10), kStart + 25s);
    QCOMPARE(history.lastHour().front().span, 25s);
}

QTEST_GUILESS_MAIN(TestTrafficHistory)
#include "test_traffic_history.moc"
