#include "health/health_registry.h"

#include <qcoro/qcorotask.h>

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::health;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class HandClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const override { return {}; }
    [[nodiscard]] SteadyTime steadyNow() const override { return SteadyTime(std::chrono::microseconds(m_time.load())); }
    void advance(std::chrono::microseconds time) { m_time += time.count(); }

private:
    std::atomic<qint64> m_time = 1'000'000'000;
};

HealthReportPtr reportOf(HealthRegistry &registry)
{
    return QCoro::waitFor(registry.report());
}

HealthCheck check(QByteArray name, bool critical, Status status)
{
    return {.name = std::move(name), .critical = critical, .run = [status] { return CheckResult{status, u"detail"_s}; }};
}

} // namespace

class TestHealthRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weighsTheChecks_data()
    {
        QTest::addColumn<int>("critical");
        QTest::addColumn<int>("other");
        QTest::addColumn<int>("expected");
        const int healthy = int(Status::Healthy);
        const int degraded = int(Status::Degraded);
        const int unhealthy = int(Status::Unhealthy);
        QTest::newRow("all is well") << healthy << healthy << healthy;
        QTest::newRow("something needed is away") << unhealthy << healthy << unhealthy;
        QTest::newRow("something useful is away") << healthy << unhealthy << degraded;
        QTest::newRow("something needed limps") << degraded << healthy << degraded;
        QTest::newRow("the worst counts") << unhealthy << degraded << unhealthy;
    }

    void weighsTheChecks()
    {
        QFETCH(int, critical);
        QFETCH(int, other);
        const HandClock clock;
        HealthRegistry registry({check("database", true, Status(critical)), check("mirror", false, Status(other))}, clock);
        const HealthReportPtr report = reportOf(registry);
        QTEST(int(report->status), "expected");
        QCOMPARE(report->entries.size(), 2U);
        QCOMPARE(report->entries[0].name, "database");
    }

    void tellsOfEachChangeOnce()
    {
        HandClock clock;
        std::atomic<Status> redis = Status::Healthy;
        QList<std::pair<QByteArray, Status>> told;
        HealthRegistry registry(
            {check("database", true, Status::Degraded),
             {.name = "redis", .run = [&redis] { return CheckResult{redis, u"detail"_s}; }}},
            clock, 1s, [&told](const QByteArray &name, const CheckResult &result) { told.append({name, result.status}); });
        for (const Status status : {Status::Healthy, Status::Unhealthy, Status::Unhealthy, Status::Healthy, Status::Healthy}) {
            redis = status;
            (void)reportOf(registry);
            clock.advance(2s);
        }
        const QList<std::pair<QByteArray, Status>> expected{
            {"database", Status::Degraded}, {"redis", Status::Unhealthy}, {"redis", Status::Healthy}};
        QCOMPARE(told, expected);
    }

    void isHealthyWithNothingToCheck()
    {
        const HandClock clock;
        HealthRegistry registry({}, clock);
        QCOMPARE(reportOf(registry)->status, Status::Healthy);
    }

    void checksOnceForAllWhoAskWithinASecond()
    {
        HandClock clock;
        std::atomic<int> runs = 0;
        HealthRegistry registry({{.name = "database",
                                  .run =
                                      [&runs] {
                                          ++runs;
                                          return CheckResult{};
                                      }}},
                                clock);
        for (int i = 0; i < 100; ++i)
            QVERIFY(reportOf(registry));
        QCOMPARE(runs.load(), 1);
        clock.advance(1s);
        QVERIFY(reportOf(registry));
        QCOMPARE(runs.load(), 2);
    }

    void aCheckThatHangsIsUnhealthyInTimeAndHoldsNoOtherUp()
    {
        HandClock clock;
        QSemaphore hang;
        std::atomic<int> runs = 0;
        {
            HealthRegistry registry({{.name = "stuck",
                                      .critical = true,
                                      .timeout = 20ms,
                                      .run =
                                          [&] {
                                              ++runs;
                                              hang.acquire();
                                              return CheckResult{};
                                          }},
                                     check("other", true, Status::Healthy)},
                                    clock);
            const HealthReportPtr first = reportOf(registry);
            QCOMPARE(first->status, Status::Unhealthy);
            QVERIFY(first->entries[0].result.detail.startsWith(u"no answer for"));
            QCOMPARE(first->entries[1].result.status, Status::Healthy);

            clock.advance(2s);
            QCOMPARE(reportOf(registry)->status, Status::Unhealthy);
            QCOMPARE(runs.load(), 1); // it is not piled up on

            hang.release(100);
            QTRY_COMPARE(
                [&] {
                    clock.advance(2s);
                    return reportOf(registry)->status;
                }(),
                Status::Healthy);
        }
    }

    void aCheckMayTellHowLongTheDependencyTook()
    {
        HandClock clock;
        HealthRegistry registry({{.name = "redis", .run = [] { return CheckResult{Status::Healthy, u"primary"_s, 1234us}; }}},
                                clock);
        QCOMPARE(reportOf(registry)->entries.front().latency, 1234us);
    }

    void aCheckThatThrowsTellsNothingOfWhy()
    {
        const HandClock clock;
        HealthRegistry registry(
            {{.name = "thrower", .run = []() -> CheckResult { throw std::runtime_error("password=hunter2"); }}}, clock);
        const HealthReportPtr report = reportOf(registry);
        QCOMPARE(report->status, Status::Unhealthy);
        QVERIFY(!report->entries[0].result.detail.contains(u"hunter2"));
    }

    void servesManyThreadsAtOnce()
    {
        HandClock clock;
        HealthRegistry registry({check("a", true, Status::Healthy), check("b", false, Status::Degraded)}, clock);
        std::atomic<int> answered = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    for (int round = 0; round < 100; ++round) {
                        QFuture<HealthReportPtr> future = registry.request();
                        future.waitForFinished();
                        answered += future.result()->status == Status::Degraded ? 1 : 0;
                        clock.advance(300ms);
                        registry.setDraining(round % 2 == 0);
                    }
                });
            }
        }
        QCOMPARE(answered.load(), 800);
    }

    void whoWaitsAtTheEndIsAnswered()
    {
        const HandClock clock;
        QSemaphore hang;
        QFuture<HealthReportPtr> future;
        std::thread releaser;
        {
            HealthRegistry registry({{.name = "slow",
                                      .timeout = 1h,
                                      .run =
                                          [&] {
                                              hang.acquire();
                                              return CheckResult{};
                                          }}},
                                    clock);
            future = registry.request();
            releaser = std::thread([&] { hang.release(); });
        }
        releaser.join();
        QVERIFY(future.isFinished());
        QVERIFY(future.result() != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestHealthRegistry)
#include "test_health_registry.moc"
