#include "redis_server.h"
#include "tools.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Without one-time secrets, whose first token would be the first thing in the record.
const QByteArray kAlone = QByteArray(kGenerous) + "sharing:\n  enabled: false\n";

} // namespace

/// The record of a running server, from outside: what is in it, who may read it, what happens without it.
class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyActIsInTheRecord();
    void commandsAreInTheRecord();
    void listsWhatAUserDidByName();
    void whatIsNotThereIsNoEmptyList();
    void onlyOperatorsReadIt_data();
    void onlyOperatorsReadIt();
    void refusesWhatCannotBeAsked_data();
    void refusesWhatCannotBeAsked();
    void pagesAndFilters();
    void provesAnEntryToSomebodyWithTheKeyAlone();
    void withoutARecordNobodyIsAdministered();
    void refusalsByLimitsAreTwoEntriesOfABurst();
    void aFloodOfRefusedSignInsIsFolded();
    void whoMayNotIsInTheRecord();
    void whatIsAwayComesBackAndEndsIsTold();
    void tamperingIsNamed();
    void rollbackIsSeenByTheAnchorAndNotSigned();
    void exportIsChecked_data();
    void exportIsChecked();
    void followsWhatComes();
    void nothingSecretIsInIt();
    void configurationChangesAreTold();

private:
    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                             const QJsonObject &body = {}) const
    {
        return askJson(*m_server, method, path, token, body);
    }
    [[nodiscard]] Answer audit(const QByteArray &path) const { return ask("GET", "/api/v1/admin/audit" + path, m_admin); }
    /// `action outcome` of all entries, oldest first.
    [[nodiscard]] QStringList acts() const
    {
        QStringList acts;
        for (const QJsonValue entry : audit("?order=oldest&limit=500").json().value("items"_L1).toArray())
            acts.append(entry["action"_L1].toString() + u' ' + entry["outcome"_L1].toString());
        return acts;
    }
    [[nodiscard]] Answer addUser(const QString &name, const QString &role = u"user"_s) const
    {
        return ask("POST", "/api/v1/admin/users", m_admin,
                   {{u"username"_s, name}, {u"password"_s, QLatin1StringView(kPassword)}, {u"role"_s, role}});
    }
    [[nodiscard]] int health() const { return ask("GET", "/health", {}).status; }
    [[nodiscard]] QString publicKey() const
    {
        const QString file = m_folder->path(u"key-%1.jsonl"_s.arg(QRandomGenerator::global()->generate()));
        const QByteArray output = m_folder->run({u"audit"_s, u"export"_s, file}).output;
        return QString::fromUtf8(output).section(u"public key: "_s, 1).trimmed();
    }
    /// Changes the database behind the server's back.
    [[nodiscard]] bool tamper(const QString &sql) const
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tampering"_s);
            database.setDatabaseName(databaseFile());
            done = database.open() && QSqlQuery(database).exec(sql);
        }
        QSqlDatabase::removeDatabase(u"tampering"_s);
        return done;
    }
    [[nodiscard]] QString databaseFile() const { return m_folder->path(u"data/gatehouse.db"_s); }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_admin;
};

void AuditTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(kAlone + "audit:\n  origin: example.com/audit\n  checkpoint_interval: 1s\n  anchors: file:"
                        + m_folder->path(u"anchor"_s).toUtf8() + '\n');
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY2(m_server->start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    m_admin = accessToken(*m_server, "admin");
    QVERIFY(!m_admin.isEmpty());
}

void AuditTest::everyActIsInTheRecord()
{
    QCOMPARE(signIn(*m_server, "admin", "Wrong-Horse-7!").status, 401);
    QCOMPARE(addUser(u"bob"_s).status, 201);
    QCOMPARE(addUser(u"bob"_s).status, 409);
    const Answer session = signIn(*m_server, "bob");
    const QByteArray bob = session.json().value("user"_L1)["id"_L1].toString().toUtf8();
    const QJsonObject refresh{{u"refresh_token"_s, session.json().value("refresh_token"_L1)}};
    QCOMPARE(ask("POST", "/auth/refresh", {}, refresh).status, 200);
    QCOMPARE(ask("PATCH", "/api/v1/admin/users/" + bob, m_admin, {{u"role"_s, u"operator"_s}}).status, 200);
    QCOMPARE(ask("DELETE", "/api/v1/admin/users/" + bob, m_admin).status, 204);
    QCOMPARE(ask("DELETE", "/api/v1/admin/users/" + bob, m_admin).status, 404);
    QCOMPARE(acts(),
             (QStringList{u"server.start success"_s, u"key.create success"_s, u"key.activate success"_s, u"key.create success"_s,
                          u"auth.register success"_s, u"auth.login success"_s, u"auth.login refused"_s, u"user.create success"_s,
                          u"user.create refused"_s, u"auth.login success"_s, u"auth.refresh success"_s, u"user.update success"_s,
                          u"user.delete success"_s, u"user.delete refused"_s}));
    const QJsonObject update = audit("?action=user.update").json().value("items"_L1)[0].toObject();
    QCOMPARE(update.value("target"_L1).toString().toUtf8(), bob);
    QCOMPARE(update.value("detail"_L1)["role"_L1].toString(), u"operator"_s);
    QVERIFY(!update.value("actor"_L1).toString().isEmpty());
    QVERIFY(!update.value("session"_L1).toString().isEmpty());
    QVERIFY(!update.value("request_id"_L1).toString().isEmpty());
    QVERIFY(update.value("address"_L1).toString().startsWith(u"127."_s));

    m_server->signal(SIGHUP);
    QTRY_COMPARE(acts().last(), u"config.reload success"_s);
    m_server->signal(SIGTERM);
    QCOMPARE(m_server->waitForEnd(10s), std::optional(0));
    const QByteArray ended = m_folder->run({u"audit"_s, u"list"_s, u"--action"_s, u"server.stop"_s, u"--json"_s}).output;
    QCOMPARE(ended.count("server.stop"), 1);
    QCOMPARE(m_folder->run({u"audit"_s, u"verify"_s}).exitCode, 0);
}

void AuditTest::commandsAreInTheRecord()
{
    QCOMPARE(m_folder->run({u"users"_s, u"add"_s, u"carol"_s}, QByteArray(kPassword) + '\n').exitCode, 0);
    QCOMPARE(m_folder->run({u"users"_s, u"disable"_s, u"carol"_s}).exitCode, 0);
    QCOMPARE(m_folder->run({u"users"_s, u"remove"_s, u"carol"_s}).exitCode, 0);
    const QStringList all = acts();
    QCOMPARE(all.last(3), (QStringList{u"user.create success"_s, u"user.update success"_s, u"user.delete success"_s}));
    QCOMPARE(audit("").json().value("items"_L1)[0]["actor_kind"_L1].toString(), u"command_line"_s);
    // The server goes on from there.
    QCOMPARE(addUser(u"dave"_s).status, 201);
    QCOMPARE(m_folder->run({u"audit"_s, u"verify"_s}).exitCode, 0);
}

void AuditTest::listsWhatAUserDidByName()
{
    QCOMPARE(addUser(u"bob"_s).status, 201);
    const auto listed = [this](const QString &actor) {
        return m_folder->run({u"audit"_s, u"list"_s, u"--json"_s, u"--actor"_s, actor});
    };
    const Outcome byName = listed(u"admin"_s);
    QVERIFY2(byName.output.contains("user.create"), (byName.output + byName.errors).constData());
    QVERIFY(!byName.output.contains("server.start"));
    const QByteArray id = signIn(*m_server, "bob").json().value("user"_L1)["id"_L1].toString().toUtf8();
    QCOMPARE(listed(QString::fromLatin1(id)).output, listed(u"bob"_s).output);
    QCOMPARE(m_folder->run({u"users"_s, u"add"_s, u"carol"_s}, QByteArray(kPassword) + '\n').exitCode, 0);
    const Outcome idle = listed(u"carol"_s);
    QVERIFY2(idle.exitCode == 0 && idle.output.isEmpty(), (idle.output + idle.errors).constData());
}

void AuditTest::whatIsNotThereIsNoEmptyList()
{
    const Outcome nobody = m_folder->run({u"audit"_s, u"list"_s, u"--actor"_s, u"nobody-by-that-name"_s});
    QCOMPARE(nobody.exitCode, 1);
    QVERIFY2(nobody.errors.contains("no actor nobody-by-that-name"), nobody.errors.constData());
    const Outcome nothing = m_folder->run({u"audit"_s, u"list"_s, u"--action"_s, u"user.remove"_s});
    QCOMPARE(nothing.exitCode, 2);
    QVERIFY2(nothing.errors.contains("user.delete, "), nothing.errors.constData());
}

void AuditTest::onlyOperatorsReadIt_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody") << QString() << 401;
    QTest::newRow("user") << u"user"_s << 403;
    QTest::newRow("operator") << u"operator"_s << 200;
}

void AuditTest::onlyOperatorsReadIt()
{
    QFETCH(QString, role);
    QFETCH(int, status);
    QByteArray token;
    if (!role.isEmpty()) {
        QCOMPARE(addUser(u"reader"_s, role).status, 201);
        token = accessToken(*m_server, "reader");
    }
    QTRY_COMPARE(audit("/checkpoint").status, 200);
    for (const char *path : {"", "/0", "/checkpoint", "/0/proof", "/export"})
        QCOMPARE(ask("GET", QByteArray("/api/v1/admin/audit") + path, token).status, status);
}

void AuditTest::refusesWhatCannotBeAsked_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("limit 0") << QByteArray("?limit=0") << 422;
    QTest::newRow("limit 501") << QByteArray("?limit=501") << 422;
    QTest::newRow("limit x") << QByteArray("?limit=x") << 422;
    QTest::newRow("negative entry") << QByteArray("?after=-1") << 422;
    QTest::newRow("beyond 63 bits") << QByteArray("?after=9223372036854775807") << 422;
    QTest::newRow("time") << QByteArray("?from=yesterday") << 422;
    QTest::newRow("time without an offset") << QByteArray("?from=2026-01-31T12:00:00") << 422;
    QTest::newRow("action") << QByteArray("?action=user.%27") << 422;
    QTest::newRow("outcome") << QByteArray("?outcome=maybe") << 422;
    QTest::newRow("order") << QByteArray("?order=random") << 422;
    QTest::newRow("no entry") << QByteArray("/999") << 404;
    QTest::newRow("no number") << QByteArray("/x") << 404;
    QTest::newRow("no proof") << QByteArray("/999/proof") << 404;
    QTest::newRow("checkpoint of more") << QByteArray("/checkpoint?from=999999") << 404;
    QTest::newRow("format") << QByteArray("/export?format=xml") << 422;
    QTest::newRow("an export of nothing") << QByteArray("/export?limit=0") << 422;
    QTest::newRow("an export of too much") << QByteArray("/export?limit=50001") << 422;
    QTest::newRow("quotes in an actor") << QByteArray("?actor=%27%20OR%201%3D1") << 200;
}

void AuditTest::refusesWhatCannotBeAsked()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    if (path.startsWith("/checkpoint"))
        QTRY_COMPARE(audit("/checkpoint").status, 200);
    QCOMPARE(audit(path).status, status);
}

void AuditTest::pagesAndFilters()
{
    for (int i = 0; i < 12; ++i)
        QCOMPARE(addUser(u"user%1"_s.arg(i)).status, 201);
    QStringList names;
    QByteArray after;
    do {
        const QJsonObject page = audit("?action=user.create&limit=5" + after).json();
        for (const QJsonValue entry : page.value("items"_L1).toArray())
            names.append(entry["detail"_L1]["username"_L1].toString());
        after = page.value("next"_L1).isNull() ? QByteArray() : "&after=" + page.value("next"_L1).toString().toUtf8();
    } while (!after.isEmpty());
    QCOMPARE(names.size(), 12);
    QCOMPARE(names.first(), u"user11"_s);
    QCOMPARE(names.last(), u"user0"_s);
    const auto count = [this](const QByteArray &query) { return audit(query).json().value("items"_L1).toArray().size(); };
    QCOMPARE(count("?text=USER7"), 1);
    QCOMPARE(count("?outcome=refused"), 0);
    QCOMPARE(count("?from=2100-01-01"), 0);
    QCOMPARE(count("?until=2020-01-01T00:00:00Z"), 0);
    QCOMPARE(count("?actor=nobody"), 0);
}

void AuditTest::provesAnEntryToSomebodyWithTheKeyAlone()
{
    QTRY_COMPARE(audit("/4/proof").status, 200);
    const QJsonObject proof = audit("/4/proof").json();
    QFile file(m_folder->path(u"entry.tlog-proof"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(proof.value("proof"_L1).toString().toUtf8());
    file.close();
    ServerFolder stranger;
    const Outcome proved = stranger.run({u"audit"_s, u"verify"_s, file.fileName(), u"--key"_s, publicKey()});
    QVERIFY2(proved.exitCode == 0, proved.errors.constData());
    QVERIFY(proved.output.contains("auth.register"));
    // Signed later than the proof, which still leads there.
    QCOMPARE(addUser(u"bob"_s).status, 201);
    const int size = proof.value("size"_L1).toInt();
    QTRY_VERIFY(audit("/checkpoint").json().value("size"_L1).toInt() > size);
    QVERIFY(audit("/checkpoint?from=" + QByteArray::number(size)).json().value("consistency"_L1).isArray());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("index 4", "index 0");
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    QCOMPARE(stranger.run({u"audit"_s, u"verify"_s, file.fileName(), u"--key"_s, publicKey()}).exitCode, 1);
}

void AuditTest::withoutARecordNobodyIsAdministered()
{
    QCOMPARE(addUser(u"bob"_s).status, 201);
    QCOMPARE(health(), 200);
    QVERIFY(QFile::rename(databaseFile(), databaseFile() + u".away"_s));
    const Answer refused = addUser(u"carol"_s);
    QCOMPARE(refused.status, 503);
    QVERIFY(!refused.body.contains("gatehouse.db"));
    QTRY_COMPARE(health(), 503);
    QCOMPARE(signIn(*m_server, "admin").status, 200);
    QVERIFY(QFile::rename(databaseFile() + u".away"_s, databaseFile()));
    QTRY_COMPARE(health(), 200);
    QCOMPARE(addUser(u"carol"_s).status, 201);
    const QStringList all = acts();
    QCOMPARE(all.count(u"user.create success"_s), 2);
    QVERIFY(all.contains(u"audit.gap failed"_s));
    QCOMPARE(m_folder->run({u"audit"_s, u"verify"_s}).exitCode, 0);
}

void AuditTest::refusalsByLimitsAreTwoEntriesOfABurst()
{
    ServerFolder folder;
    folder.configure("app:\n  mode: development\nlimits:\n  general: {quota: 3}\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    const QHostAddress caller = freshAddress();
    HttpClient client({.port = server.port(), .from = caller});
    for (int i = 0; i < 20; ++i)
        (void)client.get("/auth/verify");
    server.signal(SIGTERM);
    QCOMPARE(server.waitForEnd(10s), std::optional(0));
    const QByteArray refusals = folder.run({u"audit"_s, u"list"_s, u"--action"_s, u"limit.refuse"_s, u"--json"_s}).output;
    QCOMPARE(refusals.count("limit.refuse"), 2);
    QVERIFY2(refusals.contains(R"("count":"17")"), refusals.constData());
    QVERIFY(refusals.contains(caller.toString().toUtf8()));
    QVERIFY(refusals.contains(R"("target":"general")"));
}

void AuditTest::aFloodOfRefusedSignInsIsFolded()
{
    ServerFolder folder;
    folder.configure(kAlone);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QCOMPARE(registerAdmin(server).status, 201);
    for (int i = 0; i < 50; ++i) // each from another address
        QCOMPARE(signIn(server, "nobody", "Wrong-Horse-7!").status, 401);
    QCOMPARE(signIn(server, "admin", "Wrong-Horse-7!").status, 401);
    server.signal(SIGTERM);
    QCOMPARE(server.waitForEnd(10s), std::optional(0));
    const QByteArray refusals = folder.run({u"audit"_s, u"list"_s, u"--action"_s, u"auth.login"_s, u"--json"_s}).output;
    QCOMPARE(refusals.count("auth.login"), 30 + 1 + 1);
    QVERIFY2(refusals.contains(R"("count":"20")"), refusals.constData());
}

void AuditTest::whoMayNotIsInTheRecord()
{
    QCOMPARE(addUser(u"reader"_s, u"operator"_s).status, 201);
    const QByteArray reader = accessToken(*m_server, "reader");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(ask("POST", "/api/v1/admin/users", reader, {{u"username"_s, u"mallory"_s}}).status, 403);
    QCOMPARE(ask("GET", "/api/v1/admin/users", reader.chopped(4) + "AAAA").status, 401);
    QCOMPARE(ask("GET", "/api/v1/admin/users", {}).status, 401); // nobody has tried to be somebody
    const auto refusals = [this] { return audit("?action=auth.refuse&order=oldest").json().value("items"_L1).toArray(); };
    QTRY_VERIFY(refusals().size() >= 2);
    const QJsonObject right = refusals()[0].toObject();
    QCOMPARE(right.value("actor_kind"_L1).toString(), u"user"_s);
    QVERIFY(!right.value("session"_L1).toString().isEmpty());
    QCOMPARE(right.value("outcome"_L1).toString(), u"refused"_s);
    QCOMPARE(right.value("target"_L1).toString(), u"createUser"_s);
    QCOMPARE(right.value("detail"_L1)["reason"_L1].toString(), u"this needs the role admin"_s);
    bool forgerIsToldOf = false;
    for (const QJsonValue entry : refusals())
        forgerIsToldOf = forgerIsToldOf || entry["actor_kind"_L1].toString() == u"anonymous";
    QVERIFY(forgerIsToldOf);
}

void AuditTest::whatIsAwayComesBackAndEndsIsTold()
{
    RedisServer redis;
    ServerFolder folder;
    folder.configure("app:\n  mode: development\n");
    folder.setVariable(u"REDIS_URL"_s, QString::fromUtf8(redis.url()));
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    const auto redisIs = [&server] {
        const QJsonObject health = HttpClient({.port = server.port(), .from = freshAddress()}).get("/health").json();
        return health.value("checks"_L1)["redis"_L1]["status"_L1].toString();
    };
    QTRY_COMPARE(redisIs(), u"healthy"_s);
    redis.kill();
    QTRY_COMPARE(redisIs(), u"unhealthy"_s);
    redis.start();
    QTRY_COMPARE(redisIs(), u"healthy"_s);
    server.signal(SIGTERM);
    QCOMPARE(server.waitForEnd(10s), std::optional(0));

    QStringList told;
    for (const QByteArray &line : folder.run({u"audit"_s, u"list"_s, u"--json"_s}).output.trimmed().split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        const QString act = entry["action"_L1].toString() + u' ' + entry["detail"_L1]["what"_L1].toString();
        if (act.startsWith(u"server."_s) && (told.isEmpty() || told.last() != act)) // degraded, then unhealthy, is one
            told.append(act);
    }
    QCOMPARE(told.value(0), u"server.start "_s);
    // Before that it is told, too, where a busy machine did not reach Redis at once.
    QVERIFY(told.size() >= 5);
    QCOMPARE(told.last(4),
             (QStringList{u"server.degrade redis"_s, u"server.recover redis"_s, u"server.drain "_s, u"server.stop "_s}));
}

void AuditTest::tamperingIsNamed()
{
    QCOMPARE(addUser(u"bob"_s).status, 201);
    QTRY_COMPARE(audit("/4/proof").status, 200);
    QVERIFY(tamper(u"UPDATE audit_entries SET content = CAST(substr(content, 1, length(content) - 1) "
                   "|| CASE substr(content, -1) WHEN x'21' THEN x'22' ELSE x'21' END AS BLOB) WHERE sequence = 1"_s));
    const Outcome found = m_folder->run({u"audit"_s, u"verify"_s});
    QCOMPARE(found.exitCode, 1);
    QVERIFY2(found.errors.contains("altered: entry 1 was altered"), found.errors.constData());
}

void AuditTest::rollbackIsSeenByTheAnchorAndNotSigned()
{
    const auto stop = [this] {
        m_server->signal(SIGTERM);
        return m_server->waitForEnd(10s) == std::optional(0);
    };
    QVERIFY(stop());
    QVERIFY(QFile::copy(databaseFile(), databaseFile() + u".old"_s));
    QVERIFY2(m_server->start(), m_server->output().constData());
    QCOMPARE(addUser(u"mallory"_s, u"admin"_s).status, 201);
    QVERIFY(stop());
    // What mallory did is to be forgotten.
    QVERIFY(QFile::remove(databaseFile()) && QFile::rename(databaseFile() + u".old"_s, databaseFile()));
    const QString key = publicKey();
    QCOMPARE(m_folder->run({u"audit"_s, u"verify"_s, u"--key"_s, key}).exitCode, 0); // by itself it is sound
    for (const QStringList &against :
         {QStringList(), QStringList{u"--key"_s, key, u"--checkpoint"_s, m_folder->path(u"anchor"_s)}}) {
        const Outcome found = m_folder->run(QStringList{u"audit"_s, u"verify"_s} + against);
        QCOMPARE(found.exitCode, 1);
        QVERIFY2(found.errors.contains("rolled_back"), found.errors.constData());
    }
    QVERIFY2(m_server->start(), m_server->output().constData());
    QTRY_COMPARE(health(), 503);
    QVERIFY(m_server->output().contains("was rolled back"));
}

void AuditTest::exportIsChecked_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("JSON Lines") << u"jsonl"_s;
    QTest::newRow("CSV") << u"csv"_s;
}

void AuditTest::exportIsChecked()
{
    QFETCH(QString, format);
    QCOMPARE(addUser(u"bob"_s).status, 201);
    QTRY_COMPARE(audit("/2/proof").status, 200);
    const QString key = publicKey();
    const QString path = m_folder->path(u"record."_s + format);
    QCOMPARE(m_folder->run({u"audit"_s, u"export"_s, path, u"--format"_s, format}).exitCode, 0);
    QCOMPARE(m_folder->run({u"audit"_s, u"export"_s, path}).exitCode, 1); // nothing is written over
    ServerFolder stranger;
    const QStringList check{u"audit"_s, u"verify"_s, path, u"--key"_s, key};
    const Outcome sound = stranger.run(check);
    QVERIFY2(sound.exitCode == 0, sound.errors.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    file.close();
    QCOMPARE(audit("/export?format=" + format.toLatin1()).status, 200);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(text).replace("auth.register", "auth.refresh_"));
    file.close();
    const Outcome altered = stranger.run(check);
    QCOMPARE(altered.exitCode, 1);
    QVERIFY2(altered.errors.contains("entry 4 was altered"), altered.errors.constData());
}

void AuditTest::followsWhatComes()
{
    QProcess follow;
    follow.setProcessEnvironment(m_folder->environment());
    follow.start(gatehouseProgram(), QStringList{u"audit"_s, u"follow"_s, u"--action"_s, u"user.create"_s} + m_folder->flags());
    QVERIFY(follow.waitForStarted());
    QByteArray seen;
    for (int i = 0; i < 100 && !seen.contains("follower"); ++i) { // it may not have looked yet when the first one is made
        QCOMPARE(addUser(u"follower%1"_s.arg(i)).status, 201);
        follow.waitForReadyRead(100);
        seen += follow.readAllStandardOutput();
    }
    follow.kill();
    follow.waitForFinished();
    QVERIFY(seen.contains(R"("action":"user.create")"));
}

void AuditTest::nothingSecretIsInIt()
{
    QCOMPARE(signIn(*m_server, "Secret-Name-7!").status, 401); // a password in the wrong field
    const Answer session = signIn(*m_server, "admin");
    QCOMPARE(ask("POST", "/auth/refresh", {}, {{u"refresh_token"_s, session.json().value("refresh_token"_L1)}}).status, 200);
    QCOMPARE(addUser(u"bob"_s).status, 201);
    const QByteArray everything = audit("/export").body + audit("?limit=500").body;
    QVERIFY(everything.contains("user.create"));
    for (const QByteArray &secret :
         {QByteArray(kPassword), QByteArray("Secret-Name"), session.json().value("refresh_token"_L1).toString().toUtf8(),
          session.json().value("access_token"_L1).toString().toUtf8(), QByteArray("argon2")})
        QVERIFY(!everything.contains(secret));
}

void AuditTest::configurationChangesAreTold()
{
    const auto reloads = [this] { return audit("?action=config.reload&order=oldest").json().value("items"_L1).toArray(); };
    m_folder->configure(kAlone + "http:\n  allowed_origins: [https://app.example.com]\n");
    m_server->signal(SIGHUP);
    QTRY_COMPARE(reloads().size(), 1);
    const QJsonObject changes = reloads()[0].toObject().value("detail"_L1).toObject();
    QCOMPARE(changes.value("http.allowed_origins"_L1).toString(), u"the default became \"https://app.example.com\""_s);
    QCOMPARE(changes.value("audit.checkpoint_interval"_L1).toString(), u"\"1s\" became the default"_s);
    m_folder->configure("http:\n  port: none\n");
    m_server->signal(SIGHUP);
    QTRY_COMPARE(reloads().size(), 2);
    const QJsonObject refused = reloads()[1].toObject();
    QCOMPARE(refused.value("outcome"_L1).toString(), u"refused"_s);
    QVERIFY(refused.value("detail"_L1)["reason"_L1].toString().contains(u"http.port"_s));
}

QTEST_GUILESS_MAIN(AuditTest)
#include "test_audit.moc"
