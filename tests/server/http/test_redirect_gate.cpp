#include "http/redirect_gate.h"

#include "http/door.h"

#include "raw_client.h"
#include "silent_observer.h"
#include "test_certificates.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRedirectGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void redirectsToTheSamePlaceOverTls_data();
    void redirectsToTheSamePlaceOverTls();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void leavesOutTheUsualPort();
    void answersWithTheHeadersOfEveryAnswer();
    void keepsTheConnectionForTheNextRequest();
    void holdsClientsToTheGuardsLimits();

private:
    [[nodiscard]] std::unique_ptr<Door> makeDoor(quint16 securePort, DoorSettings settings = {})
    {
        const auto makeGate = [this, securePort] {
            return std::make_unique<RedirectGate>(*m_tls, securePort, std::make_unique<SilentObserver>(), m_clock);
        };
        auto door = Door::open(std::move(settings), makeGate, m_clock);
        if (!door)
            qFatal("%s", qPrintable(door.error().detail));
        return std::move(*door);
    }
    [[nodiscard]] QByteArray ask(const QByteArray &request) const
    {
        RawClient client(m_door->port());
        client.send(request);
        return client.readToEnd();
    }
    SystemClock m_clock;
    TestCertificates m_folder;
    std::optional<Snapshot<TlsContext>> m_tls;
    std::unique_ptr<Door> m_door;
};

void TestRedirectGate::initTestCase()
{
    const auto context = TlsContext::load(m_folder.selfSigned(u"own"_s), m_clock);
    QVERIFY(context);
    m_tls.emplace(*context);
    m_door = makeDoor(8443);
}

void TestRedirectGate::redirectsToTheSamePlaceOverTls_data()
{
    QTest::addColumn<QByteArray>("request"); // without its last lines
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char *tag, const QByteArray &request, const QByteArray &location) {
        QTest::newRow(tag) << request << location;
    };
    row("a path", "GET /a/b HTTP/1.1\r\nHost: localhost", "https://localhost:8443/a/b");
    row("the port of the plain side", "GET / HTTP/1.1\r\nHost: localhost:8080", "https://localhost:8443/");
    row("a query", "GET /a?b=c&d HTTP/1.1\r\nHost: localhost", "https://localhost:8443/a?b=c&d");
    row("escapes", "GET /a%20b%3fc%25 HTTP/1.1\r\nHost: localhost", "https://localhost:8443/a%20b%3fc%25");
    row("another host in the path", "GET //evil.example/ HTTP/1.1\r\nHost: localhost", "https://localhost:8443//evil.example/");
    row("user information in the path", "GET /@evil.example HTTP/1.1\r\nHost: localhost", "https://localhost:8443/@evil.example");
    row("a wildcard's host", "GET / HTTP/1.1\r\nHost: a.example.org", "https://a.example.org:8443/");
    row("IPv4", "GET / HTTP/1.1\r\nHost: 127.0.0.1:80", "https://127.0.0.1:8443/");
    row("IPv6", "GET / HTTP/1.1\r\nHost: [::1]:80", "https://[::1]:8443/");
    row("IPv6 without port", "GET / HTTP/1.1\r\nHost: [::1]", "https://[::1]:8443/");
    row("an absolute target", "GET http://localhost/x HTTP/1.1\r\nHost: localhost", "https://localhost:8443/x");
    row("a challenge", "GET /.well-known/acme-challenge/x HTTP/1.1\r\nHost: localhost",
        "https://localhost:8443/.well-known/acme-challenge/x");
    row("HTTP/1.0 with a host", "GET /a HTTP/1.0\r\nHost: localhost", "https://localhost:8443/a");
    row("HEAD", "HEAD /a HTTP/1.1\r\nHost: localhost", "https://localhost:8443/a");
    row("POST", "POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0", "https://localhost:8443/a");
}

void TestRedirectGate::redirectsToTheSamePlaceOverTls()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, location);
    const QByteArray answer = ask(request + "\r\nConnection: close\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 308 Permanent Redirect\r\n"), answer.constData());
    QVERIFY2(answer.contains("\r\nLocation: " + location + "\r\n"), answer.constData());
    QVERIFY(answer.endsWith("\r\nContent-Length: 0\r\n\r\n"));
}

void TestRedirectGate::refusesEverythingElse_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *tag, const QByteArray &request, int status) { QTest::newRow(tag) << request << status; };
    row("another host", "GET / HTTP/1.1\r\nHost: evil.example", 421);
    row("another address", "GET / HTTP/1.1\r\nHost: 203.0.113.1", 421);
    row("a host that ends like ours", "GET / HTTP/1.1\r\nHost: localhost.evil.example", 421);
    row("another host in an absolute target", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost", 421);
    row("our host hidden behind an absolute target", "GET http://localhost.evil/ HTTP/1.1\r\nHost: localhost", 421);
    row("another host by a proxy's header", "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost", 421);
    row("no host", "GET / HTTP/1.0", 400);
    row("no host in 1.1", "GET / HTTP/1.1\r\nX: y", 400);
    row("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example", 400);
    row("user information", "GET / HTTP/1.1\r\nHost: localhost@evil.example", 400);
    row("a path in the host", "GET / HTTP/1.1\r\nHost: localhost/evil", 400);
    row("a port that is none", "GET / HTTP/1.1\r\nHost: localhost:80@evil.example", 400);
    row("escaped line end", "GET /%0d%0aX:%20y HTTP/1.1\r\nHost: localhost", 400);
    row("no path", "OPTIONS * HTTP/1.1\r\nHost: localhost", 400);
    row("a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443", 501);
    row("a smuggled request", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked", 400);
    row("a bare line feed in the path", "GET /\nX: y HTTP/1.1\r\nHost: localhost", 400);
}

void TestRedirectGate::refusesEverythingElse()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const QByteArray answer = ask(request + "\r\nConnection: close\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '), answer.constData());
    QVERIFY(!answer.contains("\r\nLocation:"));
    QVERIFY(answer.contains("\r\nContent-Type: application/problem+json\r\n"));
}

void TestRedirectGate::leavesOutTheUsualPort()
{
    const auto door = makeDoor(443);
    RawClient client(door->port());
    client.send("GET /a HTTP/1.1\r\nHost: localhost:80\r\n\r\n");
    QVERIFY(client.readUntil("\r\n\r\n").contains("\r\nLocation: https://localhost/a\r\n"));
}

void TestRedirectGate::answersWithTheHeadersOfEveryAnswer()
{
    for (const QByteArray &host : {QByteArray("localhost"), QByteArray("evil.example")}) {
        const QByteArray answer = ask("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        for (const char *name : {"Date", "X-Request-Id", "X-Content-Type-Options", "Content-Security-Policy"})
            QVERIFY2(answer.contains(QByteArray("\r\n") + name + ": "), name);
        // RFC 6797, section 7.2: not over plain HTTP.
        QVERIFY(!answer.contains("Strict-Transport-Security"));
    }
}

void TestRedirectGate::keepsTheConnectionForTheNextRequest()
{
    RawClient client(m_door->port());
    client.send("GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    const QByteArray answers = client.readToEnd();
    QVERIFY(answers.contains(":8443/1\r\n") && answers.contains(":8443/2\r\n"));
    // A body is not waited for: it ends the connection instead.
    const QByteArray posted = ask("POST /1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nGET /2");
    QCOMPARE(posted.count("HTTP/1.1 "), 1);
    QVERIFY(posted.contains("\r\nConnection: close\r\n"));
}

void TestRedirectGate::holdsClientsToTheGuardsLimits()
{
    DoorSettings settings;
    settings.limits.headTimeout = 100ms;
    settings.maxConnectionsPerAddress = 2;
    const auto door = makeDoor(443, settings);
    RawClient slow(door->port());
    slow.send("GET / HTTP/1.1\r\nHost");
    RawClient silent(door->port());
    QTRY_COMPARE(door->connections(), 2);
    QCOMPARE(RawClient(door->port()).readToEnd(), QByteArray());
    QVERIFY(slow.readToEnd().startsWith("HTTP/1.1 408 "));
    QCOMPARE(silent.readToEnd(), QByteArray());
}

QTEST_GUILESS_MAIN(TestRedirectGate)
#include "test_redirect_gate.moc"
