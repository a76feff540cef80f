#include "tools.h"

#include <QElapsedTimer>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>

using namespace gatehouse::e2e;
using namespace std::chrono_literals;

/// Clients that take their time, and clients that are too many: each is told, or left, as promised, and counted.
class SlowClientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aHeadThatDoesNotComeIsAnswered408_data();
    void aHeadThatDoesNotComeIsAnswered408();
    void aHeadThatTricklesIsAnswered408();
    void aBodyThatTricklesIsAnswered408_data();
    void aBodyThatTricklesIsAnswered408();
    void aBodyThatIsFastEnoughIsRead();
    void aConnectionThatNeverAsksIsClosedInSilence();
    void anIdleConnectionIsClosedInSilence_data();
    void anIdleConnectionIsClosedInSilence();
    void aSlowReaderGetsEverything();
    void aReaderThatReadsNothingIsLeft();
    void tooManyFromOneAddressAreClosed();
    void tooManyInAllAreClosed();

private:
    [[nodiscard]] RawClient connect(const QHostAddress &from = freshAddress()) const
    {
        return RawClient({m_server.port(), from});
    }
    [[nodiscard]] qint64 dropped(const QByteArray &reason) const;

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
};

namespace {

constexpr int kPerAddress = 20;
constexpr int kInAll = 60;
constexpr char kProbe[] = "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr char kLogin[] = "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
constexpr int kLargeAnswers = 400; // of /openapi.json: more than both sockets' buffers hold

QByteArray largePipeline()
{
    return QByteArray("GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n").repeated(kLargeAnswers - 1)
        + "GET /openapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
}

} // namespace

void SlowClientsTest::initTestCase()
{
    m_folder.configure(QByteArray(kGenerous)
                       + "  probe: {quota: 1000000}\n"
                         "http:\n  head_timeout: 400ms\n  body_grace: 500ms\n  idle_timeout: 1s\n  write_timeout: 700ms\n"
                         "  max_connections: "
                       + QByteArray::number(kInAll) + "\n  max_connections_per_address: " + QByteArray::number(kPerAddress)
                       + "\n");
    QVERIFY2(m_server.start(), m_server.output().constData());
}

qint64 SlowClientsTest::dropped(const QByteArray &reason) const
{
    HttpClient client({m_server.port(), freshAddress()});
    return metric(client, "gatehouse_http_connections_dropped_total{reason=\"" + reason + "\"}");
}

void SlowClientsTest::aHeadThatDoesNotComeIsAnswered408_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *bytes : {"G", "GET ", "GET /", "GET / ", "GET / HTTP", "GET / HTTP/1.1", "GET / HTTP/1.1\r",
                              "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHos", "GET / HTTP/1.1\r\nHost: a",
                              "GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r", "\r\nGET"})
        QTest::newRow(QByteArray(bytes).toPercentEncoding(" /:").constData()) << QByteArray(bytes);
}

void SlowClientsTest::aHeadThatDoesNotComeIsAnswered408()
{
    QFETCH(QByteArray, bytes);
    RawClient connection = connect();
    QVERIFY(connection.send(bytes));
    const Answer answer = HttpClient::readAnswer(connection);
    QCOMPARE(answer.status, 408);
    QCOMPARE(answer.header("Connection"), QByteArray("close"));
    QVERIFY(answer.body.contains("\"error_id\"") && !answer.header("X-Request-Id").isEmpty());
    QCOMPARE(connection.readToEnd(), QByteArray());
}

void SlowClientsTest::aHeadThatTricklesIsAnswered408()
{
    RawClient connection = connect();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(connection.send("GET / HTTP/1.1\r\n"));
    while (timer.elapsed() < 5000 && connection.isConnected()) {
        (void)connection.send("A: b\r\n");
        QTest::qWait(50);
    }
    QVERIFY2(timer.elapsed() < 5000, "each line bought it more time");
    QVERIFY(connection.readToEnd().startsWith("HTTP/1.1 408 "));
}

void SlowClientsTest::aBodyThatTricklesIsAnswered408_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("portion");
    QTest::newRow("with a length") << kLogin + QByteArray("Content-Length: 60000\r\n\r\n") << QByteArray(" ");
    QTest::newRow("in chunks") << kLogin + QByteArray("Transfer-Encoding: chunked\r\n\r\n") << QByteArray("1\r\n \r\n");
    // Much on the wire, nothing in the body.
    QTest::newRow("in extensions") << kLogin + QByteArray("Transfer-Encoding: chunked\r\n\r\n")
                                   << "1;" + QByteArray(200, 'a') + "\r\n \r\n";
    QTest::newRow("in trailers") << kLogin + QByteArray("Transfer-Encoding: chunked\r\n\r\n0\r\n") << QByteArray("A: b\r\n");
}

void SlowClientsTest::aBodyThatTricklesIsAnswered408()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, portion);
    RawClient connection = connect();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(connection.send(head));
    while (timer.elapsed() < 5000 && connection.isConnected()) {
        (void)connection.send(portion);
        QTest::qWait(50);
    }
    QVERIFY(timer.elapsed() < 5000);
    const QByteArray answer = connection.readToEnd();
    QVERIFY2(answer.startsWith("HTTP/1.1 408 ") && answer.contains("Connection: close\r\n"), answer.constData());
}

void SlowClientsTest::aBodyThatIsFastEnoughIsRead()
{
    RawClient connection = connect();
    QVERIFY(connection.send(kLogin + QByteArray("Content-Length: 5000\r\n\r\n")));
    for (int i = 0; i < 25; ++i) { // 4 KiB a second
        QVERIFY(connection.send(QByteArray(200, ' ')));
        QTest::qWait(50);
    }
    QCOMPARE(HttpClient::readAnswer(connection).status, 400); // it is not JSON, but it was read
}

void SlowClientsTest::aConnectionThatNeverAsksIsClosedInSilence()
{
    RawClient connection = connect();
    QCOMPARE(connection.readToEnd(), QByteArray());
    QVERIFY(!connection.isConnected());
    QVERIFY(dropped("silent") > 0);
}

void SlowClientsTest::anIdleConnectionIsClosedInSilence_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("idle") << QByteArray();
    QTest::newRow("idle after an empty line") << QByteArray("\r\n");
}

void SlowClientsTest::anIdleConnectionIsClosedInSilence()
{
    QFETCH(QByteArray, after);
    RawClient connection = connect();
    QVERIFY(connection.send(kProbe + after));
    QCOMPARE(HttpClient::readAnswer(connection).status, 200);
    QCOMPARE(connection.readToEnd(), QByteArray());
    QVERIFY(!connection.isConnected());
}

void SlowClientsTest::aSlowReaderGetsEverything()
{
    RawClient connection = connect();
    QVERIFY(connection.send(largePipeline()));
    for (int i = 0; i < kLargeAnswers; ++i) {
        const Answer answer = HttpClient::readAnswer(connection);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.size(), answer.header("Content-Length").toLongLong());
        if (i % 50 == 0)
            QTest::qWait(300); // longer in all than the 700 ms that may pass without any progress
    }
    QCOMPARE(connection.readToEnd(), QByteArray());
}

void SlowClientsTest::aReaderThatReadsNothingIsLeft()
{
    const qint64 before = dropped("unread_answer");
    // With as little room for what is not read as can be.
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        QFAIL("no socket is to be had");
    const int small = 4096;
    setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const QByteArray bytes = largePipeline();
    QVERIFY(::send(descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT) > 0);
    QTRY_COMPARE_WITH_TIMEOUT(dropped("unread_answer"), before + 1, 5000);
    ::close(descriptor);
}

void SlowClientsTest::tooManyFromOneAddressAreClosed()
{
    const qint64 before = dropped("too_many_from_address");
    const QHostAddress from = freshAddress();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < kPerAddress; ++i) {
        clients.push_back(std::make_unique<RawClient>(RawClient::Target{m_server.port(), from}));
        QVERIFY(clients.back()->send(kProbe));
        QCOMPARE(HttpClient::readAnswer(*clients.back()).status, 200);
    }
    RawClient tooMany = connect(from);
    QCOMPARE(tooMany.readToEnd(), QByteArray());
    RawClient other = connect();
    QVERIFY(other.send(kProbe));
    QCOMPARE(HttpClient::readAnswer(other).status, 200);
    QVERIFY(dropped("too_many_from_address") > before);
    clients.clear();
    const auto isServedAgain = [this, &from] {
        RawClient again = connect(from);
        return again.send(kProbe) && HttpClient::readAnswer(again).status == 200;
    };
    QTRY_VERIFY(isServedAgain()); // a worker may hear of this one before another hears that those have left
}

void SlowClientsTest::tooManyInAllAreClosed()
{
    HttpClient watching({m_server.port(), freshAddress()});
    QTRY_COMPARE_WITH_TIMEOUT(metric(watching, "gatehouse_http_connections_open"), 1,
                              10000); // those of the tests before have ended
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 1; i < kInAll; ++i) {
        clients.push_back(std::make_unique<RawClient>(RawClient::Target{m_server.port(), freshAddress()}));
        QVERIFY(clients.back()->send(kProbe));
        QCOMPARE(HttpClient::readAnswer(*clients.back()).status, 200);
    }
    RawClient tooMany = connect();
    QCOMPARE(tooMany.readToEnd(), QByteArray());
    clients.clear();
    QTRY_VERIFY(dropped("too_many") > 0);
}

QTEST_GUILESS_MAIN(SlowClientsTest)
#include "test_slow_clients.moc"
