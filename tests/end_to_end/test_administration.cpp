#include "tools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

#include <algorithm>
#include <csignal>
#include <functional>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// What a console asks of the server beside users and the record: the overview, the settings, the limits.
class AdministrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyWhoMayReadsAndChanges_data();
    void onlyWhoMayReadsAndChanges();
    void settingsSayWhereTheyAreFrom();
    void anOverrideHoldsAtOnceAndAcrossARestart();
    void aDryRunChangesNothing();
    void refusesWhatDoesNotHold_data();
    void refusesWhatDoesNotHold();
    void anOverrideIsInTheRecord();
    void aLongListHidesNothingFromTheRecord();
    void aReloadKeepsOverrides();
    void aPolicyIsReplaced();
    void whoIsOverIsShownAndCanBeReset();
    void anAdministratorIsCountedByAccountAndAStrangerByAddress();
    void theOverviewTellsEverythingAtOnce();
    void theStreamTellsWhatHappens();
    void theStreamEndsWithTheSession();
    void theStreamKeepsNobodyFromStopping();

private:
    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                             const QJsonObject &body = {}) const
    {
        HeaderList headers = token.isEmpty() ? HeaderList() : bearer(token);
        QByteArray text;
        if (!body.isEmpty()) {
            text = QJsonDocument(body).toJson(QJsonDocument::Compact);
            headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/json"));
        }
        return HttpClient({.port = m_server->port(), .from = freshAddress()})
            .request(method, "/api/v1/admin" + path, text, headers);
    }
    [[nodiscard]] QJsonObject setting(const QString &key) const
    {
        for (const QJsonValue item : ask("GET", "/config", m_admin).json().value("items"_L1).toArray()) {
            if (item["key"_L1].toString() == key)
                return item.toObject();
        }
        return {};
    }
    /// What the first request of a new caller is told of its limit.
    [[nodiscard]] int generalLimit() const
    {
        return HttpClient({.port = m_server->port(), .from = freshAddress()})
            .get("/auth/verify")
            .header("X-RateLimit-Limit")
            .toInt();
    }

    [[nodiscard]] std::unique_ptr<QWebSocket> listen(const QString &topics) const
    {
        auto socket = std::make_unique<QWebSocket>();
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/api/v1/admin/stream?topics=%2"_s.arg(m_server->port()).arg(topics)));
        request.setRawHeader("Authorization", "Bearer " + m_admin);
        QSignalSpy connected(socket.get(), &QWebSocket::connected);
        socket->open(request);
        if (connected.isEmpty() && !connected.wait(5000))
            qWarning() << "not connected" << socket->errorString();
        return socket;
    }
    /// The `data` of a message of `topic` for which `fits` holds.
    static bool wasHeard(const QSignalSpy &heard, QLatin1StringView topic,
                         const std::function<bool(const QJsonValue &data)> &fits)
    {
        return std::ranges::any_of(heard, [&](const QVariantList &signal) {
            const QJsonObject message = QJsonDocument::fromJson(signal[0].toString().toUtf8()).object();
            return message["topic"_L1].toString() == topic && fits(message["data"_L1]);
        });
    }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_admin;
};

void AdministrationTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(kGenerous);
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY2(m_server->start({u"--http-workers"_s, u"2"_s}), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    m_admin = accessToken(*m_server, "admin");
}

void AdministrationTest::onlyWhoMayReadsAndChanges_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("forOperators");
    QTest::newRow("overview") << QByteArray("GET") << QByteArray("/overview") << true;
    QTest::newRow("settings") << QByteArray("GET") << QByteArray("/config") << true;
    QTest::newRow("change of settings") << QByteArray("PATCH") << QByteArray("/config") << false;
    QTest::newRow("limits") << QByteArray("GET") << QByteArray("/limits") << true;
    QTest::newRow("usage") << QByteArray("GET") << QByteArray("/limits/usage") << true;
    QTest::newRow("change of a limit") << QByteArray("PUT") << QByteArray("/limits/general") << false;
    QTest::newRow("reset") << QByteArray("DELETE") << QByteArray("/limits/keys/account:admin") << false;
}

void AdministrationTest::onlyWhoMayReadsAndChanges()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(bool, forOperators);
    for (const auto &[name, role] : {std::pair(u"olga"_s, u"operator"_s), std::pair(u"uwe"_s, u"user"_s)}) {
        const QJsonObject user{{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}, {u"role"_s, role}};
        QCOMPARE(ask("POST", "/users", m_admin, user).status, 201);
    }
    QCOMPARE(ask(method, path, {}).status, 401);
    QCOMPARE(ask(method, path, accessToken(*m_server, "uwe")).status, 403);
    QCOMPARE(ask(method, path, accessToken(*m_server, "olga")).status, forOperators ? 200 : 403);
}

void AdministrationTest::settingsSayWhereTheyAreFrom()
{
    QCOMPARE(setting(u"http.workers"_s)["origin"_L1].toString(), u"--http-workers"_s);
    QCOMPARE(setting(u"http.workers"_s)["live"_L1].toBool(), false);
    const QJsonObject quota = setting(u"limits.general.quota"_s);
    QVERIFY(quota["origin"_L1].toString().startsWith(u"gatehouse.yaml:"));
    QCOMPARE(quota["value"_L1].toString(), u"1000000"_s);
    QCOMPARE(quota["default"_L1].toString(), u"60"_s);
    QVERIFY(quota["live"_L1].toBool());
    QCOMPARE(setting(u"http.idle_timeout"_s)["origin"_L1].toString(), u"default"_s);
}

void AdministrationTest::anOverrideHoldsAtOnceAndAcrossARestart()
{
    const Answer changed = ask("PATCH", "/config", m_admin, {{u"limits.general.quota"_s, 77}});
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.json().value("applied"_L1).toBool());
    QCOMPARE(changed.json().value("changes"_L1).toArray().size(), 1);
    QCOMPARE(generalLimit(), 77);
    QCOMPARE(setting(u"limits.general.quota"_s)["origin"_L1].toString(), u"override"_s);

    m_server->kill(); // what was acknowledged survives
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY2(m_server->start(), m_server->output().constData());
    QCOMPARE(generalLimit(), 77);
    QCOMPARE(ask("PATCH", "/config", m_admin, {{u"limits.general.quota"_s, QJsonValue::Null}}).status, 200);
    QCOMPARE(generalLimit(), 1'000'000);
}

void AdministrationTest::aDryRunChangesNothing()
{
    const Answer previewed = ask("PATCH", "/config?dry_run=true", m_admin, {{u"limits.general.quota"_s, 77}});
    QCOMPARE(previewed.status, 200);
    QCOMPARE(previewed.json().value("applied"_L1).toBool(true), false);
    QCOMPARE(previewed.json().value("changes"_L1)[0]["after"_L1].toString(), u"77"_s);
    QCOMPARE(generalLimit(), 1'000'000);
    QCOMPARE(ask("PATCH", "/config?dry_run=perhaps", m_admin, {{u"limits.general.quota"_s, 77}}).status, 422);
}

void AdministrationTest::refusesWhatDoesNotHold_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("unknown") << QJsonObject{{u"limits.general.quota"_s, 5}, {u"limits.genral.quota"_s, 5}}
                             << u"limits.genral.quota"_s;
    QTest::newRow("needs a restart") << QJsonObject{{u"limits.general.quota"_s, 5}, {u"http.port"_s, 5}} << u"http.port"_s;
    QTest::newRow("out of range") << QJsonObject{{u"limits.general.quota"_s, 5}, {u"limits.account.quota"_s, 0}}
                                  << u"limits.account.quota"_s;
    QTest::newRow("a fraction") << QJsonObject{{u"limits.account.quota"_s, 0.5}} << u"limits.account.quota"_s;
    QTest::newRow("a list with something else in it")
        << QJsonObject{{u"http.allowed_origins"_s, QJsonArray{u"https://a.example,https://b.example"_s}}}
        << u"http.allowed_origins"_s;
    QTest::newRow("a list for a number") << QJsonObject{{u"limits.account.quota"_s, QJsonArray{u"5"_s}}}
                                         << u"limits.account.quota"_s;
}

void AdministrationTest::refusesWhatDoesNotHold()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, field);
    const Answer refused = ask("PATCH", "/config", m_admin, body);
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains(field.toUtf8()), refused.body.constData());
    QCOMPARE(generalLimit(), 1'000'000);
}

void AdministrationTest::anOverrideIsInTheRecord()
{
    QCOMPARE(ask("PATCH", "/config", m_admin, {{u"limits.general.quota"_s, 77}}).status, 200);
    const QJsonObject entry = ask("GET", "/audit?action=config.update", m_admin).json().value("items"_L1)[0].toObject();
    QCOMPARE(entry["outcome"_L1].toString(), u"success"_s);
    QCOMPARE(entry["actor_kind"_L1].toString(), u"user"_s);
    QCOMPARE(entry["detail"_L1]["limits.general.quota"_L1].toString(), u"1000000 became 77"_s);
}

void AdministrationTest::aLongListHidesNothingFromTheRecord()
{
    QJsonArray proxies;
    for (int i = 0; i < 250; ++i)
        proxies.append(u"192.0.2.%1/32"_s.arg(i));
    QCOMPARE(ask("PATCH", "/config", m_admin, {{u"http.trusted_proxies"_s, proxies}}).status, 200);
    proxies[200] = u"0.0.0.0/0"_s;
    QCOMPARE(ask("PATCH", "/config", m_admin, {{u"http.trusted_proxies"_s, proxies}}).status, 200);
    const QJsonObject entry = ask("GET", "/audit?action=config.update", m_admin).json().value("items"_L1)[0].toObject();
    QCOMPARE(entry["detail"_L1]["http.trusted_proxies"_L1].toString(), u"added 0.0.0.0/0; removed 192.0.2.200/32"_s);

    for (int i = 0; i < 250; ++i) // longer than the record can hold, and nothing in common with what was
        proxies[i] = u"2001:db8:0:1:2:3:4:%1/128"_s.arg(i, 4, 16, u'a');
    const Answer refused = ask("PATCH", "/config", m_admin, {{u"http.trusted_proxies"_s, proxies}});
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains("http.trusted_proxies"), refused.body.constData());
}

void AdministrationTest::aReloadKeepsOverrides()
{
    QCOMPARE(ask("PATCH", "/config", m_admin, {{u"limits.general.quota"_s, 77}}).status, 200);
    m_folder->configure(QByteArray(kGenerous) + "http:\n  allowed_origins: [https://app.example]\n");
    m_server->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->output().contains("reloaded"), 5000);
    QCOMPARE(generalLimit(), 77);
    QCOMPARE(setting(u"http.allowed_origins"_s)["value"_L1].toString(), u"https://app.example"_s);
}

void AdministrationTest::aPolicyIsReplaced()
{
    const Answer replaced = ask("PUT", "/limits/general", m_admin,
                                {{u"quota"_s, 90}, {u"window_seconds"_s, 30}, {u"burst"_s, 45}, {u"shadow"_s, true}});
    QCOMPARE(replaced.status, 200);
    QCOMPARE(replaced.json().value("burst"_L1).toInt(), 45);
    const QJsonArray policies = ask("GET", "/limits", m_admin).json().value("items"_L1).toArray();
    QCOMPARE(policies.size(), 5);
    QCOMPARE(policies[0]["name"_L1].toString(), u"general"_s);
    QCOMPARE(policies[0]["quota"_L1].toInt(), 90);
    QCOMPARE(policies[0]["window_seconds"_L1].toDouble(), 30.0);
    QVERIFY(policies[0]["allowed"_L1].toInt() > 0);
    QCOMPARE(ask("GET", "/overview", m_admin).json().value("attention"_L1)[0]["id"_L1].toString(), u"limits.shadow.general"_s);
    // What the second leaves out is as configured.
    QCOMPARE(ask("PUT", "/limits/general", m_admin, {{u"quota"_s, 90}, {u"window_seconds"_s, 30}})
                 .json()
                 .value("shadow"_L1)
                 .toBool(true),
             false);
    QCOMPARE(ask("PUT", "/limits/nonsense", m_admin, {{u"quota"_s, 90}, {u"window_seconds"_s, 30}}).status, 404);
    QCOMPARE(ask("PUT", "/limits/general", m_admin, {{u"quota"_s, 0}, {u"window_seconds"_s, 30}}).status, 422);
    QCOMPARE(ask("GET", "/audit?action=limit.update", m_admin).json().value("items"_L1).toArray().size(), 2);
}

void AdministrationTest::whoIsOverIsShownAndCanBeReset()
{
    QCOMPARE(ask("PUT", "/limits/general", m_admin, {{u"quota"_s, 5}, {u"window_seconds"_s, 3600}}).status, 200);
    const QHostAddress address = freshAddress();
    HttpClient caller({.port = m_server->port(), .from = address});
    for (int n = 0; n < 5; ++n)
        QCOMPARE(caller.get("/auth/verify").status, 401);
    QCOMPARE(caller.get("/auth/verify").status, 429);
    const QJsonObject usage = ask("GET", "/limits/usage", m_admin).json().value("items"_L1)[0].toObject();
    QCOMPARE(usage["caller"_L1].toString(), address.toString());
    QCOMPARE(usage["refused"_L1].toInt(), 1);
    QCOMPARE(usage["remaining"_L1].toInt(-1), 0);
    const QByteArray path = "/limits/keys/" + usage["key"_L1].toString().toUtf8();
    QCOMPARE(ask("DELETE", path, m_admin).status, 204);
    QCOMPARE(caller.get("/auth/verify").status, 401);
    const QJsonObject entry = ask("GET", "/audit?action=limit.reset", m_admin).json().value("items"_L1)[0].toObject();
    QCOMPARE(entry["target"_L1].toString(), address.toString());
    QCOMPARE(ask("DELETE", "/limits/keys/address:203.0.113.200", m_admin).status, 404);
    QCOMPARE(ask("DELETE", "/limits/keys/everybody", m_admin).status, 404);
}

void AdministrationTest::anAdministratorIsCountedByAccountAndAStrangerByAddress()
{
    QCOMPARE(ask("PUT", "/limits/general", m_admin, {{u"quota"_s, 5}, {u"window_seconds"_s, 3600}}).status, 200);
    HttpClient client({.port = m_server->port(), .from = freshAddress()});
    const HeaderList known = bearer(m_admin);
    for (int n = 0; n < 10; ++n)
        QCOMPARE(client.get("/api/v1/admin/limits", known).status, 200);
    for (int n = 0; n < 5; ++n)
        QCOMPARE(client.get("/api/v1/admin/limits").status, 401);
    QCOMPARE(client.get("/api/v1/admin/limits").status, 429);
    QCOMPARE(client.get("/api/v1/admin/limits", known).status, 429);
}

void AdministrationTest::theOverviewTellsEverythingAtOnce()
{
    const QJsonObject overview = ask("GET", "/overview", m_admin).json();
    QCOMPARE(overview["status"_L1].toString(), u"healthy"_s);
    QCOMPARE(overview["mode"_L1].toString(), u"development"_s);
    QCOMPARE(overview["users"_L1].toInt(), 1);
    QCOMPARE(overview["sessions"_L1].toInt(), 1);
    QVERIFY(overview["now"_L1]["connections"_L1].toInt() >= 1);
    QVERIFY(overview["checks"_L1].toArray().size() >= 2);
    QCOMPARE(overview["traffic"_L1]["range"_L1].toString(), u"hour"_s);
    QCOMPARE(ask("GET", "/overview?range=day", m_admin).json().value("traffic"_L1)["range"_L1].toString(), u"day"_s);
    QCOMPARE(ask("GET", "/overview?range=year", m_admin).status, 422);
}

void AdministrationTest::theStreamTellsWhatHappens()
{
    const auto socket = listen(u"metrics,audit,health,limits,log"_s);
    QSignalSpy heard(socket.get(), &QWebSocket::textMessageReceived);
    const auto isMetrics = [](const QJsonValue &data) { return data["connections"_L1].toInt() > 0; };
    QTRY_VERIFY_WITH_TIMEOUT(wasHeard(heard, "metrics"_L1, isMetrics), 5000);
    const QJsonObject user{{u"username"_s, u"nina"_s}, {u"password"_s, QLatin1String(kPassword)}};
    QCOMPARE(ask("POST", "/users", m_admin, user).status, 201);
    QCOMPARE(signIn(*m_server, "nina", "Wrong-Horse-77!").status, 401);
    const auto isCreation = [](const QJsonValue &data) { return data["action"_L1].toString() == u"user.create"; };
    const auto isRefusal = [](const QJsonValue &data) {
        return data["action"_L1].toString() == u"auth.login" && data["outcome"_L1].toString() == u"refused";
    };
    QTRY_VERIFY_WITH_TIMEOUT(wasHeard(heard, "audit"_L1, isCreation) && wasHeard(heard, "audit"_L1, isRefusal), 8000);
    const auto isLine = [](const QJsonValue &data) { return data["category"_L1].toString().startsWith(u"gatehouse."); };
    QTRY_VERIFY_WITH_TIMEOUT(wasHeard(heard, "log"_L1, isLine), 5000);
    const auto isHealth = [](const QJsonValue &data) { return data["status"_L1].toString() == u"healthy"; };
    QTRY_VERIFY_WITH_TIMEOUT(wasHeard(heard, "health"_L1, isHealth), 8000);

    QCOMPARE(ask("PUT", "/limits/general", m_admin, {{u"quota"_s, 5}, {u"window_seconds"_s, 3600}}).status, 200);
    HttpClient caller({.port = m_server->port(), .from = freshAddress()});
    for (int n = 0; n < 6; ++n)
        (void)caller.get("/auth/verify");
    const auto isRefused = [](const QJsonValue &data) { return data[0]["refused"_L1].toInt() > 0; };
    QTRY_VERIFY_WITH_TIMEOUT(wasHeard(heard, "limits"_L1, isRefused), 5000);
    for (const QVariantList &signal : heard)
        QVERIFY(!signal[0].toString().contains(u"Horse"));
}

void AdministrationTest::theStreamEndsWithTheSession()
{
    const auto socket = listen(u"metrics"_s);
    QSignalSpy ended(socket.get(), &QWebSocket::disconnected);
    HttpClient client({.port = m_server->port(), .from = freshAddress()});
    QCOMPARE(client.request("POST", "/auth/logout", {}, bearer(m_admin)).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 5000);
    QCOMPARE(int(socket->closeCode()), 4401);
}

void AdministrationTest::theStreamKeepsNobodyFromStopping()
{
    const auto socket = listen(u"log"_s);
    QSignalSpy ended(socket.get(), &QWebSocket::disconnected);
    m_server->signal(SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 5000);
    QCOMPARE(socket->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    QCOMPARE(m_server->waitForEnd(std::chrono::seconds(10)), std::optional(0));
}

QTEST_GUILESS_MAIN(AdministrationTest)
#include "test_administration.moc"
