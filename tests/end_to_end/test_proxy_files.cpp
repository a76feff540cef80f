#include "../server/webhooks/http_receiver.h"
#include "nginx_process.h"
#include "tools.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace gatehouse::e2e;
using gatehouse::tests::HttpReceiver;
using gatehouse::tests::Received;
using namespace Qt::StringLiterals;

namespace {

/// A file that operators are given, but for its certificate.
QByteArray shipped(const QString &name, const QList<std::pair<QByteArray, QByteArray>> &changes)
{
    QFile file(QStringLiteral(PROXY_FILES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    QByteArray text = file.readAll();
    for (const auto &[from, to] : changes) {
        if (!text.contains(from))
            qFatal("%s has no %s", qPrintable(name), from.constData());
        text.replace(from, to);
    }
    return text;
}

/// HAProxy with the file it is shipped with; it ends with the test.
class HaproxyProcess
{
public:
    ~HaproxyProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool start(quint16 gatehouse, quint16 application)
    {
        m_port = freePort();
        QFile file(m_folder.filePath(u"haproxy.cfg"_s));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(shipped(u"haproxy.cfg"_s,
                           {{":443 ssl crt /etc/haproxy/app.example.org.pem", "127.0.0.1:" + QByteArray::number(m_port)},
                            {"/etc/haproxy/gatehouse.lua", PROXY_FILES "/gatehouse.lua"},
                            {"127.0.0.1:8080", "127.0.0.1:" + QByteArray::number(gatehouse)},
                            {"127.0.0.1:3000", "127.0.0.1:" + QByteArray::number(application)}}));
        file.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process.start(u"/usr/sbin/haproxy"_s, {u"-db"_s, u"-f"_s, file.fileName()});
        for (int attempt = 0; attempt < 200 && !m_process.waitForFinished(25); ++attempt) {
            if (RawClient({.port = m_port}, std::chrono::milliseconds(200)).isConnected())
                return true;
        }
        return false;
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray output() { return m_process.readAll(); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

/// The configurations that the operator guide names, in front of an application that notes what it is told.
class ProxyFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsTheApplicationOnlyWhatIsTrue_data();
    void tellsTheApplicationOnlyWhatIsTrue();

private:
    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
    HttpReceiver m_application{[](const Received &) { return HttpReceiver::answer("200 OK"); }};
    NginxProcess m_nginx;
    HaproxyProcess m_haproxy;
};

void ProxyFilesTest::initTestCase()
{
    m_folder.configure(QByteArray(kGenerous) + "http:\n  behind_proxy: true\n  trusted_proxies: [127.0.0.1]\n");
    QVERIFY2(m_server.start(), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
    QVERIFY2(m_haproxy.start(m_server.port(), m_application.port()), m_haproxy.output().constData());
    const QByteArray servers = shipped(u"nginx.conf"_s,
                                       {{"listen 443 ssl;", "listen 127.0.0.1:@PORT@;"},
                                        {"ssl_certificate     /etc/ssl/app.example.org.pem;", ""},
                                        {"ssl_certificate_key /etc/ssl/app.example.org.key;", ""},
                                        {"127.0.0.1:8080", "127.0.0.1:@GATEHOUSE@"},
                                        {"127.0.0.1:3000", "127.0.0.1:" + QByteArray::number(m_application.port())}});
    QVERIFY2(m_nginx.start(m_server.port(), servers), m_nginx.errors().constData());
}

void ProxyFilesTest::tellsTheApplicationOnlyWhatIsTrue_data()
{
    QTest::addColumn<quint16>("port");
    QTest::addColumn<HeaderList>("forged");
    for (const bool nginx : {true, false}) {
        const auto row = [&](const QByteArray &what, const HeaderList &forged) {
            QTest::newRow((nginx ? "nginx: " : "HAProxy: ") + what) << (nginx ? m_nginx.port() : m_haproxy.port()) << forged;
        };
        row("nothing forged", {});
        row("an identity", {{"X-Auth-User", "root"}, {"x-auth-role", "god"}});
        row("an identity in disguise", {{"X_Auth_Role", "god"}, {"X_AUTH_USER", "root"}, {"X-Auth_Subject", "0"}});
        row("an identity in another disguise", {{"X.Auth.Role", "god"}, {"X~Auth~User", "root"}});
        row("an address", {{"X-Forwarded-For", "6.6.6.6"}, {"X-Real-IP", "6.6.6.6"}, {"Forwarded", "for=6.6.6.6"}});
        row("an address in disguise", {{"X_Forwarded_For", "6.6.6.6"}, {"X_Real_IP", "6.6.6.6"}});
        row("a host", {{"X-Forwarded-Host", "6.6.6.6"}});
    }
}

void ProxyFilesTest::tellsTheApplicationOnlyWhatIsTrue()
{
    QFETCH(quint16, port);
    QFETCH(HeaderList, forged);
    const QHostAddress from = freshAddress();
    HttpClient client({.port = port, .from = from});
    QCOMPARE(client.get("/", forged).status, 401);
    const std::size_t before = m_application.received().size();
    QCOMPARE(client.get("/", bearer(accessToken(m_server, "admin")) + forged).status, 200);
    const auto received = m_application.received();
    QCOMPARE(received.size(), before + 1);
    QByteArrayList identity;
    const QMap<QByteArray, QByteArray> headers = received.back().headers;
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        QVERIFY2(!header.value().contains("6.6.6.6"), header.key());
        if (header.key().startsWith('x') && header.key().sliced(2).startsWith("auth"))
            identity << header.key() + '=' + header.value();
    }
    identity.removeIf([](const QByteArray &line) { return line.endsWith('=') || line.startsWith("x-auth-subject="); });
    QCOMPARE(identity, (QByteArrayList{"x-auth-role=admin", "x-auth-user=admin"}));
    QCOMPARE(headers.value("x-forwarded-for"), from.toString().toLatin1());
}

QTEST_GUILESS_MAIN(ProxyFilesTest)
#include "test_proxy_files.moc"
