#include "http/request_parser.h"

#include <QRandomGenerator>
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
    void readsTheSameAtRandomSplits_data();
    void readsTheSameAtRandomSplits();
    void keepsExactLimits_data();
    void keepsExactLimits();
    void remembersWhatItRefused();
    void isNotInsideAfterAnEmptyLine();
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
    row("length with a leading zero", get("Host: a\r\nContent-Length: 03\r\n"), 400);
    row("length of two zeros", get("Host: a\r\nContent-Length: 00\r\n"), 400);
    row("length minus zero", get("Host: a\r\nContent-Length: -0\r\n"), 400);
    row("octal length", get("Host: a\r\nContent-Length: 0o3\r\n"), 400);
    row("length with an underscore", get("Host: a\r\nContent-Length: 1_0\r\n"), 400);
    row("length with a space inside", get("Host: a\r\nContent-Length: 1 0\r\n"), 400);
    row("length with a fraction", get("Host: a\r\nContent-Length: 3.0\r\n"), 400);
    row("length with an exponent", get("Host: a\r\nContent-Length: 1e1\r\n"), 400);
    row("one over the largest length", get("Host: a\r\nContent-Length: 9223372036854775808\r\n"), 400);
    row("unlike lengths in a list", get("Host: a\r\nContent-Length: 3, 4\r\n"), 400);
    row("list of lengths", get("Host: a\r\nContent-Length: 3, 3\r\n"), 400);
    row("plus length", get("Host: a\r\nContent-Length: +3\r\n"), 400);
    row("negative length", get("Host: a\r\nContent-Length: -3\r\n"), 400);
    row("hex length", get("Host: a\r\nContent-Length: 0x3\r\n"), 400);
    row("empty length", get("Host: a\r\nContent-Length:\r\n"), 400);
    row("overflowing length", get("Host: a\r\nContent-Length: 99999999999999999999\r\n"), 400);
    row("other coding", get("Host: a\r\nTransfer-Encoding: gzip, chunked\r\n"), 501);
    row("identity coding", get("Host: a\r\nTransfer-Encoding: identity\r\n"), 501);
    row("repeated coding", get("Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 501);
    row("coding list that is chunked twice", get("Host: a\r\nTransfer-Encoding: chunked, chunked\r\n"), 501);
    row("coding list that ends otherwise", get("Host: a\r\nTransfer-Encoding: chunked, identity\r\n"), 501);
    row("coding with a leading comma", get("Host: a\r\nTransfer-Encoding: , chunked\r\n"), 501);
    row("coding with a trailing comma", get("Host: a\r\nTransfer-Encoding: chunked,\r\n"), 501);
    row("coding with a parameter", get("Host: a\r\nTransfer-Encoding: chunked;q=1\r\n"), 501);
    row("coding with a semicolon", get("Host: a\r\nTransfer-Encoding: chunked;\r\n"), 501);
    row("coding with a prefix", get("Host: a\r\nTransfer-Encoding: xchunked\r\n"), 501);
    row("coding with a suffix", get("Host: a\r\nTransfer-Encoding: chunkedx\r\n"), 501);
    row("coding with a long s",
        get("Host: a\r\nTransfer-Encoding: chun\xe2\x84\xaa"
            "ed\r\n"),
        501);
    row("coding with a byte over 127", get("Host: a\r\nTransfer-Encoding: chunked\xff\r\n"), 501);
    row("no coding", get("Host: a\r\nTransfer-Encoding:\r\n"), 501);
    row("other coding, then chunked", get("Host: a\r\nTransfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n"), 501);
    row("chunked, then other coding", get("Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"), 501);
    row("other coding and length", get("Host: a\r\nTransfer-Encoding: xchunked\r\nContent-Length: 5\r\n"), 400);
    row("no coding and length", get("Host: a\r\nTransfer-Encoding:\r\nContent-Length: 5\r\n"), 400);
    row("coding and bad length", get("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: x\r\n"), 400);
    row("form feed before coding",
        get("Host: a\r\nTransfer-Encoding: \x0c"
            "chunked\r\n"),
        400);
    row("bare line feed before coding", get("Host: a\r\nTransfer-Encoding:\n chunked\r\n"), 400);
    row("folded coding", get("Host: a\r\nTransfer-Encoding:\r\n chunked\r\n"), 400);
    row("coding hidden behind a carriage return", get("Host: a\r\nX: y\rTransfer-Encoding: chunked\r\n"), 400);
    row("coding hidden behind a line feed", get("Host: a\r\nX: y\nTransfer-Encoding: chunked\r\n"), 400);
    row("coding with an underscore", get("Host: a\r\nTransfer_Encoding: chunked\r\n"), 400);
    row("length with an underscore in its name", get("Host: a\r\nContent_Length: 3\r\n"), 400);
    row("identity with underscores", get("Host: a\r\nX_Auth_User: admin\r\n"), 400);
    row("identity with one underscore", get("Host: a\r\nx-auth_USER: admin\r\n"), 400);
    row("forwarded address with underscores", get("Host: a\r\nX_Forwarded_For: 127.0.0.1\r\n"), 400);
    row("repeated authorization", get("Host: a\r\nAuthorization: Bearer a\r\nauthorization: Bearer b\r\n"), 400);
    row("repeated content type", get("Host: a\r\nContent-Type: text/plain\r\nContent-Type: application/json\r\n"), 400);
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
    row("list of hosts", get("Host: a, b\r\n"), 400);
    row("host with a space", get("Host: a b\r\n"), 400);
    row("host with a query", get("Host: a?b\r\n"), 400);
    row("host with a fragment", get("Host: a#b\r\n"), 400);
    row("host with a backslash", get("Host: a\\b\r\n"), 400);
    row("host that is only a port", get("Host: :80\r\n"), 400);
    row("host with two ports", get("Host: a:80:81\r\n"), 400);
    row("host with a signed port", get("Host: a:+80\r\n"), 400);
    row("host in an encoding", get("Host: a%2eb\r\n"), 400);
    row("host beyond ASCII", get("Host: caf\xc3\xa9\r\n"), 400);
    row("host with a scheme", get("Host: http://a\r\n"), 400);
    row("bare IPv6 host", get("Host: ::1\r\n"), 400);
    row("IPv6 host with a zone", get("Host: [fe80::1%25eth0]\r\n"), 400);
    row("IPv6 host without its bracket", get("Host: [::1\r\n"), 400);
    row("IPv4 host in brackets", get("Host: [127.0.0.1]\r\n"), 400);
    row("repeated host in 1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", 400);
    row("empty host beside an absolute target", "GET http://a/ HTTP/1.1\r\nHost:\r\n\r\n", 400);
    row("no host beside an absolute target", "GET http://a/ HTTP/1.1\r\n\r\n", 400);
    row("host with bad port", get("Host: a:99999\r\n"), 400);
    row("folded line", get("Host: a\r\nX: 1\r\n 2\r\n"), 400);
    row("folded first line", get(" Host: a\r\n"), 400);
    row("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bare carriage return", get("Host: a\r\nX: 1\rY: 2\r\n"), 400);
    row("nul in a value", get(QByteArray("Host: a\r\nX: 1\0002\r\n", 16)), 400);
    row("delete in a value", get("Host: a\r\nX: 1\x7f\r\n"), 400);
    row("bell in a value", get("Host: a\r\nX: 1\x07\r\n"), 400);
    row("escape at the end of a value", get("Host: a\r\nX: 1\x1b\r\n"), 400);
    row("carriage return before the line end", get("Host: a\r\nX: 1\r\r\n"), 400);
    row("line feed for a field line", get("Host: a\nX: 1\r\n"), 400);
    row("carriage returns for line feeds", "GET / HTTP/1.1\rHost: a\r\r", 400);
    row("line feed for the last line", "GET / HTTP/1.1\r\nHost: a\r\n\n", 400);
    row("carriage return before a field", get("Host: a\r\n\rX: 1\r\n"), 400);
    row("folded with a tab", get("Host: a\r\nX: 1\r\n\t2\r\n"), 400);
    row("tab in a name", get("Host: a\r\nContent\tLength: 3\r\n"), 400);
    row("byte over 127 in a name", get("Host: a\r\n\xffoo: 1\r\n"), 400);
    row("nul in a name", get(QByteArray("Host: a\r\nX\0Y: 1\r\n", 17)), 400);
    row("name in brackets", get("Host: a\r\nX[]: x\r\n"), 400);
    row("name with a slash", get("Host: a\r\nX/Y: x\r\n"), 400);
    row("space first", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("blank line that is not empty", " \r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("line feed for the empty line first", "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("empty name", get("Host: a\r\n: x\r\n"), 400);
    row("name with parenthesis", get("Host: a\r\nX(: x\r\n"), 400);
    row("line without colon", get("Host: a\r\nnonsense\r\n"), 400);
    row("unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("connect", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("lower-case method", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("method that is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("trace", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("method with a known beginning", "GETS / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("method that is long", QByteArray(64, 'G') + " / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("method that is too long", QByteArray(65, 'G') + " / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("version 0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505);
    row("version 9.9", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505);
    row("unknown version of an unknown method", "BREW / HTTP/3.0\r\nHost: a\r\n\r\n", 505);
    row("version without a minor", "GET / HTTP/1\r\nHost: a\r\n\r\n", 400);
    row("version with leading zeros", "GET / HTTP/01.01\r\nHost: a\r\n\r\n", 400);
    row("version with a space inside", "GET / HTTP/ 1.1\r\nHost: a\r\n\r\n", 400);
    row("version with a comma", "GET / HTTP/1,1\r\nHost: a\r\n\r\n", 400);
    row("other protocol", "GET / ICY/1.1\r\nHost: a\r\n\r\n", 400);
    row("space after the version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400);
    row("two spaces before the version", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("tab for a space", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("line feed for a space", "GET /\nHTTP/1.1\r\n\r\n", 400);
    row("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("version 2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("version 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n", 400);
    row("long version", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400);
    row("no version", "GET /\r\nHost: a\r\n\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("space in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("bad escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("half an escape", "GET /%a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("half an escape in the query", "GET /?%a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("encoded nul in the path", "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("encoded line end in the path", "GET /a%0d%0aX:%20y HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("encoded delete in the path", "GET /%7F HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("encoded overlong slash", "GET /..%c0%af.. HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("encoded overlong nul", "GET /%c0%80 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("encoded surrogate", "GET /%ed%a0%80 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("encoded Latin-1", "GET /caf%e9 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("byte over 127", "GET /caf\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("overlong slash", "GET /..\xc0\xaf.. HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("nul in the target", QByteArray("GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n", 29), 400);
    row("backslash", "GET /a\\b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("quotes", "GET /\"a\" HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("angle brackets", "GET /<a> HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("user in the target", "GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("no authority in the target", "GET http:///a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("authority alone", "GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("asterisk and more", "OPTIONS *a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("relative target", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("asterisk for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("other scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("one of two expectations unmet", get("Host: a\r\nExpect: 100-continue, tea\r\n"), 417);
    row("expectation with a parameter", get("Host: a\r\nExpect: 100-continue;q=1\r\n"), 417);
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
    QTest::newRow("coding in mixed case") << get("Host: a\r\ntransfer-ENCODING: Chunked\r\n");
    QTest::newRow("tab before coding") << get("Host: a\r\nTransfer-Encoding:\tchunked\r\n");
    QTest::newRow("space after coding") << get("Host: a\r\nTransfer-Encoding: chunked \r\n");
    QTest::newRow("spaces around a length") << get("Host: a\r\nContent-Length:  3 \r\n");
    QTest::newRow("largest length") << get("Host: a\r\nContent-Length: 9223372036854775807\r\n");
    QTest::newRow("length zero") << get("Host: a\r\nContent-Length: 0\r\n");
    QTest::newRow("host with an empty port") << get("Host: a:\r\n");
    QTest::newRow("host with the last port") << get("Host: a:65535\r\n");
    QTest::newRow("IPv6 host with IPv4 in it") << get("Host: [::ffff:127.0.0.1]\r\n");
    QTest::newRow("empty value") << get("Host: a\r\nX-Empty:\r\n");
    QTest::newRow("name of odd characters") << get("Host: a\r\n!#$%&'*+-.^_`|~9: x\r\n");
    QTest::newRow("harmless underscore") << get("Host: a\r\nX_Custom: 1\r\n");
    QTest::newRow("repeated field") << get("Host: a\r\nX: 1\r\nX: 2\r\n");
    QTest::newRow("repeated expectation") << get("Host: a\r\nExpect: 100-continue, 100-Continue\r\n");
    QTest::newRow("upgrade to something else") << get("Host: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n");
    QTest::newRow("absolute target in capitals") << QByteArray("GET HTTP://a/ HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("every character a target may have")
        << QByteArray("GET /aZ0-._~!$&'()*+,;=:@%20/?/?-._~!$&'()*+,;=:@ HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("encoded UTF-8 in the path") << QByteArray("GET /caf%C3%A9 HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("anything encoded in the query") << QByteArray("GET /?a=%00%0a%e9%ff HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("path of slashes") << QByteArray("GET //// HTTP/1.1\r\nHost: a\r\n\r\n");
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

void TestRequestParser::readsTheSameAtRandomSplits_data()
{
    refusesWhatTwoRecipientsCouldReadDifferently_data();
}

void TestRequestParser::readsTheSameAtRandomSplits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QRandomGenerator random(7);
    for (int round = 0; round < 40; ++round) {
        RequestParser parser;
        RequestParser::State state = RequestParser::State::Incomplete;
        for (qsizetype at = 0; at < bytes.size() && state == RequestParser::State::Incomplete;) {
            const qsizetype portion = std::min<qsizetype>(round == 0 ? 1 : random.bounded(1, 16), bytes.size() - at);
            state = parser.feed(QByteArrayView(bytes).sliced(at, portion)).state;
            at += portion;
        }
        QVERIFY(state == RequestParser::State::Refused);
        QCOMPARE(parser.refusal().status, status);
    }
}

void TestRequestParser::keepsExactLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: accepted
    const auto target = [](qsizetype size) { return "GET /" + QByteArray(size - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"; };
    QTest::newRow("target of 8 KiB") << target(8192) << 0;
    QTest::newRow("target of one byte more") << target(8193) << 414;
    const auto line = [](qsizetype size) { return "X: " + QByteArray(size - 3, 'x') + "\r\n"; };
    QTest::newRow("field line of 8 KiB") << get("Host: a\r\n" + line(8192)) << 0;
    QTest::newRow("field line of one byte more") << get("Host: a\r\n" + line(8193)) << 431;
    // 9 for Host, then lines that fill up 32 KiB, CRLFs included.
    const QByteArray most = "Host: a\r\n" + line(8190) + line(8190) + line(8190);
    QTest::newRow("fields of 32 KiB") << get(most + line(32 * 1024 - most.size() - 2)) << 0;
    QTest::newRow("fields of one byte more") << get(most + line(32 * 1024 - most.size() - 1)) << 431;
    QTest::newRow("100 fields") << get("Host: a\r\n" + QByteArray("X: y\r\n").repeated(99)) << 0;
    QTest::newRow("101 fields") << get("Host: a\r\n" + QByteArray("X: y\r\n").repeated(100)) << 431;
}

void TestRequestParser::keepsExactLimits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const qsizetype portion : {bytes.size(), qsizetype(1), qsizetype(4096)}) {
        RequestParser parser;
        RequestParser::State state = RequestParser::State::Incomplete;
        for (qsizetype at = 0; at < bytes.size() && state == RequestParser::State::Incomplete; at += portion)
            state = parser.feed(QByteArrayView(bytes).sliced(at, std::min(portion, bytes.size() - at))).state;
        QVERIFY2(state == (status == 0 ? RequestParser::State::Complete : RequestParser::State::Refused),
                 parser.refusal().reason);
        if (status != 0)
            QCOMPARE(parser.refusal().status, status);
    }
}

void TestRequestParser::remembersWhatItRefused()
{
    const QByteArray bytes = "HEAD /a?b HTTP/1.1\r\nX-Request-Id: 1\r\nHost: a\r\nHost: b\r\n\r\n";
    for (const qsizetype portion : {bytes.size(), qsizetype(1)}) {
        RequestParser parser;
        RequestParser::State state = RequestParser::State::Incomplete;
        for (qsizetype at = 0; at < bytes.size() && state == RequestParser::State::Incomplete; at += portion)
            state = parser.feed(QByteArrayView(bytes).sliced(at, portion)).state;
        QVERIFY(state == RequestParser::State::Refused);
        const RequestHead head = parser.takeRefusedHead();
        QCOMPARE(head.method, Method::Head);
        QCOMPARE(head.path, "/a");
        QVERIFY2(head.fields.isEmpty() && head.host.isEmpty(), "half of the fields could say the opposite of all");
    }
    RequestParser parser;
    QVERIFY(parser.feed("HEAD /%zz HTTP/1.1\r\n").state == RequestParser::State::Refused);
    const RequestHead head = parser.takeRefusedHead();
    QCOMPARE(head.method, Method::Head);
    QVERIFY(head.path.isEmpty());
}

void TestRequestParser::isNotInsideAfterAnEmptyLine()
{
    // Old clients send one after a body (RFC 9112, section 2.2): it must not earn them a 408 later.
    RequestParser parser;
    QVERIFY(!parser.isInside());
    QVERIFY(parser.feed("\r").state == RequestParser::State::Incomplete);
    QVERIFY(parser.feed("\n").state == RequestParser::State::Incomplete);
    QVERIFY(!parser.isInside());
    QVERIFY(parser.feed("G").state == RequestParser::State::Incomplete);
    QVERIFY(parser.isInside());
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
    QVERIFY(!head.secureTarget);
    QVERIFY(parser.feed("GET HTTPS://a?y HTTP/1.1\r\nHost: b\r\n\r\n").state == RequestParser::State::Complete);
    const RequestHead secure = parser.takeHead();
    QVERIFY(secure.secureTarget);
    QCOMPARE(secure.host, "a");
    QCOMPARE(secure.target, "/?y");
}

QTEST_APPLESS_MAIN(TestRequestParser)
#include "test_request_parser.moc"
