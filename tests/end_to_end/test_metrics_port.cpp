#include "tools.h"

#include <QProcess>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr char kToken[] = "a-token-for-the-scraper-4711";
}

/// A port for the scraper alone.
class MetricsPortTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void servesMetricsThatPromtoolAccepts();
    void countsWhatComesThroughTheDoor();
    void countsWhatBecomesOfCredentials();
    void servesNothingElse_data();
    void servesNothingElse();
    void letsInAllowedAddressesOnly();
    void letsInWhoeverHasTheToken();
    void readsTheTokenFromAFile();
    void keepsTheTokenOverAReload();
    void refusesAShortToken();
    void keepsTheTokenWhenAReloadBringsAShortOne();
    void tellsTheTokenNobody();
    void speaksTlsWhereTheServerDoes();
    void isClosedUnlessAskedFor();
    void doesNotStartOnATakenPort();
    void endsWithTheServer();

private:
    [[nodiscard]] Answer scrape(const HeaderList &headers = {}, const QHostAddress &from = QHostAddress::LocalHost) const
    {
        HttpClient client({.port = m_port, .from = from});
        return client.get("/metrics", headers);
    }
    void start(const QByteArray &settings = {})
    {
        m_folder->configure(QByteArray(kGenerous) + "metrics:\n  port: " + QByteArray::number(m_port) + '\n' + settings);
        QVERIFY2(m_server->start(), m_server->output().constData());
    }

    quint16 m_port = 0;
    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void MetricsPortTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_server = std::make_unique<ServerProcess>(*m_folder);
    m_port = freePort();
}

void MetricsPortTest::servesMetricsThatPromtoolAccepts()
{
    start();
    QVERIFY(m_server->output().contains("/metrics\n"));
    QCOMPARE(scrape().status, 200); // so that the second one has something to tell of
    const Answer answer = scrape();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header("Content-Type").startsWith("text/plain; version=0.0.4"));
    QVERIFY(answer.body.contains("path=\"/metrics\"") || answer.body.contains("\"/metrics\""));
    QProcess promtool;
    promtool.start(u"promtool"_s, {u"check"_s, u"metrics"_s});
    promtool.write(answer.body);
    promtool.closeWriteChannel();
    QVERIFY(promtool.waitForFinished(20'000));
    QVERIFY2(promtool.exitCode() == 0, promtool.readAllStandardError() + promtool.readAllStandardOutput());
    HttpClient mainPort({.port = m_server->port()});
    QCOMPARE(mainPort.get("/metrics").status, 200);
}

void MetricsPortTest::countsWhatComesThroughTheDoor()
{
    start();
    HttpClient scraper({.port = m_port});
    QCOMPARE(metric(scraper, "gatehouse_http_connections_open"), 1);
    QCOMPARE(metric(scraper, "gatehouse_http_requests_in_flight"), 1);
    {
        RawClient idle({.port = m_server->port()});
        RawClient half({.port = m_server->port()});
        QVERIFY(
            half.send("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"));
        QTRY_COMPARE_WITH_TIMEOUT(metric(scraper, "gatehouse_http_connections_open"), 3, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(metric(scraper, "gatehouse_http_requests_in_flight"), 2, 5000);
        QCOMPARE(metric(scraper, "gatehouse_http_requests_abandoned_total"), 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(metric(scraper, "gatehouse_http_connections_open"), 1, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(metric(scraper, "gatehouse_http_requests_abandoned_total"), 1, 5000);
    QCOMPARE(metric(scraper, "gatehouse_http_requests_in_flight"), 1);
    QCOMPARE(metric(scraper, "gatehouse_http_connections_total"), 3);
}

void MetricsPortTest::countsWhatBecomesOfCredentials()
{
    start();
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray token = accessToken(*m_server, "admin");
    HttpClient client({.port = m_server->port()});
    HttpClient scraper({.port = m_port});
    const auto decided = [&scraper](const QByteArray &outcome) {
        return metric(scraper, "gatehouse_auth_decisions_total{outcome=\"" + outcome + "\"}");
    };
    const qint64 anonymous = decided("anonymous");
    const qint64 accepted = decided("accepted");
    QCOMPARE(client.get("/auth/verify", bearer(token)).status, 200);
    QCOMPARE(client.get("/auth/verify").status, 401);
    QCOMPARE(client.get("/auth/verify", bearer(token.chopped(1))).status, 401);
    QCOMPARE(client.get("/auth/verify", bearer("x")).status, 401);
    QCOMPARE(decided("accepted"), accepted + 1);
    QCOMPARE(decided("rejected"), 2);
    QVERIFY(decided("anonymous") > anonymous);
}

void MetricsPortTest::servesNothingElse_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const QByteArray &method, const QByteArray &path, int status) {
        QTest::newRow(method + ' ' + path) << method << path << status;
    };
    row("GET", "/", 404);
    row("GET", "/health", 404);
    row("GET", "/health/live", 404);
    row("POST", "/auth/login", 404);
    row("GET", "/auth/verify", 404);
    row("GET", "/openapi.json", 404);
    row("GET", "/monitoring/metrics", 404);
    row("GET", "/metrics/", 404);
    row("GET", "/%6detrics", 404);
    row("GET", "//metrics", 404);
    row("OPTIONS", "*", 404);
    row("POST", "/metrics", 405);
    row("HEAD", "/metrics", 200);
}

void MetricsPortTest::servesNothingElse()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    start();
    HttpClient client({.port = m_port, .from = freshAddress()});
    const Answer answer = client.request(method, path);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.header("X-Request-Id").isEmpty());
}

void MetricsPortTest::letsInAllowedAddressesOnly()
{
    start("  allowed_addresses: [127.3.0.0/16]\n");
    QCOMPARE(scrape({}, QHostAddress(u"127.3.1.1"_s)).status, 200);
    QCOMPARE(scrape({}, QHostAddress(u"127.4.1.1"_s)).status, 403);
    // Whoever a proxy that nobody named speaks for is not let in for its address.
    QCOMPARE(scrape({{"X-Forwarded-For", "192.0.2.1"}}, QHostAddress(u"127.3.1.1"_s)).status, 403);
    QCOMPARE(scrape(bearer(kToken), QHostAddress(u"127.4.1.1"_s)).status, 403);
}

void MetricsPortTest::letsInWhoeverHasTheToken()
{
    m_folder->setVariable(u"METRICS_TOKEN"_s, QString::fromLatin1(kToken));
    start("  allowed_addresses: [192.0.2.1]\n");
    QCOMPARE(scrape(bearer(kToken)).status, 200);
    QCOMPARE(scrape().status, 403);
    QCOMPARE(scrape(bearer("")).status, 403);
    QCOMPARE(scrape(bearer(QByteArray(kToken).chopped(1))).status, 403);
    QCOMPARE(scrape(bearer(QByteArray(kToken) + 'x')).status, 403);
    HttpClient mainPort({.port = m_server->port()});
    QCOMPARE(mainPort.get("/metrics", bearer(kToken)).status, 200);
    QCOMPARE(mainPort.get("/metrics").status, 403);
    // It opens nothing else.
    QCOMPARE(mainPort.get("/auth/me", bearer(kToken)).status, 401);
}

void MetricsPortTest::readsTheTokenFromAFile()
{
    QFile file(m_folder->path(u"token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(kToken) + '\n') > 0);
    file.close();
    m_folder->setVariable(u"METRICS_TOKEN_FILE"_s, file.fileName());
    start("  allowed_addresses: [192.0.2.1]\n");
    QCOMPARE(scrape(bearer(kToken)).status, 200);
    QCOMPARE(scrape().status, 403);
}

void MetricsPortTest::keepsTheTokenOverAReload()
{
    m_folder->setVariable(u"METRICS_TOKEN"_s, QString::fromLatin1(kToken));
    start("  allowed_addresses: [192.0.2.1]\n");
    QCOMPARE(scrape().status, 403);
    m_folder->configure(QByteArray(kGenerous) + "metrics:\n  port: " + QByteArray::number(m_port) + '\n');
    m_server->signal(SIGHUP);
    QTRY_COMPARE_WITH_TIMEOUT(scrape().status, 200, 5000);
    QCOMPARE(scrape(bearer(kToken), QHostAddress(u"127.4.1.1"_s)).status, 200);
}

void MetricsPortTest::refusesAShortToken()
{
    m_folder->setVariable(u"METRICS_TOKEN"_s, u"short"_s);
    QVERIFY(!m_server->start());
    QVERIFY2(m_server->output().contains("METRICS_TOKEN: must be at least"), m_server->output().constData());
    QVERIFY(!m_server->output().contains("short"));
}

void MetricsPortTest::keepsTheTokenWhenAReloadBringsAShortOne()
{
    const QString path = m_folder->path(u"token"_s);
    const auto write = [&path](const QByteArray &token) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(token) == token.size();
    };
    QVERIFY(write(kToken));
    m_folder->setVariable(u"METRICS_TOKEN_FILE"_s, path);
    start("  allowed_addresses: [192.0.2.1]\n");
    QVERIFY(write("short"));
    m_server->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->output().contains("the old one stays"), 5000);
    QVERIFY2(m_server->output().contains("METRICS_TOKEN must be at least"), m_server->output().constData());
    QCOMPARE(scrape(bearer("short")).status, 403);
    QCOMPARE(scrape(bearer(kToken)).status, 200);
}

void MetricsPortTest::tellsTheTokenNobody()
{
    m_folder->setVariable(u"METRICS_TOKEN"_s, QString::fromLatin1(kToken));
    start();
    QCOMPARE(scrape(bearer(kToken)).status, 200);
    QVERIFY(!scrape().body.contains(kToken));
    QVERIFY(!m_server->output().contains(kToken));
    QFile environment(u"/proc/%1/environ"_s.arg(m_server->processId()));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QVERIFY(!environment.readAll().contains(kToken));
    const Outcome shown = m_folder->run({u"config"_s, u"show"_s, u"--origin"_s});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(!shown.output.contains(kToken));
}

void MetricsPortTest::speaksTlsWhereTheServerDoes()
{
    QVERIFY(makeCertificate(m_folder->path(u"server.pem"_s), m_folder->path(u"server.key"_s)));
    start("tls:\n  certificate: " + m_folder->path(u"server.pem"_s).toUtf8()
          + "\n  key: " + m_folder->path(u"server.key"_s).toUtf8() + '\n');
    HttpClient secured({.port = m_port, .tls = true});
    const Answer answer = secured.get("/metrics");
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.header("Strict-Transport-Security").isEmpty());
    HttpClient plain({.port = m_port});
    QCOMPARE(plain.get("/metrics").status, 0);
}

void MetricsPortTest::isClosedUnlessAskedFor()
{
    m_folder->configure(kGenerous);
    QVERIFY(m_server->start());
    QVERIFY(!m_server->output().contains("/metrics"));
    QVERIFY(!RawClient({.port = m_port}, 500ms).isConnected());
}

void MetricsPortTest::doesNotStartOnATakenPort()
{
    start();
    ServerFolder folder;
    folder.configure("metrics:\n  port: " + QByteArray::number(m_port) + '\n');
    ServerProcess second(folder);
    QVERIFY(!second.start());
    QVERIFY2(second.output().contains(QByteArray::number(m_port) + " is in use"), second.output().constData());
}

void MetricsPortTest::endsWithTheServer()
{
    start();
    RawClient idle({.port = m_port});
    QVERIFY(idle.isConnected());
    m_server->signal(SIGTERM);
    QVERIFY(idle.waitForClose());
    QCOMPARE(m_server->waitForEnd(5s), std::optional<int>(0));
}

QTEST_GUILESS_MAIN(MetricsPortTest)
#include "test_metrics_port.moc"
