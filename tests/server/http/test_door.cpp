#include "http/door.h"

#include "raw_client.h"
#include "silent_observer.h"

#include <qcoro/qcorotimer.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

using namespace gatehouse;
using namespace gatehouse::http;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::atomic<int> openedConnections = 0;
std::atomic<int> closedConnections = 0;
std::atomic<int> begunRequests = 0;
std::atomic<int> answeredRequests = 0;
std::atomic<int> abandonedRequests = 0;
std::atomic<int> unreadAnswers = 0;
constexpr qsizetype kRoomy = 10 * 1024 * 1024;

/// A gate that says what it was asked: `/now` at the guard, `/big` with 10 MiB, `/later` after a while, `/refused`
/// with 401, `/roomy` with the size of a body of up to 10 MiB; `/undecided…` is
/// decided on after a while, or at once after all; all else is echoed through QHttpServer.
class EchoGate final : public Gate, private SilentObserver
{
public:
    std::variant<Admission, Response, Deciding> admit(const RequestPtr &request) override
    {
        const QByteArrayView path = request->head.path;
        request->client = request->peer.address;
        if (path == "/now")
            return Response::text(200, "now");
        if (path == "/refused")
            return Response::text(401, "no");
        if (path == "/roomy")
            return Admission{kRoomy};
        if (path.startsWith("/undecided"))
            return decide(request);
        return Admission{1000};
    }

    static Deciding decide(RequestPtr request)
    {
        if (request->head.path != "/undecided/at-once") {
            QTimer timer;
            timer.start(50ms);
            co_await timer;
        }
        Decision decision{Admission{1000}};
        if (request->head.path == "/undecided/refused")
            decision.outcome = Response::text(401, "no");
        co_return decision;
    }

    QCoro::Task<Response> handle(RequestPtr request) override
    {
        if (request->head.path == "/later") {
            QTimer timer;
            timer.start(50ms);
            co_await timer;
        }
        if (request->head.path == "/big")
            co_return Response::text(200, QByteArray(10 * 1024 * 1024, 'x'));
        if (request->head.path == "/roomy")
            co_return Response::text(200, QByteArray::number(request->body.size()));
        co_return Response::text(200, request->head.path.toByteArray() + "|" + request->body);
    }

    Response refuse(int status, const char *reason, Request &) override { return Response::text(status, reason); }

    RequestObserver &observer() override { return *this; }
    void connectionOpened() override { ++openedConnections; }
    void connectionClosed() override { ++closedConnections; }
    void connectionDropped(const char *reason) override { unreadAnswers += QByteArrayView(reason) == "unread_answer"; }
    void begun() override { ++begunRequests; }
    void finished(const Request &, const Response &, qint64) override { ++answeredRequests; }
    void abandoned(const Request &) override { ++abandonedRequests; }
};

} // namespace

class TestDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersThroughQHttpServer();
    void answersAtTheGuard();
    void keepsPipelinedAnswersInOrder();
    void sendsNoBodyForHead();
    void closesWhenAsked();
    void closesAfterHttp10UnlessAskedToKeep();
    void continuesOnlyWhenAdmitted();
    void refusesAnAnnouncedBodyAtOnce();
    void takesTenMebibytesWhereARouteSaysSo_data();
    void takesTenMebibytesWhereARouteSaysSo();
    void holdsMemoryOnlyForWhatHasCome_data();
    void holdsMemoryOnlyForWhatHasCome();
    void givesOneAddressAPartOfTheMemory();
    void carriesEveryRequestAtRandomSplits();
    void letsABusySenderReadItsRefusal();
    void stopsWaitingForASenderThatNeverEnds();
    void refusesAChunkedBodyAsSoonAsItIsTooLarge();
    void decodesChunkedBodies();
    void answersAClientThatEndedItsSide();
    void deliversALargeAnswerToASlowReader();
    void servesOthersWhileAReaderTakesNothingAndGivesUpOnIt();
    void givesUpOnAReaderThatTakesTooLittle();
    void survivesClientsThatLeaveWhileTheAnswerIsMade();
    void tellsOfEveryConnectionAndRequestTwice();
    void waitsForADecisionBeforeItReadsOn_data();
    void waitsForADecisionBeforeItReadsOn();
    void survivesClientsThatLeaveWhileTheDecisionIsMade();
    void endsOnlyAfterADecisionThatIsBeingMade();
    void timesOutASlowHead();
    void closesTheConnectionAfterAFramingError();
    void countsConnections();
    void drainLetsTheRequestInFlightFinish();

private:
    [[nodiscard]] std::unique_ptr<Door> makeDoor(DoorSettings settings = {})
    {
        auto door = Door::open(std::move(settings), [] { return std::make_unique<EchoGate>(); }, m_clock);
        if (!door)
            qFatal("%s", qPrintable(door.error().detail));
        return std::move(*door);
    }
    SystemClock m_clock;
    std::unique_ptr<Door> m_door;
};

void TestDoor::initTestCase()
{
    DoorSettings settings;
    settings.workers = 2;
    m_door = makeDoor(settings);
}

void TestDoor::answersThroughQHttpServer()
{
    RawClient client(m_door->port());
    client.send("POST /echo?q HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody");
    const QByteArray answer = client.readUntil("/echo|body");
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\nDate: "));
    QVERIFY(answer.contains("\r\nContent-Length: 10\r\n"));
    QVERIFY(answer.endsWith("/echo|body"));
    client.send("GET /again HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.readUntil("/again|").endsWith("/again|"));
}

void TestDoor::answersAtTheGuard()
{
    RawClient client(m_door->port());
    client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.readUntil("now").endsWith("\r\n\r\nnow"));
    client.send("GET /refused HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.readUntil("no").startsWith("HTTP/1.1 401 Unauthorized\r\n"));
}

void TestDoor::keepsPipelinedAnswersInOrder()
{
    RawClient client(m_door->port());
    client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n"
                "POST /three HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n3GET /later HTTP/1.1\r\nHost: a\r\nConnection: "
                "close\r\n\r\n");
    const QByteArray answers = client.readToEnd();
    const QList<qsizetype> places{answers.indexOf("/later|"), answers.indexOf("\r\n\r\nnow"), answers.indexOf("/three|3"),
                                  answers.lastIndexOf("/later|")};
    QVERIFY(places[0] > 0 && places[0] < places[1] && places[1] < places[2] && places[2] < places[3]);
    QCOMPARE(answers.count("HTTP/1.1 200 OK"), 4);
}

void TestDoor::sendsNoBodyForHead()
{
    RawClient client(m_door->port());
    client.send("HEAD /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const QByteArray answer = client.readToEnd();
    QVERIFY(answer.contains("Content-Length: 6\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestDoor::closesWhenAsked()
{
    RawClient client(m_door->port());
    client.send("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QVERIFY(client.readToEnd().contains("\r\nConnection: close\r\n"));
}

void TestDoor::closesAfterHttp10UnlessAskedToKeep()
{
    RawClient once(m_door->port());
    once.send("GET /now HTTP/1.0\r\n\r\n");
    QVERIFY(once.readToEnd().contains("\r\nConnection: close\r\n"));
    RawClient kept(m_door->port());
    kept.send("GET /now HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(kept.readUntil("\r\n\r\nnow").contains("\r\nConnection: keep-alive\r\n"));
}

void TestDoor::continuesOnlyWhenAdmitted()
{
    RawClient client(m_door->port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ok");
    QVERIFY(client.readUntil("|ok").contains("200 OK"));
    RawClient refused(m_door->port());
    refused.send("POST /refused HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    const QByteArray answer = refused.readToEnd();
    QVERIFY(answer.startsWith("HTTP/1.1 401 ") && answer.contains("\r\nConnection: close\r\n"));
}

void TestDoor::refusesAnAnnouncedBodyAtOnce()
{
    RawClient client(m_door->port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n");
    QVERIFY(client.readToEnd().startsWith("HTTP/1.1 413 "));
}

void TestDoor::takesTenMebibytesWhereARouteSaysSo_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<int>("status");
    QTest::newRow("10 MiB") << kRoomy << false << 200;
    QTest::newRow("one byte more") << kRoomy + 1 << false << 413;
    QTest::newRow("10 MiB in chunks") << kRoomy << true << 200;
    QTest::newRow("one byte more in chunks") << kRoomy + 1 << true << 413;
}

void TestDoor::takesTenMebibytesWhereARouteSaysSo()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, chunked);
    QFETCH(int, status);
    RawClient client(m_door->port());
    const QByteArray body(size, 'x');
    QByteArray request = "POST /roomy HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    if (chunked) {
        request += "Transfer-Encoding: chunked\r\n\r\n";
        constexpr qsizetype kChunk = 100'000;
        for (qsizetype at = 0; at < size; at += kChunk) {
            const qsizetype part = std::min(kChunk, size - at);
            request += QByteArray::number(part, 16) + "\r\n" + body.first(part) + "\r\n";
        }
        request += "0\r\n\r\n";
    } else {
        request += "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + body;
    }
    client.send(request);
    const QByteArray answer = client.readToEnd();
    QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.left(20).constData());
    if (status == 200)
        QVERIFY(answer.endsWith("\r\n\r\n" + QByteArray::number(size)));
}

void TestDoor::holdsMemoryOnlyForWhatHasCome_data()
{
    QTest::addColumn<QByteArray>("announcement");
    QTest::newRow("announced") << QByteArray("Content-Length: 10000000\r\n\r\nx");
    QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\n989680\r\nx");
}

void TestDoor::holdsMemoryOnlyForWhatHasCome()
{
    QFETCH(QByteArray, announcement);
    DoorSettings settings;
    settings.bodyMemory = 4 * 1024 * 1024;
    const auto door = makeDoor(settings);
    std::vector<std::unique_ptr<RawClient>> held;
    for (int i = 0; i < 25; ++i) {
        held.push_back(std::make_unique<RawClient>(RawClient::Target{door->port(), QHostAddress(u"127.0.0.2"_s)}));
        held.back()->send("POST /roomy HTTP/1.1\r\nHost: a\r\n" + announcement);
    }
    RawClient other({door->port(), QHostAddress(u"127.0.0.9"_s)});
    other.send("POST /roomy HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(3'000'000, 'x'));
    QVERIFY(other.readUntil("\r\n\r\n3000000").startsWith("HTTP/1.1 200 "));
}

void TestDoor::givesOneAddressAPartOfTheMemory()
{
    DoorSettings settings;
    settings.bodyMemory = 4 * 1024 * 1024;
    const auto door = makeDoor(settings);
    const auto begin = [&](const QString &from, qsizetype come) {
        auto client = std::make_unique<RawClient>(RawClient::Target{door->port(), QHostAddress(from)}, 1s);
        client->send("POST /roomy HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(come, 'x'));
        return client;
    };
    const auto alone = begin(u"127.0.0.2"_s, 2'500'000);
    QVERIFY2(alone->readSome().isEmpty(), "one alone may be larger than the part");
    const auto second = begin(u"127.0.0.2"_s, 500'000);
    QVERIFY(second->readUntil("bodies; try again soon").startsWith("HTTP/1.1 503 "));
    const auto other = begin(u"127.0.0.9"_s, 1'000'000);
    QVERIFY(other->readSome().isEmpty());
    alone->send(QByteArray(500'000, 'x'));
    QVERIFY(alone->readUntil("\r\n\r\n3000000").startsWith("HTTP/1.1 200 "));
    other->send(QByteArray(2'000'000, 'x'));
    QVERIFY(other->readUntil("\r\n\r\n3000000").startsWith("HTTP/1.1 200 "));
}

void TestDoor::carriesEveryRequestAtRandomSplits()
{
    // Whatever is framed, however it is cut: each body comes back whole and in its place.
    QRandomGenerator random(11);
    for (int round = 0; round < 30; ++round) {
        QByteArray bytes;
        QByteArrayList expected;
        for (int i = 0; i < 8; ++i) {
            QByteArray body(random.bounded(200), Qt::Uninitialized);
            std::ranges::generate(body, [&random] { return "\r\n0: ax"[random.bounded(7)]; });
            const QByteArray path = "/" + QByteArray::number(round) + "-" + QByteArray::number(i);
            expected.append("\r\n\r\n" + path + "|" + body);
            bytes += (i % 4 == 3 ? "\r\nPOST " : "POST ") + path + " HTTP/1.1\r\nHost: a\r\n";
            if (random.bounded(2) == 0) {
                bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
                continue;
            }
            bytes += "Transfer-Encoding: chunked\r\n\r\n";
            for (qsizetype at = 0; at < body.size();) {
                const qsizetype part = std::min<qsizetype>(random.bounded(1, 60), body.size() - at);
                bytes += QByteArray::number(part, 16) + ";a=b\r\n" + body.sliced(at, part) + "\r\n";
                at += part;
            }
            bytes += "0\r\nT: x\r\n\r\n";
        }
        RawClient client(m_door->port());
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype part = std::min<qsizetype>(round == 0 ? 1 : random.bounded(1, 400), bytes.size() - at);
            client.send(QByteArrayView(bytes).sliced(at, part));
            at += part;
        }
        client.send("GET /end HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        const QByteArray answers = client.readToEnd();
        qsizetype place = 0;
        for (const QByteArray &answer : expected) {
            place = answers.indexOf(answer, place);
            QVERIFY2(place > 0, answer.constData());
            place += answer.size();
        }
        QCOMPARE(answers.count("HTTP/1.1 200 OK\r\n"), 9);
    }
}

void TestDoor::letsABusySenderReadItsRefusal()
{
    // RFC 9112, section 9.6: closing while bytes come in resets the connection, and a client that reads only when it has
    // sent everything would never learn why.
    DoorSettings settings;
    settings.limits.lingerTimeout = 500ms;
    const auto door = makeDoor(settings);
    RawClient client(door->port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n");
    const QByteArray portion(10'000'000, 'x');
    for (int i = 0; i < 10; ++i) {
        client.send(portion);
        QTest::qWait(100);
    }
    QVERIFY(client.readToEnd().startsWith("HTTP/1.1 413 "));
}

void TestDoor::stopsWaitingForASenderThatNeverEnds()
{
    DoorSettings settings;
    settings.limits.lingerTimeout = 500ms;
    settings.limits.lingerLimit = 600ms;
    const auto door = makeDoor(settings);
    RawClient client(door->port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n");
    QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 413 ")); // before that there may be no connection yet
    const auto sendSome = [&client, &door] {
        client.send("x");
        return door->connections() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(sendSome(), 5000);
}

void TestDoor::refusesAChunkedBodyAsSoonAsItIsTooLarge()
{
    RawClient client(m_door->port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n" + QByteArray(1000, 'x')
                + "\r\n1\r\n");
    QVERIFY(client.readToEnd().startsWith("HTTP/1.1 413 "));
}

void TestDoor::decodesChunkedBodies()
{
    RawClient client(m_door->port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    QVERIFY(client.readUntil("/echo|abc").endsWith("/echo|abc"));
}

void TestDoor::answersAClientThatEndedItsSide()
{
    RawClient client(m_door->port());
    client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
    client.shutdownWriting();
    QVERIFY(client.readToEnd().endsWith("/later|"));
}

void TestDoor::deliversALargeAnswerToASlowReader()
{
    RawClient client(m_door->port());
    client.send("GET /big HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QTest::qWait(200);
    const QByteArray answer = client.readToEnd();
    QCOMPARE(answer.size() - answer.indexOf("\r\n\r\n") - 4, 10 * 1024 * 1024);
}

void TestDoor::servesOthersWhileAReaderTakesNothingAndGivesUpOnIt()
{
    DoorSettings settings; // one worker for both
    settings.limits.writeTimeout = 300ms;
    const auto door = makeDoor(settings);
    RawClient stuck(door->port());
    stuck.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::qWait(50);
    RawClient other(door->port());
    other.send("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QVERIFY(other.readUntil("now").endsWith("now"));
    QTRY_COMPARE(door->connections(), 0);
}

void TestDoor::givesUpOnAReaderThatTakesTooLittle()
{
    DoorSettings settings;
    settings.limits.writeTimeout = 500ms;
    settings.limits.answerMinimumRate = 64 * 1024 * 1024;
    const auto door = makeDoor(settings);
    const int before = unreadAnswers;
    RawClient slow({.port = door->port()}, 100ms);
    slow.send(QByteArray("GET /big HTTP/1.1\r\nHost: a\r\n\r\n").repeated(4)); // more than sockets hold
    QElapsedTimer time;
    time.start();
    qsizetype read = slow.readBytes(64 * 1024).size();
    while (door->connections() > 0 && time.elapsed() < 10'000) {
        read += slow.readBytes(64 * 1024).size(); // some 2 MiB a second, and never nothing for long
        QTest::qWait(30);
    }
    QCOMPARE(unreadAnswers - before, 1);
    QVERIFY(read > 0 && read < 40 * 1024 * 1024);
}

void TestDoor::survivesClientsThatLeaveWhileTheAnswerIsMade()
{
    for (int i = 0; i < 300; ++i) {
        RawClient client(m_door->port());
        client.send(i % 3 == 0       ? "GET /later HTTP/1.1\r\nHost: a\r\n\r\n"
                        : i % 3 == 1 ? "GET /big HTTP/1.1\r\nHost: a\r\n\r\n"
                                     : "POST /x HTTP/1.1\r\nHost");
        client.abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_door->connections(), 0, 10000);
    RawClient client(m_door->port());
    client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.readUntil("/later|").endsWith("/later|"));
}

void TestDoor::tellsOfEveryConnectionAndRequestTwice()
{
    QTRY_COMPARE(m_door->connections(), 0);
    const int opened = openedConnections;
    const int closed = closedConnections;
    const int begun = begunRequests;
    const int answered = answeredRequests;
    const int abandoned = abandonedRequests;
    for (const char *bytes : {"", "GET /now HT", "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", "GET /later HTTP/1.1\r\nHost: a\r\n\r\n",
                              "GET /undecided HTTP/1.1\r\nHost: a\r\n\r\n",
                              "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1", "GET / HTTP/1.1\r\n\r\n"}) {
        const int before = openedConnections;
        RawClient client(m_door->port());
        client.send(bytes);
        QTRY_COMPARE(openedConnections.load(), before + 1);
        QTest::qWait(10);
        client.abort();
    }
    QTRY_COMPARE(closedConnections - closed, 7);
    QCOMPARE(openedConnections - opened, 7);
    QCOMPARE(begunRequests - begun, 5);
    // How fast the answers came that take a while decides where they are counted.
    QCOMPARE(answeredRequests - answered + abandonedRequests - abandoned, 5);
    QVERIFY(answeredRequests - answered >= 2); // at the guard, and the refusal
    QVERIFY(abandonedRequests - abandoned >= 1); // half a body
}

void TestDoor::waitsForADecisionBeforeItReadsOn_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("that takes a while") << QByteArray("/undecided");
    QTest::newRow("that is made at once") << QByteArray("/undecided/at-once");
}

void TestDoor::waitsForADecisionBeforeItReadsOn()
{
    QFETCH(const QByteArray, path);
    RawClient client(m_door->port());
    // A request whose body is there, one without, one whose body is yet to come, and one more, in one piece.
    client.send("POST " + path + "?1 HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody" + "GET " + path
                + "?2 HTTP/1.1\r\nHost: a\r\n\r\n" + "POST " + path
                + "?3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    QVERIFY(client.readUntil(path + "|body").endsWith(path + "|body"));
    client.send("2\r\nab\r\n0\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.readUntil("now").contains(path + "|ab"));

    client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100 "));
    client.send("late");
    QVERIFY(client.readUntil("|late").endsWith("|late"));

    client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\n\r\n");
    QVERIFY(client.readToEnd().startsWith("HTTP/1.1 413 "));
    RawClient refused(m_door->port());
    refused.send("GET /undecided/refused HTTP/1.1\r\nHost: a\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n");
    const QByteArray answers = refused.readUntil("now");
    QVERIFY(answers.startsWith("HTTP/1.1 401 ") && answers.endsWith("now"));
}

void TestDoor::survivesClientsThatLeaveWhileTheDecisionIsMade()
{
    for (int i = 0; i < 100; ++i) {
        RawClient client(m_door->port());
        client.send("GET /undecided HTTP/1.1\r\nHost: a\r\n\r\n");
        client.abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_door->connections(), 0, 10000);
}

void TestDoor::endsOnlyAfterADecisionThatIsBeingMade()
{
    auto door = makeDoor();
    RawClient client(door->port());
    client.send("GET /undecided HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::qWait(20);
    door.reset(); // the gate goes with it
    QCOMPARE(client.readToEnd(), QByteArray());
}

void TestDoor::timesOutASlowHead()
{
    DoorSettings settings;
    settings.limits.headTimeout = 100ms;
    const auto door = makeDoor(settings);
    RawClient client(door->port());
    client.send("GET / HTTP/1.1\r\nHost");
    QVERIFY(client.readToEnd().startsWith("HTTP/1.1 408 "));
    RawClient silent(door->port());
    QCOMPARE(silent.readToEnd(), QByteArray());
}

void TestDoor::closesTheConnectionAfterAFramingError()
{
    RawClient client(m_door->port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled "
                "HTTP/1.1\r\nHost: a\r\n\r\n");
    const QByteArray answer = client.readToEnd();
    QVERIFY(answer.startsWith("HTTP/1.1 400 "));
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    QCOMPARE(answer.count("HTTP/1.1 "), 1);
}

void TestDoor::countsConnections()
{
    DoorSettings settings;
    settings.maxConnectionsPerAddress = 2;
    const auto door = makeDoor(settings);
    RawClient first(door->port());
    RawClient second(door->port());
    QTRY_COMPARE(door->connections(), 2);
    RawClient third(door->port());
    QCOMPARE(third.readToEnd(), QByteArray());
    first.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(first.readUntil("now").endsWith("now"));
}

void TestDoor::drainLetsTheRequestInFlightFinish()
{
    const auto door = makeDoor();
    RawClient idle(door->port());
    idle.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n");
    (void)idle.readUntil("now");
    RawClient busy(door->port());
    busy.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::qWait(20);
    door->drain();
    const QByteArray answer = busy.readToEnd();
    QVERIFY(answer.endsWith("/later|") && answer.contains("Connection: close"));
    QCOMPARE(idle.readToEnd(), QByteArray());
    QTRY_VERIFY(door->drained());
}

QTEST_GUILESS_MAIN(TestDoor)
#include "test_door.moc"
