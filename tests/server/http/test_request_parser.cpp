#include "http/request_parser.h"

#include <QTest>

using namespace gatehouse::http;

class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatTwoRecipientsCouldReadDifferently_data();
    void refusesWhatTwoRecipientsCouldReadDifferently();
    void acceptsWellFormedHeads_data();
    void acceptsWellFormedHeads();
    void readsTheSameFromEverySplit();
    void leavesWhatFollowsTheHead();
    void stopsWhileBytesTrickleIn_data();
    void stopsWhileBytesTrickleIn();
    void takesTheAuthorityOfAnAbsoluteTarget();
};

namespace {
QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\n" + fields + "\r\n";
}
} // namespace

void TestRequestParser::refusesWhatTwoRecipientsCouldReadDifferently_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
    row("length and coding", get("Host: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("coding and length", get("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n"), 400);
    row("repeated length", get("Host: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n"), 400);
    row("repeated equal length", get("Host: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n"), 400);
    row("list of lengths", get("Host: a\r\nContent-Length: 3, 3\r\n"), 400);
    row("plus length", get("Host: a\r\nContent-Length: +3\r\n"), 400);
    row("negative length", get("Host: a\r\nContent-Length: -3\r\n"), 400);
    row("hex length", get("Host: a\r\nContent-Length: 0x3\r\n"), 400);
    row("empty length", get("Host: a\r\nContent-Length:\r\n"), 400);
    row("overflowing length", get("Host: a\r\nContent-Length: 99999999999999999999\r\n"), 400);
    row("other coding", get("Host: a\r\nTransfer-Encoding: gzip, chunked\r\n"), 501);
    row("identity coding", get("Host: a\r\nTransfer-Encoding: identity\r\n"), 501);
    row("repeated coding", get("Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 501);
    row("quoted coding", get("Host: a\r\nTransfer-Encoding: \"chunked\"\r\n"), 501);
    row("vertical tab before coding",
        get("Host: a\r\nTransfer-Encoding: \x0b"
            "chunked\r\n"),
        400);
    row("space before colon", get("Host: a\r\nTransfer-Encoding : chunked\r\n"), 400);
    row("tab before colon", get("Host: a\r\nContent-Length\t: 3\r\n"), 400);
    row("coding in 1.0", "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("no host", get(""), 400);
    row("two hosts", get("Host: a\r\nHost: a\r\n"), 400);
    row("empty host", get("Host:\r\n"), 400);
    row("host with path", get("Host: a/b\r\n"), 400);
    row("host with user", get("Host: u@a\r\n"), 400);
    row("host with bad port", get("Host: a:99999\r\n"), 400);
    row("folded line", get("Host: a\r\nX: 1\r\n 2\r\n"), 400);
    row("folded first line", get(" Host: a\r\n"), 400);
    row("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bare carriage return", get("Host: a\r\nX: 1\rY: 2\r\n"), 400);
    row("nul in a value", get(QByteArray("Host: a\r\nX: 1\0002\r\n", 16)), 400);
    row("empty name", get("Host: a\r\n: x\r\n"), 400);
    row("name with parenthesis", get("Host: a\r\nX(: x\r\n"), 400);
    row("line without colon", get("Host: a\r\nnonsense\r\n"), 400);
    row("unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("connect", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("lower-case method", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("method that is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("version 2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("version 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n", 400);
    row("long version", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400);
    row("no version", "GET /\r\nHost: a\r\n\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("space in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("bad escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("relative target", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("asterisk for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("other scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("unmet expectation", get("Host: a\r\nExpect: tea\r\n"), 417);
    row("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n", 12), 400);
}

void TestRequestParser::refusesWhatTwoRecipientsCouldReadDifferently()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestParser parser;
    QVERIFY(parser.feed(bytes).state == RequestParser::State::Refused);
    QCOMPARE(parser.refusal().status, status);
}

void TestRequestParser::acceptsWellFormedHeads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << get("Host: a\r\n");
    QTest::newRow("port") << get("Host: a:8080\r\n");
    QTest::newRow("IPv6") << get("Host: [::1]:80\r\n");
    QTest::newRow("coding in capitals") << get("Host: a\r\nTransfer-Encoding: CHUNKED\r\n");
    QTest::newRow("no space after colon") << get("Host:a\r\n");
    QTest::newRow("tab around value") << get("Host:\ta\t\r\n");
    QTest::newRow("obs-text") << get("Host: a\r\nX: caf\xe9\r\n");
    QTest::newRow("1.0 without host") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("one empty line first") << QByteArray("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("expectation in 1.0 is ignored") << QByteArray("GET / HTTP/1.0\r\nExpect: tea\r\n\r\n");
}

void TestRequestParser::acceptsWellFormedHeads()
{
    QFETCH(QByteArray, bytes);
    RequestParser parser;
    const RequestParser::Progress progress = parser.feed(bytes);
    QVERIFY2(progress.state == RequestParser::State::Complete, parser.refusal().reason);
    QCOMPARE(progress.consumed, bytes.size());
}

void TestRequestParser::readsTheSameFromEverySplit()
{
    const QByteArray bytes(
        "\r\nPOST /a%20b?c=d HTTP/1.1\r\nHost: example.org:81\r\nContent-Length: 12\r\nConnection: x, close\r\n\r\n");
    for (qsizetype split = 1; split < bytes.size(); ++split) {
        RequestParser parser;
        QVERIFY(parser.feed(QByteArrayView(bytes).first(split)).state == RequestParser::State::Incomplete);
        QVERIFY(parser.feed(QByteArrayView(bytes).sliced(split)).state == RequestParser::State::Complete);
        const RequestHead head = parser.takeHead();
        QCOMPARE(head.method, Method::Post);
        QCOMPARE(head.path, "/a%20b");
        QCOMPARE(head.query, "c=d");
        QCOMPARE(head.host, "example.org:81");
        QCOMPARE(head.contentLength, 12);
        QVERIFY(!head.keepAlive);
    }
}

void TestRequestParser::leavesWhatFollowsTheHead()
{
    const QByteArray head = get("Host: a\r\n");
    RequestParser parser;
    QCOMPARE(parser.feed(head + "rest").consumed, head.size());
}

void TestRequestParser::stopsWhileBytesTrickleIn_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("repeated");
    QTest::addColumn<int>("status");
    QTest::newRow("target") << QByteArray("GET /") << QByteArray("a") << 414;
    QTest::newRow("field line") << QByteArray("GET / HTTP/1.1\r\nX: ") << QByteArray("a") << 431;
    QTest::newRow("number of fields") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("a: b\r\n") << 431;
    QTest::newRow("all fields") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("a: " + QByteArray(4000, 'b') + "\r\n") << 431;
}

void TestRequestParser::stopsWhileBytesTrickleIn()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, repeated);
    QFETCH(int, status);
    RequestParser parser;
    QVERIFY(parser.feed(start).state == RequestParser::State::Incomplete);
    for (int i = 0; i < 20000; ++i) {
        if (parser.feed(repeated).state == RequestParser::State::Incomplete)
            continue;
        QCOMPARE(parser.refusal().status, status);
        return;
    }
    QFAIL("it took everything");
}

void TestRequestParser::takesTheAuthorityOfAnAbsoluteTarget()
{
    RequestParser parser;
    QVERIFY(parser.feed("GET http://real.example/x?y HTTP/1.1\r\nHost: other.example\r\n\r\n").state
            == RequestParser::State::Complete);
    const RequestHead head = parser.takeHead();
    QCOMPARE(head.host, "real.example");
    QCOMPARE(head.path, "/x");
}

QTEST_APPLESS_MAIN(TestRequestParser)
#include "test_request_parser.moc"
