#include "limits/local_limiter.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

namespace {

SteadyTime at(std::chrono::microseconds time)
{
    return SteadyTime(1'000'000s + time);
}

/// GCRA as the textbook has it, in real arithmetic and without any table.
class Model
{
public:
    bool conforms(const Policy &policy, const QByteArray &key, double now) const
    {
        const double interval = std::ceil(double(policy.window.count()) / policy.quota);
        return std::max(arrival(policy, key), now) - now <= interval * (policy.burst - 1);
    }
    void charge(const Policy &policy, const QByteArray &key, double now)
    {
        const double interval = std::ceil(double(policy.window.count()) / policy.quota);
        m_arrival[policy.name + '/' + key] = std::max(arrival(policy, key), now) + interval;
    }

private:
    double arrival(const Policy &policy, const QByteArray &key) const
    {
        const auto found = m_arrival.find(policy.name + '/' + key);
        return found == m_arrival.end() ? 0 : found->second;
    }
    std::map<QByteArray, double> m_arrival;
};

} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTheBurstPassThenOneForEachInterval()
    {
        LocalLimiter limiter(1000);
        const Policy policy{.name = "general", .quota = 60, .window = 60s, .burst = 3};
        const Charge charge{&policy, "a"};
        for (quint32 left = 3; left-- > 0;) {
            const Verdict verdict = limiter.take({&charge, 1}, at(0us));
            QVERIFY(verdict.allowed);
            QCOMPARE(verdict.remaining, left);
        }
        const Verdict refused = limiter.take({&charge, 1}, at(0us));
        QVERIFY(!refused.allowed);
        QCOMPARE(refused.retryAfter, 1s);
        QCOMPARE(refused.resetAfter, 3s);
        QCOMPARE(refused.remaining, 0U);

        QVERIFY(!limiter.take({&charge, 1}, at(999'999us)).allowed);
        QVERIFY(limiter.take({&charge, 1}, at(1s)).allowed);
        QVERIFY(!limiter.take({&charge, 1}, at(1s)).allowed);
    }

    void neverExceedsAQuotaThatDoesNotDivideItsWindow()
    {
        LocalLimiter limiter(1000);
        const Policy policy{.name = "odd", .quota = 7, .window = 60s, .burst = 1};
        const Charge charge{&policy, "a"};
        int passed = 0;
        for (auto time = 0us; time < 60s; time += 1ms)
            passed += limiter.take({&charge, 1}, at(time)).allowed ? 1 : 0;
        QCOMPARE(passed, 7);
    }

    void chargesNoPolicyWhenAnotherRefuses()
    {
        LocalLimiter limiter(1000);
        const Policy wide{.name = "wide", .quota = 100, .burst = 100};
        const Policy narrow{.name = "narrow", .quota = 1, .burst = 1};
        // Several keys, so that the policies meet in either order of their fingerprints.
        for (int key = 0; key < 32; ++key) {
            const QByteArray name = QByteArray::number(key);
            const std::array charges{Charge{&wide, name}, Charge{&narrow, name}};
            QVERIFY(limiter.take(charges, at(0us)).allowed);
            for (int i = 0; i < 50; ++i)
                QVERIFY(!limiter.take(charges, at(0us)).allowed);
            QCOMPARE(limiter.peek({charges.data(), 1}, at(0us)).remaining, 99U);
        }
    }

    void tellsOfTheTightestPolicyAndOfEach()
    {
        LocalLimiter limiter(1000);
        const Policy wide{.name = "wide", .quota = 100, .burst = 100};
        const Policy narrow{.name = "narrow", .quota = 5, .burst = 5};
        const std::array charges{Charge{&wide, "a"}, Charge{&narrow, "a"}};
        const Verdict verdict = limiter.take(charges, at(0us));
        QCOMPARE(verdict.policy, &narrow);
        QCOMPARE(verdict.remaining, 4U);
        QCOMPARE(verdict.states.size(), 2);
        QCOMPARE(verdict.states[0].policy, &wide);
        QCOMPARE(verdict.states[0].remaining, 99U);
        QCOMPARE(verdict.states[1].remaining, 4U);
    }

    void asksToComeBackWhenEveryPolicyWouldLetPass()
    {
        LocalLimiter limiter(1000);
        const Policy minute{.name = "minute", .quota = 1, .window = 60s, .burst = 1};
        const Policy hour{.name = "hour", .quota = 1, .window = 3600s, .burst = 1};
        for (int key = 0; key < 16; ++key) {
            const QByteArray name = QByteArray::number(key);
            const std::array charges{Charge{&minute, name}, Charge{&hour, name}};
            QVERIFY(limiter.take(charges, at(0us)).allowed);
            const Verdict refused = limiter.take(charges, at(0us));
            QCOMPARE(refused.policy, &hour);
            QCOMPARE(refused.retryAfter, 3600s);
        }
    }

    void shadowCountsWithoutRefusing()
    {
        LocalLimiter limiter(1000);
        const Policy shadow{.name = "shadow", .quota = 1, .burst = 1, .shadow = true};
        const Policy real{.name = "real", .quota = 3, .burst = 3};
        const std::array charges{Charge{&shadow, "a"}, Charge{&real, "a"}};
        QVERIFY(limiter.take(charges, at(0us)).allowed);
        const Verdict second = limiter.take(charges, at(0us));
        QVERIFY(second.allowed);
        QVERIFY(second.states[0].refused);
        QCOMPARE(second.policy, &real);
        QCOMPARE(second.remaining, 1U);
        QVERIFY(limiter.take(charges, at(0us)).allowed);
        const Verdict refused = limiter.take(charges, at(0us));
        QVERIFY(!refused.allowed);
        QCOMPARE(refused.policy, &real);
    }

    void countsAChargeThatIsListedTwiceOnce()
    {
        LocalLimiter limiter(1000);
        const Policy policy{.name = "p", .quota = 5, .burst = 5};
        const std::array charges{Charge{&policy, "a"}, Charge{&policy, "a"}};
        const Verdict verdict = limiter.take(charges, at(0us));
        QCOMPARE(verdict.remaining, 4U);
        QCOMPARE(verdict.states.size(), 1);
    }

    void looksWithoutTaking()
    {
        LocalLimiter limiter(1000);
        const Policy policy{.name = "p", .quota = 2, .burst = 2};
        const Charge charge{&policy, "a"};
        for (int i = 0; i < 10; ++i)
            QCOMPARE(limiter.peek({&charge, 1}, at(0us)).remaining, 2U);
        QVERIFY(limiter.take({&charge, 1}, at(0us)).allowed);
        QVERIFY(limiter.take({&charge, 1}, at(0us)).allowed);
        QVERIFY(!limiter.peek({&charge, 1}, at(0us)).allowed);
    }

    void forgetsACallerWhenTold()
    {
        LocalLimiter limiter(1000);
        const Policy policy{.name = "p", .quota = 1, .burst = 1};
        const Charge charge{&policy, "a"};
        QVERIFY(!limiter.reset(policy, "a"));
        QVERIFY(limiter.take({&charge, 1}, at(0us)).allowed);
        QVERIFY(!limiter.take({&charge, 1}, at(0us)).allowed);
        QVERIFY(limiter.reset(policy, "a"));
        QVERIFY(limiter.take({&charge, 1}, at(0us)).allowed);
        QVERIFY(!limiter.reset(policy, "b"));
    }

    void keepsPoliciesAndKeysApart()
    {
        LocalLimiter limiter(1000);
        const Policy ab{.name = "ab", .quota = 1, .burst = 1};
        const Policy a{.name = "a", .quota = 1, .burst = 1};
        const std::array charges{Charge{&ab, "c"}, Charge{&a, "bc"}, Charge{&a, ""}, Charge{&a, QByteArrayView("\0", 1)}};
        QVERIFY(limiter.take(charges, at(0us)).allowed);
        for (const Charge &charge : charges)
            QVERIFY(!limiter.peek({&charge, 1}, at(0us)).allowed);
    }

    void nothingToChargeAlwaysPasses()
    {
        LocalLimiter limiter(1000);
        const Verdict verdict = limiter.take({}, at(0us));
        QVERIFY(verdict.allowed);
        QVERIFY(verdict.policy == nullptr);
    }

    void survivesExtremeNumbers_data()
    {
        QTest::addColumn<quint32>("quota");
        QTest::addColumn<qint64>("window");
        QTest::addColumn<quint32>("burst");
        constexpr quint32 kMost = std::numeric_limits<quint32>::max();
        QTest::newRow("all zero") << 0U << qint64(0) << 0U;
        QTest::newRow("negative window") << 1U << qint64(-5) << 1U;
        QTest::newRow("all at their most") << kMost << std::numeric_limits<qint64>::max() << kMost;
        QTest::newRow("slowest with the widest burst") << 1U << std::numeric_limits<qint64>::max() << kMost;
        QTest::newRow("fastest") << kMost << qint64(1) << kMost;
    }

    void survivesExtremeNumbers()
    {
        QFETCH(quint32, quota);
        QFETCH(qint64, window);
        QFETCH(quint32, burst);
        LocalLimiter limiter(1000);
        const Policy policy{.name = "p", .quota = quota, .window = std::chrono::microseconds(window), .burst = burst};
        const Charge charge{&policy, "a"};
        QVERIFY(limiter.take({&charge, 1}, at(0us)).allowed);
        const Verdict verdict = limiter.take({&charge, 1}, at(0us));
        QVERIFY(verdict.resetAfter >= 0us);
        QVERIFY(verdict.retryAfter >= 0us);
    }

    void agreesWithTheModelOverRandomHistories()
    {
        QRandomGenerator random(20260131);
        for (int round = 0; round < 50; ++round) {
            LocalLimiter limiter(100'000);
            Model model;
            std::array<Policy, 3> policies{};
            for (int i = 0; i < 3; ++i) {
                policies[static_cast<size_t>(i)] = {.name = "p" + QByteArray::number(i),
                                                    .quota = 1 + random.bounded(20U),
                                                    .window = std::chrono::microseconds(1000 + random.bounded(100'000)),
                                                    .burst = 1 + random.bounded(10U)};
            }
            std::chrono::microseconds time{0};
            for (int step = 0; step < 2000; ++step) {
                time += std::chrono::microseconds(random.bounded(2) == 0 ? 0 : random.bounded(5000));
                const auto now = double(at(time).time_since_epoch().count());
                const QByteArray key = QByteArray::number(random.bounded(4));
                std::vector<Charge> charges;
                bool expected = true;
                for (const Policy &policy : policies) {
                    if (random.bounded(3) == 0)
                        continue;
                    charges.push_back({&policy, key});
                    expected = expected && model.conforms(policy, key, now);
                }
                if (expected) {
                    for (const Charge &charge : charges)
                        model.charge(*charge.policy, key, now);
                }
                QCOMPARE(limiter.take(charges, at(time)).allowed, expected);
            }
        }
    }

    void aFloodOfNewCallersNeitherFreesALimitedOneNorGrowsMemory()
    {
        LocalLimiter limiter(4096);
        const Policy policy{.name = "general", .quota = 60, .window = 60s, .burst = 60};
        const Charge limited{&policy, "the limited caller"};
        while (limiter.take({&limited, 1}, at(0us)).allowed) { }

        // A /48 has 65,536 networks of 64 bits.
        for (quint32 network = 0; network < 65'536 * 4; ++network) {
            const QByteArray key = QByteArray::number(network);
            const Charge charge{&policy, key};
            (void)limiter.take({&charge, 1}, at(1ms));
        }
        QVERIFY(!limiter.take({&limited, 1}, at(2ms)).allowed);
        QVERIFY(limiter.memoryInUse() <= 4096 * 32 + 64 * 128);
    }

    void takesNoMemoryBeforeCallersCome() { QVERIFY(LocalLimiter(1'000'000).memoryInUse() < 16 * 1024); }

    void reusesTheRoomOfThoseWhoseTimeHasPassed()
    {
        LocalLimiter limiter(100'000);
        const Policy policy{.name = "p", .quota = 1000, .window = 1s, .burst = 10};
        std::size_t afterTheFirst = 0;
        for (int wave = 0; wave < 10; ++wave) {
            for (int caller = 0; caller < 10'000; ++caller) {
                const QByteArray key = QByteArray::number(wave) + '-' + QByteArray::number(caller);
                const Charge charge{&policy, key};
                QVERIFY(limiter.take({&charge, 1}, at(wave * 1s)).allowed);
            }
            if (wave == 0)
                afterTheFirst = limiter.memoryInUse();
        }
        QVERIFY(limiter.memoryInUse() <= 2 * afterTheFirst); // ten times as much without
    }
};

QTEST_APPLESS_MAIN(TestRateLimiter)
#include "test_rate_limiter.moc"
