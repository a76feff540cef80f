#include "client/api_call.h"
#include "client/api_client.h"

#include "test_certificates.h"

#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QWebSocket>

using namespace gatehouse;
using namespace gatehouse::client;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 10'000; ///< milliseconds, on a busy machine

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Hears what clients say behind TLS.
class TlsListener : public QSslServer
{
public:
    explicit TlsListener(const http::TlsFiles &files)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(contentOf(files.certificate)));
        tls.setPrivateKey(QSslKey(contentOf(files.key), QSsl::Ec));
        setSslConfiguration(tls);
        connect(this, &QSslServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *const socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { heard += socket->readAll(); });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port to listen to");
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1"_s.arg(serverPort())); }

    QByteArray heard;
};

} // namespace

/// What a client takes from a server, and says to it.
class TestApiClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingToAnotherThanThePinnedCertificate();
    void speaksToThePinnedCertificate();
    void takesNoAnswerBeyondItsLimit();

private:
    TestCertificates m_certificates;
};

void TestApiClient::saysNothingToAnotherThanThePinnedCertificate()
{
    const http::TlsFiles files = m_certificates.selfSigned(u"127.0.0.1"_s);
    TlsListener listener(files);
    // Somebody who is trusted vouches for it, but it is not the one that was agreed to.
    const auto client = ApiClient::make(listener.url(), {.caFile = files.certificate, .pin = QByteArray(32, 'p')});
    QVERIFY(client);
    QCoro::Task<ApiAnswer> asking = (*client)->send("GET", u"/auth/me"_s, "bearer-of-somebody");
    QTRY_VERIFY_WITH_TIMEOUT(asking.isReady(), kPatience);
    QCOMPARE(QCoro::waitFor(std::move(asking)).status, 0);

    QNetworkRequest request = (*client)->requestFor({.path = u"/stream"_s, .bearer = "bearer-of-somebody"});
    QUrl stream = request.url();
    stream.setScheme(u"wss"_s);
    request.setUrl(stream);
    QWebSocket socket;
    bool asked = false;
    connect(&socket, &QWebSocket::sslErrors, this, [&asked] { asked = true; });
    socket.setSslConfiguration(request.sslConfiguration());
    socket.open(request);
    QTRY_VERIFY_WITH_TIMEOUT(asked, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, kPatience);
    QVERIFY2(listener.heard.isEmpty(), listener.heard.constData());
}

void TestApiClient::speaksToThePinnedCertificate()
{
    const http::TlsFiles files = m_certificates.selfSigned(u"gate"_s);
    TlsListener listener(files);
    const QByteArray pin = QSslCertificate(contentOf(files.certificate)).digest(QCryptographicHash::Sha256);
    const auto client = ApiClient::make(listener.url(), {.caFile = {}, .pin = pin});
    QVERIFY(client);
    const auto reply = (*client)->start({.path = u"/auth/me"_s, .bearer = "bearer-of-somebody"});
    QTRY_VERIFY_WITH_TIMEOUT(listener.heard.contains("bearer-of-somebody"), kPatience);
}

void TestApiClient::takesNoAnswerBeyondItsLimit()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            auto *const more = new QTimer(socket);
            connect(more, &QTimer::timeout, socket, [socket] { socket->write(QByteArray(1000, 'x')); });
            more->start(20);
        });
    });
    const auto client = ApiClient::make(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), {});
    QVERIFY(client);
    std::optional<ApiAnswer> answered;
    auto *const call = new ApiCall({.path = u"/"_s, .answerLimit = 1000}, this, {}, this);
    connect(call, &ApiCall::answered, this, [&answered](const ApiAnswer &answer) { answered = answer; });
    call->send(**client, {});
    QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
    QCOMPARE(answered->status, 0);
    QCOMPARE(answered->failure, ApiClient::tooLargeText());
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "test_api_client.moc"
