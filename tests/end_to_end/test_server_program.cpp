#include "http_exchange.h"
#include "server_process.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const QStringList kNoLimits{u"--limits-general-quota"_s, u"100000"_s, u"--limits-sign-in-quota"_s, u"100000"_s};
const QString kPassword = u"SecurePassword123!"_s;

QJsonObject credentials(const QString &name)
{
    return {{u"username"_s, name}, {u"password"_s, kPassword}};
}

QByteArray textOf(const Answer &answer, const QString &field)
{
    return answer.json().value(field).toString().toUtf8();
}

} // namespace

class TestServerProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsTheFirstUserInAsAdministrator();
    void answersForwardAuthWithEveryIdentityHeader();
    void spendsRefreshTokensAndRevokesTheFamilyOnReuse();
    void aLoggedOutSessionIsRefusedAtOnce();
    void protectsTheFirstRegistrationBehindAnUnknownProxy();
    void everyAnswerCarriesTheSecurityHeaders();
    void refusesWhatBreaksTheContract_data();
    void refusesWhatBreaksTheContract();
    void limitsSignIns();
    void answersTheProbes();
    void drainsOnSigterm();
    void keepsTheOldConfigurationWhenAReloadDoesNotHold();
    void losesNoAcknowledgedUserWhenKilled();
    void keepsTokensOverARestart();
    void refusesToStartUnsafelyInProduction();
};

void TestServerProgram::signsTheFirstUserInAsAdministrator()
{
    ServerProcess server(kNoLimits);
    server.start();
    QVERIFY(!server.setupCode().isEmpty());
    const Answer registered = post(server.port(), "/auth/register", credentials(u"admin"_s));
    QCOMPARE(registered.status, 201);
    QCOMPARE(textOf(registered, u"role"_s), "admin");
    QCOMPARE(post(server.port(), "/auth/register", credentials(u"second"_s)).status, 401);

    const Answer login = post(server.port(), "/auth/login", credentials(u"ADMIN"_s));
    QCOMPARE(login.status, 200);
    const QByteArray token = textOf(login, u"access_token"_s);
    QCOMPARE(textOf(login, u"token"_s), token);
    QCOMPARE(textOf(login, u"token_type"_s), "Bearer");
    QCOMPARE(login.json().value(u"expires_in"_s).toInt(), 900);
    QCOMPARE(textOf(get(server.port(), "/auth/me", token), u"username"_s), "admin");
    QCOMPARE(post(server.port(), "/auth/register", credentials(u"second"_s), token).status, 201);

    const Answer wrong = post(server.port(), "/auth/login", {{u"username"_s, u"admin"_s}, {u"password"_s, u"wrong"_s}});
    const Answer unknown = post(server.port(), "/auth/login", {{u"username"_s, u"nobody"_s}, {u"password"_s, u"wrong"_s}});
    QCOMPARE(wrong.status, 401);
    QCOMPARE(unknown.status, 401);
    QCOMPARE(textOf(wrong, u"detail"_s), textOf(unknown, u"detail"_s));
}

void TestServerProgram::answersForwardAuthWithEveryIdentityHeader()
{
    ServerProcess server(kNoLimits);
    server.start();
    QCOMPARE(post(server.port(), "/auth/register", credentials(u"admin"_s)).status, 201);
    const QByteArray token = textOf(post(server.port(), "/auth/login", credentials(u"admin"_s)), u"access_token"_s);
    for (const QByteArray method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"}) {
        const Answer answer = exchange(server.port(), method, "/auth/verify", {}, {{"Authorization", "Bearer " + token}});
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.isEmpty());
        QCOMPARE(answer.headers.value("x-auth-user"), "admin");
        QCOMPARE(answer.headers.value("x-auth-role"), "admin");
        for (const QByteArray name : {"x-auth-subject", "x-auth-scopes", "x-auth-service"})
            QVERIFY(answer.headers.contains(name));
    }
    QCOMPARE(get(server.port(), "/auth/verify").headers.value("www-authenticate"), "Bearer");
    const Answer forged = get(server.port(), "/auth/verify", token.chopped(2) + "xx");
    QCOMPARE(forged.status, 401);
    QVERIFY(forged.headers.value("www-authenticate").contains("invalid_token"));
}

void TestServerProgram::spendsRefreshTokensAndRevokesTheFamilyOnReuse()
{
    ServerProcess server(kNoLimits + QStringList{u"--auth-refresh-leeway"_s, u"0s"_s});
    server.start();
    QCOMPARE(post(server.port(), "/auth/register", credentials(u"admin"_s)).status, 201);
    const Answer login = post(server.port(), "/auth/login", credentials(u"admin"_s));
    const QJsonObject first{{u"refresh_token"_s, login.json().value(u"refresh_token"_s)}};
    const Answer refreshed = post(server.port(), "/auth/refresh", first);
    QCOMPARE(refreshed.status, 200);
    const QByteArray token = textOf(refreshed, u"access_token"_s);
    QCOMPARE(get(server.port(), "/auth/verify", token).status, 200);
    QCOMPARE(post(server.port(), "/auth/refresh", first).status, 401);
    QCOMPARE(get(server.port(), "/auth/verify", token).status, 401);
    QCOMPARE(post(server.port(), "/auth/refresh", {{u"refresh_token"_s, refreshed.json().value(u"refresh_token"_s)}}).status,
             401);
}

void TestServerProgram::aLoggedOutSessionIsRefusedAtOnce()
{
    ServerProcess server(kNoLimits + QStringList{u"--http-workers"_s, u"4"_s});
    server.start();
    QCOMPARE(post(server.port(), "/auth/register", credentials(u"admin"_s)).status, 201);
    const QByteArray token = textOf(post(server.port(), "/auth/login", credentials(u"admin"_s)), u"access_token"_s);
    QCOMPARE(exchange(server.port(), "POST", "/auth/logout", {}, {{"Authorization", "Bearer " + token}}).status, 204);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(get(server.port(), "/auth/verify", token).status, 401);
}

void TestServerProgram::protectsTheFirstRegistrationBehindAnUnknownProxy()
{
    ServerProcess server(kNoLimits);
    server.start();
    const QByteArray body = R"({"username":"admin","password":"SecurePassword123!"})";
    const QList<std::pair<QByteArray, QByteArray>> proxied{{"Content-Type", "application/json"},
                                                           {"X-Forwarded-For", "203.0.113.7"}};
    QVERIFY(exchange(server.port(), "POST", "/auth/register", body, proxied).status != 201);
    const QList<std::pair<QByteArray, QByteArray>> rebound{{"Content-Type", "application/json"}};
    QVERIFY(exchange(server.port(), "POST", "/auth/register", body, rebound, "evil.example").status != 201);
    QJsonObject withCode = credentials(u"admin"_s);
    withCode.insert(u"setup_code"_s, QString::fromLatin1(server.setupCode()));
    QCOMPARE(post(server.port(), "/auth/register", withCode).status, 201);
}

void TestServerProgram::everyAnswerCarriesTheSecurityHeaders()
{
    ServerProcess server;
    server.start();
    for (const QByteArray path : {"/health", "/auth/verify", "/nothing/here"}) {
        const Answer answer = get(server.port(), path);
        QCOMPARE(answer.headers.value("x-content-type-options"), "nosniff");
        QCOMPARE(answer.headers.value("x-frame-options"), "DENY");
        QCOMPARE(answer.headers.value("cache-control"), "no-store");
        for (const QByteArray name :
             {"date", "x-request-id", "content-security-policy", "referrer-policy", "permissions-policy", "x-ratelimit-limit",
              "x-ratelimit-remaining", "x-ratelimit-reset", "ratelimit", "ratelimit-policy"})
            QVERIFY2(answer.headers.contains(name), (path + ' ' + name).constData());
        QVERIFY(!answer.headers.contains("server"));
    }
    const Answer problem = get(server.port(), "/nothing/here");
    QCOMPARE(problem.headers.value("content-type"), "application/problem+json");
    QCOMPARE(textOf(problem, u"error"_s), textOf(problem, u"title"_s));
    QVERIFY(!textOf(problem, u"error_id"_s).isEmpty());
}

void TestServerProgram::refusesWhatBreaksTheContract_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    const QByteArray json = "application/json";
    QTest::newRow("no JSON") << QByteArray("hello") << json << 400;
    QTest::newRow("trailing bytes") << QByteArray(R"({"username":"admin","password":"x"} x)") << json << 400;
    QTest::newRow("repeated key") << QByteArray(R"({"username":"a","username":"b","password":"x"})") << json << 400;
    QTest::newRow("unknown field") << QByteArray(R"({"username":"admin","password":"x","role":"admin"})") << json << 422;
    QTest::newRow("wrong type") << QByteArray(R"({"username":1,"password":"x"})") << json << 422;
    QTest::newRow("missing field") << QByteArray(R"({"username":"admin"})") << json << 422;
    QTest::newRow("form") << QByteArray("username=admin") << QByteArray("application/x-www-form-urlencoded") << 415;
    QTest::newRow("too large") << QByteArray(70 * 1024, ' ') << json << 413;
}

void TestServerProgram::refusesWhatBreaksTheContract()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    ServerProcess server(kNoLimits);
    server.start();
    QCOMPARE(exchange(server.port(), "POST", "/auth/login", body, {{"Content-Type", type}}).status, status);
    QCOMPARE(exchange(server.port(), "DELETE", "/auth/login").status, 405);
    QVERIFY(exchange(server.port(), "DELETE", "/auth/login").headers.value("allow").contains("POST"));
}

void TestServerProgram::limitsSignIns()
{
    ServerProcess server;
    server.start();
    int refused = 0;
    for (int i = 0; i < 8; ++i) {
        const Answer answer = post(server.port(), "/auth/login", {{u"username"_s, u"nobody"_s}, {u"password"_s, u"wrong"_s}});
        if (answer.status != 429)
            continue;
        ++refused;
        QVERIFY(answer.headers.value("retry-after").toInt() >= 1);
        QCOMPARE(answer.headers.value("x-ratelimit-remaining"), "0");
    }
    QCOMPARE(refused, 3);
    QCOMPARE(get(server.port(), "/health").status, 200);
}

void TestServerProgram::answersTheProbes()
{
    ServerProcess server;
    server.start();
    for (const QByteArray path : {"/health", "/monitoring/health", "/healthy", "/ready", "/health/ready", "/monitoring/ready",
                                  "/health/live", "/monitoring/live", "/metrics", "/monitoring/metrics"})
        QCOMPARE(get(server.port(), path).status, 200);
    QCOMPARE(get(server.port(), "/health/live").json().value(u"alive"_s).toBool(), true);
    QVERIFY(get(server.port(), "/metrics")
                .body.contains("gatehouse_http_requests_total{method=\"GET\",route=\"/health\",status=\"2xx\"}"));
}

void TestServerProgram::drainsOnSigterm()
{
    ServerProcess server;
    server.start();
    QCOMPARE(get(server.port(), "/health").status, 200);
    server.signal(SIGTERM);
    QCOMPARE(server.exitCode(), 0);
}

void TestServerProgram::keepsTheOldConfigurationWhenAReloadDoesNotHold()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"gatehouse.yaml"_s);
    const auto write = [&](const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    };
    write("limits:\n  general:\n    quota: 50\n");
    ServerProcess server({u"--config"_s, path});
    server.start();
    const auto quota = [&] { return get(server.port(), "/nothing").headers.value("x-ratelimit-limit"); };
    QCOMPARE(quota(), "50");
    write("limits:\n  general:\n    quota: 40\n");
    server.signal(SIGHUP);
    QTRY_COMPARE(quota(), "40");
    for (const QByteArray broken : {"limits:\n  general:\n    quotta: 30\n", "limits:\n  general:\n    quota: -1\n"}) {
        write(broken);
        server.signal(SIGHUP);
        QTest::qWait(150);
        QCOMPARE(quota(), "40");
    }
}

void TestServerProgram::losesNoAcknowledgedUserWhenKilled()
{
    ServerProcess server(kNoLimits + QStringList{u"--auth-password-memory-kib"_s, u"64"_s});
    server.start();
    QCOMPARE(post(server.port(), "/auth/register", credentials(u"admin"_s)).status, 201);
    QByteArray token = textOf(post(server.port(), "/auth/login", credentials(u"admin"_s)), u"access_token"_s);
    QStringList acknowledged{u"admin"_s};
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 3; ++i) {
            const QString name = u"user_%1_%2"_s.arg(round).arg(i);
            QCOMPARE(post(server.port(), "/auth/register", credentials(name), token).status, 201);
            acknowledged.append(name);
        }
        server.kill();
        server.start();
    }
    for (const QString &name : acknowledged)
        QCOMPARE(post(server.port(), "/auth/login", credentials(name)).status, 200);
}

void TestServerProgram::keepsTokensOverARestart()
{
    ServerProcess server(kNoLimits);
    server.start();
    QCOMPARE(post(server.port(), "/auth/register", credentials(u"admin"_s)).status, 201);
    const QByteArray token = textOf(post(server.port(), "/auth/login", credentials(u"admin"_s)), u"access_token"_s);
    server.kill();
    server.start();
    QVERIFY(server.setupCode().isEmpty());
    QCOMPARE(get(server.port(), "/auth/verify", token).status, 200);
}

void TestServerProgram::refusesToStartUnsafelyInProduction()
{
    const auto start = [](const QByteArray &secret, const QStringList &flags) {
        QTemporaryDir folder;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"JWT_SECRET"_s, QString::fromLatin1(secret));
        process.setProcessEnvironment(environment);
        process.start(
            qEnvironmentVariable("GATEHOUSE_PROGRAM"),
            QStringList{u"serve"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, folder.path(), u"--app-mode"_s, u"production"_s}
                + flags);
        if (process.waitForFinished(1500))
            return process.exitCode();
        process.terminate();
        process.waitForFinished();
        return process.exitCode();
    };
    const QByteArray good = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    const QStringList embedded{u"--limits-backend"_s, u"embedded"_s};
    QCOMPARE(start(good, embedded), 0);
    QCOMPARE(start(QByteArray(64, 'a'), embedded), 2);
    QCOMPARE(start(good, {}), 2);
    QCOMPARE(start(good, embedded + QStringList{u"--http-allowed-origins"_s, u"*"_s}), 2);
    QCOMPARE(start(good, embedded + QStringList{u"--http-listen"_s, u"0.0.0.0"_s}), 2);
    QCOMPARE(start(good, embedded + QStringList{u"--auth-cookie-secure"_s, u"false"_s}), 2);
}

QTEST_GUILESS_MAIN(TestServerProgram)
#include "test_server_program.moc"
