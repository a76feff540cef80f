#include "tools.h"

#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QJsonObject credentials(const QString &name)
{
    return {{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}};
}

QByteArray textOf(const Answer &answer, const QString &field)
{
    return answer.json().value(field).toString().toUtf8();
}

} // namespace

/// What needs a server of its own: other settings than the other tests', or no user yet.
class ServerProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersForwardAuthWithEveryIdentityHeader();
    void revokesTheWholeFamilyOnReuse();
    void aLoggedOutSessionIsRefusedByEveryWorkerAtOnce();
    void protectsTheFirstRegistrationBehindAnUnknownProxy();
    void protectsTheFirstRegistrationFromAReboundName();
    void countsByRoute();
    void refusesToStartUnsafelyInProduction_data();
    void refusesToStartUnsafelyInProduction();
    void startsInProductionWithWhatItNeeds();

private:
    [[nodiscard]] HttpClient client() const { return HttpClient({.port = m_server->port(), .from = freshAddress()}); }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void ServerProgramTest::init()
{
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(kGenerous);
    m_server = std::make_unique<ServerProcess>(*m_folder);
}

void ServerProgramTest::cleanup()
{
    m_server.reset();
    m_folder.reset();
}

void ServerProgramTest::answersForwardAuthWithEveryIdentityHeader()
{
    QVERIFY2(m_server->start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray token = accessToken(*m_server, "ADMIN");
    for (const QByteArray method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"}) {
        const Answer answer = client().request(method, "/auth/verify", {}, bearer(token));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.isEmpty());
        QCOMPARE(answer.header("X-Auth-User"), QByteArray("admin"));
        QCOMPARE(answer.header("X-Auth-Role"), QByteArray("admin"));
        for (const char *name : {"X-Auth-Subject", "X-Auth-Scopes", "X-Auth-Service"})
            QCOMPARE(answer.count(name), 1);
    }
    QCOMPARE(client().get("/auth/verify").header("WWW-Authenticate"), QByteArray("Bearer"));
    const Answer forged = client().get("/auth/verify", bearer(token.chopped(2) + "xx"));
    QCOMPARE(forged.status, 401);
    QVERIFY(forged.header("WWW-Authenticate").contains("invalid_token"));
}

void ServerProgramTest::revokesTheWholeFamilyOnReuse()
{
    QVERIFY2(m_server->start({u"--auth-refresh-leeway"_s, u"0s"_s}), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QJsonObject first{{u"refresh_token"_s, signIn(*m_server, "admin").json().value(u"refresh_token"_s)}};
    const Answer refreshed = client().post("/auth/refresh", first);
    QCOMPARE(refreshed.status, 200);
    const HeaderList token = bearer(textOf(refreshed, u"access_token"_s));
    QCOMPARE(client().get("/auth/verify", token).status, 200);
    QCOMPARE(client().post("/auth/refresh", first).status, 401);
    QCOMPARE(client().get("/auth/verify", token).status, 401);
    const QJsonObject second{{u"refresh_token"_s, refreshed.json().value(u"refresh_token"_s)}};
    QCOMPARE(client().post("/auth/refresh", second).status, 401);
}

void ServerProgramTest::aLoggedOutSessionIsRefusedByEveryWorkerAtOnce()
{
    QVERIFY2(m_server->start({u"--http-workers"_s, u"4"_s}), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const HeaderList token = bearer(accessToken(*m_server, "admin"));
    QCOMPARE(client().request("POST", "/auth/logout", {}, token).status, 204);
    // Each client is a connection of its own, so the kernel spreads them over the workers.
    for (int i = 0; i < 20; ++i)
        QCOMPARE(client().get("/auth/verify", token).status, 401);
}

void ServerProgramTest::protectsTheFirstRegistrationBehindAnUnknownProxy()
{
    QVERIFY2(m_server->start(), m_server->output().constData());
    QVERIFY(!m_server->setupCode().isEmpty());
    const Answer proxied = client().post("/auth/register", credentials(u"admin"_s), {{"X-Forwarded-For", "203.0.113.7"}});
    QCOMPARE(proxied.status, 403);
    QJsonObject withCode = credentials(u"admin"_s);
    withCode.insert(u"setup_code"_s, QString::fromLatin1(m_server->setupCode()));
    QCOMPARE(client().post("/auth/register", withCode, {{"X-Forwarded-For", "203.0.113.7"}}).status, 201);
}

void ServerProgramTest::protectsTheFirstRegistrationFromAReboundName()
{
    QVERIFY2(m_server->start(), m_server->output().constData());
    const QByteArray body = QByteArray(R"({"username":"admin","password":")") + kPassword + R"("})";
    RawClient page({.port = m_server->port()});
    QVERIFY(page.send("POST /auth/register HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body));
    QCOMPARE(HttpClient::readAnswer(page).status, 403);
    QCOMPARE(registerAdmin(*m_server).status, 201);
}

void ServerProgramTest::countsByRoute()
{
    QVERIFY2(m_server->start(), m_server->output().constData());
    QCOMPARE(client().get("/health").status, 200);
    QVERIFY(
        client().get("/metrics").body.contains("gatehouse_http_requests_total{method=\"GET\",route=\"/health\",status=\"2xx\"}"));
    const Answer wrongMethod = client().request("DELETE", "/auth/login");
    QCOMPARE(wrongMethod.status, 405);
    QVERIFY(wrongMethod.header("Allow").contains("POST"));
}

namespace {

constexpr char kGoodSecret[] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const QStringList kEmbedded{u"--app-mode"_s, u"production"_s, u"--limits-backend"_s, u"embedded"_s};

} // namespace

void ServerProgramTest::refusesToStartUnsafelyInProduction_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QStringList>("flags");
    QTest::newRow("secret of one letter") << QByteArray(64, 'a') << kEmbedded;
    QTest::newRow("no word about the limits' backend")
        << QByteArray(kGoodSecret) << QStringList{u"--app-mode"_s, u"production"_s};
    QTest::newRow("wildcard origin") << QByteArray(kGoodSecret) << kEmbedded + QStringList{u"--http-allowed-origins"_s, u"*"_s};
    QTest::newRow("public address") << QByteArray(kGoodSecret) << kEmbedded + QStringList{u"--http-listen"_s, u"0.0.0.0"_s};
    QTest::newRow("insecure cookies") << QByteArray(kGoodSecret)
                                      << kEmbedded + QStringList{u"--auth-cookie-secure"_s, u"false"_s};
}

void ServerProgramTest::refusesToStartUnsafelyInProduction()
{
    QFETCH(QByteArray, secret);
    QFETCH(QStringList, flags);
    m_folder->configure({});
    m_folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(secret));
    QVERIFY(!m_server->start(flags));
    QCOMPARE(m_server->waitForEnd(5s), std::optional<int>(2));
}

void ServerProgramTest::startsInProductionWithWhatItNeeds()
{
    m_folder->configure({});
    m_folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kGoodSecret));
    QVERIFY2(m_server->start(kEmbedded), m_server->output().constData());
    m_server->signal(SIGTERM);
    QCOMPARE(m_server->waitForEnd(10s), std::optional<int>(0));
}

QTEST_GUILESS_MAIN(ServerProgramTest)
#include "test_server_program.moc"
