#include "tools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// `/api/v1/admin/users`, as an administrator, as others, and as somebody who means harm.
class UserAdministrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyAdministratorsChangeUsers_data();
    void onlyAdministratorsChangeUsers();
    void createsShowsAndRemoves();
    void refusesWhatBreaksTheRules_data();
    void refusesWhatBreaksTheRules();
    void aRemovedUserIsOutAtOnce();
    void aChangeEndsTheSessions_data();
    void aChangeEndsTheSessions();
    void aChangeHappensWholeOrNotAtAll();
    void theLastAdministratorStays();
    void pagesThroughTheUsers();
    void endsASessionOfSomebody();
    void needsTheCsrfTokenWithACookie();

private:
    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                             const QJsonObject &body = {}) const
    {
        return askJson(m_server, method, "/api/v1/admin/users" + path, token, body);
    }
    /// Makes a user and returns the identifier.
    [[nodiscard]] QByteArray create(const QString &name, const QString &role = u"user"_s) const
    {
        const QJsonObject user{{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}, {u"role"_s, role}};
        return ask("POST", {}, m_admin, user).json().value("id"_L1).toString().toUtf8();
    }
    [[nodiscard]] int statusOf(const QByteArray &token) const
    {
        return HttpClient({.port = m_server.port(), .from = freshAddress()}).get("/auth/verify", bearer(token)).status;
    }

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
    QByteArray m_admin;
    QByteArray m_operator;
    QByteArray m_user;
};

void UserAdministrationTest::initTestCase()
{
    m_folder.configure(kGenerous);
    QVERIFY2(m_server.start({u"--http-workers"_s, u"3"_s}), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
    m_admin = accessToken(m_server, "admin");
    QVERIFY(!create(u"olga"_s, u"operator"_s).isEmpty());
    QVERIFY(!create(u"uwe"_s).isEmpty());
    m_operator = accessToken(m_server, "olga");
    m_user = accessToken(m_server, "uwe");
}

void UserAdministrationTest::onlyAdministratorsChangeUsers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("forOperators");
    QTest::newRow("list") << QByteArray("GET") << QByteArray() << true;
    QTest::newRow("show") << QByteArray("GET") << QByteArray("/01ARZ3NDEKTSV4RRFFQ69G5FAV") << true;
    QTest::newRow("sessions") << QByteArray("GET") << QByteArray("/01ARZ3NDEKTSV4RRFFQ69G5FAV/sessions") << true;
    QTest::newRow("create") << QByteArray("POST") << QByteArray() << false;
    QTest::newRow("change") << QByteArray("PATCH") << QByteArray("/01ARZ3NDEKTSV4RRFFQ69G5FAV") << false;
    QTest::newRow("remove") << QByteArray("DELETE") << QByteArray("/01ARZ3NDEKTSV4RRFFQ69G5FAV") << false;
    QTest::newRow("revoke") << QByteArray("DELETE")
                            << QByteArray("/01ARZ3NDEKTSV4RRFFQ69G5FAV/sessions/01ARZ3NDEKTSV4RRFFQ69G5FAV") << false;
}

void UserAdministrationTest::onlyAdministratorsChangeUsers()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(bool, forOperators);
    QCOMPARE(ask(method, path, {}).status, 401);
    QCOMPARE(ask(method, path, m_user).status, 403);
    const int byOperator = ask(method, path, m_operator).status;
    QVERIFY2(forOperators ? byOperator != 403 : byOperator == 403, QByteArray::number(byOperator));
}

void UserAdministrationTest::createsShowsAndRemoves()
{
    const Answer created =
        ask("POST", {}, m_admin,
            {{u"username"_s, u"alice"_s}, {u"password"_s, QLatin1String(kPassword)}, {u"role"_s, u"operator"_s}});
    QCOMPARE(created.status, 201);
    const QByteArray id = created.json().value("id"_L1).toString().toUtf8();
    QCOMPARE(created.header("Location"), "/api/v1/admin/users/" + id);
    QCOMPARE(created.json().value("role"_L1).toString(), u"operator"_s);
    QVERIFY(!created.body.contains("argon2") && !created.body.contains("password"));
    QCOMPARE(ask("GET", '/' + id, m_operator).json(), created.json());
    QCOMPARE(ask("DELETE", '/' + id, m_admin).status, 204);
    QCOMPARE(ask("GET", '/' + id, m_admin).status, 404);
    QCOMPARE(ask("DELETE", '/' + id, m_admin).status, 404);
    QCOMPARE(signIn(m_server, "alice").status, 401);
}

void UserAdministrationTest::refusesWhatBreaksTheRules_data()
{
    QTest::addColumn<QJsonObject>("user");
    QTest::addColumn<int>("status");
    const QJsonObject good{{u"username"_s, u"walter"_s}, {u"password"_s, QLatin1String(kPassword)}};
    const auto with = [&](const QString &field, const QJsonValue &value) {
        QJsonObject changed = good;
        changed.insert(field, value);
        return changed;
    };
    QTest::newRow("bad name") << with(u"username"_s, u"no good"_s) << 422;
    QTest::newRow("weak password") << with(u"password"_s, u"password"_s) << 422;
    QTest::newRow("no such role") << with(u"role"_s, u"root"_s) << 422;
    QTest::newRow("unknown field") << with(u"disabled"_s, false) << 422;
    QTest::newRow("wrong type") << with(u"password"_s, 1) << 422;
    QTest::newRow("taken, in another case") << with(u"username"_s, u"ADMIN"_s) << 409;
}

void UserAdministrationTest::refusesWhatBreaksTheRules()
{
    QFETCH(QJsonObject, user);
    QFETCH(int, status);
    QCOMPARE(ask("POST", {}, m_admin, user).status, status);
}

void UserAdministrationTest::aRemovedUserIsOutAtOnce()
{
    const QByteArray id = create(u"bert"_s);
    const QByteArray token = accessToken(m_server, "bert");
    QCOMPARE(statusOf(token), 200);
    QCOMPARE(ask("DELETE", '/' + id, m_admin).status, 204);
    for (int i = 0; i < 24; ++i)
        QCOMPARE(statusOf(token), 401);
    // And after a restart, when the list is read anew.
    m_server.kill();
    QVERIFY2(m_server.start({u"--http-workers"_s, u"3"_s}), m_server.output().constData());
    QCOMPARE(statusOf(token), 401);
    QCOMPARE(statusOf(m_admin), 200);
}

void UserAdministrationTest::aChangeEndsTheSessions_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::newRow("role") << QJsonObject{{u"role"_s, u"operator"_s}};
    QTest::newRow("password") << QJsonObject{{u"password"_s, u"Other-Horse-8!"_s}};
    QTest::newRow("disabled") << QJsonObject{{u"disabled"_s, true}};
}

void UserAdministrationTest::aChangeEndsTheSessions()
{
    QFETCH(QJsonObject, change);
    const QString name = u"c_"_s + QString::fromLatin1(QTest::currentDataTag());
    const QByteArray id = create(name);
    const QByteArray token = accessToken(m_server, name.toUtf8());
    QCOMPARE(statusOf(token), 200);
    const Answer changed = ask("PATCH", '/' + id, m_admin, change);
    QCOMPARE(changed.status, 200);
    for (const QString &field : {u"role"_s, u"disabled"_s}) {
        if (change.contains(field))
            QCOMPARE(changed.json().value(field), change.value(field));
    }
    for (int i = 0; i < 24; ++i)
        QCOMPARE(statusOf(token), 401);
    QCOMPARE(signIn(m_server, name.toUtf8()).status, change.contains(u"role"_s) ? 200 : 401);
    QCOMPARE(ask("PATCH", '/' + id, m_admin, {}).status, 400);
}

void UserAdministrationTest::aChangeHappensWholeOrNotAtAll()
{
    const QByteArray own = HttpClient({.port = m_server.port(), .from = freshAddress()})
                               .get("/auth/me", bearer(m_admin))
                               .json()
                               .value("id"_L1)
                               .toString()
                               .toUtf8();
    QCOMPARE(ask("PATCH", '/' + own, m_admin, {{u"password"_s, u"Other-Horse-8!"_s}, {u"role"_s, u"user"_s}}).status, 409);
    QCOMPARE(signIn(m_server, "admin").status, 200);
    QCOMPARE(ask("PATCH", '/' + own, m_admin, {{u"disabled"_s, false}, {u"password"_s, u"weak"_s}}).status, 422);
    QCOMPARE(statusOf(m_admin), 200);
}

void UserAdministrationTest::theLastAdministratorStays()
{
    const QByteArray own = HttpClient({.port = m_server.port(), .from = freshAddress()})
                               .get("/auth/me", bearer(m_admin))
                               .json()
                               .value("id"_L1)
                               .toString()
                               .toUtf8();
    QCOMPARE(ask("DELETE", '/' + own, m_admin).status, 409);
    QCOMPARE(ask("PATCH", '/' + own, m_admin, {{u"disabled"_s, true}}).status, 409);
    QCOMPARE(ask("PATCH", '/' + own, m_admin, {{u"role"_s, u"operator"_s}}).status, 409);
    QCOMPARE(statusOf(m_admin), 200);
}

void UserAdministrationTest::pagesThroughTheUsers()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(!create(u"paged_%1"_s.arg(i)).isEmpty());
    QStringList names;
    QByteArray after;
    for (int page = 0; page < 50; ++page) {
        const Answer answer = ask("GET", "?limit=2" + (after.isEmpty() ? QByteArray() : "&after=" + after), m_operator);
        QCOMPARE(answer.status, 200);
        for (const QJsonValue user : answer.json().value("items"_L1).toArray())
            names.append(user.toObject().value("username"_L1).toString());
        after = answer.json().value("next"_L1).toString().toUtf8();
        if (after.isEmpty())
            break;
    }
    QCOMPARE(names.removeDuplicates(), 0);
    for (const QString &name : {u"admin"_s, u"olga"_s, u"uwe"_s, u"paged_0"_s, u"paged_2"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    for (const QByteArray limit : {"0", "501", "-1", "x"})
        QCOMPARE(ask("GET", "?limit=" + limit, m_operator).status, 422);
    QCOMPARE(ask("GET", "?after=x", m_operator).status, 422);
}

void UserAdministrationTest::endsASessionOfSomebody()
{
    const QByteArray id = create(u"doris"_s);
    const QByteArray other = create(u"edgar"_s);
    const QByteArray token = accessToken(m_server, "doris");
    const QJsonArray sessions = ask("GET", '/' + id + "/sessions", m_operator).json().value("items"_L1).toArray();
    QCOMPARE(sessions.size(), 1);
    const QByteArray session = sessions.first().toObject().value("id"_L1).toString().toUtf8();
    QCOMPARE(ask("DELETE", '/' + other + "/sessions/" + session, m_admin).status, 404);
    QCOMPARE(statusOf(token), 200);
    QCOMPARE(ask("DELETE", '/' + id + "/sessions/" + session, m_admin).status, 204);
    QCOMPARE(statusOf(token), 401);
    QCOMPARE(ask("GET", "/01ARZ3NDEKTSV4RRFFQ69G5FAV/sessions", m_admin).status, 404);
}

void UserAdministrationTest::needsTheCsrfTokenWithACookie()
{
    HttpClient browser({.port = m_server.port(), .from = freshAddress()});
    browser.keepCookies(true);
    QCOMPARE(browser.post("/auth/login", {{u"username"_s, u"admin"_s}, {u"password"_s, QLatin1String(kPassword)}}).status, 200);
    const QJsonObject user{{u"username"_s, u"forged"_s}, {u"password"_s, QLatin1String(kPassword)}};
    QCOMPARE(browser.post("/api/v1/admin/users", user).status, 403);
    QCOMPARE(browser.post("/api/v1/admin/users", user, {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
}

QTEST_GUILESS_MAIN(UserAdministrationTest)
#include "test_user_administration.moc"
