#include "limits/arrival_history.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

namespace {

const SteadyTime kStart{1'000'000s};

/// `quota` in a minute, as many at once.
Policy perMinute(quint32 quota, quint32 burst = 0)
{
    return {.name = "general", .quota = quota, .window = 1min, .burst = burst == 0 ? quota : burst};
}

} // namespace

class TestArrivalHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysUnderThePolicyIsNotRefused();
    void aCallerOverItIsRefusedWhatIsOver();
    void timingWithinASlotIsSaidBothWays();
    void callersAreToldApartAndWorkersAddedUp();
    void policiesAreToldApart();
    void anHourIsRemembered();
    void whatThereIsNoRoomForIsSaid();
    void aFullMemorySaysHowFarItReaches();
    void nobodyIsRememberedByName();

private:
    void come(ArrivalHistory &history, const QByteArray &caller, std::chrono::seconds after, int times, int shard = 0,
              const QByteArray &policy = "general")
    {
        for (int i = 0; i < times; ++i)
            history.shard(shard).note(policy, caller, kStart + after);
    }
    [[nodiscard]] LimitForecast tried(const ArrivalHistory &history, const Policy &policy, std::chrono::seconds after) const
    {
        return forecast(history.recall(policy.name, kStart + after), policy);
    }
    const std::vector<QByteArray> m_policies{"general", "account"};
};

void TestArrivalHistory::whatStaysUnderThePolicyIsNotRefused()
{
    ArrivalHistory history(m_policies, 1, kStart);
    for (std::chrono::seconds second{0}; second < 600s; ++second)
        come(history, "a", second, 1); // 60 a minute
    const LimitForecast outcome = tried(history, perMinute(60), 600s);
    QCOMPARE(outcome.requests, 600U);
    QCOMPARE(outcome.callers, 1U);
    QCOMPARE(outcome.evenly.requests, 0U);
    QCOMPARE(outcome.inBursts.requests, 0U);
    QCOMPARE(outcome.inBursts.callers, 0U);
}

void TestArrivalHistory::aCallerOverItIsRefusedWhatIsOver()
{
    ArrivalHistory history(m_policies, 1, kStart);
    for (std::chrono::seconds second{0}; second < 600s; ++second)
        come(history, "a", second, 2); // 120 a minute
    // 1200 came; 600 and the first burst of 60 may.
    const LimitForecast outcome = tried(history, perMinute(60), 600s);
    QCOMPARE(outcome.evenly.requests, 1200U - 660U);
    QVERIFY(outcome.inBursts.requests >= outcome.evenly.requests);
    QVERIFY(outcome.inBursts.requests <= outcome.evenly.requests + 10);
    QCOMPARE(outcome.evenly.callers, 1U);
}

void TestArrivalHistory::timingWithinASlotIsSaidBothWays()
{
    ArrivalHistory history(m_policies, 1, kStart);
    come(history, "a", 0s, 10);
    const LimitForecast outcome = tried(history, perMinute(60, 5), 5s);
    QCOMPARE(outcome.evenly.requests, 0U); // one a second, and five at once
    QCOMPARE(outcome.inBursts.requests, 5U);
}

void TestArrivalHistory::callersAreToldApartAndWorkersAddedUp()
{
    ArrivalHistory history(m_policies, 2, kStart);
    come(history, "a", 0s, 40, 0);
    come(history, "a", 0s, 40, 1);
    come(history, "b", 0s, 40, 1);
    const LimitForecast outcome = tried(history, perMinute(60), 5s);
    QCOMPARE(outcome.requests, 120U);
    QCOMPARE(outcome.callers, 2U);
    QCOMPARE(outcome.inBursts.requests, 20U);
    QCOMPARE(outcome.inBursts.callers, 1U);
}

void TestArrivalHistory::policiesAreToldApart()
{
    ArrivalHistory history(m_policies, 1, kStart);
    come(history, "a", 0s, 10);
    come(history, "a", 0s, 3, 0, "account");
    come(history, "a", 0s, 3, 0, "nonsense");
    QCOMPARE(tried(history, perMinute(60), 5s).requests, 10U);
    Policy account = perMinute(2);
    account.name = "account";
    QCOMPARE(tried(history, account, 5s).requests, 3U);
    QCOMPARE(tried(history, account, 5s).inBursts.requests, 1U);
}

void TestArrivalHistory::anHourIsRemembered()
{
    ArrivalHistory history(m_policies, 1, kStart);
    come(history, "a", 0s, 10);
    come(history, "a", 1800s, 20);
    QCOMPARE(history.recall("general", kStart + 1800s).covered, 1810s);
    come(history, "a", 3700s, 30);
    QCOMPARE(tried(history, perMinute(60), 3700s).requests, 50U);
    QCOMPARE(history.recall("general", kStart + 3700s).covered, 3610s);
    QCOMPARE(tried(history, perMinute(60), 9000s).requests, 0U);
    // And after a week of silence nothing of before comes back.
    come(history, "a", std::chrono::days(8), 1);
    QCOMPARE(tried(history, perMinute(60), std::chrono::days(8)).requests, 1U);
}

void TestArrivalHistory::whatThereIsNoRoomForIsSaid()
{
    ArrivalHistory history(m_policies, 1, kStart);
    const int most = int(ArrivalShard::kMostNow);
    for (int i = 0; i < most; ++i)
        come(history, QByteArray::number(i), 0s, 1);
    come(history, "10", 0s, 5); // who is known is counted on
    const auto now = history.recall("general", kStart + 1s);
    QVERIFY(now.missed > 0);
    QCOMPARE(quint64(now.counts.size()) + now.missed, quint64(most));
    const auto later = history.recall("general", kStart + 30s);
    QCOMPARE(later.missed, now.missed);
}

void TestArrivalHistory::aFullMemorySaysHowFarItReaches()
{
    ArrivalHistory history(m_policies, 1, kStart);
    for (int slot = 0; slot < 100; ++slot) {
        for (int i = 0; i < 2000; ++i)
            come(history, QByteArray::number(i), ArrivalShard::kSlot * slot, 1);
    }
    const auto recall = history.recall("general", kStart + ArrivalShard::kSlot * 99);
    QVERIFY(recall.covered < 1000s);
    QVERIFY(recall.covered > 300s);
    // What it says it covers is all there.
    QCOMPARE(quint64(recall.counts.size()), quint64(recall.covered / ArrivalShard::kSlot) * 2000U);
}

void TestArrivalHistory::nobodyIsRememberedByName()
{
    ArrivalHistory one(m_policies, 1, kStart);
    ArrivalHistory other(m_policies, 1, kStart);
    come(one, "198.51.100.7", 0s, 1);
    come(other, "198.51.100.7", 0s, 1);
    const quint64 first = one.recall("general", kStart).counts.front().caller;
    QVERIFY(first != other.recall("general", kStart).counts.front().caller);
}

QTEST_GUILESS_MAIN(TestArrivalHistory)
#include "test_arrival_history.moc"
