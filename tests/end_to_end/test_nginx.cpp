#include "nginx_process.h"
#include "tools.h"

#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// A real nginx asks Gatehouse about every request.
class NginxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void turnsAwayWhoIsNotSignedIn();
    void letsAUserThroughWithTheRightIdentity();
    void passesNoIdentityTheClientMadeUp();
    void limitsTheClientAndNotTheProxy();
    void turnsAwayAfterLogout();

private:
    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
    NginxProcess m_nginx;
};

void NginxTest::initTestCase()
{
    m_folder.configure("app:\n  mode: development\n"
                       "http:\n  behind_proxy: true\n  trusted_proxies: [127.0.0.1]\n"
                       "limits:\n  general: {quota: 30}\n  sign_in: {quota: 1000}\n");
    QVERIFY2(m_server.start(), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
    QVERIFY2(m_nginx.start(m_server.port()), m_nginx.errors().constData());
}

void NginxTest::turnsAwayWhoIsNotSignedIn()
{
    HttpClient client({.port = m_nginx.port(), .from = freshAddress()});
    QCOMPARE(client.get("/").status, 401);
    QCOMPARE(client.get("/", bearer("forged")).status, 401);
}

void NginxTest::letsAUserThroughWithTheRightIdentity()
{
    HttpClient client({.port = m_nginx.port(), .from = freshAddress()});
    const HeaderList token = bearer(accessToken(m_server, "admin"));
    const Answer answer = client.get("/", token);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("hello admin (admin) []\n"));
    QCOMPARE(client.request("POST", "/", "a body that Gatehouse never sees", token).status, 200);
}

void NginxTest::passesNoIdentityTheClientMadeUp()
{
    HttpClient client({.port = m_nginx.port(), .from = freshAddress()});
    const HeaderList forged{{"X-Auth-User", "root"}, {"X-Auth-Role", "god"}, {"X-Auth-Service", "vault"}};
    QCOMPARE(client.get("/", forged).status, 401);
    const Answer answer = client.get("/", bearer(accessToken(m_server, "admin")) + forged);
    QCOMPARE(answer.body, QByteArray("hello admin (admin) []\n"));
}

void NginxTest::limitsTheClientAndNotTheProxy()
{
    const HeaderList token = bearer(accessToken(m_server, "admin"));
    HttpClient busy({.port = m_nginx.port(), .from = freshAddress()});
    for (int i = 0; i < 30; ++i)
        QCOMPARE(busy.get("/", token).status, 200);
    // nginx turns any answer of the subrequest but 2xx, 401 and 403 into its own 500: the client is refused all the same.
    QVERIFY(busy.get("/", token).status != 200);
    HttpClient other({.port = m_nginx.port(), .from = freshAddress()});
    QCOMPARE(other.get("/", token).status, 200);
}

void NginxTest::turnsAwayAfterLogout()
{
    const HeaderList token = bearer(accessToken(m_server, "admin"));
    HttpClient client({.port = m_nginx.port(), .from = freshAddress()});
    QCOMPARE(client.get("/", token).status, 200);
    HttpClient direct({.port = m_server.port(), .from = freshAddress()});
    QCOMPARE(direct.post("/auth/logout", {}, token).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(client.get("/", token).status, 401, 1000);
}

QTEST_GUILESS_MAIN(NginxTest)
#include "test_nginx.moc"
