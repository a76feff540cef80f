#include "http/door.h"

#include "raw_client.h"
#include "silent_observer.h"
#include "test_certificates.h"
#include "tls_client.h"

#include <qcoro/qcorotimer.h>

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <csignal>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::http;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kBig = 10 * 1024 * 1024;

std::atomic<int> refusedHandshakes = 0;

/// Answers `/now` at the guard, `/big` with 10 MiB, `/later` after a while; all else with the path, whether it came over
/// TLS and the size of the body.
class EchoGate final : public Gate, private SilentObserver
{
public:
    std::variant<Admission, Response, Deciding> admit(const RequestPtr &request) override
    {
        if (request->head.path == "/now")
            return Response::text(200, "now");
        return Admission{kBig};
    }

    QCoro::Task<Response> handle(RequestPtr request) override
    {
        if (request->head.path == "/later") {
            QTimer timer;
            timer.start(50ms);
            co_await timer;
        }
        if (request->head.path == "/big")
            co_return Response::text(200, QByteArray(kBig, 'x'));
        co_return Response::text(200,
                                 request->head.path.toByteArray() + (request->peer.tls ? "|tls|" : "|plain|")
                                     + QByteArray::number(request->body.size()) + ';');
    }

    Response refuse(int status, const char *reason, Request &) override { return Response::text(status, reason); }

    RequestObserver &observer() override { return *this; }
    void connectionDropped(const char *reason) override
    {
        if (QByteArrayView(reason) == "tls_handshake")
            ++refusedHandshakes;
    }
};

qsizetype openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size();
}

/// The bytes a client sends in its two flights, the second in answer to the server's; without a socket, so that a test can
/// send as many of them as it likes.
class ClientFlights
{
public:
    explicit ClientFlights(int version)
        : m_context(SSL_CTX_new(TLS_client_method()))
        , m_ssl(SSL_new(m_context.get()))
    {
        SSL_set_min_proto_version(m_ssl.get(), version);
        SSL_set_max_proto_version(m_ssl.get(), version);
        SSL_set_bio(m_ssl.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_connect_state(m_ssl.get());
    }

    /// What the client says after it has read `received`.
    QByteArray next(const QByteArray &received)
    {
        if (!received.isEmpty())
            BIO_write(SSL_get_rbio(m_ssl.get()), received.constData(), int(received.size()));
        SSL_do_handshake(m_ssl.get());
        QByteArray bytes(BIO_pending(SSL_get_wbio(m_ssl.get())), Qt::Uninitialized);
        if (!bytes.isEmpty())
            BIO_read(SSL_get_wbio(m_ssl.get()), bytes.data(), int(bytes.size()));
        return bytes;
    }
    [[nodiscard]] bool isSecured() const { return SSL_is_init_finished(m_ssl.get()) == 1; }

private:
    std::unique_ptr<SSL_CTX, FreeSsl> m_context;
    std::unique_ptr<SSL, FreeSsl> m_ssl;
};

/// The server's flight in answer to a client's first.
QByteArray serverFlight(RawClient &client, ClientFlights &flights, QByteArray &answer)
{
    QByteArray received;
    do {
        const QByteArray more = client.readSome();
        if (more.isEmpty())
            return received;
        received += more;
        answer = flights.next(more);
    } while (answer.isEmpty());
    return received;
}

} // namespace

class TestTlsDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaksOnlyModernVersions_data();
    void speaksOnlyModernVersions();
    void refusesWeakCiphers_data();
    void refusesWeakCiphers();
    void acceptsForwardSecretAuthenticatedCiphers_data();
    void acceptsForwardSecretAuthenticatedCiphers();
    void choosesHttp11ByAlpn_data();
    void choosesHttp11ByAlpn();
    void sendsTheWholeChain();
    void refusesToRenegotiate();
    void resumesSessionsInEveryWorkerUntilTheTicketKeysAreRenewed();
    void tellsTheGateThatARequestCameOverTls();
    void answersPipelinedRequestsInOrderHoweverTheyAreCut_data();
    void answersPipelinedRequestsInOrderHoweverTheyAreCut();
    void readsALargeBody();
    void deliversALargeAnswerToASlowReader();
    void givesUpOnAReaderThatTakesNothing();
    void answersAClientThatEndedItsSide();
    void saysGoodbyeBeforeItCloses();
    void servesOthersWhileAClientFloodsItWithKeyUpdates();
    void closesOnPlainHttpWithoutAReset();
    void dropsAHandshakeThatStalls();
    void dropsAClientThatSaysNothingAfterTheHandshake();
    void countsTheHandshakeAsPartOfTheFirstHeadsTime();
    void leavesNothingBehindWhenAHandshakeIsAborted_data();
    void leavesNothingBehindWhenAHandshakeIsAborted();
    void survivesClientsThatLeaveWhileTheAnswerIsMade();
    void newConnectionsGetANewCertificateAndOldOnesGoOn();
    void drainEndsIdleConnectionsAndFinishesTheOthers();

private:
    [[nodiscard]] std::shared_ptr<const TlsContext> load(const TlsFiles &files) const
    {
        const auto context = TlsContext::load(files, m_clock);
        if (!context)
            qFatal("%s", qPrintable(context.error().detail));
        return *context;
    }
    [[nodiscard]] std::unique_ptr<Door> makeDoor(DoorSettings settings = {})
    {
        settings.tls = &m_tls;
        auto door = Door::open(std::move(settings), [] { return std::make_unique<EchoGate>(); }, m_clock);
        if (!door)
            qFatal("%s", qPrintable(door.error().detail));
        return std::move(*door);
    }
    SystemClock m_clock;
    TestCertificates m_folder;
    TlsFiles m_files;
    Snapshot<TlsContext> m_tls{nullptr};
    std::unique_ptr<Door> m_door;
};

void TestTlsDoor::initTestCase()
{
    (void)std::signal(SIGPIPE, SIG_IGN); // of the test's own clients; the server is not to need it
    m_files = m_folder.selfSigned(u"first"_s, u"rsa:2048"_s);
    m_tls.set(load(m_files));
    DoorSettings settings;
    settings.workers = 2;
    m_door = makeDoor(settings);
}

void TestTlsDoor::speaksOnlyModernVersions_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("1.0") << TLS1_VERSION << false;
    QTest::newRow("1.1") << TLS1_1_VERSION << false;
    QTest::newRow("1.2") << TLS1_2_VERSION << true;
    QTest::newRow("1.3") << TLS1_3_VERSION << true;
}

void TestTlsDoor::speaksOnlyModernVersions()
{
    QFETCH(int, version);
    QFETCH(bool, accepted);
    const int refusedBefore = refusedHandshakes;
    const TlsClient client(m_door->port(), {.version = version});
    QCOMPARE(client.isSecured(), accepted);
    if (!accepted) {
        QTRY_COMPARE(refusedHandshakes.load(), refusedBefore + 1);
        return;
    }
    QCOMPARE(SSL_version(client.ssl()), version);
    QVERIFY(client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(client.readUntil("/a|tls|0;").startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestTlsDoor::refusesWeakCiphers_data()
{
    QTest::addColumn<QByteArray>("ciphers");
    const auto row = [](const QByteArray &cipher) { QTest::newRow(cipher.constData()) << cipher; };
    row("AES128-SHA");
    row("AES256-SHA256");
    row("AES128-GCM-SHA256"); // no forward secrecy
    row("ECDHE-RSA-AES128-SHA"); // CBC
    row("ECDHE-RSA-AES256-SHA384");
    row("DHE-RSA-AES128-GCM-SHA256"); // finite field
    row("AECDH-AES128-SHA"); // nobody authenticated
    row("NULL-SHA256");
}

void TestTlsDoor::refusesWeakCiphers()
{
    QFETCH(QByteArray, ciphers);
    QVERIFY(!TlsClient(m_door->port(), {.version = TLS1_2_VERSION, .ciphers = ciphers}).isSecured());
}

void TestTlsDoor::acceptsForwardSecretAuthenticatedCiphers_data()
{
    QTest::addColumn<QByteArray>("ciphers");
    QTest::newRow("AES-128") << QByteArray("ECDHE-RSA-AES128-GCM-SHA256");
    QTest::newRow("AES-256") << QByteArray("ECDHE-RSA-AES256-GCM-SHA384");
    QTest::newRow("ChaCha20") << QByteArray("ECDHE-RSA-CHACHA20-POLY1305");
}

void TestTlsDoor::acceptsForwardSecretAuthenticatedCiphers()
{
    QFETCH(QByteArray, ciphers);
    const TlsClient client(m_door->port(), {.version = TLS1_2_VERSION, .ciphers = ciphers});
    QVERIFY(client.isSecured());
    QCOMPARE(QByteArray(SSL_get_cipher_name(client.ssl())), ciphers);
    QVERIFY(SSL_get_current_compression(client.ssl()) == nullptr);
}

void TestTlsDoor::choosesHttp11ByAlpn_data()
{
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<QByteArray>("chosen");
    QTest::newRow("nothing offered") << QByteArrayList() << true << QByteArray();
    QTest::newRow("1.1") << QByteArrayList{"http/1.1"} << true << QByteArray("http/1.1");
    QTest::newRow("2 or 1.1") << QByteArrayList{"h2", "http/1.1"} << true << QByteArray("http/1.1");
    QTest::newRow("1.0") << QByteArrayList{"http/1.0"} << true << QByteArray("http/1.0");
    QTest::newRow("only 2") << QByteArrayList{"h2"} << false << QByteArray();
    QTest::newRow("another protocol") << QByteArrayList{"ftp", "imap"} << false << QByteArray();
}

void TestTlsDoor::choosesHttp11ByAlpn()
{
    QFETCH(QByteArrayList, offered);
    QFETCH(bool, accepted);
    QFETCH(QByteArray, chosen);
    const TlsClient client(m_door->port(), {.protocols = offered});
    QCOMPARE(client.isSecured(), accepted);
    QCOMPARE(client.protocol(), chosen);
}

void TestTlsDoor::sendsTheWholeChain()
{
    const TlsFiles above = m_folder.selfSigned(u"above"_s);
    m_folder.write(u"chain.pem"_s, m_folder.read(u"first.pem"_s) + m_folder.read(u"above.pem"_s));
    Snapshot<TlsContext> tls(load({.certificate = m_folder.path(u"chain.pem"_s), .key = m_files.key}));
    DoorSettings settings;
    settings.tls = &tls;
    const auto door = Door::open(settings, [] { return std::make_unique<EchoGate>(); }, m_clock);
    QCOMPARE(TlsClient((*door)->port()).chain(), (QByteArrayList{"first", "above"}));
}

void TestTlsDoor::refusesToRenegotiate()
{
    const TlsClient client(m_door->port(), {.version = TLS1_2_VERSION});
    SSL_renegotiate(client.ssl());
    QVERIFY(SSL_do_handshake(client.ssl()) != 1);
}

void TestTlsDoor::resumesSessionsInEveryWorkerUntilTheTicketKeysAreRenewed()
{
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient first(m_door->port(), {.version = version});
        QVERIFY(first.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n"));
        QVERIFY(!first.readUntil("now").isEmpty());
        const TlsClient::Session session = first.takeSession();
        for (int i = 0; i < 8; ++i) {
            const TlsClient again(m_door->port(), {.version = version, .session = session.get()});
            QVERIFY(again.isSecured() && SSL_session_reused(again.ssl()) == 1);
            again.endWriting(); // or OpenSSL throws the session away
        }
        m_tls.set(*m_tls.get()->renewed());
        const TlsClient later(m_door->port(), {.version = version, .session = session.get()});
        QVERIFY(later.isSecured() && SSL_session_reused(later.ssl()) == 0);
        QCOMPARE(later.chain(), QByteArrayList{"first"});
        QVERIFY(first.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n"));
        QVERIFY(!first.readUntil("now").isEmpty());
    }
}

void TestTlsDoor::tellsTheGateThatARequestCameOverTls()
{
    const TlsClient client(m_door->port());
    QVERIFY(client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"));
    QVERIFY(client.readUntil("/x|tls|3;").endsWith("/x|tls|3;"));
}

void TestTlsDoor::answersPipelinedRequestsInOrderHoweverTheyAreCut_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("record"); // bytes of plaintext in each record
    QTest::addColumn<QByteArray>("filling");
    QTest::newRow("a byte a record") << 20 << 1 << QByteArray();
    QTest::newRow("records that end anywhere") << 500 << 77 << QByteArray();
    QTest::newRow("full records") << 2000 << 16384 << QByteArray();
    QTest::newRow("heads larger than a record in all") << 200 << 16384 << QByteArray(7000, 'f');
    QTest::newRow("many small records at once") << 3000 << 40 << QByteArray();
}

void TestTlsDoor::answersPipelinedRequestsInOrderHoweverTheyAreCut()
{
    QFETCH(int, requests);
    QFETCH(int, record);
    QFETCH(QByteArray, filling);
    const TlsClient client(m_door->port());
    QByteArray all;
    QByteArray expected;
    for (int i = 0; i < requests; ++i) {
        const QByteArray path = "/" + QByteArray::number(i);
        const bool last = i == requests - 1;
        all += "GET " + path + " HTTP/1.1\r\nHost: a\r\nX: " + filling + (last ? "\r\nConnection: close" : "") + "\r\n\r\n";
        expected += path + "|tls|0;";
    }
    std::jthread sender([&] {
        // Reading and writing at once in one SSL is not allowed; what the server answers meanwhile waits in the sockets.
        for (qsizetype at = 0; at < all.size(); at += record)
            QVERIFY(client.send(QByteArrayView(all).sliced(at, std::min<qsizetype>(record, all.size() - at))));
    });
    sender.join();
    QByteArray bodies;
    for (const QByteArray &part : client.readAll().split('\n')) {
        if (part.startsWith('/'))
            bodies += part.first(part.indexOf(';') + 1);
    }
    QCOMPARE(bodies, expected);
}

void TestTlsDoor::readsALargeBody()
{
    const TlsClient client(m_door->port());
    const QByteArray body(5'000'000, 'b');
    QVERIFY(client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" + body));
    QVERIFY(client.readUntil("/x|tls|5000000;").endsWith("/x|tls|5000000;"));
}

void TestTlsDoor::deliversALargeAnswerToASlowReader()
{
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const TlsClient client(m_door->port(), {.version = version});
        QVERIFY(client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\nGET /after HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
        QTest::qWait(200);
        const QByteArray answer = client.readAll();
        const qsizetype start = answer.indexOf("\r\n\r\n") + 4;
        QCOMPARE(answer.mid(start, kBig), QByteArray(kBig, 'x'));
        QVERIFY(answer.sliced(start + kBig).startsWith("HTTP/1.1 200 OK"));
        QVERIFY(answer.endsWith("/after|tls|0;"));
    }
}

void TestTlsDoor::givesUpOnAReaderThatTakesNothing()
{
    DoorSettings settings;
    settings.limits.writeTimeout = 200ms;
    const auto door = makeDoor(settings);
    const TlsClient client(door->port());
    QVERIFY(client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n"));
    QTRY_COMPARE(door->connections(), 1);
    QTRY_COMPARE(door->connections(), 0);
}

void TestTlsDoor::answersAClientThatEndedItsSide()
{
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const TlsClient client(m_door->port(), {.version = version});
        QVERIFY(client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n"));
        client.endWriting();
        QVERIFY(client.readAll().endsWith("/later|tls|0;"));
        QVERIFY(client.wasClosedProperly());
    }
}

void TestTlsDoor::saysGoodbyeBeforeItCloses()
{
    const TlsClient client(m_door->port());
    QVERIFY(client.send("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    QVERIFY(client.readAll().endsWith("now"));
    QVERIFY(client.wasClosedProperly());
}

void TestTlsDoor::servesOthersWhileAClientFloodsItWithKeyUpdates()
{
    DoorSettings settings; // one worker: the flood and the others share a thread
    const auto door = makeDoor(settings);
    std::atomic<bool> over = false;
    std::jthread flood([&over, port = door->port()](const std::stop_token &stop) {
        const TlsClient client(port, {.version = TLS1_3_VERSION});
        while (!stop.stop_requested() && SSL_key_update(client.ssl(), SSL_KEY_UPDATE_NOT_REQUESTED) == 1
               && SSL_do_handshake(client.ssl()) == 1) { }
        over = true;
    });
    for (int i = 0; i < 20; ++i) {
        const TlsClient client(door->port());
        QVERIFY(client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n"));
        QVERIFY(client.readUntil("/a|tls|0;").endsWith("/a|tls|0;"));
    }
    const bool stillFlooding = !over;
    flood.request_stop();
    flood.join();
    QVERIFY(stillFlooding);
}

void TestTlsDoor::closesOnPlainHttpWithoutAReset()
{
    RawClient client(m_door->port());
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(4000, 'x') + "\r\n\r\n");
    QCOMPARE(client.readToEnd(), QByteArray());
    QCOMPARE(client.lastError(), 0);
}

void TestTlsDoor::dropsAHandshakeThatStalls()
{
    DoorSettings settings;
    settings.limits.headTimeout = 100ms;
    const auto door = makeDoor(settings);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        ClientFlights flights(version);
        const QByteArray hello = flights.next({});
        RawClient silent(door->port());
        RawClient inTheFirstFlight(door->port());
        inTheFirstFlight.send(hello.first(hello.size() - 1));
        RawClient inTheSecondFlight(door->port());
        inTheSecondFlight.send(hello);
        QTRY_COMPARE(door->connections(), 3);
        QTRY_COMPARE(door->connections(), 0);
    }
}

void TestTlsDoor::dropsAClientThatSaysNothingAfterTheHandshake()
{
    DoorSettings settings;
    settings.limits.headTimeout = 200ms;
    const auto door = makeDoor(settings);
    const TlsClient client(door->port());
    QVERIFY(client.isSecured());
    QCOMPARE(client.readAll(), QByteArray());
    QVERIFY(client.wasClosedProperly());
}

void TestTlsDoor::countsTheHandshakeAsPartOfTheFirstHeadsTime()
{
    DoorSettings settings;
    settings.limits.headTimeout = 1000ms;
    const auto door = makeDoor(settings);
    ClientFlights flights(TLS1_3_VERSION);
    RawClient client(door->port());
    QElapsedTimer timer;
    timer.start();
    client.send(flights.next({}));
    QByteArray finished;
    (void)serverFlight(client, flights, finished);
    QVERIFY(flights.isSecured());
    QTest::qWait(800);
    client.send(finished);
    (void)client.readToEnd();
    QVERIFY2(timer.elapsed() < 1800, qPrintable(QString::number(timer.elapsed())));
}

void TestTlsDoor::leavesNothingBehindWhenAHandshakeIsAborted_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1.2") << TLS1_2_VERSION;
    QTest::newRow("1.3") << TLS1_3_VERSION;
}

void TestTlsDoor::leavesNothingBehindWhenAHandshakeIsAborted()
{
    QFETCH(int, version);
    const qsizetype before = openDescriptors();
    const qsizetype first = ClientFlights(version).next({}).size();
    for (qsizetype sent = 0; sent <= first; ++sent) {
        RawClient client(m_door->port());
        client.send(ClientFlights(version).next({}).first(sent));
        if (sent % 2 == 0)
            client.abort();
    }
    for (qsizetype sent = 0, size = 1; sent <= size; ++sent) {
        ClientFlights flights(version);
        RawClient client(m_door->port());
        client.send(flights.next({}));
        QByteArray second;
        QVERIFY(!serverFlight(client, flights, second).isEmpty());
        size = second.size();
        client.send(second.first(std::min(sent, size)));
        if (sent % 2 == 0)
            client.abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_door->connections(), 0, 10000);
    QTRY_COMPARE(openDescriptors(), before);
}

void TestTlsDoor::survivesClientsThatLeaveWhileTheAnswerIsMade()
{
    const qsizetype before = openDescriptors();
    for (int i = 0; i < 150; ++i) {
        TlsClient client(m_door->port());
        QVERIFY(client.send(i % 3 == 0       ? "GET /later HTTP/1.1\r\nHost: a\r\n\r\n"
                                : i % 3 == 1 ? "GET /big HTTP/1.1\r\nHost: a\r\n\r\n"
                                             : "POST /x HTTP/1.1\r\nHost"));
        client.abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_door->connections(), 0, 10000);
    QTRY_COMPARE(openDescriptors(), before);
    const TlsClient client(m_door->port());
    QVERIFY(client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(client.readUntil("/later|tls|0;").endsWith("/later|tls|0;"));
}

void TestTlsDoor::newConnectionsGetANewCertificateAndOldOnesGoOn()
{
    const TlsClient old(m_door->port());
    QCOMPARE(old.chain(), QByteArrayList{"first"});
    m_tls.set(load(m_folder.selfSigned(u"second"_s)));
    QCOMPARE(TlsClient(m_door->port()).chain(), QByteArrayList{"second"});
    QVERIFY(old.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(old.readUntil("/a|tls|0;").endsWith("/a|tls|0;"));
    m_tls.set(load(m_files));
}

void TestTlsDoor::drainEndsIdleConnectionsAndFinishesTheOthers()
{
    const auto door = makeDoor();
    const TlsClient idle(door->port());
    QVERIFY(idle.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(!idle.readUntil("now").isEmpty());
    const TlsClient busy(door->port());
    QVERIFY(busy.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n"));
    QTest::qWait(20);
    door->drain();
    QVERIFY(busy.readAll().endsWith("/later|tls|0;"));
    QCOMPARE(idle.readAll(), QByteArray());
    QVERIFY(idle.wasClosedProperly() && busy.wasClosedProperly());
    QTRY_VERIFY(door->drained());
}

QTEST_GUILESS_MAIN(TestTlsDoor)
#include "test_tls_door.moc"
