#include "limits/local_limiter.h"

#include <QTest>

#include <atomic>
#include <barrier>
#include <functional>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

namespace {

constexpr int kThreads = 8;
constexpr SteadyTime kNow{1'000'000s};

void inThreads(const std::function<void(int)> &work)
{
    std::barrier start(kThreads);
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i) {
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            work(i);
        });
    }
}

} // namespace

class TestRateLimiterThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheQuotaPassesOfTenTimesAsMany()
    {
        constexpr int kQuota = 1000;
        LocalLimiter limiter(10'000);
        const Policy policy{.name = "p", .quota = kQuota, .window = 3600s, .burst = kQuota};
        std::atomic<int> passed = 0;
        inThreads([&](int) {
            for (int i = 0; i < 10 * kQuota / kThreads; ++i) {
                const Charge charge{&policy, "everybody"};
                passed += limiter.take({&charge, 1}, kNow).allowed ? 1 : 0;
            }
        });
        QCOMPARE(passed.load(), kQuota);
    }

    /// Two policies of the same quota: a reservation that is dropped must neither cost anybody its turn nor leave a
    /// charge behind. Threads name the policies in different orders.
    void exactlyTheQuotaPassesWhenTwoPoliciesHaveToAgree()
    {
        constexpr int kQuota = 200;
        for (int round = 0; round < 20; ++round) {
            LocalLimiter limiter(10'000);
            const Policy first{.name = "first", .quota = kQuota, .window = 3600s, .burst = kQuota};
            const Policy second{.name = "second", .quota = kQuota, .window = 3600s, .burst = kQuota};
            const QByteArray key = QByteArray::number(round);
            std::atomic<int> passed = 0;
            inThreads([&](int thread) {
                for (int i = 0; i < 10 * kQuota / kThreads; ++i) {
                    const std::array charges{Charge{&first, key}, Charge{&second, key}};
                    const std::array reversed{charges[1], charges[0]};
                    passed += limiter.take(thread % 2 == 0 ? charges : reversed, kNow).allowed ? 1 : 0;
                }
            });
            QCOMPARE(passed.load(), kQuota);
        }
    }

    /// Every thread has a narrow policy of its own, and all share a wide one that would hold exactly the sum. If a refusal
    /// by a narrow one left a charge on the wide one, or made another thread be refused by it, the sum would be short.
    void refusalsElsewhereNeitherChargeNorHinderOthers()
    {
        constexpr int kEach = 50;
        for (int round = 0; round < 20; ++round) {
            LocalLimiter limiter(10'000);
            const Policy shared{.name = "shared", .quota = kEach * kThreads, .window = 3600s, .burst = kEach * kThreads};
            const Policy own{.name = "own", .quota = kEach, .window = 3600s, .burst = kEach};
            std::array<int, kThreads> passed{};
            inThreads([&](int thread) {
                const QByteArray key = QByteArray::number(round * kThreads + thread);
                for (int i = 0; i < 10 * kEach; ++i) {
                    const std::array charges{Charge{&shared, "all"}, Charge{&own, key}};
                    passed[static_cast<size_t>(thread)] += limiter.take(charges, kNow).allowed ? 1 : 0;
                }
            });
            for (const int count : passed)
                QCOMPARE(count, kEach);
            const Charge charge{&shared, "all"};
            QCOMPARE(limiter.peek({&charge, 1}, kNow).remaining, 0U);
        }
    }

    void tablesGrowAndOverflowUnderManyThreads()
    {
        LocalLimiter limiter(2048);
        const Policy policy{.name = "p", .quota = 60, .window = 60s, .burst = 60};
        const Policy account{.name = "q", .quota = 60, .window = 60s, .burst = 60};
        inThreads([&](int thread) {
            for (int i = 0; i < 20'000; ++i) {
                const QByteArray key = QByteArray::number(thread) + '/' + QByteArray::number(i);
                const std::array charges{Charge{&policy, key}, Charge{&account, key}};
                (void)limiter.take(charges, kNow + std::chrono::microseconds(i));
                if (i % 100 == 0)
                    limiter.reset(policy, key);
            }
        });
        QVERIFY(limiter.memoryInUse() <= 2048 * 32 + 64 * 128);
    }
};

QTEST_APPLESS_MAIN(TestRateLimiterThreads)
#include "test_rate_limiter_threads.moc"
