#include "../server/webhooks/http_receiver.h"
#include "redis_server.h"
#include "tools.h"

#include <QJsonArray>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <random>
#include <thread>
#include <vector>

using namespace gatehouse::e2e;
using gatehouse::tests::HttpReceiver;
using gatehouse::tests::Received;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Anybody may create, as often as they like.
const QByteArray kOpen = QByteArray(kGenerous) + "sharing:\n  allow_anonymous: true\n  anonymous_upload_size_limit: 10m\n";
const QByteArray kSecret = R"({"data":"c2VjcmV0","expires_in":3600})";

/// Its secrets lie in the database or, where the environment says TEST_STORE=redis, in a Redis that all share, each with keys of
/// its own. CTest runs this with both.
class SharingFolder : public ServerFolder
{
public:
    SharingFolder()
    {
        if (qEnvironmentVariable("TEST_STORE") != "redis"_L1)
            return;
        static const RedisServer redis(QStringList{u"--maxmemory"_s, u"256mb"_s});
        static int folders = 0;
        setVariable(u"GATEHOUSE_SHARING_STORE"_s, u"redis"_s);
        setVariable(u"REDIS_URL"_s, QString::fromUtf8(redis.url()));
        setVariable(u"GATEHOUSE_REDIS_PREFIX"_s, u"test%1:"_s.arg(++folders));
        setVariable(u"GATEHOUSE_REDIS_DEADLINE"_s, u"2s"_s); // beside everything else that runs
        setVariable(u"GATEHOUSE_LIMITS_BACKEND"_s, u"embedded"_s);
    }
};

QByteArray create(HttpClient &client, const QByteArray &body = kSecret, const HeaderList &headers = {})
{
    return client.postText("/api/v1/secret", body, headers).json().value("id"_L1).toString().toUtf8();
}

QByteArray lineAfter(const QByteArray &output, const QByteArray &start)
{
    const qsizetype at = output.indexOf(start);
    return at < 0 ? QByteArray() : output.sliced(at + start.size()).split('\n').first();
}

/// What one client has been told before the server was gone.
struct Told {
    QByteArrayList created; ///< and not asked for since
    QByteArrayList taken;
    QByteArray asked; ///< whose outcome nobody knows
};

/// Creates secrets and takes every second one, until the server is gone.
void load(quint16 port, const QHostAddress &from, Told &told)
{
    HttpClient client({.port = port, .from = from}, 3s);
    for (int i = 0;; ++i) {
        const QByteArray id = create(client);
        if (id.isEmpty())
            return;
        if (i % 2 == 0) {
            told.created.append(id);
            continue;
        }
        told.asked = id;
        if (client.get("/api/v1/secret/" + id).status != 200)
            return;
        told.asked.clear();
        told.taken.append(id);
    }
}

} // namespace

/// One-time secrets as the real program hands them over.
class SharingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsASecretToOneOfAThousand();
    void handsNothingOutTwiceWhateverCrashes();
    void carriesSecretsOfAllSizes_data();
    void carriesSecretsOfAllSizes();
    void refusesWhatIsTooLargeBeforeItHasCome();
    void boundsTheMemoryOfBodies_data();
    void boundsTheMemoryOfBodies();
    void announcedBodiesShutNobodyOut();
    void aPreviewConsumesNothing();
    void printsTheFirstTokenOnce();
    void resetsTokensWithHakanaisFlags();
    void refusesAnAdminTokenForEverybody();
    void countsAndRecords();
    void tellsTheWebhookWhatBecomesOfThem();
    void aBackupHoldsNoSecrets();
    void aRestoreBringsNothingBackToLife();
    void servesNoneWhenTurnedOff();
};

void SharingTest::handsASecretToOneOfAThousand()
{
    constexpr int kTakers = 1000;
    SharingFolder folder;
    folder.configure(kOpen + "http:\n  workers: 2\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient creator({.port = server.port(), .from = freshAddress()});
    const QByteArray id = create(creator);
    QVERIFY(!id.isEmpty());
    const QByteArray request = "GET /api/v1/secret/" + id + " HTTP/1.1\r\nHost: x\r\n\r\n";

    std::vector<std::unique_ptr<RawClient>> takers;
    for (int i = 0; i < kTakers; ++i) {
        static QHostAddress from;
        if (i % 200 == 0) // of one address are at most 256
            from = freshAddress();
        takers.push_back(std::make_unique<RawClient>(RawClient::Target{.port = server.port(), .from = from}, 60s));
        QVERIFY(takers.back()->isConnected());
    }
    for (const auto &taker : takers)
        QVERIFY(taker->send(request));
    int handed = 0;
    int gone = 0;
    for (const auto &taker : takers) {
        const Answer answer = HttpClient::readAnswer(*taker);
        handed += answer.status == 200 && answer.body == "c2VjcmV0" ? 1 : 0;
        gone += answer.status == 410 ? 1 : 0;
    }
    QCOMPARE(handed, 1);
    QCOMPARE(gone, kTakers - 1);
}

void SharingTest::handsNothingOutTwiceWhateverCrashes()
{
    constexpr int kRounds = 10;
    constexpr int kClients = 4;
    SharingFolder folder;
    folder.configure(kOpen);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    std::mt19937 random(20261121);
    int created = 0;
    int taken = 0;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<Told> told(kClients);
        std::vector<std::thread> clients;
        for (int i = 0; i < kClients; ++i)
            clients.emplace_back(load, server.port(), freshAddress(), std::ref(told[static_cast<std::size_t>(i)]));
        std::this_thread::sleep_for(std::chrono::milliseconds(50 + random() % 200));
        server.kill();
        for (std::thread &client : clients)
            client.join();
        QVERIFY2(server.start(), server.output().constData());
        HttpClient client({.port = server.port(), .from = freshAddress()});
        for (const Told &of : told) {
            for (const QByteArray &id : of.created) {
                QVERIFY2(client.get("/api/v1/secret/" + id).status == 200, "what was acknowledged is there");
                QCOMPARE(client.get("/api/v1/secret/" + id).status, 410);
            }
            for (const QByteArray &id : of.taken)
                QVERIFY2(client.get("/api/v1/secret/" + id).status == 410, "what was handed out is not");
            if (!of.asked.isEmpty()) {
                const int status = client.get("/api/v1/secret/" + of.asked).status;
                QVERIFY2(status == 200 || status == 410, "it is there, or was handed out");
            }
            created += static_cast<int>(of.created.size());
            taken += static_cast<int>(of.taken.size());
        }
    }
    QVERIFY2(created > kRounds && taken > kRounds, "the load was too light to prove anything");
    const Outcome verified = folder.run({u"audit"_s, u"verify"_s});
    QVERIFY2(verified.exitCode == 0, verified.errors.constData());
}

void SharingTest::carriesSecretsOfAllSizes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("chunked");
    QTest::newRow("1 byte") << qint64(1) << false;
    QTest::newRow("1 MiB") << qint64(1024 * 1024) << false;
    QTest::newRow("1 MiB in chunks") << qint64(1024 * 1024) << true;
    QTest::newRow("10 MiB") << qint64(10 * 1024 * 1024) << false;
    QTest::newRow("10 MiB in chunks") << qint64(10 * 1024 * 1024) << true;
}

void SharingTest::carriesSecretsOfAllSizes()
{
    QFETCH(qint64, size);
    QFETCH(bool, chunked);
    SharingFolder folder;
    folder.configure(kOpen);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    // The payload's frame, nonce and tag come on top.
    const QByteArray data = QByteArray(size + 50, '\xa5').toBase64();
    const QByteArray body = R"({"data":")" + data + R"(","expires_in":60})";
    HttpClient client({.port = server.port(), .from = freshAddress()}, 60s);
    QByteArray id;
    if (chunked) {
        RawClient raw({.port = server.port(), .from = freshAddress()}, 60s);
        QVERIFY(raw.send("POST /api/v1/secret HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                         "Transfer-Encoding: chunked\r\n\r\n"));
        for (qsizetype at = 0; at < body.size(); at += 65'536) {
            const QByteArray piece = body.sliced(at, std::min<qsizetype>(65'536, body.size() - at));
            QVERIFY(raw.send(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n"));
        }
        QVERIFY(raw.send("0\r\n\r\n"));
        id = HttpClient::readAnswer(raw).json().value("id"_L1).toString().toUtf8();
    } else {
        id = create(client, body);
    }
    QVERIFY(!id.isEmpty());
    const Answer taken = client.get("/api/v1/secret/" + id);
    QCOMPARE(taken.status, 200);
    QVERIFY(taken.body == data);
    QCOMPARE(client.get("/api/v1/secret/" + id).status, 410);
}

void SharingTest::refusesWhatIsTooLargeBeforeItHasCome()
{
    SharingFolder folder;
    folder.configure(QByteArray(kGenerous) + "sharing:\n  allow_anonymous: true\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    const QByteArray head = "POST /api/v1/secret HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    RawClient announced({.port = server.port(), .from = freshAddress()});
    QVERIFY(announced.send(head + "Content-Length: 15000000\r\n\r\n"));
    QCOMPARE(HttpClient::readAnswer(announced).status, 413);
    RawClient chunked({.port = server.port(), .from = freshAddress()});
    QVERIFY(chunked.send(head + "Transfer-Encoding: chunked\r\n\r\n"));
    const QByteArray piece = "8000\r\n" + QByteArray(0x8000, 'A') + "\r\n";
    for (int i = 0; i < 5 && chunked.isConnected(); ++i)
        (void)chunked.send(piece);
    QCOMPARE(HttpClient::readAnswer(chunked).status, 413);
    // A token that nobody gave out buys no room for a body.
    RawClient madeUp({.port = server.port(), .from = freshAddress()});
    QVERIFY(madeUp.send(head + "Authorization: Bearer made-up\r\nContent-Length: 10000000\r\n\r\n"));
    QCOMPARE(HttpClient::readAnswer(madeUp).status, 403);
    HttpClient client({.port = server.port(), .from = freshAddress()});
    QCOMPARE(client.postText("/api/v1/secret", kSecret, bearer("made-up")).status, 403);
}

void SharingTest::boundsTheMemoryOfBodies_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("announced") << false;
    QTest::newRow("in chunks") << true;
}

void SharingTest::boundsTheMemoryOfBodies()
{
    QFETCH(bool, chunked);
    SharingFolder folder;
    folder.configure(kOpen + "http:\n  body_memory: 1m\n  workers: 2\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    const QByteArray head = "POST /api/v1/secret HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    const QByteArray piece(1'000'000, 'A');
    const auto begin = [&](RawClient &client) {
        return client.send(chunked ? head + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray::number(piece.size(), 16) + "\r\n"
                                   : head + "Content-Length: " + QByteArray::number(piece.size()) + "\r\n\r\n");
    };
    HttpClient other({.port = server.port(), .from = freshAddress()});
    {
        RawClient first({.port = server.port(), .from = freshAddress()});
        QVERIFY(begin(first) && first.send(piece.first(900'000)));
        RawClient second({.port = server.port(), .from = freshAddress()});
        QVERIFY(begin(second) && second.send(piece.first(900'000)));
        Answer refused = HttpClient::readAnswer(second);
        if (refused.status == 0) // two workers may see them the other way round
            refused = HttpClient::readAnswer(first);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.header("Retry-After"), QByteArray("1"));
        QVERIFY2(!create(other).isEmpty(), "what is small has its room all the same");
    }
    // What the one that was let in had is there again as soon as it has gone.
    const QByteArray body = R"({"expires_in":60,"data":")" + piece.first(900'000) + R"("})";
    bool thereIsRoom = false; // once is enough: what was let in takes its room for a moment
    const auto findRoom = [&] {
        HttpClient again({.port = server.port(), .from = freshAddress()});
        thereIsRoom = thereIsRoom || !create(again, body).isEmpty();
        return thereIsRoom;
    };
    QTRY_VERIFY(findRoom());
}

void SharingTest::announcedBodiesShutNobodyOut()
{
    SharingFolder folder;
    folder.configure(kOpen + "http:\n  body_memory: 32m\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = freshAddress()});
    const QJsonObject asking{
        {u"public_key"_s, u"BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"_s},
        {u"expires_in"_s, 60}};
    const QByteArray request = client.post("/api/v1/secret-request", asking).json().value("id"_L1).toString().toUtf8();
    const QHostAddress from = freshAddress();
    const auto announce = [&](const QByteArray &id) {
        auto holder = std::make_unique<RawClient>(RawClient::Target{.port = server.port(), .from = from});
        (void)holder->send("POST /api/v1/secret-request/" + id
                           + "/answer HTTP/1.1\r\nHost: x\r\n"
                             "Content-Type: application/json\r\nContent-Length: 13900000\r\n\r\n{");
        return holder;
    };
    std::vector<std::unique_ptr<RawClient>> held;
    for (int i = 0; i < 25; ++i)
        held.push_back(announce(request));
    QCOMPARE(HttpClient::readAnswer(*announce("01M80N56MQRYK2REKKMSM7ACDZ")).status, 404);
    HttpClient other({.port = server.port(), .from = freshAddress()});
    QVERIFY(!create(other, R"({"expires_in":60,"data":")" + QByteArray(200'000, 'A') + R"("})").isEmpty());
    QVERIFY(std::ranges::all_of(held, [](const auto &holder) { return holder->isConnected(); }));
}

void SharingTest::aPreviewConsumesNothing()
{
    SharingFolder folder;
    folder.configure(kOpen);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = freshAddress()});
    const QByteArray id = create(client);
    for (const char *agent : {"curl/7.88.1", "Slackbot-LinkExpanding 1.0", "WhatsApp/2.23", "Mozilla/5.0 (Windows NT 10.0)"}) {
        const Answer page = client.get("/s/" + id, {{"User-Agent", agent}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.header("Content-Type").startsWith("text/html"));
        QVERIFY(!page.header("Content-Security-Policy").contains("unsafe"));
        QVERIFY(!page.body.contains("c2VjcmV0"));
    }
    const Answer data = client.get("/s/" + id, {{"User-Agent", "hakanai-cli/3.0.0"}});
    QCOMPARE(data.body, QByteArray("c2VjcmV0"));
    QCOMPARE(client.get("/s/" + id, {{"User-Agent", "hakanai-cli/3.0.0"}}).status, 410);
}

void SharingTest::printsTheFirstTokenOnce()
{
    SharingFolder folder;
    folder.configure(kGenerous);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    const QByteArray token = lineAfter(server.output(), "Share token: ");
    QVERIFY(token.size() >= 43);
    HttpClient client({.port = server.port(), .from = freshAddress()});
    QVERIFY(create(client).isEmpty());
    QVERIFY(!create(client, kSecret, bearer(token)).isEmpty());
    const Answer oneTime = client.request("POST", "/api/v1/one-time-token", {}, bearer(token));
    QCOMPARE(oneTime.status, 200);
    const QByteArray once = oneTime.json().value("token"_L1).toString().toUtf8();
    QVERIFY(!create(client, kSecret, bearer(once)).isEmpty());
    QCOMPARE(client.postText("/api/v1/secret", kSecret, bearer(once)).status, 403);
    server.kill();
    QVERIFY2(server.start(), server.output().constData());
    QVERIFY(!server.output().contains("Share token: "));
    client.disconnect();
    HttpClient again({.port = server.port(), .from = freshAddress()});
    QVERIFY(!create(again, kSecret, bearer(token)).isEmpty());
}

void SharingTest::resetsTokensWithHakanaisFlags()
{
    SharingFolder folder;
    folder.configure(kGenerous);
    ServerProcess server(folder);
    const QStringList admin{u"--enable-admin-token"_s, u"--trusted-ip-ranges"_s, u"127.0.0.0/8"_s};
    QVERIFY2(server.start(admin), server.output().constData());
    const QByteArray share = lineAfter(server.output(), "Share token: ");
    const QByteArray first = lineAfter(server.output(), "Admin token: ");
    QVERIFY(!share.isEmpty() && !first.isEmpty());

    const Outcome without = folder.run({u"serve"_s, u"--reset-admin-token"_s});
    QCOMPARE(without.exitCode, 2);
    const Outcome reset = folder.run(QStringList{u"serve"_s, u"--reset-admin-token"_s, u"--reset-user-tokens"_s} + admin);
    QVERIFY2(reset.exitCode == 0, reset.errors.constData());
    const QByteArray second = lineAfter(reset.output, "Admin token: ");
    const QByteArray newShare = lineAfter(reset.output, "Share token: ");
    QVERIFY(second.size() >= 43 && second != first);

    HttpClient client({.port = server.port(), .from = freshAddress()});
    const QJsonObject wanted{{u"ttl_seconds"_s, 60}, {u"one_time"_s, false}};
    QCOMPARE(client.post("/api/v1/admin/tokens", wanted, bearer(first)).status, 403);
    QCOMPARE(client.post("/api/v1/admin/tokens", wanted, bearer(second)).status, 200);
    // From a trusted address anybody may create, but a token that is shown has to hold.
    QCOMPARE(client.postText("/api/v1/secret", kSecret, bearer(share)).status, 403);
    QCOMPARE(client.postText("/api/v1/secret", kSecret, bearer(newShare)).status, 200);
    QCOMPARE(client.postText("/api/v1/secret", kSecret).status, 200);
    const Outcome record = folder.run({u"audit"_s, u"list"_s, u"--action"_s, u"token.revoke"_s, u"--json"_s});
    QCOMPARE(record.output.count("\"which\":\"all\""), 2);
}

void SharingTest::refusesAnAdminTokenForEverybody()
{
    SharingFolder folder;
    folder.configure(kGenerous);
    const Outcome refused = folder.run({u"serve"_s, u"--port"_s, u"0"_s, u"--enable-admin-token"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(refused.errors.contains("sharing.trusted_ranges"));
}

void SharingTest::countsAndRecords()
{
    SharingFolder folder;
    folder.configure(kOpen);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = QHostAddress::LocalHost});
    const QByteArray id = create(client, R"({"data":"c2VjcmV0","expires_in":60,"restrictions":{"allowed_ips":["127.0.0.1"]}})");
    QCOMPARE(metric(client, "hakanai_secrets_created_total{user_type=\"anonymous\"}"), 1);
    QCOMPARE(metric(client, "hakanai_secrets_with_restrictions_total{user_type=\"anonymous\",type=\"1\"}"), 1);
    QCOMPARE(metric(client, "hakanai_secret_ttl_seconds_sum{user_type=\"anonymous\"}"), 60);
    QCOMPARE(metric(client, "hakanai_active_secrets"), 1);
    HttpClient stranger({.port = server.port(), .from = freshAddress()});
    QCOMPARE(stranger.get("/api/v1/secret/" + id).status, 403);
    QCOMPARE(client.get("/api/v1/secret/" + id).status, 200);
    QCOMPARE(client.get("/api/v1/secret/" + id).status, 410);
    QCOMPARE(metric(client, "hakanai_secrets_retrieved_total"), 1);
    QCOMPARE(metric(client, "hakanai_active_secrets"), 0);
    QCOMPARE(metric(client, "gatehouse_sharing_requests_total{outcome=\"denied\"}"), 1);
    const QByteArray record = folder.run({u"audit"_s, u"list"_s, u"--target"_s, QString::fromLatin1(id), u"--json"_s}).output;
    QVERIFY2(record.contains("share.create") && record.contains("share.open"), record.constData());
    QVERIFY(record.contains("\"outcome\":\"refused\"") && !record.contains("c2VjcmV0"));
}

void SharingTest::tellsTheWebhookWhatBecomesOfThem()
{
    HttpReceiver receiver([](const Received &) { return HttpReceiver::answer("204 No Content"); });
    SharingFolder folder;
    folder.configure(kOpen + "webhook:\n  url: " + receiver.url() + "\n  events: [share.*]\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = freshAddress()});
    const QByteArray id = create(
        client, R"({"data":"c2VjcmV0","expires_in":60,"restrictions":{"passphrase_hash":")" + QByteArray(64, 'a') + R"("}})");
    QCOMPARE(client.get("/api/v1/secret/" + id, {{"X-Secret-Passphrase", QByteArray(64, 'b')}}).status, 401);
    QCOMPARE(client.get("/api/v1/secret/" + id, {{"X-Secret-Passphrase", QByteArray(64, 'a')}}).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received().size(), 3U, 10'000);
    QByteArray bodies;
    for (const Received &received : receiver.received()) {
        QVERIFY(received.body.contains(id));
        bodies += received.body;
    }
    QCOMPARE(bodies.count(R"("type":"share.create")"), 1);
    QCOMPARE(bodies.count(R"("type":"share.open")"), 2);
    QVERIFY(!bodies.contains("c2VjcmV0") && !bodies.contains(QByteArray(64, 'a')) && !bodies.contains(QByteArray(64, 'b')));
}

void SharingTest::aBackupHoldsNoSecrets()
{
    SharingFolder folder;
    folder.configure(kOpen);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = freshAddress()});
    QVERIFY(!create(client).isEmpty());
    const Outcome backup = folder.run({u"backup"_s, folder.path(u"backup"_s)});
    QVERIFY2(backup.exitCode == 0, backup.errors.constData());
    QFile file(folder.path(u"backup"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("share_tokens"));
    QVERIFY(!content.contains("shared_secrets") && !content.contains(QByteArray("c2VjcmV0").toBase64()));
}

void SharingTest::aRestoreBringsNothingBackToLife()
{
    SharingFolder folder;
    folder.configure(kGenerous);
    const QString backup = folder.path(u"backup"_s);
    QJsonObject session;
    QByteArray later;
    QByteArray oneTime;
    {
        ServerProcess server(folder);
        QVERIFY2(server.start(), server.output().constData());
        QCOMPARE(registerAdmin(server).status, 201);
        session = signIn(server, "admin").json();
        HttpClient client({.port = server.port(), .from = freshAddress()});
        const HeaderList credential = bearer(session.value("access_token"_L1).toString().toUtf8());
        oneTime = client.post("/api/v1/one-time-token", {}, credential).json().value("token"_L1).toString().toUtf8();
        const Outcome made = folder.run({u"backup"_s, backup});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        QCOMPARE(client.post("/auth/logout", {}, credential).status, 204);
        QCOMPARE(client.postText("/api/v1/secret", kSecret, bearer(oneTime)).status, 200);
        later = accessToken(server, "admin"); // which the backup does not know
        QCOMPARE(client.get("/auth/me", bearer(later)).status, 200);
        server.signal(SIGTERM);
        QCOMPARE(server.waitForEnd(20s), 0);
    }
    const Outcome restored = folder.run({u"restore"_s, backup, u"--replace"_s});
    QVERIFY2(restored.exitCode == 0 && restored.output.contains("every session has ended"), restored.errors.constData());
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient client({.port = server.port(), .from = freshAddress()});
    QCOMPARE(client.get("/auth/me", bearer(session.value("access_token"_L1).toString().toUtf8())).status, 401);
    QCOMPARE(client.post("/auth/refresh", {{u"refresh_token"_s, session.value("refresh_token"_L1)}}).status, 401);
    QCOMPARE(client.get("/auth/me", bearer(later)).status, 401);
    QCOMPARE(client.postText("/api/v1/secret", kSecret, bearer(oneTime)).status, 403);
    QCOMPARE(signIn(server, "admin").status, 200);
}

void SharingTest::servesNoneWhenTurnedOff()
{
    SharingFolder folder;
    folder.configure(QByteArray(kGenerous) + "sharing:\n  enabled: false\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QVERIFY(!server.output().contains("Share token: "));
    HttpClient client({.port = server.port(), .from = freshAddress()});
    QCOMPARE(client.postText("/api/v1/secret", kSecret).status, 404);
    QCOMPARE(client.get("/config.json").status, 404);
}

QTEST_GUILESS_MAIN(SharingTest)
#include "test_sharing.moc"
