#include "http/request_parser.h"
#include "refused_heads.h"

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
    for (const RefusedHead &head : refusedHeads())
        QTest::newRow(head.name) << head.bytes << head.status;
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
