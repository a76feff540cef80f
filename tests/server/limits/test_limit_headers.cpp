#include "limits/limit_headers.h"
#include "limits/local_limiter.h"

#include <QMap>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

namespace {

QMap<QByteArray, QByteArray> headersOf(const Verdict &verdict)
{
    QMap<QByteArray, QByteArray> map;
    std::string text;
    appendLimitLines(text, verdict);
    QByteArray lines = QByteArray::fromStdString(text);
    while (!lines.isEmpty()) {
        const qsizetype colon = lines.indexOf(": ");
        const qsizetype end = lines.indexOf("\r\n");
        map.insert(lines.left(colon), lines.mid(colon + 2, end - colon - 2));
        lines.remove(0, end + 2);
    }
    return map;
}

} // namespace

class TestLimitHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellWhatIsLeft()
    {
        LocalLimiter limiter(100);
        const Policy general{.name = "general", .quota = 60, .window = 60s, .burst = 60};
        const Charge charge{&general, "a"};
        const auto headers = headersOf(limiter.take({&charge, 1}, SteadyTime(1s)));
        QCOMPARE(headers.value("X-RateLimit-Limit"), "60");
        QCOMPARE(headers.value("X-RateLimit-Remaining"), "59");
        QCOMPARE(headers.value("X-RateLimit-Reset"), "1");
        QCOMPARE(headers.value("RateLimit-Policy"), "\"general\";q=60;w=60");
        QCOMPARE(headers.value("RateLimit"), "\"general\";r=59;t=1");
        QVERIFY(!headers.contains("Retry-After"));
    }

    void listEveryPolicyAndSayWhenToComeBack()
    {
        LocalLimiter limiter(100);
        const Policy general{.name = "general", .quota = 60, .window = 60s, .burst = 60};
        const Policy signIn{.name = "sign_in", .quota = 5, .window = 60s, .burst = 1};
        const std::array charges{Charge{&general, "a"}, Charge{&signIn, "a"}};
        QVERIFY(limiter.take(charges, SteadyTime(1s)).allowed);
        const auto headers = headersOf(limiter.take(charges, SteadyTime(1s + 1us)));
        QCOMPARE(headers.value("X-RateLimit-Limit"), "5");
        QCOMPARE(headers.value("X-RateLimit-Remaining"), "0");
        QCOMPARE(headers.value("X-RateLimit-Reset"), "12");
        QCOMPARE(headers.value("RateLimit-Policy"), "\"general\";q=60;w=60, \"sign_in\";q=5;w=60");
        QCOMPARE(headers.value("RateLimit"), "\"general\";r=59;t=1, \"sign_in\";r=0;t=12");
        QCOMPARE(headers.value("Retry-After"), "12");
    }

    void neverAskToComeBackAtOnce()
    {
        LocalLimiter limiter(100);
        const Policy fast{.name = "fast", .quota = 1'000'000, .window = 1s, .burst = 1};
        const Charge charge{&fast, "a"};
        QVERIFY(limiter.take({&charge, 1}, SteadyTime(1s)).allowed);
        QCOMPARE(headersOf(limiter.take({&charge, 1}, SteadyTime(1s))).value("Retry-After"), "1");
    }

    void hideShadowPoliciesBehindEnforcedOnes()
    {
        LocalLimiter limiter(100);
        const Policy shadow{.name = "trial", .quota = 1, .burst = 1, .shadow = true};
        const Policy real{.name = "general", .quota = 60, .burst = 60};
        const std::array charges{Charge{&shadow, "a"}, Charge{&real, "a"}};
        QCOMPARE(headersOf(limiter.take(charges, SteadyTime(1s))).value("RateLimit-Policy"), "\"general\";q=60;w=60");
        QCOMPARE(headersOf(limiter.take({charges.data(), 1}, SteadyTime(1s))).value("RateLimit-Policy"), "\"trial\";q=1;w=60");
    }

    void sayOnlyWhenToComeBackWhereNobodyCanCount()
    {
        const Policy policy{.name = "general"};
        Verdict verdict;
        verdict.allowed = false;
        verdict.policy = &policy;
        verdict.retryAfter = 1s;
        verdict.unavailable = true;
        std::string lines;
        appendLimitLines(lines, verdict);
        QCOMPARE(QByteArray::fromStdString(lines), "Retry-After: 1\r\n");
    }

    void areAbsentWhenNothingIsLimited() { QVERIFY(headersOf(Verdict{}).isEmpty()); }

    void aNameCannotBreakOutOfItsField()
    {
        LocalLimiter limiter(100);
        const Policy odd{.name = "a\"b\\c\r\nSet-Cookie: x", .quota = 1, .burst = 1};
        const Charge charge{&odd, "a"};
        QCOMPARE(headersOf(limiter.take({&charge, 1}, SteadyTime(1s))).value("RateLimit-Policy"),
                 "\"a\\\"b\\\\cSet-Cookie: x\";q=1;w=60");
    }
};

QTEST_APPLESS_MAIN(TestLimitHeaders)
#include "test_limit_headers.moc"
