#include "desktop/overview/attention.h"
#include "desktop/overview/traffic_history.h"

#include <QTest>

using namespace gatehouse::client;
using namespace gatehouse::desktop;
using namespace Qt::StringLiterals;

namespace {

TrafficCounts counted(quint64 requests, quint64 errors, double meanMs)
{
    return {{{u"/auth/verify"_s, requests, errors, meanMs, meanMs, meanMs, meanMs}}};
}

const QDateTime kStart = QDateTime::fromString(u"2026-01-31T12:00:00Z"_s, Qt::ISODate);

} // namespace

class TestOverviewValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesComeFromTheDifferenceOfCounts();
    void aServerThatStartedAgainLeavesAHole();
    void longerSpansAreSampledLessOften();
    void asksForAPersonOnlyWhenThereIsSomething();
    void theWorstComesFirst();
};

void TestOverviewValues::ratesComeFromTheDifferenceOfCounts()
{
    TrafficHistory history;
    history.add(kStart, counted(100, 0, 1));
    QVERIFY(!history.latest());
    history.add(kStart.addSecs(2), counted(300, 20, 2)); // 200 more requests, which took 500 ms
    QCOMPARE(history.latest()->requestsPerSecond, 100.0);
    QCOMPARE(history.latest()->errorsPerSecond, 10.0);
    QCOMPARE(history.latest()->meanMs, 2.5);
}

void TestOverviewValues::aServerThatStartedAgainLeavesAHole()
{
    TrafficHistory history;
    history.add(kStart, counted(1000, 0, 1));
    history.add(kStart.addSecs(2), counted(3, 0, 1));
    QVERIFY(!history.latest());
    history.add(kStart.addSecs(4), counted(5, 0, 1));
    QCOMPARE(history.latest()->requestsPerSecond, 1.0);
}

void TestOverviewValues::longerSpansAreSampledLessOften()
{
    TrafficHistory history;
    for (int second = 0; second <= 7200; second += 2)
        history.add(kStart.addSecs(second), counted(quint64(second) * 10, 0, 1));
    using Span = TrafficHistory::Span;
    QCOMPARE(history.samples(Span::Live).size(), 150U);
    QCOMPARE(history.samples(Span::Hour).size(), 360U);
    QCOMPARE(history.samples(Span::Day).size(), 30U);
    QCOMPARE(history.samples(Span::Day).front().requestsPerSecond, 10.0);
}

void TestOverviewValues::asksForAPersonOnlyWhenThereIsSomething()
{
    HealthReport well{Health::Healthy, u"1"_s, {}, {{u"database"_s, Health::Healthy, 0.1, {}}}};
    QVERIFY(Attention::from(well, TrafficSample{kStart, 50, 0, 1}, {}).empty());
    QVERIFY(Attention::from({}, {}, {}).empty());
    // One error in a quiet minute is no flood of them.
    QVERIFY(Attention::from(well, TrafficSample{kStart, 0.4, 0.4, 1}, {}).empty());
    QCOMPARE(Attention::from(well, TrafficSample{kStart, 50, 5, 1}, {}).size(), 1U);
}

void TestOverviewValues::theWorstComesFirst()
{
    const HealthReport report{Health::Degraded, u"1"_s, {}, {{u"redis"_s, Health::Degraded, 9, u"slow"_s}}};
    AuditEntry reuse;
    reuse.action = u"auth.reuse"_s;
    reuse.address = u"192.0.2.7"_s;
    const auto all = Attention::from(report, {}, {reuse});
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all.front().tone, Tone::Danger);
    QCOMPARE(all.front().page, u"audit"_s);
    QVERIFY(all.front().explanation.contains(u"192.0.2.7"_s));
    QCOMPARE(all.back().page, u"health"_s);
}

QTEST_GUILESS_MAIN(TestOverviewValues)
#include "test_overview_values.moc"
