#include "http/cors.h"
#include "http/request_parser.h"

#include <QTest>

using namespace gatehouse::http;

class TestCors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOnlyListedOrigins_data();
    void namesOnlyListedOrigins();
    void anyOriginGetsNoCredentials();
    void letsPagesElsewhereReadAndSendWhatTheApiHas();
    void saysNothingWhereNothingIsListed();
    void answersPreflightsOfListedOriginsOnly();
};

namespace {

QByteArray headerOf(const Response &response, QByteArrayView name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

std::unique_ptr<Request> requestFrom(const QByteArray &origin, const QByteArray &fields = {})
{
    RequestParser parser;
    if (parser.feed("OPTIONS /x HTTP/1.1\r\nHost: a\r\nOrigin: " + origin + "\r\n" + fields + "\r\n").state
        != RequestParser::State::Complete)
        qFatal("not a head: %s", origin.constData());
    auto request = std::make_unique<Request>();
    request->head = parser.takeHead();
    return request;
}

CorsPolicy policy(const QByteArrayList &origins)
{
    CorsPolicy result;
    result.allowedOrigins = origins;
    return result;
}

} // namespace

void TestCors::namesOnlyListedOrigins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("listed") << QByteArray("https://good.example") << true;
    QTest::newRow("listed with a port") << QByteArray("https://ports.example:8443") << true;
    QTest::newRow("without its port") << QByteArray("https://ports.example") << false;
    QTest::newRow("other scheme") << QByteArray("http://good.example") << false;
    QTest::newRow("other port") << QByteArray("https://good.example:444") << false;
    QTest::newRow("longer name") << QByteArray("https://good.example.evil.example") << false;
    QTest::newRow("name before it") << QByteArray("https://evilgood.example") << false;
    QTest::newRow("name below it") << QByteArray("https://evil.good.example") << false;
    QTest::newRow("with a user") << QByteArray("https://good.example@evil.example") << false;
    QTest::newRow("with a slash") << QByteArray("https://good.example/") << false;
    QTest::newRow("two") << QByteArray("https://good.example https://evil.example") << false;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("asterisk") << QByteArray("*") << false;
}

void TestCors::namesOnlyListedOrigins()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, allowed);
    const CorsPolicy cors = policy({"https://good.example", "https://ports.example:8443"});
    Response response;
    cors.decorate(*requestFrom(origin), response);
    QCOMPARE(headerOf(response, "Access-Control-Allow-Origin"), allowed ? origin : QByteArray());
    QCOMPARE(headerOf(response, "Access-Control-Allow-Credentials"), allowed ? QByteArray("true") : QByteArray());
    QCOMPARE(headerOf(response, "Vary"), "Origin");
}

void TestCors::anyOriginGetsNoCredentials()
{
    Response response;
    policy({"*"}).decorate(*requestFrom("https://any.example"), response);
    QCOMPARE(headerOf(response, "Access-Control-Allow-Origin"), "*");
    QVERIFY(headerOf(response, "Access-Control-Allow-Credentials").isNull());
}

void TestCors::letsPagesElsewhereReadAndSendWhatTheApiHas()
{
    const CorsPolicy cors = policy({"https://good.example"});
    Response response;
    cors.decorate(*requestFrom("https://good.example"), response);
    const QByteArrayList exposed = headerOf(response, "Access-Control-Expose-Headers").split(',');
    for (const char *name : {"ETag", " Link", " X-CSRF-Token", " Retry-After"})
        QVERIFY2(exposed.contains(name), name);
    const Response answer = cors.preflight(*requestFrom("https://good.example"), {Method::Get});
    const QByteArrayList allowed = headerOf(answer, "Access-Control-Allow-Headers").split(',');
    for (const char *name : {"Authorization", " Content-Type", " If-None-Match", " X-CSRF-Token", " X-Secret-Passphrase",
                             " X-Receipt-Token", " X-Collect-Token"})
        QVERIFY2(allowed.contains(name), name);
}

void TestCors::saysNothingWhereNothingIsListed()
{
    Response response;
    policy({}).decorate(*requestFrom("https://good.example"), response);
    QVERIFY(response.headers.isEmpty());
}

void TestCors::answersPreflightsOfListedOriginsOnly()
{
    const CorsPolicy cors = policy({"https://good.example"});
    const QByteArray asking = "Access-Control-Request-Method: POST\r\n";
    const auto good = requestFrom("https://good.example", asking);
    QVERIFY(isPreflight(*good) && !isPreflight(*requestFrom("https://good.example")));
    const Response answer = cors.preflight(*good, {Method::Get, Method::Post});
    QCOMPARE(answer.status, 204);
    QCOMPARE(headerOf(answer, "Access-Control-Allow-Methods"), "GET, POST, OPTIONS");
    const Response refusal = cors.preflight(*requestFrom("https://evil.example", asking), {Method::Post});
    QCOMPARE(refusal.status, 403);
    QVERIFY(headerOf(refusal, "Access-Control-Allow-Methods").isNull());
}

QTEST_APPLESS_MAIN(TestCors)
#include "test_cors.moc"
