#include "client/aes_gcm.h"
#include "client/secret_exchange.h"

#include "sharing_server.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::client;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SecretPayload textPayload(const QByteArray &text)
{
    return {SecretBytes(text), {}};
}

} // namespace

/// Whole exchanges with a server over HTTP.
class TestSecretExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void handsOverATextOnce();
    void handsOverTenMebibytesAndTellsHowFarItIs();
    void tellsTheServerNothingThatOpensIt();
    void saysWhoMayTakeIt();
    void refusesWhatIsNotWhatTheLinkIsFor_data();
    void refusesWhatIsNotWhatTheLinkIsFor();
    void saysWhatARefusalMeans_data();
    void saysWhatARefusalMeans();
    void followsNoRedirectWithAToken();
    void takesNoAnswerThatBreaksOff();
    void takesNoEndlessAnswer();
    void isGivenUpWhenAsked();
    void tellsTheCreatorWhatBecameOfIt();
    void burnsWhatNobodyTook();
    void asksForASecretAndCollectsIt();
    void answersNobodyElsesKey();
    void answersOnce();

private:
    [[nodiscard]] Result<SentSecret> send(const QByteArray &text, SendOptions options = {.expiresIn = 1h})
    {
        return QCoro::waitFor(sendSecret(*m_client, textPayload(text), std::move(options), {}));
    }
    [[nodiscard]] Result<SecretPayload> receive(const SecretLink &link, const QByteArray &hash = {})
    {
        SecretLink copy{link.server, link.id, SecretKey{link.key->key.clone(), link.key->digest}};
        return QCoro::waitFor(receiveSecret(*m_client, std::move(copy), hash));
    }

    SharingServer m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SharingClient> m_client;
};

void TestSecretExchange::initTestCase()
{
    QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    m_api = *ApiClient::make(m_server.url(), {});
    m_client = std::make_unique<SharingClient>(*m_api);
}

void TestSecretExchange::handsOverATextOnce()
{
    const Result<SentSecret> sent = send("swordfish");
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    // Through its text, as links travel.
    const Result<SecretLink> link = SecretLink::parse(sent->link.toText());
    QVERIFY(link);
    const Result<SecretPayload> payload = receive(*link);
    QVERIFY2(payload, payload ? "" : qPrintable(payload.error().detail));
    QCOMPARE(payload->data.view(), QByteArrayView("swordfish"));
    QVERIFY(!payload->filename);
    const Result<SecretPayload> again = receive(*link);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Gone);
}

void TestSecretExchange::handsOverTenMebibytesAndTellsHowFarItIs()
{
    QByteArray bytes(10 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 7 + (i >> 8));
    qint64 uploaded = 0;
    qint64 downloaded = 0;
    Transfer transfer;
    transfer.progress = [&](const TransferProgress &progress) {
        (progress.direction == TransferProgress::Direction::Upload ? uploaded : downloaded) = progress.done;
    };
    SecretPayload payload{SecretBytes(bytes), u"large.bin"_s};
    const Result<SentSecret> sent = QCoro::waitFor(sendSecret(*m_client, std::move(payload), {.expiresIn = 1h}, {}, transfer));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QVERIFY(uploaded > bytes.size() * 4 / 3);
    SecretLink copy{sent->link.server, sent->link.id, SecretKey{sent->link.key->key.clone(), sent->link.key->digest}};
    const Result<SecretPayload> received = QCoro::waitFor(receiveSecret(*m_client, std::move(copy), {}, transfer));
    QVERIFY2(received, received ? "" : qPrintable(received.error().detail));
    QVERIFY(received->data.view() == bytes);
    QCOMPARE(received->filename, std::optional(u"large.bin"_s));
    QVERIFY(downloaded > bytes.size() * 4 / 3);
}

void TestSecretExchange::tellsTheServerNothingThatOpensIt()
{
    const qsizetype before = m_server.state().seen().size();
    const Result<SentSecret> sent = send("correct horse battery staple");
    QVERIFY(receive(sent->link));
    const QString key = sent->link.key->toText().section(u':', 0, 0);
    const QList<SeenRequest> seen = m_server.state().seen().sliced(before);
    QCOMPARE(seen.size(), 2);
    for (const SeenRequest &request : seen) {
        QVERIFY(request.headers.value("user-agent") == "gatehouse/1.2.3");
        const QByteArray all = request.target + request.headers.values().join() + request.body;
        QVERIFY(!all.contains(key.toLatin1()));
        QVERIFY(!all.contains("horse"));
        QVERIFY(!request.target.contains('#'));
    }
}

void TestSecretExchange::saysWhoMayTakeIt()
{
    const Restrictions restrictions{{"192.0.2.0/24"}, {"DE", "FR"}, {64496U, 4294967295U}, passphraseHash("swordfish")};
    QVERIFY(send("x", {.expiresIn = 90s, .restrictions = restrictions}));
    const QJsonObject body = QJsonDocument::fromJson(m_server.state().last().body).object();
    QCOMPARE(body.value("expires_in"_L1).toInteger(), 90);
    const QJsonObject sent = body.value("restrictions"_L1).toObject();
    QCOMPARE(sent.value("allowed_ips"_L1).toArray(), QJsonArray{u"192.0.2.0/24"_s});
    QCOMPARE(sent.value("allowed_countries"_L1).toArray(), (QJsonArray{u"DE"_s, u"FR"_s}));
    QCOMPARE(sent.value("allowed_asns"_L1).toArray().last().toInteger(), 4294967295);
    // sha256sum of the passphrase
    QCOMPARE(sent.value("passphrase_hash"_L1).toString(), u"b9f195c5cc7ef6afadbfbc42892ad47d3b24c6bc94bb510c4564a90a14e8b799"_s);
    QVERIFY(!body.contains("receipt"_L1));
    QVERIFY(send("x", {.expiresIn = 90s}));
    QCOMPARE(QJsonDocument::fromJson(m_server.state().last().body).object().keys(), (QStringList{u"data"_s, u"expires_in"_s}));
}

void TestSecretExchange::refusesWhatIsNotWhatTheLinkIsFor_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind :
         {u"nothing"_s, u"no base64"_s, u"too short"_s, u"another key's"_s, u"of another digest"_s, u"no payload"_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

void TestSecretExchange::refusesWhatIsNotWhatTheLinkIsFor()
{
    QFETCH(QString, kind);
    const Result<SentSecret> sent = send("swordfish");
    const SecretBytes &key = sent->link.key->key;
    const SecretBytes other = toMessagePack(textPayload("sailfish"));
    SecretLink link{sent->link.server, sent->link.id, SecretKey{key.clone(), sent->link.key->digest}};
    QByteArray data;
    if (kind == u"no base64")
        data = "%%%";
    else if (kind == u"too short")
        data = QByteArray(27, 'x').toBase64();
    else if (kind == u"another key's")
        data = seal(SecretBytes(QByteArray(kAesKeySize, 'k')), other.view())->toBase64();
    else if (kind == u"of another digest") // who knows the key, but not the link, cannot put another content in its place
        data = seal(key, other.view())->toBase64();
    else if (kind == u"no payload") {
        data = seal(key, "\x93no")->toBase64();
        link.key->digest.clear();
    }
    m_server.state().replaceData(data);
    const Result<SecretPayload> received = receive(link);
    QVERIFY(!received);
    QCOMPARE(received.error().kind, ErrorKind::Conflict);
    QVERIFY(!received.error().detail.contains(u"fish"));
}

void TestSecretExchange::saysWhatARefusalMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("taking");
    QTest::addColumn<ErrorKind>("creating");
    QTest::newRow("bad request") << 400 << ErrorKind::Invalid << ErrorKind::Invalid;
    QTest::newRow("no credential") << 401 << ErrorKind::Unauthenticated << ErrorKind::Unauthenticated;
    QTest::newRow("not allowed") << 403 << ErrorKind::Forbidden << ErrorKind::Unauthenticated;
    QTest::newRow("unknown") << 404 << ErrorKind::NotFound << ErrorKind::NotFound;
    QTest::newRow("gone") << 410 << ErrorKind::Gone << ErrorKind::Gone;
    QTest::newRow("too large") << 413 << ErrorKind::TooLarge << ErrorKind::TooLarge;
    QTest::newRow("invalid") << 422 << ErrorKind::Invalid << ErrorKind::Invalid;
    QTest::newRow("too often") << 429 << ErrorKind::Limited << ErrorKind::Limited;
    QTest::newRow("broken") << 500 << ErrorKind::Unavailable << ErrorKind::Unavailable;
    QTest::newRow("cannot check that") << 501 << ErrorKind::NotSupported << ErrorKind::NotSupported;
    QTest::newRow("something else") << 200 << ErrorKind::Conflict << ErrorKind::Unavailable;
}

void TestSecretExchange::saysWhatARefusalMeans()
{
    QFETCH(int, status);
    const http::Response refusal = http::Response::text(status, "not { json").withHeader("Retry-After", "7");
    m_server.state().answerNext(refusal);
    const Result<SentSecret> sent = send("x");
    QVERIFY(!sent);
    QTEST(sent.error().kind, "creating");
    if (status == 429)
        QCOMPARE(sent.error().retryAfter, std::optional(7s));
    m_server.state().answerNext(refusal);
    const Result<SecretPayload> received =
        receive({m_server.url(), "01KAHV3R8J", SecretKey{SecretBytes(QByteArray(32, 'k')), {}}});
    QVERIFY(!received);
    QTEST(received.error().kind, "taking");
}

void TestSecretExchange::followsNoRedirectWithAToken()
{
    SharingServer other;
    for (const QByteArray &target :
         {other.address().toUtf8(), QByteArray("https://elsewhere.example"), m_server.address().toUtf8()}) {
        const qsizetype before = m_server.state().seen().size();
        m_server.state().answerNext(http::Response::empty(307).withHeader("Location", target + "/api/v1/secret"));
        const Result<SentSecret> sent =
            QCoro::waitFor(sendSecret(*m_client, textPayload("x"), {.expiresIn = 1h}, SharingState::kShareToken));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Unavailable);
        QVERIFY2(sent.error().detail.contains(QString::fromUtf8(target)), qPrintable(sent.error().detail));
        QCOMPARE(m_server.state().seen().size(), before + 1);
    }
    QVERIFY(other.state().seen().isEmpty());
}

void TestSecretExchange::takesNoAnswerThatBreaksOff()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nhalf of it");
            socket->disconnectFromHost();
        });
    });
    const auto api = *ApiClient::make(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), {});
    SharingClient client(*api);
    const Result<StoredData> stored = QCoro::waitFor(client.take("01KAHV3R8J", {}));
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
}

void TestSecretExchange::takesNoEndlessAnswer()
{
    m_server.state().answerNext(http::Response::text(200, QByteArray(2 * 1024 * 1024, 'x')));
    ApiRequest call{.path = u"/api/v1/secret/x"_s, .answerLimit = 1024 * 1024};
    const ApiAnswer answer = QCoro::waitFor(m_api->send(std::move(call)));
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.body.isEmpty());
}

void TestSecretExchange::isGivenUpWhenAsked()
{
    std::stop_source stop;
    Transfer transfer;
    transfer.stop = stop.get_token();
    transfer.progress = [&stop](const TransferProgress &) { stop.request_stop(); };
    SecretPayload payload{SecretBytes(QByteArray(8 * 1024 * 1024, 'x')), {}};
    const Result<SentSecret> sent = QCoro::waitFor(sendSecret(*m_client, std::move(payload), {.expiresIn = 1h}, {}, transfer));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, ErrorKind::Unavailable);
    // And what is stopped before it begins is never sent.
    const qsizetype before = m_server.state().seen().size();
    QVERIFY(!QCoro::waitFor(sendSecret(*m_client, textPayload("x"), {.expiresIn = 1h}, {}, transfer)));
    QCOMPARE(m_server.state().seen().size(), before);
}

void TestSecretExchange::tellsTheCreatorWhatBecameOfIt()
{
    const Result<SentSecret> sent = send("x", {.expiresIn = 1h, .restrictions = {.passphraseHash = "00"}, .receipt = true});
    QVERIFY(!sent->receiptToken.isEmpty());
    QVERIFY(!receive(sent->link, "01"));
    const auto waiting = QCoro::waitFor(m_client->receipt(sent->link.id, sent->receiptToken));
    QVERIFY(waiting);
    QCOMPARE(waiting->state, u"waiting"_s);
    QCOMPARE(waiting->failedAttempts, 1);
    QVERIFY(waiting->takenFrom.isEmpty());
    QVERIFY(receive(sent->link, "00"));
    const auto taken = QCoro::waitFor(m_client->receipt(sent->link.id, sent->receiptToken));
    QCOMPARE(taken->state, u"taken"_s);
    QCOMPARE(taken->takenFrom, u"192.0.2.1, DE, AS64496"_s);
    QCOMPARE(taken->taken, u"2026-11-21T21:00:00.000Z"_s);
    const auto guessed = QCoro::waitFor(m_client->receipt(sent->link.id, "guessed"));
    QCOMPARE(guessed.error().kind, ErrorKind::NotFound);
}

void TestSecretExchange::burnsWhatNobodyTook()
{
    const Result<SentSecret> sent = send("x", {.expiresIn = 1h, .receipt = true});
    QVERIFY(!QCoro::waitFor(m_client->burn(sent->link.id, "guessed")));
    QVERIFY(QCoro::waitFor(m_client->burn(sent->link.id, sent->receiptToken)));
    QCOMPARE(receive(sent->link).error().kind, ErrorKind::Gone);
    QCOMPARE(QCoro::waitFor(m_client->burn(sent->link.id, sent->receiptToken)).error().kind, ErrorKind::Gone);
}

void TestSecretExchange::asksForASecretAndCollectsIt()
{
    const Result<RequestKey> key = RequestKey::generate();
    const auto asked = QCoro::waitFor(m_client->ask(key->publicPoint(), 1h, u"the password of the archive"_s, {}));
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().detail));
    const auto early = QCoro::waitFor(collectAnswer(*m_client, asked->id, *key, asked->collectToken));
    QCOMPARE(early.error().kind, ErrorKind::NotFound);

    const RequestLink link{m_server.url(), asked->id, fingerprintOf(key->publicPoint())};
    const auto request = QCoro::waitFor(openRequest(*m_client, *RequestLink::parse(link.toText())));
    QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
    QCOMPARE(request->note, u"the password of the archive"_s);
    SecretPayload payload{SecretBytes("swordfish"), u"word.txt"_s};
    QVERIFY(QCoro::waitFor(answerRequest(*m_client, link, *request, std::move(payload))));
    QVERIFY(!m_server.state().last().body.contains("swordfish"));

    const auto collected = QCoro::waitFor(collectAnswer(*m_client, asked->id, *key, asked->collectToken));
    QVERIFY2(collected, collected ? "" : qPrintable(collected.error().detail));
    QCOMPARE(collected->data.view(), QByteArrayView("swordfish"));
    QCOMPARE(collected->filename, std::optional(u"word.txt"_s));
    QCOMPARE(QCoro::waitFor(collectAnswer(*m_client, asked->id, *key, asked->collectToken)).error().kind, ErrorKind::Gone);
}

void TestSecretExchange::answersNobodyElsesKey()
{
    const Result<RequestKey> asker = RequestKey::generate();
    const auto asked = QCoro::waitFor(m_client->ask(asker->publicPoint(), 1h, {}, {}));
    const RequestLink link{m_server.url(), asked->id, fingerprintOf(asker->publicPoint())};
    // The server puts its own key in place of the asker's.
    const QByteArray own = RequestKey::generate()->publicPoint();
    m_server.state().replaceKeys(own.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    const auto request = QCoro::waitFor(openRequest(*m_client, link));
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::Forbidden);
}

void TestSecretExchange::answersOnce()
{
    const Result<RequestKey> key = RequestKey::generate();
    const auto asked = QCoro::waitFor(m_client->ask(key->publicPoint(), 1h, {}, {}));
    const RequestLink link{m_server.url(), asked->id, fingerprintOf(key->publicPoint())};
    const auto request = QCoro::waitFor(openRequest(*m_client, link));
    QVERIFY(request);
    QVERIFY(QCoro::waitFor(answerRequest(*m_client, link, *request, textPayload("one"))));
    QCOMPARE(QCoro::waitFor(answerRequest(*m_client, link, *request, textPayload("two"))).error().kind, ErrorKind::Gone);
    QCOMPARE(QCoro::waitFor(openRequest(*m_client, link)).error().kind, ErrorKind::Gone);
}

QTEST_GUILESS_MAIN(TestSecretExchange)
#include "test_secret_exchange.moc"
