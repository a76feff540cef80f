#include "../audit/audit_fixture.h"

#include "http_receiver.h"
#include "webhooks/webhook_sender.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace gatehouse::audit::tests;
using namespace gatehouse::storage;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace gatehouse::webhooks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Deliveries to receivers that take them, fail, hang, close, redirect or want no more.
class TestWebhookSender : public QObject, private EitherEngine
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.output().constData()); }
    void init();
    void everythingIsDeliveredOnceAndInOrder_data() { engines(); }
    void everythingIsDeliveredOnceAndInOrder();
    void deliveriesAreSignedAndCarryTheToken();
    void whatWasBeforeTheReceiverIsNotSent();
    void onlyWhatIsWantedIsSent();
    void failuresAreTriedAgainInOrder_data();
    void failuresAreTriedAgainInOrder();
    void redirectsAreNotFollowed();
    void aHangingReceiverIsGivenUpInTimeAndDelaysNobody();
    void whatIsRefusedIsBuriedAndTheRestGoesOn();
    void whatFailsTooOftenIsBuried();
    void deadLettersAreSentAgain();
    void goneEndsIt();
    void anOutageLosesNothing();
    void aRestartGoesOnWhereItWas();
    void oneInstanceSendsAtATime();
    void theReceiverIsAskedToWaitAndIsHeeded();

private:
    [[nodiscard]] static WebhookSettings towards(const HttpReceiver &receiver)
    {
        WebhookSettings settings{.url = QUrl(QString::fromLatin1(receiver.url())), .events = *EventFilter::parse({"*"})};
        settings.patience = 500ms;
        settings.shortestPause = 5ms;
        settings.longestPause = 40ms;
        settings.lookInterval = 10ms;
        return settings;
    }
    [[nodiscard]] std::unique_ptr<WebhookSender> sender(WebhookSettings settings)
    {
        auto sender = std::make_unique<WebhookSender>(*m_record->database, m_clock, std::move(settings));
        // The first claim fixes where it begins.
        [&] { QTRY_VERIFY(m_record->run(&hasBegun).value_or(false)); }();
        return sender;
    }
    static Result<bool> hasBegun(QSqlDatabase &database)
    {
        Statement statement(database, "SELECT count(*) FROM webhook_state");
        const Result<void> done = statement.execute();
        return done && statement.next() ? Result<bool>(statement.number(0) > 0) : std::unexpected(done.error());
    }
    void append(int begin, int count) { QVERIFY(m_record->append(m_store, numberedEntries(begin, count))); }
    [[nodiscard]] static QStringList identifiersOf(const std::vector<Received> &received)
    {
        QStringList identifiers;
        for (const Received &request : received)
            identifiers.append(QString::fromLatin1(request.headers.value("webhook-id")));
        return identifiers;
    }
    [[nodiscard]] static QStringList entries(int begin, int count)
    {
        QStringList identifiers;
        for (int i = begin; i < begin + count; ++i)
            identifiers.append(u"entry-%1"_s.arg(i));
        return identifiers;
    }
    [[nodiscard]] QueueStatus queue() { return m_record->run(&queueStatus).value(); }
    static QByteArray accept(const Received & /*request*/) { return HttpReceiver::answer("204 No Content"); }

    SystemClock m_clock;
    std::unique_ptr<Record> m_record;
    AuditStore m_store;
};

void TestWebhookSender::init()
{
    m_record = std::make_unique<Record>();
}

void TestWebhookSender::everythingIsDeliveredOnceAndInOrder()
{
    m_record = makeRecord();
    HttpReceiver receiver(accept);
    const auto sending = sender(towards(receiver));
    append(0, 120);
    append(120, 30);
    QTRY_COMPARE(receiver.received().size(), 150);
    QCOMPARE(identifiersOf(receiver.received()), entries(0, 150));
    QTRY_COMPARE(queue().next, 150);
    QCOMPARE(sending->status().delivered, 150);
    const Received first = receiver.received().front();
    QCOMPARE(first.target, QByteArray("POST /hook HTTP/1.1"));
    QCOMPARE(first.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(QJsonDocument::fromJson(first.body).object().value("data"_L1)["sequence"_L1].toInt(), 0);
    QVERIFY(!first.headers.contains("authorization"));
    QVERIFY(!first.headers.contains("webhook-signature"));
}

void TestWebhookSender::deliveriesAreSignedAndCarryTheToken()
{
    HttpReceiver receiver(accept);
    WebhookSettings settings = towards(receiver);
    settings.token = SecretBytes("the-token-of-the-webhook");
    settings.signingKey = SecretBytes(QByteArray(32, 'k'));
    const auto sending = sender(std::move(settings));
    append(0, 1);
    QTRY_COMPARE(receiver.received().size(), 1);
    const Received request = receiver.received().front();
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer the-token-of-the-webhook"));
    QCOMPARE(request.headers.value("webhook-signature"),
             signatureOf(SecretBytes(QByteArray(32, 'k')), request.headers.value("webhook-id"),
                         request.headers.value("webhook-timestamp"), request.body));
    QVERIFY(qAbs(request.headers.value("webhook-timestamp").toLongLong() - QDateTime::currentSecsSinceEpoch()) < 60);
}

void TestWebhookSender::whatWasBeforeTheReceiverIsNotSent()
{
    append(0, 10);
    HttpReceiver receiver(accept);
    const auto sending = sender(towards(receiver));
    append(10, 1);
    QTRY_COMPARE(receiver.received().size(), 1);
    QCOMPARE(identifiersOf(receiver.received()), entries(10, 1));
}

void TestWebhookSender::onlyWhatIsWantedIsSent()
{
    HttpReceiver receiver(accept);
    WebhookSettings settings = towards(receiver);
    settings.events = *EventFilter::parse({"user.*"});
    const auto sending = sender(std::move(settings));
    append(0, 30);
    QTRY_COMPARE(queue().next, 30);
    QCOMPARE(identifiersOf(receiver.received()),
             (QStringList{u"entry-0"_s, u"entry-7"_s, u"entry-14"_s, u"entry-21"_s, u"entry-28"_s}));
}

void TestWebhookSender::failuresAreTriedAgainInOrder_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("500") << HttpReceiver::answer("500 Internal Server Error");
    QTest::newRow("429") << HttpReceiver::answer("429 Too Many Requests");
    QTest::newRow("401") << HttpReceiver::answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n");
    QTest::newRow("404") << HttpReceiver::answer("404 Not Found");
    QTest::newRow("closes") << QByteArray();
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
}

void TestWebhookSender::failuresAreTriedAgainInOrder()
{
    QFETCH(QByteArray, answer);
    std::atomic<int> calls = 0;
    HttpReceiver receiver([&](const Received &request) { return calls++ < 3 ? answer : accept(request); });
    const auto sending = sender(towards(receiver));
    append(0, 3);
    QTRY_COMPARE(queue().next, 3);
    QCOMPARE(identifiersOf(receiver.received()), entries(0, 1) + entries(0, 1) + entries(0, 1) + entries(0, 3));
    if (answer.startsWith("HTTP/")) // Qt itself asks again where a connection said nothing
        QCOMPARE(sending->status().failed, 3);
    QCOMPARE(sending->status().state, WebhookStatus::State::Closed);
    QCOMPARE(queue().deadLetters, 0);
}

void TestWebhookSender::redirectsAreNotFollowed()
{
    HttpReceiver elsewhere(accept);
    HttpReceiver receiver([&](const Received &) {
        return HttpReceiver::answer("307 Temporary Redirect", "Location: " + elsewhere.url() + "\r\n");
    });
    WebhookSettings settings = towards(receiver);
    settings.token = SecretBytes("the-token-of-the-webhook");
    settings.attempts = 3;
    const auto sending = sender(std::move(settings));
    append(0, 1);
    QTRY_COMPARE(queue().deadLetters, 1);
    QCOMPARE(receiver.received().size(), 3);
    QVERIFY(elsewhere.received().empty());
}

void TestWebhookSender::aHangingReceiverIsGivenUpInTimeAndDelaysNobody()
{
    HttpReceiver receiver(accept);
    receiver.hang(true);
    const auto sending = sender(towards(receiver));
    append(0, 1);
    QTRY_COMPARE(receiver.received().size(), 1);
    QElapsedTimer timer;
    timer.start();
    append(1, 20);
    QVERIFY(timer.elapsed() < 400); // the record does not wait
    QTRY_VERIFY(sending->status().failed >= 1);
    QVERIFY(sending->status().problem.contains(u"did not answer within"_s));
    receiver.hang(false);
    QTRY_COMPARE(queue().next, 21);
    receiver.hang(true);
    append(21, 1);
    QTRY_COMPARE(identifiersOf(receiver.received()).last(), u"entry-21"_s);
    timer.restart();
    sending->stop(); // does not wait for the receiver either
    QVERIFY(timer.elapsed() < 400);
}

void TestWebhookSender::whatIsRefusedIsBuriedAndTheRestGoesOn()
{
    HttpReceiver receiver([](const Received &request) {
        return request.headers.value("webhook-id") == "entry-2" ? HttpReceiver::answer("422 Unprocessable") : accept(request);
    });
    const auto sending = sender(towards(receiver));
    append(0, 5);
    QTRY_COMPARE(queue().next, 5);
    QCOMPARE(receiver.received().size(), 5);
    const auto letters = m_record->run([](QSqlDatabase &sql) { return deadLetters(sql, 10); });
    QCOMPARE(letters->size(), 1);
    QCOMPARE(letters->front().sequence, 2);
    QCOMPARE(letters->front().reason, QByteArray("the receiver answered 422"));
    QCOMPARE(sending->status().buried, 1);
}

void TestWebhookSender::whatFailsTooOftenIsBuried()
{
    HttpReceiver receiver([](const Received &request) {
        return request.headers.value("webhook-id") == "entry-0" ? HttpReceiver::answer("500 Oops") : accept(request);
    });
    WebhookSettings settings = towards(receiver);
    settings.attempts = 7;
    const auto sending = sender(std::move(settings));
    append(0, 2);
    QTRY_COMPARE(queue().next, 2);
    QCOMPARE(receiver.received().size(), 8);
    QCOMPARE(queue().deadLetters, 1);
    QCOMPARE(sending->status().state, WebhookStatus::State::Closed); // it opened, and closed again
}

void TestWebhookSender::deadLettersAreSentAgain()
{
    std::atomic<bool> refuses = true;
    HttpReceiver receiver(
        [&](const Received &request) { return refuses ? HttpReceiver::answer("400 Bad Request") : accept(request); });
    const auto sending = sender(towards(receiver));
    append(0, 2);
    QTRY_COMPARE(queue().deadLetters, 2);
    refuses = false;
    QCOMPARE(m_record->run(&retryDeadLetters).value(), 2);
    QTRY_COMPARE(queue().deadLetters, 0);
    QCOMPARE(identifiersOf(receiver.received()), entries(0, 2) + entries(0, 2));
}

void TestWebhookSender::goneEndsIt()
{
    HttpReceiver receiver([](const Received &) { return HttpReceiver::answer("410 Gone"); });
    const auto sending = sender(towards(receiver));
    append(0, 3);
    QTRY_COMPARE(sending->status().state, WebhookStatus::State::Ended);
    append(3, 3);
    QTest::qWait(100); // several looks
    QCOMPARE(receiver.received().size(), 1);
    QCOMPARE(queue().next, 0); // nothing is lost for whoever comes next
}

void TestWebhookSender::anOutageLosesNothing()
{
    auto receiver = std::make_unique<HttpReceiver>([](const Received &) { return QByteArray(); });
    WebhookSettings settings = towards(*receiver);
    settings.attempts = 2; // which do not count where there is no answer
    const auto sending = sender(std::move(settings));
    append(0, 4);
    QTRY_COMPARE(sending->status().state, WebhookStatus::State::Open);
    QCOMPARE(queue().deadLetters, 0);
    receiver->respond(accept);
    QTRY_COMPARE(queue().next, 4);
    QCOMPARE(sending->status().state, WebhookStatus::State::Closed);
}

void TestWebhookSender::aRestartGoesOnWhereItWas()
{
    HttpReceiver receiver(accept);
    {
        const auto sending = sender(towards(receiver));
        append(0, 3);
        QTRY_COMPARE(queue().next, 3);
    }
    append(3, 3);
    QVERIFY(m_record->sql("UPDATE webhook_state SET owned_until = 0")); // what was killed let go of nothing
    const auto sending = sender(towards(receiver));
    QTRY_COMPARE(receiver.received().size(), 6);
    QCOMPARE(identifiersOf(receiver.received()), entries(0, 6));
}

void TestWebhookSender::oneInstanceSendsAtATime()
{
    HttpReceiver receiver(accept);
    const auto first = sender(towards(receiver));
    append(0, 1);
    QTRY_COMPARE(receiver.received().size(), 1);
    const auto second = sender(towards(receiver));
    QTRY_COMPARE(second->status().state, WebhookStatus::State::Idle);
    append(1, 20);
    QTRY_COMPARE(receiver.received().size(), 21);
    QCOMPARE(identifiersOf(receiver.received()), entries(0, 21));
    QCOMPARE(second->status().delivered, 0);
}

void TestWebhookSender::theReceiverIsAskedToWaitAndIsHeeded()
{
    std::atomic<int> calls = 0;
    HttpReceiver receiver([&](const Received &request) {
        return calls++ == 0 ? HttpReceiver::answer("503 Busy", "Retry-After: 1\r\n") : accept(request);
    });
    WebhookSettings settings = towards(receiver);
    settings.longestPause = 5s;
    const auto sending = sender(std::move(settings));
    QElapsedTimer timer;
    timer.start();
    append(0, 1);
    QTRY_COMPARE(queue().next, 1);
    QVERIFY(timer.elapsed() >= 900);
}

QTEST_GUILESS_MAIN(TestWebhookSender)
#include "test_webhook_sender.moc"
