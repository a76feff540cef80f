#include "pipeline_under_test.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace gatehouse::auth::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAuthRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstAdministratorIsMadeOnThisMachineOnly_data();
    void theFirstAdministratorIsMadeOnThisMachineOnly();
    void aSignInGivesAPageAllItNeeds();
    void aSignInIgnoresWhatTheBrowserBroughtAlong();
    void aBodyThatBreaksTheSchemaIsRefused_data();
    void aBodyThatBreaksTheSchemaIsRefused();
    void aFormOfAnotherSiteCannotSignIn();
    void cookiesNeedProofOfOrigin_data();
    void cookiesNeedProofOfOrigin();
    void aBearerNeedsNoProofOfOrigin();
    void aPageFindsItsWayBackAfterItsAccessTokenEnded();
    void aRefreshByBodyNeedsNoCsrfToken();
    void credentialsThatDoNotHoldAreRefused_data();
    void credentialsThatDoNotHoldAreRefused();
    void verifyDecidesForAnyMethod_data();
    void verifyDecidesForAnyMethod();
    void verifySetsEveryIdentityHeader();
    void signingOutClearsTheCookies();
    void sessionsAreListedInPages();
    void passwordsDoNotStayInTheRequest_data();
    void passwordsDoNotStayInTheRequest();
    void signInsAreLimitedByAccount();
    void registrationsAreLimitedByAccount();
    void registrationsOfANameDoNotKeepItsOwnerFromSigningIn();
    void strangersDoNotShutOutWhereSomebodySignsInFrom_data();
    void strangersDoNotShutOutWhereSomebodySignsInFrom();
    void passwordChangesAreLimitedLikeSignIns();
    void refreshesAreLimitedByAccount();
    void wrongPasswordsForANameDoNotKeepItsOwnerFromRefreshing();
    void signInRoutesShareOneLimitByAddress();
    void wrongUsersAreLimitedLikeWrongPasswords();

private:
    using Asked = PipelineUnderTest::Asked;
    static QByteArray text(const QJsonObject &json, const char *name)
    {
        return json.value(QLatin1String(name)).toString().toUtf8();
    }
    static QByteArray bearer(const QJsonObject &session) { return "Authorization: Bearer " + text(session, "access_token"); }
    static QByteArray cookies(const QJsonObject &session)
    {
        return "Cookie: __Host-gatehouse-access=" + text(session, "access_token")
            + "; __Host-gatehouse-refresh=" + text(session, "refresh_token");
    }
    static IpAddress address(quint32 last) { return IpAddress::fromIpv4(0xcb007100 + last); }
    static QByteArray credentials(const QByteArray &name, const QByteArray &password = kPassword)
    {
        const QJsonObject object{{u"username"_s, QString::fromUtf8(name)}, {u"password"_s, QString::fromUtf8(password)}};
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    static QByteArray tokenBody(const QByteArray &token)
    {
        return QJsonDocument(QJsonObject{{u"refresh_token"_s, QString::fromUtf8(token)}}).toJson(QJsonDocument::Compact);
    }
    static QByteArrayList json(const QByteArrayList &more = {})
    {
        return more + QByteArrayList{"Content-Type: application/json"};
    }
    /// A door with the default limits of the issue.
    static limits::PolicyNumbers fivePerMinute() { return {}; }

    std::unique_ptr<PipelineUnderTest> m_door;
};

void TestAuthRoutes::init()
{
    m_door = std::make_unique<PipelineUnderTest>(kUnlimited, true);
}

void TestAuthRoutes::theFirstAdministratorIsMadeOnThisMachineOnly_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("status");
    const QByteArray none = "Accept: */*";
    QTest::newRow("here") << QByteArray("127.0.0.1") << QByteArray("127.0.0.1:8080") << none << 201;
    QTest::newRow("here, by name") << QByteArray("127.0.0.1") << QByteArray("localhost:8080") << none << 201;
    QTest::newRow("here, by IPv6") << QByteArray("::1") << QByteArray("[::1]:8080") << none << 201;
    QTest::newRow("elsewhere") << QByteArray("203.0.113.7") << QByteArray("127.0.0.1") << none << 403;
    QTest::newRow("through a proxy here") << QByteArray("127.0.0.1") << QByteArray("localhost")
                                          << QByteArray("X-Forwarded-For: 127.0.0.1") << 403;
    QTest::newRow("through another proxy") << QByteArray("127.0.0.1") << QByteArray("localhost")
                                           << QByteArray("Forwarded: for=127.0.0.1") << 403;
    QTest::newRow("a rebound name") << QByteArray("127.0.0.1") << QByteArray("evil.example") << none << 403;
    QTest::newRow("a name that looks like it") << QByteArray("127.0.0.1") << QByteArray("localhost.evil.example") << none << 403;
    QTest::newRow("wrong setup code") << QByteArray("203.0.113.7") << QByteArray("gate.example") << none << 403;
}

void TestAuthRoutes::theFirstAdministratorIsMadeOnThisMachineOnly()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, field);
    QFETCH(int, status);
    const http::Response response = m_door->ask({.method = "POST",
                                                 .path = "/auth/register",
                                                 .fields = json({field}),
                                                 .body = credentials("alice"),
                                                 .from = IpAddress::parse(from).value(),
                                                 .host = host});
    QCOMPARE(response.status, status);
    if (status == 201)
        QCOMPARE(PipelineUnderTest::jsonOf(response).value("role"_L1), u"admin"_s);
}

void TestAuthRoutes::aSignInGivesAPageAllItNeeds()
{
    QVERIFY(m_door->accounts.add("alice"));
    const http::Response response = m_door->post("/auth/login", credentials("ALICE"));
    QCOMPARE(response.status, 200);
    const QJsonObject session = PipelineUnderTest::jsonOf(response);
    QCOMPARE(session.value("token"_L1), session.value("access_token"_L1));
    QCOMPARE(session.value("expires_in"_L1).toInt(), 900);
    QCOMPARE(session.value("user"_L1).toObject().value("username"_L1), u"alice"_s);
    const QByteArrayList set = PipelineUnderTest::headersOf(response, "Set-Cookie");
    QCOMPARE(set.size(), 3);
    QVERIFY(set.at(2).startsWith("__Host-gatehouse-csrf=" + text(session, "csrf_token") + ';'));
    QVERIFY(!set.at(2).contains("HttpOnly"));
    QCOMPARE(PipelineUnderTest::headersOf(response, "X-CSRF-Token"), QByteArrayList{text(session, "csrf_token")});
    const http::Response me = m_door->ask({.path = "/auth/me", .fields = {cookies(session)}});
    QCOMPARE(text(PipelineUnderTest::jsonOf(me), "csrf_token"), text(session, "csrf_token"));
}

void TestAuthRoutes::aSignInIgnoresWhatTheBrowserBroughtAlong()
{
    QVERIFY(m_door->accounts.add("alice"));
    QVERIFY(m_door->accounts.add("mallory"));
    const QJsonObject planted = m_door->signIn("mallory");
    const http::Response response = m_door->post("/auth/login", credentials("alice"), {cookies(planted)});
    const QJsonObject session = PipelineUnderTest::jsonOf(response);
    const auto caller = m_door->accounts.authenticate(text(session, "access_token"));
    QCOMPARE(caller->name, QByteArray("alice"));
    QVERIFY(caller->session != m_door->accounts.authenticate(text(planted, "access_token"))->session);
    QVERIFY(session.value("refresh_token"_L1) != planted.value("refresh_token"_L1));
}

void TestAuthRoutes::aBodyThatBreaksTheSchemaIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("no JSON") << QByteArray("username=alice") << 400;
    QTest::newRow("a list") << QByteArray("[]") << 400;
    QTest::newRow("repeated key") << QByteArray(R"({"username":"alice","username":"admin","password":"x"})") << 400;
    QTest::newRow("trailing bytes") << credentials("alice") + 'x' << 400;
    QTest::newRow("unknown field") << QByteArray(R"({"username":"alice","password":"x","role":"admin"})") << 422;
    QTest::newRow("missing field") << QByteArray(R"({"username":"alice"})") << 422;
    QTest::newRow("wrong type") << QByteArray(R"({"username":"alice","password":1})") << 422;
    QTest::newRow("an object for a name") << QByteArray(R"({"username":{"$ne":""},"password":"x"})") << 422;
    QTest::newRow("long name") << credentials(QByteArray(51, 'a')) << 422;
    QTest::newRow("long password") << credentials("alice", QByteArray(1025, 'a')) << 422;
}

void TestAuthRoutes::aBodyThatBreaksTheSchemaIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(m_door->post("/auth/login", body).status, status);
    QCOMPARE(m_door->post("/auth/register", body).status, status);
    QCOMPARE(m_door->accounts.hasher.computations(), 0U);
}

void TestAuthRoutes::aFormOfAnotherSiteCannotSignIn()
{
    QVERIFY(m_door->accounts.add("alice"));
    for (const char *type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                             "application/jsonp", "text/json"}) {
        const http::Response response =
            m_door->ask({.method = "POST",
                         .path = "/auth/login",
                         .fields = {"Content-Type: " + QByteArray(type), "Sec-Fetch-Site: cross-site"},
                         .body = credentials("alice")});
        QCOMPARE(response.status, 415);
        QVERIFY(PipelineUnderTest::headersOf(response, "Set-Cookie").isEmpty());
    }
    QCOMPARE(m_door->ask({.method = "POST", .path = "/auth/login", .body = credentials("alice")}).status, 415);
}

void TestAuthRoutes::cookiesNeedProofOfOrigin_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<bool>("csrfToken");
    QTest::addColumn<bool>("passes");
    using Lines = QByteArrayList;
    QTest::newRow("nothing") << Lines{} << false << false;
    QTest::newRow("token alone") << Lines{} << true << false;
    QTest::newRow("same origin alone") << Lines{"Sec-Fetch-Site: same-origin"} << false << false;
    QTest::newRow("same origin") << Lines{"Sec-Fetch-Site: same-origin"} << true << true;
    QTest::newRow("own Origin") << Lines{"Origin: https://gate.example"} << true << true;
    QTest::newRow("cross-site") << Lines{"Sec-Fetch-Site: cross-site"} << true << false;
    QTest::newRow("neighbouring host") << Lines{"Sec-Fetch-Site: same-site"} << true << false;
    QTest::newRow("typed by a person") << Lines{"Sec-Fetch-Site: none"} << true << false;
    QTest::newRow("cross-site with our Origin")
        << Lines{"Sec-Fetch-Site: cross-site", "Origin: https://gate.example"} << true << false;
    QTest::newRow("two sayings") << Lines{"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"} << true << false;
    QTest::newRow("two origins") << Lines{"Origin: https://gate.example", "Origin: https://evil.example"} << true << false;
    QTest::newRow("null origin") << Lines{"Origin: null"} << true << false;
    QTest::newRow("other origin") << Lines{"Origin: https://evil.example"} << true << false;
    QTest::newRow("other scheme") << Lines{"Origin: http://gate.example"} << true << false;
    QTest::newRow("other port") << Lines{"Origin: https://gate.example:8443"} << true << false;
    QTest::newRow("our name at the end") << Lines{"Origin: https://evilgate.example"} << true << false;
    QTest::newRow("our name at the start") << Lines{"Origin: https://gate.example.evil.example"} << true << false;
    QTest::newRow("forged token") << Lines{"Sec-Fetch-Site: same-origin", "X-CSRF-Token: " + QByteArray(43, 'A')} << false
                                  << false;
    QTest::newRow("empty token") << Lines{"Sec-Fetch-Site: same-origin", "X-CSRF-Token:"} << false << false;
}

void TestAuthRoutes::cookiesNeedProofOfOrigin()
{
    QFETCH(QByteArrayList, fields);
    QFETCH(bool, csrfToken);
    QFETCH(bool, passes);
    QVERIFY(m_door->accounts.add("alice"));
    const QJsonObject session = m_door->signIn("alice");
    const QJsonObject other = m_door->signIn("alice");
    fields << cookies(session);
    const auto with = [&](const QJsonObject &owner) {
        return csrfToken ? fields + QByteArrayList{"X-CSRF-Token: " + text(owner, "csrf_token")} : fields;
    };
    for (const char *path : {"/auth/refresh", "/auth/logout"}) {
        const http::Response stolen = m_door->ask({.method = "POST", .path = path, .fields = with(other)});
        QCOMPARE(stolen.status, 403); // the token of another session, even of the same user
        const http::Response response = m_door->ask({.method = "POST", .path = path, .fields = with(session)});
        QVERIFY2(passes ? response.status / 100 == 2 : response.status == 403, response.body.constData());
        if (!passes)
            QVERIFY(PipelineUnderTest::headersOf(response, "Set-Cookie").isEmpty());
    }
    QCOMPARE(m_door->accounts.count("SELECT count(*) FROM sessions WHERE revoked_at IS NOT NULL"), passes ? 1 : 0);
    QCOMPARE(m_door->accounts.count("SELECT count(*) FROM refresh_tokens WHERE spent_at IS NOT NULL"), passes ? 1 : 0);
}

void TestAuthRoutes::aBearerNeedsNoProofOfOrigin()
{
    QVERIFY(m_door->accounts.add("alice"));
    const QJsonObject session = m_door->signIn("alice");
    QCOMPARE(m_door->ask({.method = "POST", .path = "/auth/logout", .fields = {bearer(session)}}).status, 204);
}

void TestAuthRoutes::aPageFindsItsWayBackAfterItsAccessTokenEnded()
{
    QVERIFY(m_door->accounts.add("alice"));
    const QJsonObject session = m_door->signIn("alice");
    m_door->accounts.clock.advance(1h);
    QCOMPARE(m_door->ask({.path = "/auth/me", .fields = {cookies(session)}}).status, 401);
    // The page reads the token from its cookie, as nobody answers it any more.
    const QByteArrayList proof{cookies(session), "Sec-Fetch-Site: same-origin", "X-CSRF-Token: " + text(session, "csrf_token")};
    const http::Response renewed = m_door->ask({.method = "POST", .path = "/auth/refresh", .fields = proof});
    QCOMPARE(renewed.status, 200);
    const QJsonObject next = PipelineUnderTest::jsonOf(renewed);
    QCOMPARE(text(next, "csrf_token"), text(session, "csrf_token"));
    QCOMPARE(m_door->ask({.path = "/auth/me", .fields = {cookies(next)}}).status, 200);
    // An empty object is no token either, so the cookie counts and needs its proof.
    const http::Response bare = m_door->post("/auth/refresh", "{}", {cookies(next)});
    QCOMPARE(bare.status, 403);
    const http::Response empty = m_door->post("/auth/refresh", R"({"refresh_token":""})", {cookies(next)});
    QCOMPARE(empty.status, 403);
}

void TestAuthRoutes::aRefreshByBodyNeedsNoCsrfToken()
{
    QVERIFY(m_door->accounts.add("alice"));
    const QByteArray token = text(m_door->signIn("alice"), "refresh_token");
    QCOMPARE(m_door->post("/auth/refresh", tokenBody(token)).status, 200);
    const http::Response none = m_door->ask({.method = "POST", .path = "/auth/refresh"});
    QCOMPARE(none.status, 401);
    QCOMPARE(PipelineUnderTest::headersOf(none, "WWW-Authenticate"), QByteArrayList{"Bearer"});
}

void TestAuthRoutes::credentialsThatDoNotHoldAreRefused_data()
{
    QTest::addColumn<QByteArrayList>("fields"); // TOKEN stands for a valid access token
    QTest::addColumn<QByteArray>("challenge"); // empty: let in
    using Lines = QByteArrayList;
    const QByteArray bad = "Bearer error=\"invalid_token\"";
    QTest::newRow("none") << Lines{} << QByteArray("Bearer");
    QTest::newRow("bearer") << Lines{"Authorization: Bearer TOKEN"} << QByteArray();
    QTest::newRow("scheme in lower case") << Lines{"Authorization: bearer TOKEN"} << QByteArray();
    QTest::newRow("cookie") << Lines{"Cookie: __Host-gatehouse-access=TOKEN"} << QByteArray();
    QTest::newRow("other scheme") << Lines{"Authorization: Basic YWRtaW46YWRtaW4="} << bad;
    QTest::newRow("no scheme") << Lines{"Authorization: TOKEN"} << bad;
    QTest::newRow("empty bearer") << Lines{"Authorization: Bearer"} << bad;
    QTest::newRow("empty field") << Lines{"Authorization:"} << bad;
    QTest::newRow("two spaces") << Lines{"Authorization: Bearer  TOKEN"} << bad;
    QTest::newRow("two tokens") << Lines{"Authorization: Bearer TOKEN, Bearer TOKEN"} << bad;
    QTest::newRow("bad bearer and good cookie")
        << Lines{"Authorization: Bearer x", "Cookie: __Host-gatehouse-access=TOKEN"} << bad;
    QTest::newRow("cookie twice") << Lines{"Cookie: __Host-gatehouse-access=TOKEN; __Host-gatehouse-access=TOKEN"} << bad;
    QTest::newRow("cookie in two fields") << Lines{"Cookie: __Host-gatehouse-access=TOKEN",
                                                   "Cookie: __Host-gatehouse-access=TOKEN"}
                                          << bad;
    QTest::newRow("cookie without prefix") << Lines{"Cookie: gatehouse-access=TOKEN"} << QByteArray("Bearer");
    QTest::newRow("token in the query") << Lines{"X-Access-Token: TOKEN"} << QByteArray("Bearer");
}

void TestAuthRoutes::credentialsThatDoNotHoldAreRefused()
{
    QFETCH(QByteArrayList, fields);
    QFETCH(QByteArray, challenge);
    QVERIFY(m_door->accounts.add("alice"));
    const QByteArray token = text(m_door->signIn("alice"), "access_token");
    for (QByteArray &field : fields)
        field.replace("TOKEN", token);
    for (const char *path : {"/auth/me", "/auth/verify", "/auth/me?access_token=TOKEN"}) {
        const http::Response response = m_door->ask({.path = QByteArray(path).replace("TOKEN", token), .fields = fields});
        QCOMPARE(response.status, challenge.isEmpty() ? 200 : 401);
        QCOMPARE(PipelineUnderTest::headersOf(response, "WWW-Authenticate").join(), challenge);
    }
}

void TestAuthRoutes::verifyDecidesForAnyMethod_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArrayList>("fields");
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        QTest::newRow(method) << QByteArray(method) << QByteArrayList{};
    QTest::newRow("preflight") << QByteArray("OPTIONS")
                               << QByteArrayList{"Origin: https://app.example", "Access-Control-Request-Method: PUT"};
    QTest::newRow("as Traefik asks") << QByteArray(
        "GET") << QByteArrayList{"X-Forwarded-Method: DELETE", "X-Forwarded-Uri: /thing", "X-Forwarded-Host: app.example"};
    QTest::newRow("from a page of the application")
        << QByteArray("POST") << QByteArrayList{"Origin: https://app.example", "Sec-Fetch-Site: same-site"};
}

void TestAuthRoutes::verifyDecidesForAnyMethod()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArrayList, fields);
    QVERIFY(m_door->accounts.add("alice"));
    const QJsonObject session = m_door->signIn("alice");
    for (const QByteArray &credential : {bearer(session), cookies(session)}) {
        const http::Response yes =
            m_door->ask({.method = method, .path = "/auth/verify", .fields = fields + QByteArrayList{credential}});
        QCOMPARE(yes.status, 200);
        QVERIFY(yes.body.isEmpty());
        QCOMPARE(PipelineUnderTest::headersOf(yes, "X-Auth-User"), QByteArrayList{"alice"});
    }
    const http::Response no = m_door->ask({.method = method, .path = "/auth/verify", .fields = fields});
    QCOMPARE(no.status, 401);
    QVERIFY(PipelineUnderTest::headersOf(no, "X-Auth-User").isEmpty());
}

void TestAuthRoutes::verifySetsEveryIdentityHeader()
{
    const User alice = m_door->accounts.add("alice").value();
    const QJsonObject session = m_door->signIn("alice");
    const QByteArrayList forged{"X-Auth-User: root", "X-Auth-Role: admin", "X-Auth-Scopes: all", "X-Auth-Service: all"};
    const http::Response response = m_door->ask({.path = "/auth/verify", .fields = forged + QByteArrayList{bearer(session)}});
    const auto only = [&](const char *name) {
        const QByteArrayList values = PipelineUnderTest::headersOf(response, name);
        return values.size() == 1 ? values.first() : QByteArray("not once");
    };
    QCOMPARE(only("X-Auth-User"), QByteArray("alice"));
    QCOMPARE(only("X-Auth-Role"), QByteArray("admin"));
    QCOMPARE(only("X-Auth-Subject"), alice.id);
    QCOMPARE(only("X-Auth-Scopes"), QByteArray());
    QCOMPARE(only("X-Auth-Service"), QByteArray());

    // A name that somebody wrote into the database by hand never reaches a header: no token is signed for it.
    QVERIFY(m_door->accounts.execute("UPDATE users SET username = 'alice' || char(13) || char(10) || 'X-Auth-Role: admin'"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a claim holds a character"_s));
    QCOMPARE(m_door->post("/auth/login", credentials("alice")).status, 500);
}

void TestAuthRoutes::signingOutClearsTheCookies()
{
    QVERIFY(m_door->accounts.add("alice"));
    const QJsonObject session = m_door->signIn("alice");
    const http::Response response = m_door->ask({.method = "POST", .path = "/auth/logout", .fields = {bearer(session)}});
    QCOMPARE(response.status, 204);
    const QByteArrayList set = PipelineUnderTest::headersOf(response, "Set-Cookie");
    QCOMPARE(set.size(), 3);
    for (const QByteArray &cookie : set)
        QVERIFY(cookie.contains("=; ") && cookie.contains("Max-Age=0"));
    QCOMPARE(m_door->ask({.path = "/auth/me", .fields = {bearer(session)}}).status, 401);
}

void TestAuthRoutes::sessionsAreListedInPages()
{
    QVERIFY(m_door->accounts.add("alice"));
    QVERIFY(m_door->accounts.add("bob"));
    const QJsonObject mine = m_door->signIn("alice");
    (void)m_door->signIn("alice");
    (void)m_door->signIn("alice");
    const QJsonObject foreign = m_door->signIn("bob");
    const auto page = [&](const QByteArray &query) {
        return PipelineUnderTest::jsonOf(m_door->ask({.path = "/auth/sessions" + query, .fields = {bearer(mine)}}));
    };
    QCOMPARE(page("").value("items"_L1).toArray().size(), 3);
    const QJsonObject first = page("?limit=2");
    QCOMPARE(first.value("items"_L1).toArray().size(), 2);
    const QJsonObject rest = page("?limit=2&after=" + text(first, "next"));
    QCOMPARE(rest.value("items"_L1).toArray().size(), 1);
    QVERIFY(rest.value("next"_L1).isNull());
    for (const char *limit : {"0", "501", "-1", "x", "", "1e2"})
        QCOMPARE(m_door->ask({.path = "/auth/sessions?limit=" + QByteArray(limit), .fields = {bearer(mine)}}).status, 422);

    const QByteArray theirs = m_door->accounts.authenticate(text(foreign, "access_token"))->session;
    for (const QByteArray &id : {theirs, kSessionId, QByteArray("x"), QByteArray("%27%20OR%201=1"), theirs.toLower()})
        QCOMPARE(m_door->ask({.method = "DELETE", .path = "/auth/sessions/" + id, .fields = {bearer(mine)}}).status, 404);
    QVERIFY(m_door->accounts.isAccepted(text(foreign, "access_token")));
}

void TestAuthRoutes::passwordsDoNotStayInTheRequest_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("login") << QByteArray("/auth/login") << credentials("alice");
    QTest::newRow("wrong login") << QByteArray("/auth/login") << credentials("alice", "Other-horse-7");
    QTest::newRow("broken login") << QByteArray("/auth/login") << QByteArray(credentials("alice") + '}');
    QTest::newRow("register") << QByteArray("/auth/register") << credentials("bob");
    QTest::newRow("refresh") << QByteArray("/auth/refresh") << QByteArray(R"({"refresh_token":"secret"})");
    QTest::newRow("password") << QByteArray("/auth/password")
                              << QByteArray(R"({"current":"Correct-horse-7","new":"Better-horse-8"})");
}

void TestAuthRoutes::passwordsDoNotStayInTheRequest()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QVERIFY(m_door->accounts.add("alice"));
    const QJsonObject session = m_door->signIn("alice");
    const bool own = path == "/auth/password";
    (void)m_door->post(path, QByteArray(body.constData(), body.size()), own ? QByteArrayList{bearer(session)} : QByteArrayList{});
    QCOMPARE(m_door->last->body.size(), body.size()); // still counted
    QCOMPARE(m_door->last->body.count('\0'), body.size());
    QVERIFY(m_door->last->json.isEmpty());
}

void TestAuthRoutes::signInsAreLimitedByAccount()
{
    PipelineUnderTest door(fivePerMinute());
    QVERIFY(door.accounts.add("alice"));
    const auto signIn = [&](quint32 from, const QByteArray &name, const QByteArray &password) {
        return door.ask({.method = "POST",
                         .path = "/auth/login",
                         .fields = json(),
                         .body = credentials(name, password),
                         .from = address(from)});
    };
    for (quint32 i = 1; i <= 5; ++i)
        QCOMPARE(signIn(i, i % 2 ? "alice" : "ALICE", "Wrong-horse-7").status, 401);
    const quint64 before = door.accounts.hasher.computations();
    const http::Response over = signIn(6, "Alice", kPassword);
    QCOMPARE(over.status, 429);
    QVERIFY(PipelineUnderTest::headersOf(over, "Retry-After").value(0).toInt() >= 1);
    QCOMPARE(door.accounts.hasher.computations(), before); // a refusal costs less
    QCOMPARE(signIn(7, "bob", "Wrong-horse-7").status, 401);
}

void TestAuthRoutes::registrationsAreLimitedByAccount()
{
    PipelineUnderTest door(fivePerMinute());
    QVERIFY(door.accounts.add("alice"));
    const auto registerFrom = [&](quint32 from) {
        return door
            .ask(
                {.method = "POST", .path = "/auth/register", .fields = json(), .body = credentials("bob"), .from = address(from)})
            .status;
    };
    for (quint32 i = 1; i <= 5; ++i)
        QCOMPARE(registerFrom(i), 401);
    QCOMPARE(registerFrom(6), 429);
}

void TestAuthRoutes::registrationsOfANameDoNotKeepItsOwnerFromSigningIn()
{
    PipelineUnderTest door(fivePerMinute());
    QVERIFY(door.accounts.add("ops"));
    const auto ask = [&](const char *path, quint32 from) {
        return door.ask({.method = "POST", .path = path, .fields = json(), .body = credentials("ops"), .from = address(from)})
            .status;
    };
    for (quint32 i = 1; i <= 10; ++i)
        QCOMPARE(ask("/auth/register", i), i <= 5 ? 401 : 429);
    QCOMPARE(ask("/auth/login", 11), 200);
}

void TestAuthRoutes::strangersDoNotShutOutWhereSomebodySignsInFrom_data()
{
    QTest::addColumn<QByteArray>("before"); // where the owner signed in
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<int>("status");
    QTest::newRow("the same address") << QByteArray("198.51.100.9") << QByteArray("198.51.100.9") << 200;
    QTest::newRow("its neighbour") << QByteArray("198.51.100.9") << QByteArray("198.51.100.8") << 429;
    QTest::newRow("the same /64") << QByteArray("2001:db8:0:1::9") << QByteArray("2001:db8:0:1:ffff::1") << 200;
    QTest::newRow("the next /64") << QByteArray("2001:db8:0:1::9") << QByteArray("2001:db8:0:2::9") << 429;
}

void TestAuthRoutes::strangersDoNotShutOutWhereSomebodySignsInFrom()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, now);
    QFETCH(int, status);
    PipelineUnderTest door(fivePerMinute());
    const Result<User> alice = door.accounts.add("alice");
    QVERIFY(alice && door.accounts.add("bob", principalOf(*alice)));
    const auto signIn = [&](const IpAddress &from, const QByteArray &name, const QByteArray &password) {
        return door.ask(
            {.method = "POST", .path = "/auth/login", .fields = json(), .body = credentials(name, password), .from = from});
    };
    QCOMPARE(signIn(*IpAddress::parse(before), "alice", kPassword).status, 200);
    door.accounts.clock.advance(1min);
    for (quint32 i = 1; i <= 10; ++i)
        QCOMPARE(signIn(address(i), "Alice", "Wrong-horse-7").status, i <= 5 ? 401 : 429);
    QCOMPARE(signIn(*IpAddress::parse(now), "ALICE", kPassword).status, status);
    // That helps nobody to more tries than an address has, and not with another name.
    for (int i = status == 200 ? 1 : 0; i < 5; ++i)
        QCOMPARE(signIn(*IpAddress::parse(now), "alice", "Wrong-horse-7").status, status == 200 ? 401 : 429);
    QCOMPARE(signIn(*IpAddress::parse(now), "alice", kPassword).status, 429);
    door.accounts.clock.advance(1min);
    for (quint32 i = 11; i <= 15; ++i)
        QCOMPARE(signIn(address(i), "bob", "Wrong-horse-7").status, 401);
    QCOMPARE(signIn(*IpAddress::parse(now), "bob", kPassword).status, 429);
}

void TestAuthRoutes::passwordChangesAreLimitedLikeSignIns()
{
    PipelineUnderTest door(fivePerMinute());
    QVERIFY(door.accounts.add("alice"));
    const QJsonObject session = door.signIn("alice");
    const auto change = [&](quint32 from, const QByteArray &current) {
        return door.ask({.method = "POST",
                         .path = "/auth/password",
                         .fields = json({bearer(session)}),
                         .body = R"({"current":")" + current + R"(","new":"Better-horse-8"})",
                         .from = address(from)});
    };
    for (quint32 i = 11; i <= 15; ++i)
        QCOMPARE(change(i, "Wrong-horse-7").status, 403);
    const quint64 before = door.accounts.hasher.computations();
    const http::Response over = change(16, kPassword);
    QCOMPARE(over.status, 429);
    QCOMPARE(PipelineUnderTest::headersOf(over, "X-RateLimit-Limit"), QByteArrayList{"5"});
    QCOMPARE(door.accounts.hasher.computations(), before);
    // Whoever took the token keeps its owner from neither of these.
    QCOMPARE(door.post("/auth/refresh", tokenBody(text(session, "refresh_token"))).status, 200);
    QCOMPARE(door.post("/auth/login", credentials("alice")).status, 200);
    door.accounts.clock.advance(1min);
    QCOMPARE(change(16, kPassword).status, 204);
}

void TestAuthRoutes::refreshesAreLimitedByAccount()
{
    PipelineUnderTest door(fivePerMinute());
    QVERIFY(door.accounts.add("alice"));
    const auto refreshFrom = [&](quint32 from, const QByteArray &token) {
        return door.ask(
            {.method = "POST", .path = "/auth/refresh", .fields = json(), .body = tokenBody(token), .from = address(from)});
    };
    // Whatever sessions they are of: the account is what counts.
    QByteArray token = text(door.signIn("alice"), "refresh_token");
    const QByteArray other = text(door.signIn("alice"), "refresh_token");
    for (quint32 i = 1; i <= 5; ++i) {
        const http::Response response = refreshFrom(i, token);
        QCOMPARE(response.status, 200);
        token = text(PipelineUnderTest::jsonOf(response), "refresh_token");
    }
    QCOMPARE(refreshFrom(6, token).status, 429);
    QCOMPARE(refreshFrom(8, other).status, 429);
    QCOMPARE(refreshFrom(9, "not a token").status, 401);
    door.accounts.clock.advance(1min);
    QCOMPARE(refreshFrom(6, token).status, 200); // a refusal spends nothing
}

void TestAuthRoutes::wrongPasswordsForANameDoNotKeepItsOwnerFromRefreshing()
{
    PipelineUnderTest door(fivePerMinute());
    QVERIFY(door.accounts.add("alice"));
    const QByteArray token = text(door.signIn("alice"), "refresh_token");
    for (quint32 i = 10; i < 20; ++i)
        (void)door.ask(
            {.method = "POST", .path = "/auth/login", .fields = json(), .body = credentials("alice", "x"), .from = address(i)});
    QCOMPARE(door.post("/auth/refresh", tokenBody(token)).status, 200);
}

void TestAuthRoutes::signInRoutesShareOneLimitByAddress()
{
    PipelineUnderTest door(fivePerMinute());
    QCOMPARE(door.post("/auth/login", credentials("a_1")).status, 401);
    QCOMPARE(door.post("/auth/register", credentials("b_1")).status, 403);
    QCOMPARE(door.post("/auth/refresh", R"({"refresh_token":"x"})").status, 401);
    QCOMPARE(door.post("/auth/login", "no JSON").status, 400);
    QCOMPARE(door.ask({.method = "POST", .path = "/auth/refresh"}).status, 401);
    for (const char *path : {"/auth/login", "/auth/register", "/auth/refresh"})
        QCOMPARE(door.post(path, credentials("c_1")).status, 429);
}

void TestAuthRoutes::wrongUsersAreLimitedLikeWrongPasswords()
{
    PipelineUnderTest door(fivePerMinute());
    QVERIFY(door.accounts.add("alice"));
    QList<std::pair<int, QByteArrayList>> answers[2];
    for (quint32 i = 0; i < 14; ++i) {
        const QByteArray name = i % 2 ? "alice" : "nobody";
        const http::Response response = door.ask({.method = "POST",
                                                  .path = "/auth/login",
                                                  .fields = json(),
                                                  .body = credentials(name, "Wrong-horse-7"),
                                                  .from = address(i)});
        answers[i % 2].append({response.status, PipelineUnderTest::headersOf(response, "X-RateLimit-Remaining")});
    }
    QCOMPARE(answers[0], answers[1]);
    QCOMPARE(answers[0].last().first, 429);
}

QTEST_GUILESS_MAIN(TestAuthRoutes)
#include "test_auth_routes.moc"
