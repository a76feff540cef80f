#include "terminal/smoke_expectation.h"

#include <QTest>

using namespace gatehouse::client;
using namespace gatehouse::terminal;
using namespace Qt::StringLiterals;

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

const Headers kLimits{{"x-ratelimit-limit", "60"},
                      {"X-RateLimit-Remaining", "0"},
                      {"X-RateLimit-Reset", "12"},
                      {"RateLimit-Policy", "\"general\";q=60;w=60"},
                      {"RateLimit", "\"general\";r=0;t=12"}};
const Headers kSecurity{{"X-Content-Type-Options", "nosniff"},
                        {"X-Frame-Options", "DENY"},
                        {"Referrer-Policy", "strict-origin-when-cross-origin"},
                        {"X-XSS-Protection", "1; mode=block"},
                        {"Content-Security-Policy", "default-src 'none'"},
                        {"Permissions-Policy", "camera=()"},
                        {"Cache-Control", "no-store"},
                        {"X-Request-Id", "01M7Z1CJ1ZZ1P6VC17ARWVJW64"},
                        {"Date", "Sat, 21 Nov 2026 12:00:00 GMT"}};

/// `headers` with one of them set to another value; null leaves it out.
Headers with(Headers headers, const QByteArray &name, const QByteArray &value)
{
    headers.removeIf([&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    if (!value.isNull())
        headers.append(std::pair(name, value));
    return headers;
}

ApiAnswer answer(int status, const Headers &headers)
{
    return {.status = status, .failure = {}, .headers = headers, .body = {}};
}

} // namespace

class TestSmokeExpectation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitHeaders_data();
    void limitHeaders();
    void securityHeaders_data();
    void securityHeaders();
    void refusals_data();
    void refusals();
    void saysWhyNoAnswerCame();
};

void TestSmokeExpectation::limitHeaders_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QString>("seen");
    QTest::newRow("all there") << kLimits << QString();
    for (const char *name : {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "RateLimit-Policy", "RateLimit"})
        QTest::newRow(name) << with(kLimits, name, {}) << u"no "_s + QLatin1String(name);
    QTest::newRow("no number") << with(kLimits, "X-RateLimit-Limit", "many") << u"X-RateLimit-Limit: many"_s;
    QTest::newRow("negative") << with(kLimits, "X-RateLimit-Reset", "-1") << u"X-RateLimit-Reset: -1"_s;
}

void TestSmokeExpectation::limitHeaders()
{
    QFETCH(Headers, headers);
    QFETCH(QString, seen);
    const auto mismatch = limitHeadersMismatch(answer(200, headers));
    QCOMPARE(mismatch ? mismatch->seen : QString(), seen);
}

void TestSmokeExpectation::securityHeaders_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("seen");
    QTest::newRow("all there") << kSecurity << false << QString();
    QTest::newRow("over TLS") << with(kSecurity, "Strict-Transport-Security", "max-age=31536000") << true << QString();
    QTest::newRow("over TLS, without") << kSecurity << true << u"no Strict-Transport-Security"_s;
    QTest::newRow("framing allowed") << with(kSecurity, "X-Frame-Options", "SAMEORIGIN") << false
                                     << u"X-Frame-Options: SAMEORIGIN"_s;
    QTest::newRow("a page tells nobody where it is") << with(kSecurity, "Referrer-Policy", "no-referrer") << false << QString();
    QTest::newRow("a referrer for everybody")
        << with(kSecurity, "Referrer-Policy", "unsafe-url") << false << u"Referrer-Policy: unsafe-url"_s;
    QTest::newRow("no policy") << with(kSecurity, "Content-Security-Policy", {}) << false << u"no Content-Security-Policy"_s;
    QTest::newRow("a server's name") << with(kSecurity, "Server", "nginx") << false << QString();
    QTest::newRow("a server's version") << with(kSecurity, "Server", "nginx/1.22.1") << false << u"Server: nginx/1.22.1"_s;
}

void TestSmokeExpectation::securityHeaders()
{
    QFETCH(Headers, headers);
    QFETCH(bool, tls);
    QFETCH(QString, seen);
    const auto mismatch = securityHeadersMismatch(answer(200, headers), tls);
    QCOMPARE(mismatch ? mismatch->seen : QString(), seen);
}

void TestSmokeExpectation::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<bool>("badToken");
    QTest::addColumn<bool>("fits");
    const Headers plain{{"WWW-Authenticate", "Bearer"}};
    const Headers invalid{{"WWW-Authenticate", "Bearer error=\"invalid_token\""}};
    QTest::newRow("no token") << 401 << plain << false << true;
    QTest::newRow("bad token") << 401 << invalid << true << true;
    QTest::newRow("bad token, not said") << 401 << plain << true << false;
    QTest::newRow("no challenge") << 401 << Headers() << false << false;
    QTest::newRow("let in") << 200 << plain << true << false;
    QTest::newRow("forbidden instead") << 403 << invalid << true << false;
}

void TestSmokeExpectation::refusals()
{
    QFETCH(int, status);
    QFETCH(Headers, headers);
    QFETCH(bool, badToken);
    QFETCH(bool, fits);
    QCOMPARE(!refusalMismatch(answer(status, headers), badToken), fits);
}

void TestSmokeExpectation::saysWhyNoAnswerCame()
{
    ApiAnswer none;
    none.failure = u"Connection refused"_s;
    QCOMPARE(statusMismatch(none, 200)->seen, u"no answer: Connection refused"_s);
    QCOMPARE(limitHeadersMismatch(none)->seen, u"no answer: Connection refused"_s);
    QCOMPARE(refusalMismatch(none, false)->seen, u"no answer: Connection refused"_s);
}

QTEST_GUILESS_MAIN(TestSmokeExpectation)
#include "test_smoke_expectation.moc"
