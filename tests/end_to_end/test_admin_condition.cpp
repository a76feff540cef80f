#include "tools.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// How the server is doing and how hard it is, what a limit would have done, and overrides taken back from the command line.
class AdminConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void operatorsMayLookAndUsersMayNot_data();
    void operatorsMayLookAndUsersMayNot();
    void healthTellsWhatGoesWithout();
    void postureNamesWhatIsWeakAndWhatToDo();
    void postureJudgesWhoMayLeaveSecrets();
    void aPreviewSaysWhatALimitWouldHaveRefused();
    void aPreviewRefusesWhatIsNoPolicy();
    void overridesAreListedAndTakenBack();
    void whatIsConfiguredIsShownWithoutADatabase();

private:
    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {}) const
    {
        return askJson(*m_server, method, "/api/v1/admin" + path, m_admin, body);
    }
    [[nodiscard]] QJsonObject finding(const QString &id) const
    {
        for (const QJsonValue item : ask("GET", "/posture").json().value("items"_L1).toArray()) {
            if (item["id"_L1].toString() == id)
                return item.toObject();
        }
        return {};
    }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_admin;
};

void AdminConditionTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(kGenerous);
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY2(m_server->start({u"--http-workers"_s, u"2"_s}), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    m_admin = accessToken(*m_server, "admin");
}

void AdminConditionTest::operatorsMayLookAndUsersMayNot_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("health") << QByteArray("GET") << QByteArray("/health") << QJsonObject();
    QTest::newRow("posture") << QByteArray("GET") << QByteArray("/posture") << QJsonObject();
    QTest::newRow("preview") << QByteArray("POST") << QByteArray("/limits/preview/general")
                             << QJsonObject{{u"quota"_s, 5}, {u"window_seconds"_s, 60}};
}

void AdminConditionTest::operatorsMayLookAndUsersMayNot()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QJsonObject, body);
    for (const auto &[name, role] : {std::pair(u"olga"_s, u"operator"_s), std::pair(u"uwe"_s, u"user"_s)}) {
        const QJsonObject user{{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}, {u"role"_s, role}};
        QCOMPARE(ask("POST", "/users", user).status, 201);
    }
    const QByteArray whole = "/api/v1/admin" + path;
    QCOMPARE(askJson(*m_server, method, whole, {}, body).status, 401);
    QCOMPARE(askJson(*m_server, method, whole, accessToken(*m_server, "uwe"), body).status, 403);
    QCOMPARE(askJson(*m_server, method, whole, accessToken(*m_server, "olga"), body).status, 200);
}

void AdminConditionTest::healthTellsWhatGoesWithout()
{
    const QJsonObject health = ask("GET", "/health").json();
    QCOMPARE(health["status"_L1].toString(), u"healthy"_s);
    QVERIFY(!health["draining"_L1].toBool(true));
    const QJsonArray items = health["items"_L1].toArray();
    QVERIFY(items.size() >= 2);
    for (const QJsonValue item : items) {
        QVERIFY2(!item["without"_L1].toString().isEmpty(), qPrintable(item["name"_L1].toString()));
        QVERIFY(item["latency_ms"_L1].isDouble());
        QVERIFY(item["last_failure"_L1].isNull());
    }
}

void AdminConditionTest::postureNamesWhatIsWeakAndWhatToDo()
{
    const QJsonObject posture = ask("GET", "/posture").json();
    const QJsonArray items = posture["items"_L1].toArray();
    QVERIFY(items.size() >= 20);
    QCOMPARE(posture["verdict"_L1], items[0]["verdict"_L1]); // the worst first
    for (const QJsonValue item : items) {
        QVERIFY(!item["evidence"_L1].toString().isEmpty());
        QVERIFY2((item["verdict"_L1].toString() == u"good") == item["remedy"_L1].isNull(), qPrintable(item["id"_L1].toString()));
    }
    QCOMPARE(finding(u"limits.enabled"_s)["verdict"_L1].toString(), u"good"_s);
    QCOMPARE(finding(u"auth.mode"_s)["verdict"_L1].toString(), u"weak"_s);
    QCOMPARE(finding(u"auth.passwords"_s)["verdict"_L1].toString(), u"weak"_s); // as the tests have it cheap
    QCOMPARE(finding(u"secrets.signing_keys"_s)["verdict"_L1].toString(), u"weak"_s);
    QCOMPARE(finding(u"machine.data_folder"_s)["verdict"_L1].toString(), u"good"_s);
    QCOMPARE(finding(u"machine.dumps"_s)["verdict"_L1].toString(), u"good"_s);
    // It goes by what is in force now.
    QCOMPARE(ask("PATCH", "/config", {{u"limits.enabled"_s, false}, {u"http.allowed_origins"_s, QJsonArray{u"*"_s}}}).status,
             200);
    QCOMPARE(finding(u"limits.enabled"_s)["verdict"_L1].toString(), u"bad"_s);
    QCOMPARE(finding(u"door.origins"_s)["verdict"_L1].toString(), u"bad"_s);
    QCOMPARE(ask("GET", "/posture").json().value("verdict"_L1).toString(), u"bad"_s);
}

void AdminConditionTest::postureJudgesWhoMayLeaveSecrets()
{
    const QStringList judged{u"sharing.anonymous"_s, u"sharing.guesses"_s, u"sharing.everybody"_s, u"sharing.proxy"_s};
    const auto verdicts = [&] {
        QStringList found;
        for (const QString &id : judged)
            found.append(finding(id)["verdict"_L1].toString());
        return found;
    };
    QCOMPARE(verdicts(), (QStringList{u"good"_s, u"good"_s, u"good"_s, u"good"_s}));
    m_server.reset();
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY(m_server->start({u"--sharing-allow-anonymous"_s, u"true"_s, u"--sharing-guess-limit"_s, u"0"_s,
                             u"--sharing-trusted-ranges"_s, u"127.0.0.0/8,0.0.0.0/0"_s}));
    QCOMPARE(verdicts(), (QStringList{u"weak"_s, u"bad"_s, u"bad"_s, u"weak"_s}));
    // A proxy that is known says for whom it asks.
    QCOMPARE(ask("PATCH", "/config", {{u"http.trusted_proxies"_s, QJsonArray{u"127.0.0.1"_s}}}).status, 200);
    QCOMPARE(finding(u"sharing.proxy"_s)["verdict"_L1].toString(), u"good"_s);
}

void AdminConditionTest::aPreviewSaysWhatALimitWouldHaveRefused()
{
    HttpClient busy({.port = m_server->port(), .from = freshAddress()});
    for (int i = 0; i < 50; ++i)
        QCOMPARE(busy.get("/auth/verify").status, 401);
    HttpClient quiet({.port = m_server->port(), .from = freshAddress()});
    QCOMPARE(quiet.get("/auth/verify").status, 401);
    const Answer answer =
        ask("POST", "/limits/preview/general", {{u"quota"_s, 20}, {u"window_seconds"_s, 3600}, {u"burst"_s, 20}});
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json().value("covered_seconds"_L1).toInt() >= 1);
    QCOMPARE(answer.json().value("not_counted"_L1).toInt(-1), 0);
    const QJsonObject general = answer.json().value("items"_L1)[0].toObject();
    QCOMPARE(general["policy"_L1].toString(), u"general"_s);
    QVERIFY(general["requests"_L1].toInt() >= 51);
    QCOMPARE(general["now"_L1]["in_bursts"_L1]["refused"_L1].toInt(-1), 0);
    QCOMPARE(general["then"_L1]["evenly"_L1]["refused"_L1].toInt(), 30);
    QCOMPARE(general["then"_L1]["in_bursts"_L1]["callers"_L1].toInt(), 1);
    QCOMPARE(busy.get("/auth/verify").status, 401); // nothing has changed
    QCOMPARE(ask("GET", "/audit?action=limit.update").json().value("items"_L1).toArray().size(), 0);
}

void AdminConditionTest::aPreviewRefusesWhatIsNoPolicy()
{
    const QJsonObject sound{{u"quota"_s, 20}, {u"window_seconds"_s, 60}};
    QCOMPARE(ask("POST", "/limits/preview/nonsense", sound).status, 404);
    QCOMPARE(ask("POST", "/limits/preview/sign_in_account", sound).status, 404);
    QCOMPARE(ask("POST", "/limits/preview/sign_in", sound).json().value("items"_L1).toArray().size(), 2);
    QCOMPARE(ask("POST", "/limits/preview/general", {{u"quota"_s, 0}, {u"window_seconds"_s, 60}}).status, 422);
    QCOMPARE(ask("POST", "/limits/preview/general", {{u"quota"_s, 20}}).status, 422);
    QCOMPARE(ask("POST", "/limits/preview/general", {{u"quota"_s, 20}, {u"window_seconds"_s, 60}, {u"who"_s, u"x"_s}}).status,
             422);
}

void AdminConditionTest::overridesAreListedAndTakenBack()
{
    const QStringList remove{u"config"_s, u"overrides"_s, u"remove"_s, u"limits.general.quota"_s};
    Outcome listed = m_folder->run({u"config"_s, u"overrides"_s});
    QCOMPARE(listed.exitCode, 0);
    QVERIFY(listed.errors.contains("nothing is overridden"));
    QCOMPARE(m_folder->run(remove).exitCode, 1);
    QCOMPARE(ask("PATCH", "/config", {{u"limits.general.quota"_s, 77}, {u"limits.probe.shadow"_s, true}}).status, 200);
    listed = m_folder->run({u"config"_s, u"overrides"_s, u"list"_s});
    QCOMPARE(listed.exitCode, 0);
    QVERIFY2(listed.output.contains("limits.general.quota") && listed.output.contains("77"), listed.output.constData());
    QVERIFY(listed.output.contains("limits.probe.shadow"));
    const QRegularExpression shown(u"^limits\\.general\\.quota +77 +override$"_s, QRegularExpression::MultilineOption);
    const Outcome inForce = m_folder->run({u"config"_s, u"show"_s, u"--origin"_s});
    QVERIFY2(shown.match(QString::fromUtf8(inForce.output)).hasMatch(), inForce.output.constData());
    QCOMPARE(inForce.errors, QByteArray());

    const Outcome removed = m_folder->run(remove);
    QVERIFY2(removed.exitCode == 0, removed.errors.constData());
    // The server that runs takes it over by itself.
    const auto origin = [this] {
        for (const QJsonValue item : ask("GET", "/config").json().value("items"_L1).toArray()) {
            if (item["key"_L1].toString() == u"limits.general.quota")
                return item["origin"_L1].toString();
        }
        return QString();
    };
    QTRY_VERIFY(origin().startsWith(u"gatehouse.yaml:"));
    QVERIFY(!m_folder->run({u"config"_s, u"overrides"_s}).output.contains("limits.general.quota"));
    const QJsonObject entry = ask("GET", "/audit?action=config.update").json().value("items"_L1)[0].toObject();
    QCOMPARE(entry["actor_kind"_L1].toString(), u"command_line"_s);
    QCOMPARE(entry["target"_L1].toString(), u"limits.general.quota"_s);
    QCOMPARE(entry["detail"_L1]["limits.general.quota"_L1].toString(), u"77 became what is configured"_s);
    QCOMPARE(m_folder->run({u"config"_s, u"overrides"_s, u"remove"_s}).exitCode, 2);
}

void AdminConditionTest::whatIsConfiguredIsShownWithoutADatabase()
{
    const ServerFolder folder;
    const Outcome fresh = folder.run({u"config"_s, u"show"_s, u"--origin"_s});
    QCOMPARE(fresh.exitCode, 0);
    QCOMPARE(fresh.errors, QByteArray());
    QVERIFY2(!QFile::exists(folder.path(u"data"_s)), "showing makes nothing");

    QVERIFY(QDir().mkpath(folder.path(u"data"_s)));
    QFile file(folder.path(u"data/gatehouse.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is no database, whatever it is called, and long enough") > 0);
    file.close();
    const Outcome broken = folder.run({u"config"_s, u"show"_s, u"--origin"_s});
    QCOMPARE(broken.exitCode, 0);
    QCOMPARE(broken.output, fresh.output);
    QVERIFY2(broken.errors.contains("whether it is overridden cannot be read: "), broken.errors.constData());
}

QTEST_GUILESS_MAIN(AdminConditionTest)
#include "test_admin_condition.moc"
