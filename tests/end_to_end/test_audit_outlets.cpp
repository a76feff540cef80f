#include "../server/webhooks/http_receiver.h"
#include "redis_server.h"
#include "tools.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using gatehouse::tests::HttpReceiver;
using gatehouse::tests::Received;

/// Where the record of a running server goes: webhooks, anchors, a file for collectors, sealed files, exports in pages.
class AuditOutletsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWebhookIsToldUnderHakanaisNames();
    void chosenHeadersAreInEntriesAndInWhatTheWebhookIsTold();
    void aReloadChangesTheReceiver();
    void aReceiverThatHangsDelaysNoRequest();
    void deadLettersAreShownAndSentAgain();
    void checkpointsAreHandedToUrlsAndRedis();
    void aFailingAnchorIsToldOfInHealth();
    void theLogFileIsOpenedAnewOnHup();
    void whatIsOldIsSealedAndVerifies();
    void anExportComesInPages();

private:
    void start(const QByteArray &settings)
    {
        m_folder->configure(QByteArray(kGenerous) + settings);
        m_server = std::make_unique<ServerProcess>(*m_folder);
        QVERIFY2(m_server->start(), m_server->output().constData());
        QCOMPARE(registerAdmin(*m_server).status, 201);
        m_admin = accessToken(*m_server, "admin");
        QVERIFY(!m_admin.isEmpty());
    }
    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {}) const
    {
        return askJson(*m_server, method, path, m_admin, body);
    }
    [[nodiscard]] Answer addUser(const QString &name) const
    {
        return ask("POST", "/api/v1/admin/users",
                   {{u"username"_s, name}, {u"password"_s, QLatin1StringView(kPassword)}, {u"role"_s, u"user"_s}});
    }
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray accept(const Received & /*request*/) { return HttpReceiver::answer("204 No Content"); }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_admin;
};

void AuditOutletsTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
}

void AuditOutletsTest::theWebhookIsToldUnderHakanaisNames()
{
    HttpReceiver receiver(accept);
    m_folder->setVariable(u"HAKANAI_WEBHOOK_URL"_s, QString::fromLatin1(receiver.url()));
    m_folder->setVariable(u"HAKANAI_WEBHOOK_TOKEN"_s, u"0f3a-a-token-of-the-webhook-77"_s);
    m_folder->setVariable(u"WEBHOOK_SIGNING_KEY"_s, u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s);
    start({});
    HttpClient client({.port = m_server->port()});
    QCOMPARE(addUser(u"bob"_s).status, 201);
    const auto find = [&receiver](const char *type) {
        for (const Received &request : receiver.received()) {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            if (body.value("type"_L1).toString() == QLatin1StringView(type))
                return std::pair(request, body);
        }
        return std::pair(Received(), QJsonObject());
    };
    QTRY_VERIFY(!find("user.create").second.isEmpty());
    const auto [request, body] = find("user.create");
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer 0f3a-a-token-of-the-webhook-77"));
    QVERIFY(request.headers.value("webhook-signature").startsWith("v1,"));
    QCOMPARE(body.value("details"_L1)["username"_L1].toString(), u"bob"_s);
    QCOMPARE(body.value("data"_L1)["action"_L1].toString(), u"user.create"_s);
    QTRY_VERIFY(metric(client, "gatehouse_webhook_delivered_total") > 0);
    const QJsonObject state = ask("GET", "/api/v1/admin/webhook").json();
    QCOMPARE(state.value("state"_L1).toString(), u"closed"_s);
    for (const QByteArray &shown : {ask("GET", "/api/v1/admin/webhook").body, m_server->output(), request.body})
        QVERIFY(!shown.contains("0f3a-a-token"));
}

void AuditOutletsTest::chosenHeadersAreInEntriesAndInWhatTheWebhookIsTold()
{
    HttpReceiver receiver(accept);
    m_folder->setVariable(u"HAKANAI_WEBHOOK_URL"_s, QString::fromLatin1(receiver.url()));
    m_folder->setVariable(u"HAKANAI_WEBHOOK_HEADERS"_s, u"User-Agent,X-Request-Source"_s);
    start("sharing:\n  allow_anonymous: true\n");
    HttpClient client({.port = m_server->port()});
    const HeaderList headers{{"User-Agent", "curl/8.1 password=hunter2"}, {"X-Request-Source", "branch"}, {"X-Other", "kept"}};
    const auto act = [&](const QByteArray &path, const QByteArray &body, const QByteArray &token = {}) {
        return client.request("POST", path, body,
                              headers + HeaderList{{"Content-Type", "application/json"}, {"Authorization", "Bearer " + token}});
    };
    QCOMPARE(client.postText("/api/v1/secret", R"({"data":"c2VjcmV0","expires_in":3600})", headers).status, 200);
    QCOMPARE(act("/api/v1/admin/users", R"({"username":"bob","password":"Correct-Horse-7!","role":"user"})", m_admin).status,
             201);
    QCOMPARE(client.postText("/auth/login", R"({"username":"bob","password":"wrong"})", headers).status, 401);
    QCOMPARE(act("/api/v1/admin/webhook/retry", {}, m_admin).status, 200);
    const auto detailsOf = [&receiver](const char *type) {
        for (const Received &request : receiver.received()) {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            const QJsonObject details = body.value("details"_L1).toObject();
            if (body.value("type"_L1).toString() == QLatin1StringView(type) && details.contains("user-agent"_L1))
                return details;
        }
        return QJsonObject();
    };
    for (const char *type : {"share.create", "user.create", "auth.login", "webhook.retry"}) {
        QTRY_VERIFY2(!detailsOf(type).isEmpty(), type);
        QCOMPARE(detailsOf(type).value("x-request-source"_L1).toString(), u"branch"_s);
        QVERIFY(detailsOf(type).value("user-agent"_L1).toString().startsWith(u"curl/8.1"));
    }
    const QByteArray all = ask("GET", "/api/v1/admin/audit?limit=500").body;
    QVERIFY(all.contains(R"("header.x-request-source":"branch")"));
    for (const char *unwanted : {"x-other", "kept", "hunter2"})
        QVERIFY(!all.contains(unwanted));

    // Others, while the server runs.
    QCOMPARE(ask("PATCH", "/api/v1/admin/config", {{u"webhook.headers"_s, u"x-other"_s}}).status, 200);
    QCOMPARE(client.postText("/auth/login", R"({"username":"bob","password":"wrong"})", headers).status, 401);
    const QByteArray latest = ask("GET", "/api/v1/admin/audit?action=auth.login&limit=1").body;
    QVERIFY2(latest.contains(R"("header.x-other":"kept")") && !latest.contains("branch"), latest.constData());
    const Answer refused = ask("PATCH", "/api/v1/admin/config", {{u"webhook.headers"_s, u"Authorization"_s}});
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains("credential"), refused.body.constData());
}

void AuditOutletsTest::aReloadChangesTheReceiver()
{
    HttpReceiver first(accept);
    HttpReceiver second(accept);
    const QString token = m_folder->path(u"token"_s);
    const auto write = [&token](const QByteArray &secret) {
        QFile file(token);
        return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && file.write(secret) == secret.size();
    };
    QVERIFY(write("0f3a-the-first-token-of-it"));
    m_folder->setVariable(u"WEBHOOK_TOKEN_FILE"_s, token);
    const auto reload = [this](const QByteArray &settings) {
        m_folder->configure(QByteArray(kGenerous) + settings);
        m_server->signal(SIGHUP);
    };
    start({});
    QCOMPARE(ask("GET", "/api/v1/admin/webhook").json().value("state"_L1).toString(), u"off"_s);
    reload("webhook:\n  url: " + first.url() + "\n  events: [user.create]\n");
    QTRY_COMPARE(ask("GET", "/api/v1/admin/webhook").json().value("state"_L1).toString(), u"closed"_s);
    QTRY_VERIFY(m_folder->run({u"webhook"_s, u"status"_s}).exitCode == 0);
    QCOMPARE(addUser(u"alice"_s).status, 201);
    QTRY_COMPARE(first.received().size(), 1);
    QCOMPARE(first.received().front().headers.value("authorization"), QByteArray("Bearer 0f3a-the-first-token-of-it"));

    // While nobody listens entries wait, and the next one gets them.
    first.respond([](const Received &) { return HttpReceiver::answer("503 Not now"); });
    QCOMPARE(addUser(u"bob"_s).status, 201);
    QTRY_VERIFY(first.received().size() >= 2);
    QVERIFY(write("1f3a-the-second-token-of-it"));
    reload("webhook:\n  url: " + second.url() + "\n  events: [user.create]\n");
    QTRY_COMPARE(second.received().size(), 1);
    QVERIFY(second.received().front().body.contains("\"bob\""));
    QCOMPARE(second.received().front().headers.value("authorization"), QByteArray("Bearer 1f3a-the-second-token-of-it"));
    HttpClient client({.port = m_server->port()});
    QTRY_COMPARE(metric(client, "gatehouse_webhook_delivered_total"), 2); // the first one's counts

    // What does not hold changes nothing.
    reload("webhook:\n  url: " + first.url() + "\n  events: [made.up]\n");
    QTRY_VERIFY(ask("GET", "/api/v1/admin/audit?action=config.reload&outcome=refused").body.contains("made.up"));
    QCOMPARE(addUser(u"carol"_s).status, 201);
    QTRY_COMPARE(second.received().size(), 2);
    reload({});
    QTRY_COMPARE(ask("GET", "/api/v1/admin/webhook").json().value("state"_L1).toString(), u"off"_s);
}

void AuditOutletsTest::aReceiverThatHangsDelaysNoRequest()
{
    HttpReceiver receiver(accept);
    receiver.hang(true);
    start("webhook:\n  url: " + receiver.url() + '\n');
    QTRY_VERIFY(!receiver.received().empty());
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(addUser(u"user%1"_s.arg(i)).status, 201);
    QVERIFY(timer.elapsed() < 4'000); // less than one attempt
    m_server->signal(SIGTERM);
    QCOMPARE(m_server->waitForEnd(10s), std::optional(0));
}

void AuditOutletsTest::deadLettersAreShownAndSentAgain()
{
    std::atomic<bool> refuses = true;
    HttpReceiver receiver([&](const Received &request) { return refuses ? HttpReceiver::answer("422 No") : accept(request); });
    start("webhook:\n  url: " + receiver.url() + "\n  events: [user.create]\n");
    QCOMPARE(addUser(u"bob"_s).status, 201);
    QTRY_COMPARE(ask("GET", "/api/v1/admin/webhook").json().value("dead_letters_total"_L1).toInt(), 1);
    const QJsonObject letter = ask("GET", "/api/v1/admin/webhook").json().value("dead_letters"_L1)[0].toObject();
    QCOMPARE(letter.value("reason"_L1).toString(), u"the receiver answered 422"_s);
    QVERIFY(m_folder->run({u"webhook"_s, u"status"_s}).output.contains("the receiver answered 422"));
    refuses = false;
    QCOMPARE(ask("POST", "/api/v1/admin/webhook/retry").json().value("retried"_L1).toInt(), 1);
    QTRY_COMPARE(ask("GET", "/api/v1/admin/webhook").json().value("dead_letters_total"_L1).toInt(), 0);
    QCOMPARE(receiver.received().size(), 2);
    QCOMPARE(m_folder->run({u"webhook"_s, u"retry"_s}).exitCode, 0);
    const Answer told = ask("GET", "/api/v1/admin/audit?action=webhook.retry&order=oldest");
    QCOMPARE(told.json().value("items"_L1).toArray().size(), 2);
    QCOMPARE(askJson(*m_server, "GET", "/api/v1/admin/webhook", {}).status, 401);
}

void AuditOutletsTest::checkpointsAreHandedToUrlsAndRedis()
{
    RedisServer redis;
    HttpReceiver receiver(accept);
    m_folder->setVariable(u"REDIS_URL"_s, QString::fromLatin1(redis.url()));
    start("audit:\n  checkpoint_interval: 1s\n  anchors: [\"" + receiver.url() + "\", \"redis:anchored\"]\n");
    QTRY_VERIFY_WITH_TIMEOUT(!receiver.received().empty(), 10'000);
    const Received posted = receiver.received().front();
    QVERIFY(posted.headers.value("content-type").startsWith("text/plain"));
    QVERIFY(!posted.headers.contains("authorization"));
    QVERIFY(posted.body.contains("\n\n\xe2\x80\x94 ")); // a signed note
    QTRY_VERIFY_WITH_TIMEOUT(redis.command({"LINDEX", "anchored", "0"}).contains("\xe2\x80\x94 "), 10'000);
}

void AuditOutletsTest::aFailingAnchorIsToldOfInHealth()
{
    HttpReceiver receiver([](const Received &) { return HttpReceiver::answer("500 Oops"); });
    start("audit:\n  checkpoint_interval: 1s\n  anchors: [\"" + receiver.url() + "\"]\n");
    QTRY_VERIFY_WITH_TIMEOUT(!receiver.received().empty(), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(ask("GET", "/health").status, 503, 10'000);
    QCOMPARE(addUser(u"bob"_s).status, 201); // and everything works
}

void AuditOutletsTest::theLogFileIsOpenedAnewOnHup()
{
    const QString path = m_folder->path(u"audit.log"_s);
    start("audit:\n  log_file: " + path.toUtf8() + '\n');
    QCOMPARE(addUser(u"bob"_s).status, 201);
    QTRY_VERIFY(contentOf(u"audit.log"_s).contains(R"("action":"user.create")"));
    QVERIFY(QFile::rename(path, path + u".1"_s));
    m_server->signal(SIGHUP);
    QTRY_VERIFY(contentOf(u"audit.log"_s).contains("config.reload"));
    QVERIFY(!contentOf(u"audit.log.1"_s).contains("config.reload"));
    m_server->signal(SIGTERM);
    QCOMPARE(m_server->waitForEnd(10s), std::optional(0));
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY(m_server->start());
    QTRY_VERIFY(contentOf(u"audit.log"_s).count("server.start") == 1);
    // All of the record from the first line on, each entry once.
    const QByteArray lines = contentOf(u"audit.log.1"_s) + contentOf(u"audit.log"_s);
    qint64 next = -1;
    for (const QByteArray &line : lines.trimmed().split('\n')) {
        const qint64 sequence = QJsonDocument::fromJson(line).object().value("sequence"_L1).toInteger(-1);
        QVERIFY(next < 0 || sequence == next);
        next = sequence + 1;
    }
    QCOMPARE(QFile::permissions(path) & 0x77, QFile::Permissions());
}

void AuditOutletsTest::whatIsOldIsSealedAndVerifies()
{
    start("audit:\n  checkpoint_interval: 1s\n  retention: 2s\n");
    for (int i = 0; i < 270; ++i) // a tile and more
        QCOMPARE(ask("DELETE", "/api/v1/admin/users/01ARZ3NDEKTSV4RRFFQ69G5FAV").status, 404);
    const auto sealed = [this] {
        return QDir(m_folder->path(u"data/audit-segments"_s)).entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name);
    };
    QTRY_COMPARE_WITH_TIMEOUT(sealed().size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ask("GET", "/api/v1/admin/audit/0").status, 410, 10'000);
    const Outcome sound = m_folder->run({u"audit"_s, u"verify"_s});
    QVERIFY2(sound.exitCode == 0, sound.errors.constData());
    QVERIFY(sound.output.contains("sealed: the entries before 256"));
    const QString file = m_folder->path(u"data/audit-segments/"_s) + sealed().first();
    const Outcome alone = m_folder->run({u"audit"_s, u"verify"_s, file});
    QVERIFY2(alone.exitCode == 0, alone.errors.constData());
    const QString rest = m_folder->path(u"rest.jsonl"_s);
    QCOMPARE(m_folder->run({u"audit"_s, u"export"_s, rest}).exitCode, 0);
    const Outcome together = m_folder->run({u"audit"_s, u"verify"_s, file, rest});
    QVERIFY2(together.exitCode == 0, together.errors.constData());
    QFile tampered(file);
    QVERIFY(tampered.open(QIODevice::ReadWrite));
    QByteArray text = tampered.readAll();
    text.replace("127.", "126.");
    tampered.seek(0);
    tampered.write(text);
    tampered.close();
    const Outcome altered = m_folder->run({u"audit"_s, u"verify"_s});
    QCOMPARE(altered.exitCode, 1);
    QVERIFY2(altered.errors.contains("is not the file that was sealed"), altered.errors.constData());
}

void AuditOutletsTest::anExportComesInPages()
{
    start("audit:\n  checkpoint_interval: 1s\n");
    QTRY_COMPARE(ask("GET", "/api/v1/admin/audit/checkpoint").status, 200);
    const Answer all = ask("GET", "/api/v1/admin/audit/export");
    QCOMPARE(all.status, 200);
    QVERIFY(all.header("Link").isNull());
    const Answer part = ask("GET", "/api/v1/admin/audit/export?first=2");
    QVERIFY(part.body.startsWith(R"({"format":"gatehouse-audit-1","first":2,"before":[)"));
    QCOMPARE(ask("GET", "/api/v1/admin/audit/export?first=100000").status, 404);
    QCOMPARE(ask("GET", "/api/v1/admin/audit/export?first=x").status, 422);
}

QTEST_GUILESS_MAIN(AuditOutletsTest)
#include "test_audit_outlets.moc"
