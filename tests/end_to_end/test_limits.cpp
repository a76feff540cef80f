#include "tools.h"

#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// The default limits, as a caller meets them.
class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesTheSixtyFirstRequest();
    void countsRefusalsToo();
    void refusesTheSixthSignInByAddress();
    void refusesTheSixthSignInByAccount();
    void leavesProbesAlone();
    void believesNoForwardedAddress();
    void exemptsNobodyBehindAProxyItDoesNotKnow();
    void passesEverybodyWithTheKillSwitch();

private:
    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
};

void LimitsTest::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
}

void LimitsTest::refusesTheSixtyFirstRequest()
{
    HttpClient client({.port = m_server.port(), .from = freshAddress()});
    for (int i = 0; i < 60; ++i) {
        const Answer answer = client.get("/auth/me");
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.header("X-RateLimit-Limit"), QByteArray("60"));
    }
    const Answer answer = client.get("/auth/me");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.header("X-RateLimit-Remaining"), QByteArray("0"));
    QVERIFY(answer.header("Retry-After").toInt() >= 1);
    QVERIFY(answer.header("X-RateLimit-Reset").toInt() >= 1);
    QVERIFY(answer.header("RateLimit-Policy").contains("general"));
    QVERIFY(answer.header("Content-Type").startsWith("application/problem+json"));
    QCOMPARE(HttpClient({.port = m_server.port(), .from = freshAddress()}).get("/auth/me").status, 401);
}

void LimitsTest::countsRefusalsToo()
{
    HttpClient client({.port = m_server.port(), .from = freshAddress()});
    for (int i = 0; i < 60; ++i)
        QCOMPARE(client.get("/no/such/path").status, 404);
    QCOMPARE(client.get("/no/such/path").status, 429);
}

void LimitsTest::refusesTheSixthSignInByAddress()
{
    HttpClient client({.port = m_server.port(), .from = freshAddress()});
    for (int i = 0; i < 5; ++i) {
        const QString name = u"nobody%1"_s.arg(i);
        QCOMPARE(client.post("/auth/login", {{u"username"_s, name}, {u"password"_s, u"Wrong-Horse-7!"_s}}).status, 401);
    }
    const Answer answer = client.post("/auth/login", {{u"username"_s, u"nobody9"_s}, {u"password"_s, u"Wrong-Horse-7!"_s}});
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.header("Retry-After").toInt() >= 1);
}

void LimitsTest::refusesTheSixthSignInByAccount()
{
    const QJsonObject guess{{u"username"_s, u"Somebody"_s}, {u"password"_s, u"Wrong-Horse-7!"_s}};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(HttpClient({.port = m_server.port(), .from = freshAddress()}).post("/auth/login", guess).status, 401);
    // Neither another address nor another spelling of the name is another account.
    const QJsonObject spelled{{u"username"_s, u"SOMEBODY"_s}, {u"password"_s, u"Wrong-Horse-7!"_s}};
    QCOMPARE(HttpClient({.port = m_server.port(), .from = freshAddress()}).post("/auth/login", spelled).status, 429);
}

void LimitsTest::leavesProbesAlone()
{
    HttpClient client({.port = m_server.port(), .from = freshAddress()});
    for (int i = 0; i < 61; ++i)
        (void)client.get("/auth/me");
    QCOMPARE(client.get("/auth/me").status, 429);
    QCOMPARE(client.get("/health").status, 200);
}

void LimitsTest::believesNoForwardedAddress()
{
    HttpClient client({.port = m_server.port(), .from = freshAddress()});
    for (int i = 0; i < 60; ++i)
        (void)client.get("/auth/me", {{"X-Forwarded-For", "203.0.113." + QByteArray::number(i)}});
    QCOMPARE(client.get("/auth/me", {{"X-Forwarded-For", "203.0.113.99"}}).status, 429);
}

void LimitsTest::exemptsNobodyBehindAProxyItDoesNotKnow()
{
    ServerFolder folder;
    folder.configure("app:\n  mode: development\nlimits:\n  general: {quota: 5}\n  exempt: [127.0.0.0/8]\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = freshAddress()});
    for (int i = 0; i < 20; ++i)
        QCOMPARE(client.get("/auth/me").status, 401);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(client.get("/auth/me", {{"X-Forwarded-For", "203.0.113.9"}}).status, 401);
    QCOMPARE(client.get("/auth/me", {{"X-Forwarded-For", "203.0.113.9"}}).status, 429);
    QCOMPARE(client.get("/auth/me").status, 401);
}

void LimitsTest::passesEverybodyWithTheKillSwitch()
{
    ServerFolder folder;
    folder.configure("app:\n  mode: development\nlimits:\n  enabled: false\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = freshAddress()});
    for (int i = 0; i < 100; ++i)
        QCOMPARE(client.get("/auth/me").status, 401);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "test_limits.moc"
