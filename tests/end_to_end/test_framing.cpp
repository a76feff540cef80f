#include "refused_heads.h"
#include "tools.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <utility>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// The framing guard of the running program, byte by byte: what RFC 9112 and the issue refuse is refused with the promised
/// status, with every header an answer has, and nothing after it is read; what they allow is answered in order.
class FramingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesAndCloses_data();
    void refusesAndCloses();
    void answersAndGoesOn_data();
    void answersAndGoesOn();
    void answersAndCloses_data();
    void answersAndCloses();
    void keepsBodyLimits_data();
    void keepsBodyLimits();
    void refusesALargeBodyBeforeItComes_data();
    void refusesALargeBodyBeforeItComes();
    void continuesOnlyWhatWouldBeAllowed_data();
    void continuesOnlyWhatWouldBeAllowed();
    void answersPipelinedRequestsInOrder();
    void stopsAtTheFirstBadRequestOfAPipeline();
    void readsNothingAfterConnectionClose();
    void answersHttpsTargetsOnlySecurely();
    void namesTheHostOfTheTarget();

private:
    [[nodiscard]] RawClient connect() const { return RawClient({.port = m_server.port(), .from = freshAddress()}); }
    /// Sends in portions of `portion` bytes; 0: random ones.
    static void sendIn(RawClient &connection, const QByteArray &bytes, int portion);
    static void verifyHeaders(const Answer &answer);
    static void verifyProblem(const Answer &answer);

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
};

namespace {

constexpr char kSmuggled[] = "GET /health/live HTTP/1.1\r\nHost: smuggled\r\n\r\n";

QByteArray get(const QByteArray &fields)
{
    return "GET /health/live HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + fields + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

/// A login, padded with spaces to an exact size.
QByteArray loginOf(qsizetype size)
{
    const QByteArray json = R"({"username":"admin","password":"Correct-Horse-7!"})";
    return json + QByteArray(size - json.size(), ' ');
}

QByteArray asChunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

} // namespace

void FramingTest::initTestCase()
{
    m_folder.configure(QByteArray(kGenerous) + "sharing:\n  enabled: false\n"); // nothing at /
    QVERIFY2(m_server.start(), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
}

void FramingTest::sendIn(RawClient &connection, const QByteArray &bytes, int portion)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = portion > 0 ? portion : QRandomGenerator::global()->bounded(1, 200);
        if (!connection.send(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at))))
            return; // refused and closed before all of it was sent
        at += size;
    }
}

void FramingTest::verifyHeaders(const Answer &answer)
{
    static const QRegularExpression date(
        u"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"_s);
    QVERIFY2(date.match(QString::fromLatin1(answer.header("Date"))).hasMatch(), answer.header("Date"));
    QCOMPARE(answer.header("X-Request-Id").size(), 26);
    QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
    QCOMPARE(answer.header("Referrer-Policy"), QByteArray("strict-origin-when-cross-origin"));
    QCOMPARE(answer.header("X-XSS-Protection"), QByteArray("1; mode=block"));
    QCOMPARE(answer.header("Content-Security-Policy"), QByteArray("default-src 'none'; frame-ancestors 'none'"));
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    QVERIFY(!answer.header("Permissions-Policy").isEmpty());
    for (const auto &[name, value] : answer.headers)
        QVERIFY2(answer.count(name) == 1 || name == "Set-Cookie", name + " is there twice");
}

void FramingTest::verifyProblem(const Answer &answer)
{
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/problem+json"));
    const QJsonObject problem = answer.json();
    for (const char *field : {"type", "title", "detail", "instance", "error_id", "error"})
        QVERIFY2(problem.value(QLatin1String(field)).isString(), field);
    QCOMPARE(problem.value("status"_L1).toInt(), answer.status);
    QCOMPARE(problem.value("error"_L1), problem.value("title"_L1));
    QCOMPARE(problem.value("error_id"_L1).toString().size(), 26);
}

void FramingTest::refusesAndCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
    for (const RefusedHead &head : refusedHeads())
        row(head.name, head.bytes, head.status);
    row("chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 501);
    row("chunk size that is no number", chunked("zz\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk size with a prefix", chunked("0x5\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk size with a sign", chunked("+5\r\nhello\r\n0\r\n\r\n"), 400);
    row("negative chunk size", chunked("-1\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk size that overflows", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk size that ends in a line feed", chunked("5\nhello\r\n0\r\n\r\n"), 400);
    row("chunk size that ends in a space", chunked("5 \r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk that spills over", chunked("5\r\nhelloXX\r\n0\r\n\r\n"), 400);
    row("chunk without its end", chunked("5\r\nhello0\r\n\r\n"), 400);
    row("chunk extension over 256 bytes", chunked("5;" + QByteArray(256, 'a') + "\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk extension with a line feed", chunked("5;a\nb\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk extension without a name", chunked("5;\r\nhello\r\n0\r\n\r\n"), 400);
    row("trailers over 32 KiB", chunked("0\r\n" + QByteArray("A: " + QByteArray(8000, 'b') + "\r\n").repeated(5) + "\r\n"), 400);
    row("trailer over 8 KiB", chunked("0\r\nA: " + QByteArray(8190, 'b') + "\r\n\r\n"), 400);
    row("101 trailers", chunked("0\r\n" + QByteArray("a: b\r\n").repeated(101) + "\r\n"), 400);
    row("malformed trailer", chunked("0\r\nA : b\r\n\r\n"), 400);
    row("target over 8 KiB", "GET /" + QByteArray(8192, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
    row("target far over 8 KiB", "GET /" + QByteArray(100'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
    row("field line over 8 KiB", get("X: " + QByteArray(8190, 'x') + "\r\n"), 431);
    row("field name over 8 KiB", get(QByteArray(9000, 'x') + ": a\r\n"), 431);
    row("fields over 32 KiB", get(QByteArray("X: " + QByteArray(8000, 'x') + "\r\n").repeated(5)), 431);
    row("101 fields", get(QByteArray("a: b\r\n").repeated(100)), 431);
}

void FramingTest::refusesAndCloses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const int portion : {int(bytes.size()), 0, 1}) {
        if (portion == 1 && bytes.size() > 1000)
            continue;
        RawClient connection = connect();
        sendIn(connection, bytes + kSmuggled, portion);
        const Answer answer = HttpClient::readAnswer(connection);
        QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        verifyHeaders(answer);
        verifyProblem(answer);
        QCOMPARE(connection.readToEnd(), QByteArray());
        QVERIFY2(!connection.isConnected(), "it says that it closes, and does not");
    }
}

void FramingTest::answersAndGoesOn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
    const QByteArray login = loginOf(60);
    row("plain", get({}), 200);
    row("empty line first", "\r\n" + get({}), 200);
    row("tab after the colon", "GET /health/live HTTP/1.1\r\nhOST:\ta\t\r\nempty:\r\n\r\n", 200);
    row("absolute target", "GET http://a/health/live HTTP/1.1\r\nHost: b\r\n\r\n", 200);
    row("absolute target without a path", "GET http://a HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("IPv6 host", "GET /health/live HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 200);
    row("byte over 127 in a value", get("X: caf\xe9\r\n"), 200);
    row("underscore in a harmless name", get("X_Custom: a\r\n"), 200);
    row("target of 8 KiB", "GET /" + QByteArray(8191, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("field line of 8 KiB", get("X: " + QByteArray(8189, 'x') + "\r\n"), 200);
    row("100 fields", get(QByteArray("a: b\r\n").repeated(99)), 200);
    row("upgrade to h2c",
        get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n"), 200);
    row("upgrade to a web socket", get("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n"), 200);
    row("options that would strip a field", get("Connection: keep-alive, Host, X-Auth-User\r\n"), 200);
    row("range", get("Range: bytes=0-1\r\n"), 200);
    row("many ranges", get("Range: bytes=" + QByteArray("0-1,").repeated(1000) + "0-1\r\n"), 200);
    row("condition", get("If-None-Match: *\r\nIf-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT\r\n"), 200);
    row("unlikely accept", get("Accept: image/png\r\n"), 200);
    row("expectation without a body", get("Expect: 100-continue\r\n"), 200);
    row("GET with a body of nothing", get("Content-Length: 0\r\n"), 200);
    row("options of everything", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 204);
    row("options of a path", "OPTIONS /auth/login HTTP/1.1\r\nHost: a\r\n\r\n", 204);
    row("wrong method", "DELETE /health/live HTTP/1.1\r\nHost: a\r\n\r\n", 405);
    row("dots in the path", "GET /health/../health/live HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("encoded dots", "GET /health/%2e%2e/health/live HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("dots for a parameter", "DELETE /auth/sessions/.. HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("encoded slash", "GET /health%2flive HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("two slashes", "GET //health/live HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("slash last", "GET /health/live/ HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("parameters in the path", "GET /health/live;a=b HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("other case", "GET /HEALTH/live HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("question marks", "GET /health/live??a=b?c HTTP/1.1\r\nHost: a\r\n\r\n", 200);
    row("anything encoded in the query", "GET /health/live?a=%00%0d%0a%ff HTTP/1.1\r\nHost: a\r\n\r\n", 200);
    row("1.0 that keeps alive", "GET /health/live HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", 200);
    row("body with a length", post("Content-Length: 60\r\n", login), 200);
    row("body in chunks", chunked(asChunk(login.first(7)) + asChunk(login.sliced(7)) + "0\r\n\r\n"), 200);
    row("coding in capitals", post("transfer-encoding: CHUNKED\r\n", asChunk(login) + "0\r\n\r\n"), 200);
    row("chunk size with zeros and capitals", chunked("00003C\r\n" + login + "\r\n000\r\n\r\n"), 200);
    row("chunk extensions", chunked("3c;a;b=c;d=\"e;f\"\r\n" + login + "\r\n0;g\r\n\r\n"), 200);
    row("chunk extension of 256 bytes", chunked("3c;" + QByteArray(255, 'a') + "\r\n" + login + "\r\n0\r\n\r\n"), 200);
    row("trailers that frame", chunked(asChunk(login) + "0\r\nContent-Length: 99\r\nAuthorization: Bearer x\r\nHost: b\r\n\r\n"),
        200);
    row("no body where one is needed", post({}), 400);
    row("body of nothing in chunks", chunked("0\r\n\r\n"), 400);
    row("empty line after a body", post("Content-Length: 60\r\n", login) + "\r\n", 200);
}

void FramingTest::answersAndGoesOn()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const int portion : {int(bytes.size()), 0, 1}) {
        if (portion == 1 && bytes.size() > 1000)
            continue;
        RawClient connection = connect();
        sendIn(connection, bytes + "HEAD /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", portion);
        const Answer answer = HttpClient::readAnswer(connection);
        QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
        QVERIFY(answer.header("Connection") != "close");
        verifyHeaders(answer);
        QCOMPARE(answer.count("Content-Length"), status == 204 ? 0 : 1);
        QCOMPARE(answer.count("Transfer-Encoding"), 0);
        QCOMPARE(answer.header("Allow").isEmpty(), status != 405 && status != 204);
        if (status >= 400)
            verifyProblem(answer);
        const Answer next = HttpClient::readAnswer(connection, true);
        QCOMPARE(next.status, 200);
        QCOMPARE(connection.readToEnd(), QByteArray());
    }
}

void FramingTest::answersAndCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
    row("asked to close", get("Connection: close\r\n"), 200);
    row("asked to close and to keep", get("Connection: keep-alive, CLOSE\r\n"), 200);
    row("asked to close in a second line", get("Connection: keep-alive\r\nConnection: close\r\n"), 200);
    row("1.0", "GET /health/live HTTP/1.0\r\n\r\n", 200);
    row("1.0 with host", "GET /health/live HTTP/1.0\r\nHost: a\r\n\r\n", 200);
    row("1.0 that asks for both", "GET /health/live HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", 200);
    row("1.0 whose expectation does not count", "GET /health/live HTTP/1.0\r\nExpect: tea\r\n\r\n", 200);
    row("body that nobody reads", get("Content-Length: 5\r\n") + "hello", 200);
    row("chunks that nobody reads", get("Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n0\r\n\r\n", 200);
    row("body for no path", "POST /no HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 404);
    row("body of the wrong type", "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 415);
    row("body without a right", "POST /auth/password HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 401);
    row("body of the options of everything", "OPTIONS * HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 204);
}

void FramingTest::answersAndCloses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient connection = connect();
    QVERIFY(connection.send(bytes + kSmuggled));
    const Answer answer = HttpClient::readAnswer(connection);
    QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
    QCOMPARE(answer.header("Connection"), QByteArray("close"));
    verifyHeaders(answer);
    QCOMPARE(connection.readToEnd(), QByteArray());
    QVERIFY(!connection.isConnected());
}

void FramingTest::keepsBodyLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    constexpr qsizetype kLimit = 64 * 1024;
    const auto withLength = [](qsizetype size) {
        return post("Content-Length: " + QByteArray::number(size) + "\r\n", loginOf(size));
    };
    const auto inChunks = [](qsizetype size, qsizetype chunk) {
        const QByteArray body = loginOf(size);
        QByteArray coded;
        for (qsizetype at = 0; at < size; at += chunk)
            coded += asChunk(body.sliced(at, std::min(chunk, size - at)));
        return chunked(coded + "0\r\n\r\n");
    };
    QTest::newRow("64 KiB") << withLength(kLimit) << 200;
    QTest::newRow("one byte more") << withLength(kLimit + 1) << 413;
    QTest::newRow("64 KiB in one chunk") << inChunks(kLimit, kLimit) << 200;
    QTest::newRow("one byte more in one chunk") << inChunks(kLimit + 1, kLimit + 1) << 413;
    QTest::newRow("64 KiB in chunks") << inChunks(kLimit, 1000) << 200;
    QTest::newRow("one byte more in chunks") << inChunks(kLimit + 1, 1000) << 413;
}

void FramingTest::keepsBodyLimits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient connection = connect();
    QVERIFY(connection.send(bytes));
    const Answer answer = HttpClient::readAnswer(connection);
    QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
    QCOMPARE(answer.header("Connection") == "close", status == 413);
    if (status == 413)
        verifyProblem(answer);
}

void FramingTest::refusesALargeBodyBeforeItComes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("announced") << post("Content-Length: 65537\r\n");
    QTest::newRow("announced, to be continued") << post("Content-Length: 65537\r\nExpect: 100-continue\r\n");
    QTest::newRow("announced by a chunk") << chunked("10001\r\n");
    QTest::newRow("passed by a chunk") << chunked("10000\r\n" + QByteArray(65536, ' ') + "\r\n1\r\n");
    QTest::newRow("largest there is") << post("Content-Length: 9223372036854775807\r\n");
    QTest::newRow("largest chunk there is") << chunked("7fffffffffffffff\r\n");
}

void FramingTest::refusesALargeBodyBeforeItComes()
{
    QFETCH(QByteArray, bytes);
    RawClient connection = connect();
    QVERIFY(connection.send(bytes));
    const Answer answer = HttpClient::readAnswer(connection);
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.header("Connection"), QByteArray("close"));
    verifyHeaders(answer);
    verifyProblem(answer);
}

void FramingTest::continuesOnlyWhatWouldBeAllowed_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status"); // 100, or that of the refusal
    QTest::newRow("allowed") << post("Content-Length: 60\r\nExpect: 100-continue\r\n") << 100;
    QTest::newRow("allowed in capitals") << post("Content-Length: 60\r\nExpect: 100-CONTINUE\r\n") << 100;
    QTest::newRow("allowed in chunks") << post("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n") << 100;
    QTest::newRow("too large") << post("Content-Length: 70000\r\nExpect: 100-continue\r\n") << 413;
    QTest::newRow("without a right") << QByteArray(
        "POST /auth/password HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
                                     << 401;
    QTest::newRow("of the wrong type") << QByteArray(
        "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
                                       << 415;
    QTest::newRow("for no path") << QByteArray(
        "POST /no HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
                                 << 404;
    QTest::newRow("another expectation") << post("Content-Length: 60\r\nExpect: 100-continue, tea\r\n") << 417;
}

void FramingTest::continuesOnlyWhatWouldBeAllowed()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    RawClient connection = connect();
    QVERIFY(connection.send(head));
    if (status != 100) {
        const QByteArray answer = connection.readToEnd();
        QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.constData());
        QCOMPARE(answer.count("HTTP/1.1 "), 1);
        return;
    }
    QCOMPARE(connection.readUntil("\r\n\r\n"), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(connection.send(head.contains("chunked") ? asChunk(loginOf(60)) + "0\r\n\r\n" : loginOf(60)));
    QCOMPARE(HttpClient::readAnswer(connection).status, 200);
}

void FramingTest::answersPipelinedRequestsInOrder()
{
    RawClient connection = connect();
    QByteArray bytes;
    QList<int> expected;
    for (int i = 0; i < 50; ++i) {
        switch (i % 5) {
        case 0:
            bytes += get({});
            expected << 200;
            break;
        case 1:
            bytes += "GET /no HTTP/1.1\r\nHost: a\r\n\r\n";
            expected << 404;
            break;
        case 2:
            bytes += post("Content-Length: 60\r\n", loginOf(60));
            expected << 200;
            break;
        case 3:
            bytes += chunked("2\r\n{}\r\n0\r\n\r\n");
            expected << 422;
            break;
        default:
            bytes += "DELETE /health HTTP/1.1\r\nHost: a\r\n\r\n";
            expected << 405;
            break;
        }
    }
    sendIn(connection, bytes, 0);
    for (const int status : std::as_const(expected))
        QCOMPARE(HttpClient::readAnswer(connection).status, status);
}

void FramingTest::stopsAtTheFirstBadRequestOfAPipeline()
{
    RawClient connection = connect();
    QVERIFY(connection.send(post("Content-Length: 60\r\n", loginOf(60)) + get("X : a\r\n") + kSmuggled));
    QCOMPARE(HttpClient::readAnswer(connection).status, 200);
    const Answer refusal = HttpClient::readAnswer(connection);
    QCOMPARE(refusal.status, 400);
    QCOMPARE(refusal.header("Connection"), QByteArray("close"));
    QCOMPARE(connection.readToEnd(), QByteArray());
}

void FramingTest::readsNothingAfterConnectionClose()
{
    RawClient connection = connect();
    QVERIFY(connection.send(post("Content-Length: 60\r\nConnection: close\r\n", loginOf(60)) + kSmuggled));
    QCOMPARE(HttpClient::readAnswer(connection).status, 200);
    QCOMPARE(connection.readToEnd(), QByteArray());
}

void FramingTest::answersHttpsTargetsOnlySecurely()
{
    RawClient connection = connect();
    QVERIFY(connection.send("GET https://a/health/live HTTP/1.1\r\nHost: a\r\n\r\n"));
    const Answer answer = HttpClient::readAnswer(connection);
    QCOMPARE(answer.status, 421); // RFC 9110, section 7.4
    verifyHeaders(answer);
    verifyProblem(answer);
}

void FramingTest::namesTheHostOfTheTarget()
{
    // RFC 9112, section 3.2.2: with an absolute target, Host is not looked at. The own origin is that of the target.
    RawClient connection = connect();
    QVERIFY(
        connection.send("HEAD http://a/health/live HTTP/1.1\r\nHost: b\r\n\r\nHEAD / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"));
    QCOMPARE(HttpClient::readAnswer(connection, true).status, 200);
    const QByteArray refusal = connection.readToEnd();
    QVERIFY2(refusal.startsWith("HTTP/1.1 400 ") && refusal.endsWith("\r\n\r\n"), "the refusal of HEAD has a body");
}

QTEST_GUILESS_MAIN(FramingTest)
#include "test_framing.moc"
