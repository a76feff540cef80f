#include "tools.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// What the API contract promises of every route, seen from outside.
class ContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAsPromised_data();
    void answersAsPromised();
    void keepsTheCallersRequestId();
    void answersProbes_data();
    void answersProbes();
    void answersHeadWithoutABody();
    void describesItself();
    void countsWhatItDid();
    void namesTheFieldThatIsWrong();
    void refusesAnAnnouncedBodyThatIsTooLarge();
    void answersPreflightsOnlyToListedOrigins();
    void tellsNothingOfItsVersion();
    void believesTheForwardedHeaderItIsToldTo_data();
    void believesTheForwardedHeaderItIsToldTo();

private:
    [[nodiscard]] HttpClient client() const { return HttpClient({.port = m_server.port(), .from = freshAddress()}); }

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
};

void ContractTest::initTestCase()
{
    m_folder.configure(kGenerous);
    QVERIFY2(m_server.start(), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
}

void ContractTest::answersAsPromised_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray json = "application/json";
    const QByteArray login = R"({"username":"admin","password":"Correct-Horse-7!"})";
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &path, const QByteArray &type,
                        const QByteArray &body, int status) { QTest::newRow(name) << method << path << type << body << status; };
    row("success", "POST", "/auth/login", json, login, 200);
    row("charset in the content type", "POST", "/auth/login", "application/json; charset=utf-8", login, 200);
    row("unknown path", "GET", "/no/such/path", {}, {}, 404);
    row("path above the root", "GET", "/auth/../auth/me", {}, {}, 404);
    row("encoded path above the root", "GET", "/auth/%2e%2e/auth/me", {}, {}, 404);
    row("a part of pages that is not there", "GET", "/assets/older/nothing.js", {}, {}, 404);
    row("wrong method", "GET", "/auth/login", {}, {}, 405);
    row("wrong method for a probe", "DELETE", "/health", {}, {}, 405);
    row("no credentials", "GET", "/auth/me", {}, {}, 401);
    row("no content type", "POST", "/auth/login", {}, login, 415);
    row("wrong content type", "POST", "/auth/login", "text/plain", login, 415);
    row("a form", "POST", "/auth/login", "application/x-www-form-urlencoded", "username=admin", 415);
    row("not JSON", "POST", "/auth/login", json, "{username", 400);
    row("empty body", "POST", "/auth/login", json, "", 400);
    row("an array", "POST", "/auth/login", json, "[]", 400);
    row("trailing bytes", "POST", "/auth/login", json, login + "x", 400);
    row("two objects", "POST", "/auth/login", json, login + login, 400);
    row("repeated key", "POST", "/auth/login", json, R"({"username":"a","username":"admin","password":"Correct-Horse-7!"})", 400);
    row("repeated key, spelled differently", "POST", "/auth/login", json,
        R"({"username":"a","user\u006eame":"admin","password":"Correct-Horse-7!"})", 400);
    row("invalid UTF-8", "POST", "/auth/login", json, "{\"username\":\"\xff\",\"password\":\"x\"}", 400);
    row("unknown field", "POST", "/auth/login", json, R"({"username":"admin","password":"Correct-Horse-7!","admin":true})", 422);
    row("wrong type", "POST", "/auth/login", json, R"({"username":7,"password":"Correct-Horse-7!"})", 422);
    row("missing field", "POST", "/auth/login", json, R"({"username":"admin"})", 422);
    row("body too large", "POST", "/auth/login", json, QByteArray(100'000, ' '), 413);
}

void ContractTest::answersAsPromised()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Answer answer =
        client().request(method, path, body, type.isEmpty() ? HeaderList() : HeaderList{{"Content-Type", type}});
    QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);

    QVERIFY(answer.header("Date").endsWith(" GMT"));
    QVERIFY(QRegularExpression(u"^[0-7][0-9A-HJKMNP-TV-Z]{25}$"_s)
                .match(QString::fromLatin1(answer.header("X-Request-Id")))
                .hasMatch());
    QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
    QCOMPARE(answer.header("Referrer-Policy"), QByteArray("strict-origin-when-cross-origin"));
    QCOMPARE(answer.header("X-XSS-Protection"), QByteArray("1; mode=block"));
    QCOMPARE(answer.header("Content-Security-Policy"), QByteArray("default-src 'none'; frame-ancestors 'none'"));
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    QVERIFY(!answer.header("Permissions-Policy").isEmpty());
    QVERIFY2(answer.header("Strict-Transport-Security").isNull(), "over plain HTTP it would be a lie");
    for (int i = 0; i < answer.headers.size(); ++i)
        QCOMPARE(answer.count(answer.headers.at(i).first) == 1 || answer.headers.at(i).first == "Set-Cookie", true);
    for (const char *name : {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "RateLimit-Policy", "RateLimit"})
        QVERIFY2(answer.count(name) == 1, name);

    if (status == 405)
        QVERIFY(!answer.header("Allow").isEmpty());
    if (status < 400)
        return;
    QVERIFY(answer.header("Content-Type").startsWith("application/problem+json"));
    const QJsonObject problem = answer.json();
    for (const char *field : {"type", "title", "detail", "instance", "error_id", "error"})
        QVERIFY2(problem.value(QLatin1String(field)).isString(), field);
    QCOMPARE(problem.value("status"_L1).toInt(), status);
    QCOMPARE(problem.value("error"_L1), problem.value("title"_L1));
    QVERIFY2(!answer.body.contains("Correct-Horse"), "an answer repeats a password");
    QTRY_VERIFY2(m_server.output().contains(problem.value("error_id"_L1).toString().toLatin1()), "it is not in the log");
}

void ContractTest::keepsTheCallersRequestId()
{
    for (const QByteArray &id : {QByteArray("01KAHWD0E1Q6V8J9M4S5T6W7X8"), QByteArray("123e4567-e89b-12d3-a456-426614174000")})
        QCOMPARE(client().get("/health", {{"X-Request-Id", id}}).header("X-Request-Id"), id);
    for (const QByteArray &id : {QByteArray("1"), QByteArray("01KAHWD0E1Q6V8J9M4S5T6W7X8x"), QByteArray("a b")})
        QVERIFY(client().get("/health", {{"X-Request-Id", id}}).header("X-Request-Id") != id);
}

void ContractTest::answersProbes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("field");
    for (const char *path : {"/health", "/monitoring/health"})
        QTest::newRow(path) << QByteArray(path) << u"status"_s;
    for (const char *path : {"/health/ready", "/monitoring/ready", "/ready"})
        QTest::newRow(path) << QByteArray(path) << u"ready"_s;
    for (const char *path : {"/health/live", "/monitoring/live"})
        QTest::newRow(path) << QByteArray(path) << u"alive"_s;
    QTest::newRow("/healthy") << QByteArray("/healthy") << u"status"_s;
}

void ContractTest::answersProbes()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, field);
    const Answer answer = client().get(path);
    QVERIFY2(answer.status == 200, answer.body.constData());
    QVERIFY2(answer.json().contains(field), answer.body.constData());
    // A stale cookie in a monitoring browser does not make the server look sick.
    QCOMPARE(client().get(path, bearer("stale")).status, 200);
}

void ContractTest::answersHeadWithoutABody()
{
    RawClient connection({.port = m_server.port(), .from = freshAddress()});
    QVERIFY(
        connection.send("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    const Answer head = HttpClient::readAnswer(connection, true);
    QCOMPARE(head.status, 200);
    QVERIFY(head.header("Content-Length").toInt() > 0);
    const Answer get = HttpClient::readAnswer(connection);
    QCOMPARE(get.status, 200);
    QVERIFY(get.json().contains("status"_L1));
}

void ContractTest::describesItself()
{
    const Answer document = client().get("/openapi.json");
    QCOMPARE(document.status, 200);
    const QJsonObject paths = document.json().value("paths"_L1).toObject();
    for (const char *path : {"/auth/login", "/auth/refresh", "/auth/verify", "/health", "/metrics"})
        QVERIFY2(paths.contains(QLatin1String(path)), path);
}

void ContractTest::countsWhatItDid()
{
    const Answer text = client().get("/metrics");
    QVERIFY2(text.status == 200, text.body.constData());
    QVERIFY(text.header("Content-Type").startsWith("text/plain"));
    QVERIFY(text.body.contains("# TYPE "));
    const Answer json = client().get("/monitoring/metrics", bearer(accessToken(m_server, "admin")));
    QCOMPARE(json.status, 200);
    QVERIFY(json.body.contains("request_count"));
}

void ContractTest::namesTheFieldThatIsWrong()
{
    const Answer answer = client().postText("/auth/login", R"({"username":"admin","password":"x","extra":1})");
    QCOMPARE(answer.status, 422);
    QVERIFY2(answer.body.contains("extra"), answer.body.constData());
}

void ContractTest::refusesAnAnnouncedBodyThatIsTooLarge()
{
    RawClient connection({.port = m_server.port(), .from = freshAddress()});
    QVERIFY(connection.send(
        "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n"));
    const Answer answer = HttpClient::readAnswer(connection);
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.header("Connection").toLower(), QByteArray("close"));
}

void ContractTest::answersPreflightsOnlyToListedOrigins()
{
    const HeaderList preflight{{"Origin", "https://evil.example"}, {"Access-Control-Request-Method", "POST"}};
    const Answer answer = client().request("OPTIONS", "/auth/login", {}, preflight);
    QVERIFY(answer.header("Access-Control-Allow-Origin").isNull());
}

void ContractTest::tellsNothingOfItsVersion()
{
    const Answer answer = client().get("/health/live");
    QVERIFY(!answer.header("Server").contains('/'));
    QVERIFY(answer.header("X-Powered-By").isNull());
}

void ContractTest::believesTheForwardedHeaderItIsToldTo_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<HeaderList>("believed");
    QTest::addColumn<HeaderList>("ignored");
    const HeaderList common{{"X-Forwarded-For", "198.51.100.7"}, {"X-Forwarded-Proto", "https"}};
    const HeaderList standard{{"Forwarded", "for=198.51.100.7;proto=https"}};
    QTest::newRow("X-Forwarded-For") << QByteArray("x-forwarded-for") << common << standard;
    QTest::newRow("Forwarded") << QByteArray("forwarded") << standard << common;
}

void ContractTest::believesTheForwardedHeaderItIsToldTo()
{
    QFETCH(QByteArray, setting);
    QFETCH(HeaderList, believed);
    QFETCH(HeaderList, ignored);
    ServerFolder folder;
    folder.configure("app:\n  mode: development\nhttp:\n  trusted_proxies: 127.0.0.2\n  forwarded_header: " + setting + "\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    const auto ask = [&server](const char *from, const HeaderList &headers) {
        return HttpClient({.port = server.port(), .from = QHostAddress(QLatin1String(from))}).get("/no/such", headers);
    };
    const Answer proxied = ask("127.0.0.2", believed);
    QVERIFY(proxied.header("Strict-Transport-Security").startsWith("max-age="));
    const int left = proxied.header("X-RateLimit-Remaining").toInt();
    QCOMPARE(ask("127.0.0.2", believed).header("X-RateLimit-Remaining").toInt(), left - 1);
    // Nobody else counts against the client, or passes for having come over TLS.
    for (const Answer &other : {ask("127.0.0.2", ignored), ask("127.0.0.3", believed)}) {
        QVERIFY(other.header("Strict-Transport-Security").isNull());
        QCOMPARE(other.header("X-RateLimit-Remaining").toInt(), left);
    }
    RawClient secured({.port = server.port(), .from = QHostAddress(u"127.0.0.2"_s)});
    QVERIFY(secured.send("GET https://a/health/live HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(HttpClient::readAnswer(secured).status, 200);
}

QTEST_GUILESS_MAIN(ContractTest)
#include "test_contract.moc"
