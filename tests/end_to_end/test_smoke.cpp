#include "nginx_process.h"
#include "tools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char kPass[] = "proxy_pass http://127.0.0.1:@GATEHOUSE@; proxy_set_header Host $http_host;"
                         "proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Proto $scheme;\n";

} // namespace

/// `gatehouse smoke` against servers that are as they should be, and against some that are not.
class SmokeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsNothingWrongWithAGoodServer();
    void asksOnlyWhatAnybodyMayWithoutAUser();
    void leavesNothingBehind();
    void waitsWhenTheServerSaysSo();
    void saysWhoMayCreate();
    void failsWithAWrongPassword();
    void failsOverAProxyThatTakesHeadersAway();
    void failsOverAProxyThatLetsForgedTokensIn();
    void failsWithoutAServer();
    void failsWithAnotherServer();
    void trustsACertificateItIsGiven();

private:
    [[nodiscard]] Outcome smoke(quint16 port, const QStringList &flags, const QByteArray &password = kPassword) const
    {
        return run(u"http://127.0.0.1:%1"_s.arg(port), flags, password);
    }
    [[nodiscard]] Outcome run(const QString &url, const QStringList &flags, const QByteArray &password = kPassword) const
    {
        QProcess process;
        process.setProcessEnvironment(m_folder.environment());
        process.start(gatehouseProgram(), QStringList{u"smoke"_s, u"--url"_s, url} + flags);
        process.write(password + '\n');
        process.closeWriteChannel();
        Outcome outcome;
        if (process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit)
            outcome.exitCode = process.exitCode();
        outcome.output = process.readAllStandardOutput();
        outcome.errors = process.readAllStandardError();
        return outcome;
    }
    /// The checks that failed, of `--json`.
    [[nodiscard]] static QMap<QString, QJsonObject> failures(const Outcome &outcome)
    {
        QMap<QString, QJsonObject> failed;
        for (const QJsonValue check : QJsonDocument::fromJson(outcome.output).object().value("checks"_L1).toArray()) {
            if (!check.toObject().value("passed"_L1).toBool())
                failed.insert(check.toObject().value("check"_L1).toString(), check.toObject());
        }
        return failed;
    }

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
    const QStringList m_asAdmin{u"--user"_s, u"admin"_s};
    const QStringList m_asAdminJson{u"--user"_s, u"admin"_s, u"--json"_s};
};

void SmokeTest::initTestCase()
{
    m_folder.configure(QByteArray(kGenerous) + "http:\n  trusted_proxies: [127.0.0.1]\n");
    QVERIFY2(m_server.start(), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
}

void SmokeTest::findsNothingWrongWithAGoodServer()
{
    const Outcome outcome = smoke(m_server.port(), m_asAdmin);
    QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
    QVERIFY(outcome.output.endsWith(", 0 failed\n") || outcome.output.endsWith(" passed, 0 failed\n"));
    for (const QByteArray check : {"limit headers: GET /health", "limit headers: POST /auth/login",
                                   "limit headers: POST /auth/refresh", "limit headers: GET /metrics", "sign-in", "create a user",
                                   "remove that user", "refresh", "refusal: with a forged token"})
        QVERIFY2(outcome.output.contains("ok      " + check), check.constData());
    QVERIFY(!(outcome.output + outcome.errors).contains(kPassword));
}

void SmokeTest::asksOnlyWhatAnybodyMayWithoutAUser()
{
    const Outcome outcome = smoke(m_server.port(), {u"--json"_s});
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject report = QJsonDocument::fromJson(outcome.output).object();
    QVERIFY(report.value("passed"_L1).toBool());
    QVERIFY(report.value("checks"_L1).toArray().size() > 20);
    QVERIFY(!outcome.output.contains("create a user"));
}

void SmokeTest::leavesNothingBehind()
{
    const QByteArray users = m_folder.run({u"users"_s, u"list"_s}).output;
    const QByteArray sessions = m_folder.run({u"sessions"_s, u"list"_s}).output;
    QCOMPARE(smoke(m_server.port(), m_asAdmin).exitCode, 0);
    QCOMPARE(m_folder.run({u"users"_s, u"list"_s}).output, users);
    QCOMPARE(m_folder.run({u"sessions"_s, u"list"_s}).output, sessions);
}

void SmokeTest::waitsWhenTheServerSaysSo()
{
    ServerFolder folder;
    QByteArray settings = kGenerous;
    settings.replace("sign_in: {quota: 1000000}", "sign_in: {quota: 3, window: 3s}");
    folder.configure(settings);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QCOMPARE(registerAdmin(server).status, 201);
    // A run needs three by address; the second run finds the quota used up.
    QCOMPARE(smoke(server.port(), m_asAdmin).exitCode, 0);
    const Outcome outcome = smoke(server.port(), m_asAdmin);
    QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
    QVERIFY2(outcome.errors.contains("waiting"), outcome.errors.constData());
}

void SmokeTest::saysWhoMayCreate()
{
    QCOMPARE(m_folder.run({u"users"_s, u"add"_s, u"olga"_s, u"--role"_s, u"operator"_s}, QByteArray(kPassword) + '\n').exitCode,
             0);
    const Outcome outcome = smoke(m_server.port(), {u"--user"_s, u"olga"_s, u"--json"_s});
    QCOMPARE(outcome.exitCode, 1);
    const auto failed = failures(outcome);
    QCOMPARE(failed.keys(), QStringList{u"create a user"_s});
    QVERIFY(failed.first().value("expected"_L1).toString().contains(u"as an administrator"));
    QVERIFY(failed.first().value("seen"_L1).toString().startsWith(u"403"));
}

void SmokeTest::failsWithAWrongPassword()
{
    const Outcome outcome = smoke(m_server.port(), m_asAdminJson, "Wrong-Horse-7!");
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(failures(outcome).value(u"sign-in"_s).value("seen"_L1).toString().startsWith(u"401"));
    QVERIFY(!(outcome.output + outcome.errors).contains("Wrong-Horse"));
}

void SmokeTest::failsOverAProxyThatTakesHeadersAway()
{
    NginxProcess proxy;
    const QByteArray site = QByteArray("server { listen 127.0.0.1:@PORT@; location / {") + kPass
        + "proxy_hide_header X-Content-Type-Options; proxy_hide_header X-RateLimit-Remaining; proxy_hide_header RateLimit;"
          "} location = /ready { return 204; } }\n";
    QVERIFY2(proxy.start(m_server.port(), site), proxy.errors().constData());
    const Outcome outcome = smoke(proxy.port(), m_asAdminJson);
    QCOMPARE(outcome.exitCode, 1);
    const auto failed = failures(outcome);
    const QJsonObject limits = failed.value(u"limit headers: GET /health"_s);
    QVERIFY(limits.value("expected"_L1).toString().contains(u"X-RateLimit-Remaining"));
    QVERIFY(limits.value("seen"_L1).toString().contains(u"no X-RateLimit-Remaining"));
    QVERIFY(failed.value(u"security headers: GET /health"_s).value("seen"_L1).toString().contains(u"no X-Content-Type-Options"));
    QVERIFY(failed.value(u"security headers: GET /ready"_s).value("expected"_L1).toString().contains(u"Content-Security-Policy"));
    QVERIFY(!failed.contains(u"sign-in"_s));
    QVERIFY(!failed.contains(u"create a user"_s));
}

void SmokeTest::failsOverAProxyThatLetsForgedTokensIn()
{
    NginxProcess proxy;
    const QByteArray site = QByteArray("server { listen 127.0.0.1:@PORT@; location / {") + kPass
        + "} location = /auth/me { default_type application/json; return 200 '{\"username\":\"admin\"}'; } }\n";
    QVERIFY2(proxy.start(m_server.port(), site), proxy.errors().constData());
    const Outcome outcome = smoke(proxy.port(), m_asAdminJson);
    QCOMPARE(outcome.exitCode, 1);
    const auto failed = failures(outcome);
    for (const QString &check :
         {u"refusal: without a token"_s, u"refusal: with a forged token"_s, u"refusal: with an unsigned token"_s,
          u"refusal: with a token that was changed"_s, u"refusal: after signing out"_s}) {
        QCOMPARE(failed.value(check).value("expected"_L1).toString(), u"401"_s);
        QCOMPARE(failed.value(check).value("seen"_L1).toString(), u"200"_s);
    }
}

void SmokeTest::failsWithoutAServer()
{
    const Outcome outcome = smoke(freePort(), {});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.output.contains("no answer: "), outcome.output.constData());
}

void SmokeTest::failsWithAnotherServer()
{
    QProcess other;
    const quint16 port = freePort();
    other.setWorkingDirectory(m_folder.path({}));
    other.start(u"python3"_s, {u"-m"_s, u"http.server"_s, QString::number(port), u"--bind"_s, u"127.0.0.1"_s});
    for (int i = 0; i < 200 && !RawClient({.port = port}, 100ms).isConnected(); ++i)
        QTest::qWait(20);
    const Outcome outcome = smoke(port, m_asAdminJson);
    other.kill();
    other.waitForFinished();
    QCOMPARE(outcome.exitCode, 1);
    const auto failed = failures(outcome);
    for (const QString &check :
         {u"probe: /health/live"_s, u"routes: /openapi.json"_s, u"refusal: without a token"_s, u"sign-in"_s})
        QVERIFY2(failed.contains(check), qPrintable(check));
}

void SmokeTest::trustsACertificateItIsGiven()
{
    const QString certificate = m_folder.path(u"certificate.pem"_s);
    const QString key = m_folder.path(u"key.pem"_s);
    QVERIFY(makeCertificate(certificate, key));
    NginxProcess proxy;
    const QByteArray site = "server { listen 127.0.0.1:@PORT@ ssl; ssl_certificate " + certificate.toUtf8()
        + "; ssl_certificate_key " + key.toUtf8() + "; location / {" + kPass + "} }\n";
    QVERIFY2(proxy.start(m_server.port(), site), proxy.errors().constData());
    const QString url = u"https://127.0.0.1:%1"_s.arg(proxy.port());
    const Outcome trusted = run(url, m_asAdmin + QStringList{u"--ca-file"_s, certificate});
    QVERIFY2(trusted.exitCode == 0, (trusted.output + trusted.errors).constData());
    QCOMPARE(run(url, m_asAdmin + QStringList{u"--insecure"_s}).exitCode, 0);
    const Outcome unknown = run(url, m_asAdminJson);
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(failures(unknown).value(u"sign-in"_s).value("seen"_L1).toString().startsWith(u"no answer"),
             unknown.output.constData());
    QVERIFY2(run(url, {u"--ca-file"_s, key}).exitCode == 2, "a key is no certificate");
}

QTEST_GUILESS_MAIN(SmokeTest)
#include "test_smoke.moc"
