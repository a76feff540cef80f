#include "limits/limit_headers.h"
#include "limits/local_limiter.h"

#include <QTest>

#include <array>
#include <cstring>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

/// What a request's limits cost, by the number of charges and of callers remembered. Callers come in an order that no
/// cache foresees.
class BenchRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void take_data()
    {
        QTest::addColumn<int>("charges");
        QTest::addColumn<int>("callers");
        for (const int charges : {1, 2}) {
            for (const int callers : {1, 1'000, 1'000'000})
                QTest::addRow("%d charges, %d callers", charges, callers) << charges << callers;
        }
    }

    void take()
    {
        QFETCH(int, charges);
        QFETCH(int, callers);
        // A quota that nobody reaches and a window that nobody leaves: every entry stays live.
        const Policy first{.name = "general", .quota = 1'000'000, .window = 24h, .burst = 1'000'000};
        const Policy second{.name = "account", .quota = 1'000'000, .window = 24h, .burst = 1'000'000};
        LocalLimiter limiter(static_cast<std::size_t>(callers * charges * 2));
        std::vector<std::array<char, 16>> keys(static_cast<std::size_t>(callers));
        const auto takeFor = [&](std::size_t caller, SteadyTime now) {
            const QByteArrayView key(keys[caller].data(), 16);
            const std::array both{Charge{&first, key}, Charge{&second, key}};
            return limiter.take({both.data(), static_cast<std::size_t>(charges)}, now).allowed;
        };
        for (std::size_t i = 0; i < keys.size(); ++i) {
            std::memcpy(keys[i].data(), &i, sizeof i);
            QVERIFY(takeFor(i, SteadyTime(1s)));
        }
        std::size_t caller = 0;
        qint64 time = 1'000'000;
        QBENCHMARK
        {
            caller = (caller + 7'919) % keys.size();
            time += 100'000;
            if (!takeFor(caller, SteadyTime(std::chrono::microseconds(time))))
                QFAIL("nobody reaches the quota");
        }
    }

    void refuse()
    {
        LocalLimiter limiter(1000);
        const Policy policy{.name = "general", .quota = 1, .window = 24h, .burst = 1};
        const Charge charge{&policy, "caller"};
        QVERIFY(limiter.take({&charge, 1}, SteadyTime(1s)).allowed);
        QBENCHMARK
        {
            if (limiter.take({&charge, 1}, SteadyTime(2s)).allowed)
                QFAIL("over the limit");
        }
    }

    void headers()
    {
        LocalLimiter limiter(1000);
        const Policy first{.name = "general", .quota = 60, .window = 60s, .burst = 60};
        const Policy second{.name = "account", .quota = 600, .window = 60s, .burst = 600};
        const std::array charges{Charge{&first, "a"}, Charge{&second, "a"}};
        const Verdict verdict = limiter.take(charges, SteadyTime(1s));
        qsizetype size = 0;
        QBENCHMARK
        {
            std::string lines;
            appendLimitLines(lines, verdict);
            size += std::ssize(lines);
        }
        QVERIFY(size > 0);
    }
};

QTEST_APPLESS_MAIN(BenchRateLimiter)
#include "bench_rate_limiter.moc"
