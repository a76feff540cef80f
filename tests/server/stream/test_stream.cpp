#include "../http/silent_observer.h"
#include "http/door.h"
#include "http/pipeline.h"
#include "limits/local_limiter.h"
#include "raw_client.h"
#include "stream/stream_routes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace gatehouse;
using namespace gatehouse::stream;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::atomic<bool> allowed = true;

/// Lets in whoever says `Authorization: Bearer <role>`; with `Cookie` besides, as a browser would.
class RoleAuthenticator final : public http::Authenticator
{
public:
    std::expected<http::Principal, http::AuthenticationFailure> authenticate(const http::RequestHead &head) override
    {
        const QByteArrayView field = head.field("Authorization");
        if (!field.startsWith("Bearer "))
            return std::unexpected(http::AuthenticationFailure{});
        http::Principal caller;
        caller.kind = http::Principal::Kind::User;
        caller.id = "01";
        caller.session = "02";
        caller.role = roleFromText(field.sliced(7)).value_or(Role::User);
        caller.expiresAt = SystemClock().now() + (head.field("X-Expires") == "soon" ? 1500ms : 1h);
        caller.byCookie = !head.field("Cookie").isNull();
        return caller;
    }
    bool csrfTokenMatches(const http::Principal &, QByteArrayView) override { return false; }
};

const QByteArray kHandshake =
    "GET /api/v1/admin/stream HTTP/1.1\r\nHost: gate.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Authorization: Bearer operator\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

} // namespace

/// The WebSocket that operators listen to, through a real door.
class TestStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersTheHandshakeOfTheSpecification();
    void refusesOtherHandshakes_data();
    void refusesOtherHandshakes();
    void tellsWhoListensAndNobodyElse();
    void takesTopicsFromTheQuery();
    void readsWhatCameTogetherWithTheHandshake();
    void closesOnAFrameThatIsNotMasked_data();
    void closesOnAFrameThatIsNotMasked();
    void complainsAndThenGivesUp_data();
    void complainsAndThenGivesUp();
    void endsWithTheTokenOrTheSession_data();
    void endsWithTheTokenOrTheSession();
    void letsASlowReaderGo();
    void holdsLittleForOneWhoPingsAndReadsNothing();
    void takesAThousandListenersAndNoMore();
    void forgetsThoseWhoLeft_data();
    void forgetsThoseWhoLeft();
    void saysGoodbyeWhenTheServerStops();

private:
    std::unique_ptr<QWebSocket> open(const QString &query = {}, const QByteArray &expires = "later")
    {
        auto socket = std::make_unique<QWebSocket>();
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/api/v1/admin/stream%2"_s.arg(m_door->port()).arg(query)));
        request.setRawHeader("Authorization", "Bearer operator");
        request.setRawHeader("X-Expires", expires);
        QSignalSpy connected(socket.get(), &QWebSocket::connected);
        socket->open(request);
        if (connected.isEmpty() && !connected.wait(5000))
            qWarning() << "not connected" << socket->errorString();
        return socket;
    }
    [[nodiscard]] bool waitForListeners(Topic topic)
    {
        return QTest::qWaitFor([&] { return m_hub->isWanted(topic); }, 5000);
    }

    SystemClock m_clock;
    std::unique_ptr<StreamHub> m_hub;
    std::unique_ptr<http::RouteTable> m_routes;
    Snapshot<http::PipelineSettings> m_settings{std::make_shared<const http::PipelineSettings>()};
    Snapshot<limits::PolicySet> m_policies{
        std::make_shared<const limits::PolicySet>(limits::PolicyNumbers{.enabled = false, .exempt = {}})};
    limits::LocalLimiter m_limiter{1024};
    std::unique_ptr<http::Door> m_door;
};

void TestStream::init()
{
    allowed = true;
    m_hub = std::make_unique<StreamHub>(m_clock);
    m_routes = std::make_unique<http::RouteTable>();
    declareStreamRoutes(*m_routes, {*m_hub, m_clock, [] { return [](const http::Principal &) { return allowed.load(); }; }});
    http::DoorSettings settings;
    settings.workers = 2;
    settings.maxConnectionsPerAddress = 5000;
    const auto makeGate = [this] {
        return std::make_unique<http::Pipeline>(http::PipelineShared{*m_routes, m_settings, m_policies, m_limiter, m_clock},
                                                std::make_unique<RoleAuthenticator>(), std::make_unique<SilentObserver>());
    };
    auto door = http::Door::open(settings, makeGate, m_clock);
    QVERIFY(door);
    m_door = std::move(*door);
}

void TestStream::cleanup()
{
    m_door.reset();
    QCOMPARE(m_hub->sessions(), std::size_t(0)); // none outlives its worker
    for (const Topic topic : kTopics)
        QVERIFY(!m_hub->isWanted(topic));
}

void TestStream::answersTheHandshakeOfTheSpecification()
{
    RawClient client(m_door->port());
    client.send(kHandshake + "X-Request-Id: 01ARZ3NDEKTSV4RRFFQ69G5FAV\r\n\r\n");
    const QByteArray answer = client.readUntil("\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 101 Switching Protocols\r\n"), answer.constData());
    QVERIFY2(answer.contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), answer.constData()); // RFC 6455, 1.3
    QVERIFY(answer.contains("\r\nUpgrade: websocket\r\n") && answer.contains("\r\nConnection: Upgrade\r\n"));
    QVERIFY(answer.contains("\r\nX-Request-Id: 01ARZ3NDEKTSV4RRFFQ69G5FAV\r\n"));
    QVERIFY(!answer.contains("Content-Length") && !answer.contains("Server:") && answer.count("HTTP/1.1") == 1);
}

void TestStream::refusesOtherHandshakes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto with = [](const QByteArray &from, const QByteArray &to) {
        return QByteArray(kHandshake).replace(from, to) + "\r\n";
    };
    QTest::newRow("a plain GET") << with("Upgrade: websocket\r\nConnection: Upgrade\r\n", "") << 426;
    QTest::newRow("another protocol") << with("websocket", "h2c") << 426;
    QTest::newRow("not in Connection") << with("Connection: Upgrade", "Connection: keep-alive") << 426;
    QTest::newRow("an older version") << with("Version: 13", "Version: 8") << 426;
    QTest::newRow("HTTP/1.0") << with("HTTP/1.1", "HTTP/1.0") << 426;
    QTest::newRow("HEAD") << with("GET /", "HEAD /") << 426;
    QTest::newRow("no key") << with("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "") << 400;
    QTest::newRow("a short key") << with("dGhlIHNhbXBsZSBub25jZQ==", "dGhl") << 400;
    QTest::newRow("no base64") << with("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub2*jZQ==") << 400;
    QTest::newRow("two keys") << kHandshake + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n" << 400;
    QTest::newRow("anonymous") << with("Authorization: Bearer operator\r\n", "") << 401;
    QTest::newRow("a user") << with("Bearer operator", "Bearer user") << 403;
    QTest::newRow("by cookie from elsewhere") << kHandshake + "Cookie: a=b\r\nOrigin: http://evil.example\r\n\r\n" << 403;
    QTest::newRow("by cookie from a sibling") << kHandshake + "Cookie: a=b\r\nSec-Fetch-Site: same-site\r\n\r\n" << 403;
    QTest::newRow("by cookie from nowhere") << kHandshake + "Cookie: a=b\r\n\r\n" << 403;
    QTest::newRow("by cookie from here") << kHandshake + "Cookie: a=b\r\nSec-Fetch-Site: same-origin\r\n\r\n" << 101;
    QTest::newRow("an unknown topic") << with("/stream ", "/stream?topics=metrics,secrets ") << 422;
}

void TestStream::refusesOtherHandshakes()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawClient client(m_door->port());
    client.send(request);
    const QByteArray answer = client.readUntil("\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.constData());
    if (status == 426)
        QVERIFY2(answer.contains("\r\nSec-WebSocket-Version: 13\r\n"), answer.constData());
}

void TestStream::tellsWhoListensAndNobodyElse()
{
    const auto listener = open();
    const auto other = open(u"?topics=health"_s);
    QSignalSpy heard(listener.get(), &QWebSocket::textMessageReceived);
    QSignalSpy heardByOther(other.get(), &QWebSocket::textMessageReceived);
    listener->sendTextMessage(uR"({"subscribe":["metrics","audit"]})"_s);
    QVERIFY(waitForListeners(Topic::Audit));
    m_hub->publish(Topic::Metrics, QJsonObject{{u"n"_s, 1}});
    QTRY_COMPARE(heard.size(), 1);
    const QJsonObject message = QJsonDocument::fromJson(heard[0][0].toString().toUtf8()).object();
    QCOMPARE(message["topic"_L1].toString(), u"metrics"_s);
    QCOMPARE(message["data"_L1]["n"_L1].toInt(), 1);
    QVERIFY(message["time"_L1].toString().endsWith(u'Z'));
    listener->sendTextMessage(uR"({"unsubscribe":["metrics"]})"_s);
    QTRY_VERIFY(!m_hub->isWanted(Topic::Metrics));
    m_hub->publish(Topic::Metrics, 2);
    m_hub->publish(Topic::Audit, 3);
    QTRY_COMPARE(heard.size(), 2);
    QVERIFY(heard[1][0].toString().contains(u"audit"));
    QVERIFY(heardByOther.isEmpty());
}

void TestStream::takesTopicsFromTheQuery()
{
    const auto listener = open(u"?topics=log,limits"_s);
    QVERIFY(waitForListeners(Topic::Limits) && waitForListeners(Topic::Log));
    QVERIFY(!m_hub->isWanted(Topic::Metrics));
}

void TestStream::readsWhatCameTogetherWithTheHandshake()
{
    // A masked text frame: RFC 6455, section 5.7.
    QByteArray text = R"({"subscribe":["log"]})";
    const auto size = static_cast<char>(0x80 | text.size());
    const QByteArray mask("\x37\xfa\x21\x3d");
    for (qsizetype n = 0; n < text.size(); ++n)
        text[n] = static_cast<char>(text[n] ^ mask[n % 4]);
    RawClient client(m_door->port());
    client.send(kHandshake + "\r\n\x81" + size + mask + text);
    QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 101"));
    QVERIFY(waitForListeners(Topic::Log));
}

void TestStream::closesOnAFrameThatIsNotMasked_data()
{
    QTest::addColumn<QByteArray>("before");
    const QByteArray key("\0\0\0\0", 4);
    QTest::newRow("the first") << QByteArray();
    QTest::newRow("after a ping") << "\x89\x81" + key + "a";
    QTest::newRow("after a text of 126 bytes") << QByteArray("\x81\xfe\0\x7e", 4) + key + QByteArray(126, ' ');
    QTest::newRow("after a text of 70,000 bytes")
        << QByteArray("\x81\xff\0\0\0\0\0\1\x11\x70", 10) + key + QByteArray(70'000, ' ');
}

void TestStream::closesOnAFrameThatIsNotMasked()
{
    QFETCH(QByteArray, before);
    RawClient client(m_door->port());
    client.send(kHandshake + "\r\n");
    QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 101"));
    client.send(before);
    client.send(QByteArray("\x89\0", 2)); // a ping
    QVERIFY2(client.readToEnd().endsWith("\x88\x02\x03\xea"), "closed as a mistake of the protocol: RFC 6455, section 5.1");
    QTRY_COMPARE(m_hub->sessions(), std::size_t(0));
}

void TestStream::complainsAndThenGivesUp_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << u"hello"_s;
    QTest::newRow("nothing in it") << u"{}"_s;
    QTest::newRow("another verb") << uR"({"publish":["log"]})"_s;
    QTest::newRow("an unknown topic") << uR"({"subscribe":["secrets"]})"_s;
    QTest::newRow("no list") << uR"({"subscribe":"log"})"_s;
    QTest::newRow("a key twice") << uR"({"subscribe":[],"subscribe":[]})"_s;
}

void TestStream::complainsAndThenGivesUp()
{
    QFETCH(QString, message);
    const auto listener = open();
    QSignalSpy heard(listener.get(), &QWebSocket::textMessageReceived);
    QSignalSpy ended(listener.get(), &QWebSocket::disconnected);
    listener->sendTextMessage(message);
    QTRY_COMPARE(heard.size(), 1);
    QVERIFY(heard[0][0].toString().startsWith(uR"({"error":")"_s));
    for (int i = 0; i < StreamSession::kMostMistakes; ++i)
        listener->sendTextMessage(message);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(int(listener->closeCode()), 1008);
}

void TestStream::endsWithTheTokenOrTheSession_data()
{
    QTest::addColumn<bool>("byTime");
    QTest::newRow("the token's time is over") << true;
    QTest::newRow("the session is revoked") << false;
}

void TestStream::endsWithTheTokenOrTheSession()
{
    QFETCH(bool, byTime);
    const auto listener = open({}, byTime ? "soon" : "later");
    QSignalSpy ended(listener.get(), &QWebSocket::disconnected);
    allowed = byTime;
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 8000);
    QCOMPARE(int(listener->closeCode()), StreamSession::kEnded);
}

void TestStream::letsASlowReaderGo()
{
    RawClient slow(m_door->port());
    slow.send(QByteArray(kHandshake).replace("/stream ", "/stream?topics=log ") + "\r\n");
    QVERIFY(slow.readUntil("\r\n\r\n").startsWith("HTTP/1.1 101"));
    const auto quick = open(u"?topics=log"_s);
    QSignalSpy heard(quick.get(), &QWebSocket::textMessageReceived);
    QTRY_COMPARE(m_hub->sessions(), std::size_t(2));
    QTest::qWait(0);
    const QString much(100'000, u'x');
    constexpr int kMessages = 150; // more than any socket's buffers and what may wait
    for (int i = 0; i < kMessages; ++i) {
        m_hub->publish(Topic::Log, much);
        if (i % 10 == 9)
            QTRY_COMPARE(heard.size(), i + 1);
    }
    const QByteArray all = slow.readToEnd();
    QVERIFY2(all.size() < qsizetype(kMessages) * much.size(), QByteArray::number(all.size()));
    QVERIFY(all.contains("messages are not read fast enough"));
    QTRY_COMPARE(m_hub->sessions(), std::size_t(1));
}

void TestStream::holdsLittleForOneWhoPingsAndReadsNothing()
{
    RawClient busy({.port = m_door->port()}, 1s);
    busy.send(kHandshake + "\r\n");
    QVERIFY(busy.readUntil("\r\n\r\n").startsWith("HTTP/1.1 101"));
    const QByteArray ping = QByteArray("\x89\xfd", 2) + QByteArray(4, '\0') + QByteArray(125, 'a');
    const QByteArray many = ping.repeated(10'000); // 1.3 MB, each answered by as much
    constexpr int kTries = 100;
    int taken = 0;
    while (taken < kTries && busy.send(many))
        ++taken;
    QVERIFY2(taken < kTries / 2, "what answers nobody is not read either");
    const qsizetype due = qsizetype(taken) * 10'000 * 127;
    QCOMPARE(busy.readBytes(due).size(), due); // it goes on once somebody reads
    QCOMPARE(m_hub->sessions(), std::size_t(1));
}

void TestStream::takesAThousandListenersAndNoMore()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (std::size_t i = 0; i < StreamHub::kMostSessions; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_door->port()));
        clients.back()->send(kHandshake + "\r\n");
        QVERIFY(clients.back()->readUntil("\r\n\r\n").startsWith("HTTP/1.1 101"));
    }
    QTRY_COMPARE(m_hub->sessions(), StreamHub::kMostSessions);
    RawClient late(m_door->port());
    late.send(kHandshake + "\r\n");
    const QByteArray answer = late.readUntil("\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 503") && answer.contains("\r\nRetry-After: "), answer.constData());
}

void TestStream::forgetsThoseWhoLeft_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("at once") << QByteArray();
    QTest::newRow("in the middle of a frame") << QByteArray("\x81\xfe\x10");
    QTest::newRow("after nonsense") << QByteArray(4096, '\xff');
    QTest::newRow("after announcing too large a frame") << QByteArray("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff", 10);
}

void TestStream::forgetsThoseWhoLeft()
{
    QFETCH(QByteArray, last);
    for (int i = 0; i < 200; ++i) {
        RawClient client(m_door->port());
        client.send(kHandshake + "\r\n");
        if (i % 3 != 0)
            (void)client.readUntil("\r\n\r\n");
        client.send(last);
        if (i % 2 == 0)
            client.abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_hub->sessions(), std::size_t(0), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_door->connections(), 0, 10'000);
}

void TestStream::saysGoodbyeWhenTheServerStops()
{
    const auto listener = open(u"?topics=log"_s);
    QSignalSpy ended(listener.get(), &QWebSocket::disconnected);
    QTRY_COMPARE(m_hub->sessions(), std::size_t(1));
    m_hub->close();
    m_door->drain();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(listener->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    QTRY_VERIFY(m_door->drained());
}

QTEST_GUILESS_MAIN(TestStream)
#include "test_stream.moc"
