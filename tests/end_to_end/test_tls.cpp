#include "tools.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The program with a certificate of its own.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTrustedByAClientThatKnowsTheRoot();
    void refusesOldVersionsAndWeakCiphers_data();
    void refusesOldVersionsAndWeakCiphers();
    void marksAnswersAndCookiesAsSecure();
    void closesOnPlainHttp();
    void redirectsFromThePlainPort();
    void takesANewCertificateWithoutDroppingAConnection();
    void keepsItsCertificateWhenTheNewOneIsWrong_data();
    void keepsItsCertificateWhenTheNewOneIsWrong();
    void changesNothingElseWhenTheNewCertificateIsWrong();
    void doesNotTurnTlsOffOnAReload();
    void finishesWhatIsInFlightWhenToldToStop();
    void doesNotStartWithFilesThatAreWrong();
    void checksItsFilesBeforeItIsStarted();
    void refusesTheNetworkWithoutACertificate_data();
    void refusesTheNetworkWithoutACertificate();
    void listensOnTheNetworkWithACertificate();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->path(name); }
    /// What the server shows to a client that connects now.
    [[nodiscard]] QString commonName(quint16 port) const;
    void configure(const QByteArray &more = {});
    void start(const QStringList &flags = {});
    void reload();

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void TlsTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    QVERIFY(makeCertificate(file(u"server.pem"_s), file(u"server.key"_s)));
    configure();
    m_server = std::make_unique<ServerProcess>(*m_folder);
}

void TlsTest::configure(const QByteArray &more)
{
    m_folder->configure(QByteArray(kGenerous) + "tls:\n  certificate: " + file(u"server.pem"_s).toUtf8()
                        + "\n  key: " + file(u"server.key"_s).toUtf8() + '\n' + more);
}

void TlsTest::start(const QStringList &flags)
{
    QVERIFY2(m_server->start(flags), m_server->output().constData());
}

void TlsTest::reload()
{
    const qsizetype before = m_server->output().size();
    m_server->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->output().sliced(before).contains("reloaded")
                                 || m_server->output().sliced(before).contains("does not hold"),
                             5000);
}

QString TlsTest::commonName(quint16 port) const
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
    return socket.waitForEncrypted(10'000) ? socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0)
                                           : socket.errorString();
}

void TlsTest::isTrustedByAClientThatKnowsTheRoot()
{
    const auto openssl = [this](const QString &arguments) {
        const QString full = QString(arguments).replace(u'@', file({}) + u'/');
        return runProgram(u"openssl"_s, full.split(u' ')).exitCode == 0;
    };
    const QString request = u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "_s;
    QVERIFY(openssl(request + u"-subj /CN=Root -keyout @root.key -out @root.pem"_s));
    QVERIFY(openssl(request
                    + u"-subj /CN=Between -addext basicConstraints=critical,CA:TRUE -CA @root.pem -CAkey @root.key "
                      "-keyout @between.key -out @between.pem"_s));
    QVERIFY(openssl(request
                    + u"-subj /CN=leaf -addext basicConstraints=CA:FALSE -addext subjectAltName=DNS:localhost "
                      "-CA @between.pem -CAkey @between.key -keyout @server.key -out @leaf.pem"_s));
    QFile chain(file(u"server.pem"_s));
    QVERIFY(chain.open(QIODevice::WriteOnly));
    for (const auto &part : {u"leaf.pem"_s, u"between.pem"_s}) {
        QFile pem(file(part));
        QVERIFY(pem.open(QIODevice::ReadOnly));
        chain.write(pem.readAll());
    }
    chain.close();
    start();
    const Outcome curl = runProgram(
        u"curl"_s, {u"-sS"_s, u"--cacert"_s, file(u"root.pem"_s), u"https://localhost:%1/health/live"_s.arg(m_server->port())});
    QVERIFY2(curl.exitCode == 0, curl.errors.constData());
    QCOMPARE(curl.output, QByteArray(R"({"alive":true})"));
}

void TlsTest::refusesOldVersionsAndWeakCiphers_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<bool>("accepted");
    const QString anyCipher = u"ALL:@SECLEVEL=0"_s;
    QTest::newRow("TLS 1.0") << QStringList{u"-tls1"_s, u"-cipher"_s, anyCipher} << false;
    QTest::newRow("TLS 1.1") << QStringList{u"-tls1_1"_s, u"-cipher"_s, anyCipher} << false;
    QTest::newRow("TLS 1.2") << QStringList{u"-tls1_2"_s} << true;
    QTest::newRow("TLS 1.3") << QStringList{u"-tls1_3"_s} << true;
    QTest::newRow("CBC") << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"_s} << false;
    QTest::newRow("CBC with SHA-2") << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"ECDHE-ECDSA-AES128-SHA256"_s} << false;
    QTest::newRow("CCM of 8 bytes") << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"ECDHE-ECDSA-AES128-CCM8:@SECLEVEL=0"_s} << false;
    QTest::newRow("a finite field") << QStringList{u"-tls1_3"_s, u"-groups"_s, u"ffdhe2048"_s} << false;
}

void TlsTest::refusesOldVersionsAndWeakCiphers()
{
    QFETCH(QStringList, flags);
    QFETCH(bool, accepted);
    start();
    const Outcome client =
        runProgram(u"openssl"_s, QStringList{u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(m_server->port())} + flags);
    QVERIFY2(client.output.contains("New, TLSv1.") == accepted, client.output + client.errors);
}

void TlsTest::marksAnswersAndCookiesAsSecure()
{
    start();
    HttpClient client({.port = m_server->port(), .from = freshAddress(), .tls = true});
    const QJsonObject credentials{{u"username"_s, u"admin"_s}, {u"password"_s, QLatin1String(kPassword)}};
    QCOMPARE(client.post("/auth/register", credentials).status, 201);
    const Answer answer = client.post("/auth/login", credentials);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header("Strict-Transport-Security").startsWith("max-age="));
    int cookies = 0;
    for (const auto &[name, value] : answer.headers) {
        if (name.toLower() != "set-cookie")
            continue;
        ++cookies;
        QVERIFY2(value.startsWith("__Host-gatehouse-") && value.contains("; Secure"), value.constData());
    }
    QVERIFY(cookies >= 2);
    QVERIFY(!client.get("/no/such/path").header("Strict-Transport-Security").isEmpty());
}

void TlsTest::closesOnPlainHttp()
{
    start();
    RawClient plain({.port = m_server->port()});
    QVERIFY(plain.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    QCOMPARE(plain.readToEnd(), QByteArray());
    QVERIFY(plain.waitForClose());
    HttpClient scraper({.port = m_server->port(), .tls = true});
    QVERIFY(scraper.get("/metrics").body.contains("gatehouse_http_connections_dropped_total{reason=\"tls_handshake\"} 1\n"));
}

void TlsTest::redirectsFromThePlainPort()
{
    const quint16 redirectPort = freePort();
    start({u"--tls-redirect-port"_s, QString::number(redirectPort)});
    HttpClient plain({.port = redirectPort});
    const Answer answer = plain.get("/health/live?a=b");
    QCOMPARE(answer.status, 308);
    QCOMPARE(answer.header("Location"), "https://127.0.0.1:" + QByteArray::number(m_server->port()) + "/health/live?a=b");
    QCOMPARE(plain.request("POST", "/auth/login").status, 308);
    QCOMPARE(plain.get("/metrics").status, 308);

    const Outcome curl = runProgram(
        u"curl"_s, {u"-sSL"_s, u"--cacert"_s, file(u"server.pem"_s), u"http://localhost:%1/health/live"_s.arg(redirectPort)});
    QVERIFY2(curl.exitCode == 0, curl.errors.constData());
    QCOMPARE(curl.output, QByteArray(R"({"alive":true})"));
    const Outcome misled = runProgram(
        u"curl"_s, {u"-sSi"_s, u"-H"_s, u"Host: evil.example"_s, u"http://localhost:%1/health/live"_s.arg(redirectPort)});
    QVERIFY2(misled.output.startsWith("HTTP/1.1 421 ") && !misled.output.contains("Location"), misled.output.constData());
}

void TlsTest::takesANewCertificateWithoutDroppingAConnection()
{
    start();
    HttpClient old({.port = m_server->port(), .from = freshAddress(), .tls = true});
    QCOMPARE(old.get("/health/live").status, 200);
    RawClient inFlight({.port = m_server->port(), .from = freshAddress(), .tls = true});
    QVERIFY(inFlight.send("GET /health/live HTTP/1.1\r\nHo"));
    QCOMPARE(commonName(m_server->port()), u"localhost"_s);

    QVERIFY(makeCertificate(file(u"server.pem"_s), file(u"server.key"_s), u"renewed"_s));
    reload();
    QCOMPARE(commonName(m_server->port()), u"renewed"_s);
    QVERIFY(inFlight.send("st: a\r\n\r\n"));
    QCOMPARE(HttpClient::readAnswer(inFlight).status, 200);
    QCOMPARE(old.get("/health/live").status, 200);
}

void TlsTest::keepsItsCertificateWhenTheNewOneIsWrong_data()
{
    QTest::addColumn<QString>("damaged");
    QTest::addColumn<QByteArray>("content"); // null: the file goes
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no certificate") << u"server.pem"_s << QByteArray() << QByteArray("server.pem cannot be read");
    QTest::newRow("garbage") << u"server.pem"_s << QByteArray("garbage") << QByteArray("server.pem holds no certificate");
    QTest::newRow("no key") << u"server.key"_s << QByteArray() << QByteArray("server.key cannot be read");
    QTest::newRow("another's key") << u"server.key"_s << QByteArray("other.key")
                                   << QByteArray("server.key is not the key of the certificate");
}

void TlsTest::keepsItsCertificateWhenTheNewOneIsWrong()
{
    QFETCH(QString, damaged);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, said);
    start();
    HttpClient old({.port = m_server->port(), .from = freshAddress(), .tls = true});
    QCOMPARE(old.get("/health/live").status, 200);
    QVERIFY(QFile::remove(file(damaged)));
    if (content == "other.key") {
        QVERIFY(makeCertificate(file(u"other.pem"_s), file(u"other.key"_s)));
        QVERIFY(QFile::rename(file(u"other.key"_s), file(damaged)));
    } else if (!content.isNull()) {
        QFile written(file(damaged));
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
    }
    reload();
    QVERIFY2(m_server->output().contains("the old one stays") && m_server->output().contains(said),
             m_server->output().constData());
    QCOMPARE(commonName(m_server->port()), u"localhost"_s);
    QCOMPARE(old.get("/health/live").status, 200);
}

void TlsTest::changesNothingElseWhenTheNewCertificateIsWrong()
{
    start();
    HttpClient client({.port = m_server->port(), .from = freshAddress(), .tls = true});
    QCOMPARE(client.get("/auth/me").header("X-RateLimit-Limit"), QByteArray("1000000"));
    QVERIFY(QFile::remove(file(u"server.key"_s)));
    configure("http:\n  allowed_origins: https://app.example\n");
    reload();
    QVERIFY(client.get("/auth/me", {{"Origin", "https://app.example"}}).header("Access-Control-Allow-Origin").isEmpty());
}

void TlsTest::doesNotTurnTlsOffOnAReload()
{
    start();
    m_folder->configure(kGenerous);
    reload();
    QVERIFY2(m_server->output().contains("by a restart only"), m_server->output().constData());
    QCOMPARE(commonName(m_server->port()), u"localhost"_s);
}

void TlsTest::finishesWhatIsInFlightWhenToldToStop()
{
    start();
    RawClient idle({.port = m_server->port(), .tls = true});
    const QByteArray body = R"({"username":"admin","password":"Correct-Horse-7!"})";
    RawClient busy({.port = m_server->port(), .tls = true});
    QVERIFY(busy.send("POST /auth/register HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body.first(10)));
    QCOMPARE(HttpClient({.port = m_server->port(), .tls = true}).get("/health/live").status, 200);
    m_server->signal(SIGTERM);
    QVERIFY(idle.waitForClose());
    QVERIFY(busy.send(body.sliced(10)));
    QCOMPARE(HttpClient::readAnswer(busy).status, 201);
    QCOMPARE(m_server->waitForEnd(10s), std::optional<int>(0));
}

void TlsTest::doesNotStartWithFilesThatAreWrong()
{
    QVERIFY(QFile::remove(file(u"server.key"_s)));
    QVERIFY(!m_server->start());
    QVERIFY2(m_server->output().contains("server.key cannot be read"), m_server->output().constData());
    QVERIFY(m_server->waitForEnd(5s).value_or(0) != 0);
}

void TlsTest::checksItsFilesBeforeItIsStarted()
{
    const Outcome good = m_folder->run({u"config"_s, u"check"_s});
    QVERIFY2(good.exitCode == 0, good.errors.constData());
    QVERIFY(QFile::setPermissions(file(u"server.key"_s), QFile::ReadOwner | QFile::ReadOther));
    const Outcome warned = m_folder->run({u"config"_s, u"check"_s});
    QCOMPARE(warned.exitCode, 0);
    QVERIFY2(warned.errors.contains("warning: ") && warned.errors.contains("server.key"), warned.errors.constData());
    QVERIFY(makeCertificate(file(u"other.pem"_s), file(u"server.key"_s)));
    const Outcome bad = m_folder->run({u"config"_s, u"check"_s});
    QCOMPARE(bad.exitCode, 2);
    QVERIFY2(bad.errors.contains("server.key is not the key of the certificate"), bad.errors.constData());
}

void TlsTest::refusesTheNetworkWithoutACertificate_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::newRow("development") << QByteArray("development");
    QTest::newRow("production") << QByteArray("production");
}

void TlsTest::refusesTheNetworkWithoutACertificate()
{
    QFETCH(QByteArray, mode);
    m_folder->configure("app:\n  mode: " + mode + "\nlimits:\n  backend: embedded\n");
    m_folder->setVariable(u"JWT_SECRET"_s, u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s);
    QVERIFY(!m_server->start({u"--listen"_s, u"0.0.0.0"_s}));
    QCOMPARE(m_server->waitForEnd(5s), std::optional<int>(2));
    for (const char *way : {"127.0.0.1", "tls.certificate", "http.behind_proxy"})
        QVERIFY2(m_server->output().contains(way), m_server->output().constData());
    start({u"--listen"_s, u"0.0.0.0"_s, u"--http-behind-proxy"_s, u"true"_s});
    QCOMPARE(HttpClient({.port = m_server->port()}).get("/health/live").status, 200);
}

void TlsTest::listensOnTheNetworkWithACertificate()
{
    start({u"--listen"_s, u"0.0.0.0"_s});
    QVERIFY(m_server->output().contains("ready at https://0.0.0.0:"));
    QCOMPARE(HttpClient({.port = m_server->port(), .tls = true}).get("/health/live").status, 200);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "test_tls.moc"
