#include "tools.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// A user's life with the server, from the first registration to the last refused token.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsAnOperatorWhatIsNeeded();
    void registersTheFirstUserAsAdministrator();
    void letsNobodyElseRegister();
    void letsAnAdministratorRegisterUsers();
    void answersWithTokensAndCookies();
    void knowsTheCallerByToken();
    void verifiesForAProxy_data();
    void verifiesForAProxy();
    void treatsAWrongUserLikeAWrongPassword();
    void refreshesWithANewPair();
    void letsTwoTabsRefreshAtOnce();
    void revokesTheFamilyOfAStolenToken();
    void endsASessionAtLogout();
    void endsOtherSessionsWhenThePasswordChanges();
    void revokesOneSession();
    void needsTheCsrfTokenWithACookie();
    void letsABrowserRefreshByCookie();
    void writesNothingOfAnAttackersIntoTheLog();
    void limitsVerifyAndEverySignInRoute();
    void refusesForgedTokens_data();
    void refusesForgedTokens();
    void survivesARestart();

private:
    [[nodiscard]] HttpClient client() const { return HttpClient({.port = m_server.port(), .from = freshAddress()}); }
    [[nodiscard]] Answer me(const QByteArray &token) const { return client().get("/auth/me", bearer(token)); }

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
};

void SignInTest::initTestCase()
{
    m_folder.configure(kGenerous);
    QVERIFY2(m_server.start(), m_server.output().constData());
}

void SignInTest::tellsAnOperatorWhatIsNeeded()
{
    QVERIFY(m_server.output().contains("Data: "));
    const QString code = QString::fromLatin1(m_server.setupCode());
    QVERIFY2(code.size() >= 20, qPrintable(code));
}

void SignInTest::registersTheFirstUserAsAdministrator()
{
    const Answer answer = registerAdmin(m_server);
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.json().value("username"_L1).toString(), u"admin"_s);
    QCOMPARE(answer.json().value("role"_L1).toString(), u"admin"_s);
    QCOMPARE(answer.json().size(), 3);
}

void SignInTest::letsNobodyElseRegister()
{
    const Answer answer =
        client().post("/auth/register", {{u"username"_s, u"mallory"_s}, {u"password"_s, QLatin1String(kPassword)}});
    QVERIFY2(answer.status == 401 || answer.status == 403, answer.body.constData());
}

void SignInTest::letsAnAdministratorRegisterUsers()
{
    const QByteArray token = accessToken(m_server, "admin");
    for (const QString &name : {u"alice"_s, u"bob"_s}) {
        const Answer answer =
            client().post("/auth/register", {{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}}, bearer(token));
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.json().value("role"_L1).toString(), u"user"_s);
    }
    const Answer again =
        client().post("/auth/register", {{u"username"_s, u"ALICE"_s}, {u"password"_s, QLatin1String(kPassword)}}, bearer(token));
    QCOMPARE(again.status, 409);
    const Answer byUser =
        client().post("/auth/register", {{u"username"_s, u"carol"_s}, {u"password"_s, QLatin1String(kPassword)}},
                      bearer(accessToken(m_server, "alice")));
    QCOMPARE(byUser.status, 403);
}

void SignInTest::answersWithTokensAndCookies()
{
    const Answer answer = signIn(m_server, "alice");
    QCOMPARE(answer.status, 200);
    const QJsonObject json = answer.json();
    QVERIFY(!json.value("access_token"_L1).toString().isEmpty());
    QCOMPARE(json.value("token"_L1), json.value("access_token"_L1));
    QVERIFY(!json.value("refresh_token"_L1).toString().isEmpty());
    QCOMPARE(json.value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(json.value("expires_in"_L1).toInt(), 900);
    QCOMPARE(json.value("user"_L1).toObject().value("username"_L1).toString(), u"alice"_s);
    QVERIFY(answer.count("Set-Cookie") >= 2);
    for (const auto &[name, value] : answer.headers) {
        if (name == "Set-Cookie" && (value.contains("-access=") || value.contains("-refresh=")))
            QVERIFY2(value.contains("HttpOnly") && value.contains("SameSite=Lax") && value.contains("Path=/"), value.constData());
    }
    QVERIFY2(!m_server.output().contains(json.value("access_token"_L1).toString().toUtf8()), "a token stands in the log");
    QVERIFY2(!m_server.output().contains(kPassword), "a password stands in the log");
}

void SignInTest::knowsTheCallerByToken()
{
    const Answer answer = me(accessToken(m_server, "alice"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value("username"_L1).toString(), u"alice"_s);
    QVERIFY(!answer.json().value("session"_L1).toString().isEmpty());
    QVERIFY(answer.json().value("expires_at"_L1).toString().endsWith(u'Z'));
}

void SignInTest::verifiesForAProxy_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<HeaderList>("headers");
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        QTest::newRow(method) << QByteArray(method) << HeaderList{};
    QTest::newRow("a preflight") << QByteArray("OPTIONS")
                                 << HeaderList{{"Origin", "https://app.example"}, {"Access-Control-Request-Method", "PUT"}};
    QTest::newRow("forged identity") << QByteArray("GET") << HeaderList{{"X-Auth-User", "root"}, {"X-Auth-Role", "admin"}};
}

void SignInTest::verifiesForAProxy()
{
    QFETCH(QByteArray, method);
    QFETCH(HeaderList, headers);
    const QJsonObject session = signIn(m_server, "alice").json();
    const QByteArray token = session.value("access_token"_L1).toString().toUtf8();
    // By cookie no proof of origin is asked for: it is about another request, which has its own.
    for (const HeaderList &credential : {bearer(token), HeaderList{{"Cookie", "gatehouse-access=" + token}}}) {
        const Answer answer = client().request(method, "/auth/verify", {}, headers + credential);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.isEmpty());
        QCOMPARE(answer.header("X-Auth-User"), QByteArray("alice"));
        QCOMPARE(answer.header("X-Auth-Role"), QByteArray("user"));
        QCOMPARE(answer.header("X-Auth-Subject"), session.value("user"_L1).toObject().value("id"_L1).toString().toUtf8());
        for (const char *name : {"X-Auth-User", "X-Auth-Role", "X-Auth-Subject", "X-Auth-Scopes", "X-Auth-Service"})
            QCOMPARE(answer.count(name), 1);
        QVERIFY(answer.header("X-Auth-Scopes").isEmpty() && answer.header("X-Auth-Service").isEmpty());
    }
    const Answer anonymous = client().request(method, "/auth/verify", {}, headers);
    QCOMPARE(anonymous.status, 401);
    QCOMPARE(anonymous.header("WWW-Authenticate"), QByteArray("Bearer"));
    QCOMPARE(anonymous.count("X-Auth-User"), 0);
    const Answer forged = client().request(method, "/auth/verify", {}, headers + bearer(token + 'A'));
    QCOMPARE(forged.status, 401);
    QCOMPARE(forged.header("WWW-Authenticate"), QByteArray("Bearer error=\"invalid_token\""));
}

void SignInTest::treatsAWrongUserLikeAWrongPassword()
{
    const Answer wrongPassword = signIn(m_server, "alice", "Wrong-Horse-7!");
    const Answer wrongUser = signIn(m_server, "nobody_here", "Wrong-Horse-7!");
    QCOMPARE(wrongPassword.status, 401);
    QCOMPARE(wrongUser.status, 401);
    QCOMPARE(wrongUser.json().value("detail"_L1), wrongPassword.json().value("detail"_L1));
}

void SignInTest::refreshesWithANewPair()
{
    const QJsonObject first = signIn(m_server, "alice").json();
    const Answer answer = client().post("/auth/refresh", {{u"refresh_token"_s, first.value("refresh_token"_L1)}});
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json().value("refresh_token"_L1) != first.value("refresh_token"_L1));
    QCOMPARE(me(answer.json().value("access_token"_L1).toString().toUtf8()).status, 200);
}

void SignInTest::letsTwoTabsRefreshAtOnce()
{
    const QJsonValue token = signIn(m_server, "alice").json().value("refresh_token"_L1);
    const Answer one = client().post("/auth/refresh", {{u"refresh_token"_s, token}});
    const Answer two = client().post("/auth/refresh", {{u"refresh_token"_s, token}});
    QCOMPARE(one.status, 200);
    QCOMPARE(two.status, 200);
    QCOMPARE(me(one.json().value("access_token"_L1).toString().toUtf8()).status, 200);
    QCOMPARE(me(two.json().value("access_token"_L1).toString().toUtf8()).status, 200);
}

void SignInTest::revokesTheFamilyOfAStolenToken()
{
    const QJsonValue stolen = signIn(m_server, "alice").json().value("refresh_token"_L1);
    const QJsonValue successor = client().post("/auth/refresh", {{u"refresh_token"_s, stolen}}).json().value("refresh_token"_L1);
    const Answer latest = client().post("/auth/refresh", {{u"refresh_token"_s, successor}});
    QCOMPARE(latest.status, 200);
    QCOMPARE(client().post("/auth/refresh", {{u"refresh_token"_s, stolen}}).status, 401);
    QCOMPARE(client().post("/auth/refresh", {{u"refresh_token"_s, latest.json().value("refresh_token"_L1)}}).status, 401);
    QTRY_COMPARE_WITH_TIMEOUT(me(latest.json().value("access_token"_L1).toString().toUtf8()).status, 401, 1000);
}

void SignInTest::endsASessionAtLogout()
{
    const QJsonObject session = signIn(m_server, "alice").json();
    const QByteArray token = session.value("access_token"_L1).toString().toUtf8();
    const Answer answer = client().post("/auth/logout", {}, bearer(token));
    QCOMPARE(answer.status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(me(token).status, 401, 1000);
    QCOMPARE(client().post("/auth/refresh", {{u"refresh_token"_s, session.value("refresh_token"_L1)}}).status, 401);
}

void SignInTest::endsOtherSessionsWhenThePasswordChanges()
{
    const QByteArray other = accessToken(m_server, "bob");
    const QByteArray own = accessToken(m_server, "bob");
    const QJsonObject change{{u"current"_s, QLatin1String(kPassword)}, {u"new"_s, u"Another-Horse-8?"_s}};
    QCOMPARE(client().post("/auth/password", change, bearer(own)).status, 204);
    QCOMPARE(me(own).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(me(other).status, 401, 1000);
    QCOMPARE(signIn(m_server, "bob").status, 401);
    QCOMPARE(signIn(m_server, "bob", "Another-Horse-8?").status, 200);
}

void SignInTest::revokesOneSession()
{
    const QByteArray keeps = accessToken(m_server, "alice");
    const QByteArray loses = accessToken(m_server, "alice");
    const QByteArray session = me(loses).json().value("session"_L1).toString().toUtf8();
    const Answer list = client().get("/auth/sessions", bearer(keeps));
    QCOMPARE(list.status, 200);
    QVERIFY(list.json().value("items"_L1).isArray() && list.json().contains("next"_L1));
    // Somebody else's session is as good as none.
    QCOMPARE(client().request("DELETE", "/auth/sessions/" + session, {}, bearer(accessToken(m_server, "admin"))).status, 404);
    QCOMPARE(client().request("DELETE", "/auth/sessions/" + session, {}, bearer(keeps)).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(me(loses).status, 401, 1000);
    QCOMPARE(me(keeps).status, 200);
}

void SignInTest::needsTheCsrfTokenWithACookie()
{
    HttpClient browser({.port = m_server.port(), .from = freshAddress()});
    browser.keepCookies(true);
    const Answer session = browser.post("/auth/login", {{u"username"_s, u"alice"_s}, {u"password"_s, QLatin1String(kPassword)}});
    QCOMPARE(session.status, 200);
    const QByteArray csrf = session.header("X-CSRF-Token");
    QCOMPARE(browser.get("/auth/me").status, 200);
    const HeaderList sameOrigin{{"Sec-Fetch-Site", "same-origin"}};
    const HeaderList crossSite{{"Sec-Fetch-Site", "cross-site"}, {"X-CSRF-Token", csrf}};
    QCOMPARE(browser.post("/auth/logout", {}).status, 403);
    QCOMPARE(browser.post("/auth/logout", {}, sameOrigin).status, 403);
    QCOMPARE(browser.post("/auth/logout", {}, crossSite).status, 403);
    QCOMPARE(browser.post("/auth/logout", {}, sameOrigin + HeaderList{{"X-CSRF-Token", csrf.left(csrf.size() - 1) + '!'}}).status,
             403);
    QCOMPARE(browser.post("/auth/logout", {}, sameOrigin + HeaderList{{"X-CSRF-Token", csrf}}).status, 204);
}

void SignInTest::letsABrowserRefreshByCookie()
{
    HttpClient browser({.port = m_server.port(), .from = freshAddress()});
    browser.keepCookies(true);
    QCOMPARE(browser.post("/auth/login", {{u"username"_s, u"alice"_s}, {u"password"_s, QLatin1String(kPassword)}}).status, 200);
    const QByteArray refresh = browser.cookies().value("gatehouse-refresh");
    const HeaderList page{{"Sec-Fetch-Site", "same-origin"}};
    // What a script of our own page does: it reads the one cookie it can read.
    const HeaderList proof{{"X-CSRF-Token", browser.cookies().value("gatehouse-csrf")}};
    QCOMPARE(browser.request("POST", "/auth/refresh").status, 403);
    QCOMPARE(browser.request("POST", "/auth/refresh", {}, page).status, 403);
    QCOMPARE(browser.request("POST", "/auth/refresh", {}, proof).status, 403);
    QCOMPARE(browser.request("POST", "/auth/refresh", {}, HeaderList{{"Sec-Fetch-Site", "cross-site"}} + proof).status, 403);
    QCOMPARE(browser.cookies().value("gatehouse-refresh"), refresh);
    QCOMPARE(browser.request("POST", "/auth/refresh", {}, page + proof).status, 200);
    QVERIFY(browser.cookies().value("gatehouse-refresh") != refresh);
    QCOMPARE(browser.get("/auth/me").status, 200);
    QCOMPARE(browser.post("/auth/logout", {}, page + proof).status, 204);
    QVERIFY(browser.cookies().value("gatehouse-access").isEmpty() && browser.cookies().value("gatehouse-refresh").isEmpty());
    QCOMPARE(browser.get("/auth/me").status, 401);
}

void SignInTest::writesNothingOfAnAttackersIntoTheLog()
{
    const qsizetype before = m_server.output().size();
    const QString name = u"x\nforged session.sign_in succeeded\u001b[2J"_s;
    const QJsonObject credentials{{u"username"_s, name}, {u"password"_s, u"Forged-Horse-7!"_s}};
    QCOMPARE(client().post("/auth/login", credentials).status, 401);
    (void)client().post("/auth/register", credentials);
    (void)client().post("/auth/refresh", {{u"refresh_token"_s, name}});
    QCOMPARE(client().get("/auth/me", {{"X-Request-Id", "forged"}}).status, 401);
    QTRY_VERIFY(m_server.output().indexOf("session.refresh refused", before) > 0);
    const QByteArray log = m_server.output().sliced(before);
    QVERIFY2(!log.contains("forged") && !log.contains("Forged") && !log.contains('\x1b'), log.constData());
}

void SignInTest::limitsVerifyAndEverySignInRoute()
{
    ServerFolder folder;
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QCOMPARE(registerAdmin(server).status, 201);
    const QJsonObject session = signIn(server, "admin").json();

    HttpClient proxy({.port = server.port(), .from = freshAddress()});
    proxy.setBearer(session.value("access_token"_L1).toString().toUtf8());
    for (int i = 0; i < 60; ++i)
        QCOMPARE(proxy.get("/auth/verify").status, 200);
    const Answer over = proxy.get("/auth/verify");
    QCOMPARE(over.status, 429);
    QVERIFY(over.header("Retry-After").toInt() >= 1);
    QCOMPARE(over.count("X-Auth-User"), 0);

    QJsonValue token = session.value("refresh_token"_L1);
    QList<int> statuses;
    for (int i = 0; i < 6; ++i) { // each from an address of its own: what counts is the account
        HttpClient device({.port = server.port(), .from = freshAddress()});
        const Answer answer = device.post("/auth/refresh", {{u"refresh_token"_s, token}});
        statuses << answer.status;
        if (answer.status == 200)
            token = answer.json().value("refresh_token"_L1);
    }
    QCOMPARE(statuses, QList<int>({200, 200, 200, 200, 200, 429}));

    HttpClient one({.port = server.port(), .from = freshAddress()});
    for (const char *path : {"/auth/login", "/auth/register", "/auth/refresh", "/auth/login", "/auth/refresh"})
        QVERIFY(one.post(path, {{u"username"_s, u"nobody_%1"_s.arg(QLatin1String(path).size())}}).status != 429);
    for (const char *path : {"/auth/login", "/auth/register", "/auth/refresh"})
        QCOMPARE(one.post(path, {}).status, 429);
}

void SignInTest::refusesForgedTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArrayList parts = accessToken(m_server, "alice").split('.');
    QCOMPARE(parts.size(), 3);
    const auto encoded = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    QTest::newRow("no signature") << parts[0] + '.' + parts[1] + '.';
    QTest::newRow("alg none") << encoded(R"({"alg":"none","typ":"at+jwt"})") + '.' + parts[1] + '.';
    QTest::newRow("alg none, signature kept") << encoded(R"({"alg":"none","typ":"at+jwt"})") + '.' + parts[1] + '.' + parts[2];
    QByteArray claims = QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding);
    claims.replace("\"role\":\"user\"", "\"role\":\"admin\"");
    QTest::newRow("claims changed") << parts[0] + '.' + encoded(claims) + '.' + parts[2];
    QTest::newRow("one bit of the signature")
        << parts[0] + '.' + parts[1] + '.' + (parts[2].startsWith('A') ? 'B' : 'A') + parts[2].mid(1);
    QTest::newRow("a word") << QByteArray("token");
    QTest::newRow("two tokens") << parts.join('.') + ',' + parts.join('.');
}

void SignInTest::refusesForgedTokens()
{
    QFETCH(QByteArray, token);
    const Answer answer = client().get("/auth/verify", bearer(token));
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.header("WWW-Authenticate").contains("error=\"invalid_token\""));
}

void SignInTest::survivesARestart()
{
    const QByteArray token = accessToken(m_server, "alice");
    m_server.kill();
    QVERIFY2(m_server.start(), m_server.output().constData());
    QVERIFY2(m_server.setupCode().isEmpty(), "the setup code holds only until there is a user");
    QCOMPARE(me(token).status, 200);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "test_sign_in.moc"
