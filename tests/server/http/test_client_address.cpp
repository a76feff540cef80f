#include "http/client_address.h"
#include "http/request_parser.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;

class TestClientAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksForwardedAddressesFromRightToLeft_data();
    void walksForwardedAddressesFromRightToLeft();
    void readsForwardedWhereProxiesWriteIt_data();
    void readsForwardedWhereProxiesWriteIt();
    void believesTheSchemeOnlyFromATrustedProxy();
    void isCertainOnlyOfWhoCannotBeAnother_data();
    void isCertainOnlyOfWhoCannotBeAnother();
};

namespace {

const std::vector<IpNetwork> kTrusted{*IpNetwork::parse("10.0.0.0/8"), *IpNetwork::parse("fd00::/8")};

RequestHead headWith(const QByteArray &fields)
{
    RequestParser parser;
    if (parser.feed("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n").state != RequestParser::State::Complete)
        qFatal("not a head: %s", fields.constData());
    return parser.takeHead();
}

} // namespace

void TestClientAddress::walksForwardedAddressesFromRightToLeft_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("client");
    const auto row = [](const char *name, const QByteArray &peer, const QByteArray &fields, const QByteArray &client) {
        QTest::newRow(name) << peer << fields << client;
    };
    row("unknown peer is not believed", "203.0.113.1", "X-Forwarded-For: 1.1.1.1\r\n", "203.0.113.1");
    row("one proxy", "10.0.0.1", "X-Forwarded-For: 198.51.100.7\r\n", "198.51.100.7");
    row("what the client wrote is not looked at", "10.0.0.1", "X-Forwarded-For: 127.0.0.1, 198.51.100.7\r\n", "198.51.100.7");
    row("two proxies", "10.0.0.1", "X-Forwarded-For: 6.6.6.6, 198.51.100.7, 10.0.0.2\r\n", "198.51.100.7");
    row("several lines are one list", "10.0.0.1", "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-For: 10.0.0.2\r\n",
        "198.51.100.7");
    row("nonsense ends the walk", "10.0.0.1", "X-Forwarded-For: 1.1.1.1, unknown\r\n", "10.0.0.1");
    row("nonsense after a proxy", "10.0.0.1", "X-Forwarded-For: 1.1.1.1, x, 10.0.0.2\r\n", "10.0.0.2");
    row("port", "10.0.0.1", "X-Forwarded-For: 198.51.100.7:4711\r\n", "198.51.100.7");
    row("IPv6 in brackets", "fd00::1", "X-Forwarded-For: [2001:db8::7]:4711\r\n", "2001:db8::7");
    row("real ip where nothing else is", "10.0.0.1", "X-Real-IP: 198.51.100.7\r\n", "198.51.100.7");
    row("real ip does not win", "10.0.0.1", "X-Real-IP: 6.6.6.6\r\nX-Forwarded-For: 198.51.100.7\r\n", "198.51.100.7");
    row("real ip given twice", "10.0.0.1", "X-Real-IP: 6.6.6.6\r\nX-Real-IP: 7.7.7.7\r\n", "10.0.0.1");
    row("IPv4 in IPv6", "10.0.0.1", "X-Forwarded-For: ::ffff:198.51.100.7\r\n", "198.51.100.7");
    row("proxy as IPv4 in IPv6", "10.0.0.1", "X-Forwarded-For: 198.51.100.7, ::ffff:10.0.0.9\r\n", "198.51.100.7");
    row("peer as IPv4 in IPv6", "::ffff:10.0.0.1", "X-Forwarded-For: 198.51.100.7\r\n", "198.51.100.7");
    row("bare IPv6", "10.0.0.1", "X-Forwarded-For: 2001:db8::7\r\n", "2001:db8::7");
    row("nothing after the bracket but a port", "10.0.0.1", "X-Forwarded-For: [2001:db8::7]x\r\n", "10.0.0.1");
    row("port that is none", "10.0.0.1", "X-Forwarded-For: 198.51.100.7:x\r\n", "10.0.0.1");
    row("zone", "10.0.0.1", "X-Forwarded-For: fe80::1%eth0\r\n", "10.0.0.1");
    row("octal", "10.0.0.1", "X-Forwarded-For: 0177.0.0.1\r\n", "10.0.0.1");
    row("short form", "10.0.0.1", "X-Forwarded-For: 127.1\r\n", "10.0.0.1");
    row("number", "10.0.0.1", "X-Forwarded-For: 2130706433\r\n", "10.0.0.1");
    row("comma last", "10.0.0.1", "X-Forwarded-For: 1.1.1.1,\r\n", "10.0.0.1");
    row("client's quote", "10.0.0.1", "X-Forwarded-For: \", 198.51.100.7\r\n", "198.51.100.7");
    row("client's header with an option that would strip it", "10.0.0.1",
        "Connection: X-Forwarded-For\r\nX-Forwarded-For: 198.51.100.7\r\n", "198.51.100.7");
    row("client's Forwarded", "10.0.0.1", "Forwarded: for=127.0.0.1\r\nX-Forwarded-For: 198.51.100.7\r\n", "198.51.100.7");
    row("Forwarded alone, which this proxy does not write", "10.0.0.1", "Forwarded: for=127.0.0.1\r\n", "10.0.0.1");
    row("all of them proxies", "10.0.0.1", "X-Forwarded-For: 10.0.0.3, 10.0.0.2\r\n", "10.0.0.3");
    row("list of a thousand", "10.0.0.1", "X-Forwarded-For: " + QByteArray("1.1.1.1,").repeated(1000) + " 198.51.100.7\r\n",
        "198.51.100.7");
    row("ninety lines", "10.0.0.1", QByteArray("X-Forwarded-For: 1.1.1.1\r\n").repeated(90) + "X-Forwarded-For: 198.51.100.7\r\n",
        "198.51.100.7");
    row("empty", "10.0.0.1", "X-Forwarded-For:\r\n", "10.0.0.1");
}

void TestClientAddress::walksForwardedAddressesFromRightToLeft()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, client);
    QCOMPARE(resolveClientAddress({*IpAddress::parse(peer), 1, false}, headWith(fields), kTrusted).address.toText(), client);
}

void TestClientAddress::readsForwardedWhereProxiesWriteIt_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<bool>("secure");
    const auto row = [](const char *name, const QByteArray &fields, const QByteArray &client, bool secure = false) {
        QTest::newRow(name) << fields << client << secure;
    };
    row("plain", "Forwarded: for=198.51.100.7\r\n", "198.51.100.7");
    row("with the scheme", "Forwarded: for=198.51.100.7;proto=https;by=10.0.0.1\r\n", "198.51.100.7", true);
    row("in any order and case", "Forwarded: Proto=HTTPS; FOR=198.51.100.7\r\n", "198.51.100.7", true);
    row("IPv6", "Forwarded: for=\"[2001:db8::7]:4711\"\r\n", "2001:db8::7");
    row("quoted IPv4 with a port", "Forwarded: for=\"198.51.100.7:80\"\r\n", "198.51.100.7");
    row("what the client wrote is not looked at", "Forwarded: for=127.0.0.1;proto=https, for=198.51.100.7;proto=http\r\n",
        "198.51.100.7");
    row("two proxies", "Forwarded: for=6.6.6.6, for=198.51.100.7, for=10.0.0.2\r\n", "198.51.100.7");
    row("several lines", "Forwarded: for=198.51.100.7\r\nForwarded: for=10.0.0.2\r\n", "198.51.100.7");
    row("unknown", "Forwarded: for=1.1.1.1, for=unknown\r\n", "10.0.0.1");
    row("hidden", "Forwarded: for=1.1.1.1, for=_hidden, for=10.0.0.2\r\n", "10.0.0.2");
    row("said twice", "Forwarded: for=1.1.1.1;for=2.2.2.2\r\n", "10.0.0.1");
    row("no address", "Forwarded: proto=https\r\n", "10.0.0.1", true);
    row("client's open quote", "Forwarded: for=\"1.1.1.1, for=198.51.100.7\r\n", "198.51.100.7");
    row("quoted comma and semicolon", "Forwarded: for=6.6.6.6, host=\"a,b;for=7.7.7.7\";for=198.51.100.7\r\n", "198.51.100.7");
    row("X-Forwarded-For is the client's", "X-Forwarded-For: 127.0.0.1\r\nForwarded: for=198.51.100.7\r\n", "198.51.100.7");
    row("X-Forwarded-For alone", "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: https\r\n", "10.0.0.1");
    row("empty", "Forwarded:\r\n", "10.0.0.1");
    row("list of six hundred", "Forwarded: " + QByteArray("for=1.1.1.1,").repeated(600) + "for=198.51.100.7\r\n", "198.51.100.7");
}

void TestClientAddress::readsForwardedWhereProxiesWriteIt()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, client);
    QFETCH(bool, secure);
    const RequestHead head = headWith(fields);
    const ClientAddress found =
        resolveClientAddress({*IpAddress::parse("10.0.0.1"), 1, false}, head, kTrusted, ForwardedHeader::Forwarded);
    QCOMPARE(found.address.toText(), client);
    QCOMPARE(found.secure, secure);
    const Peer stranger{*IpAddress::parse("203.0.113.1"), 1, false};
    QCOMPARE(resolveClientAddress(stranger, head, kTrusted, ForwardedHeader::Forwarded).address.toText(), "203.0.113.1");
}

void TestClientAddress::believesTheSchemeOnlyFromATrustedProxy()
{
    const RequestHead head = headWith("X-Forwarded-Proto: https\r\n");
    QVERIFY(resolveClientAddress({*IpAddress::parse("10.0.0.1"), 1, false}, head, kTrusted).secure);
    QVERIFY(!resolveClientAddress({*IpAddress::parse("203.0.113.1"), 1, false}, head, kTrusted).secure);
    QVERIFY(
        !resolveClientAddress({*IpAddress::parse("10.0.0.1"), 1, false}, headWith("X-Forwarded-Proto: https, http\r\n"), kTrusted)
             .secure);
}

void TestClientAddress::isCertainOnlyOfWhoCannotBeAnother_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("certain");
    const auto row = [](const char *name, const QByteArray &peer, const QByteArray &host, const QByteArray &fields,
                        bool certain) { QTest::newRow(name) << peer << host << fields << certain; };
    row("from elsewhere", "203.0.113.7", "gate.example", "", true);
    row("through a proxy nobody configured", "203.0.113.7", "gate.example", "X-Forwarded-For: 198.51.100.7\r\n", false);
    row("the same, by another header", "203.0.113.7", "gate.example", "Via: 1.1 proxy\r\n", false);
    row("through a trusted proxy", "10.0.0.1", "gate.example", "X-Forwarded-For: 198.51.100.7\r\n", true);
    row("a trusted proxy that says nothing of its client", "10.0.0.1", "gate.example", "X-Forwarded-Proto: https\r\n", false);
    row("a trusted proxy itself", "10.0.0.1", "gate.example", "", true);
    row("a client that a proxy says is on its own machine", "10.0.0.1", "localhost", "X-Forwarded-For: 127.0.0.1\r\n", false);
    row("here", "127.0.0.1", "127.0.0.1", "", true);
    row("here, with a port", "127.0.0.1", "127.0.0.1:8080", "", true);
    row("here, by name", "127.0.0.1", "LocalHost:8080", "", true);
    row("here, by IPv6", "::1", "[::1]:8080", "", true);
    row("here, by another address of this machine", "127.0.0.9", "127.3.2.1", "", true);
    row("here, by a name that was pointed here", "127.0.0.1", "evil.example", "", false);
    row("a name that begins like ours", "127.0.0.1", "localhost.evil.example:80", "", false);
    row("a name that begins like an address", "127.0.0.1", "127.0.0.1.evil.example", "", false);
    row("an address that is not of this machine", "127.0.0.1", "203.0.113.1", "", false);
    row("here, through a proxy nobody configured", "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 203.0.113.7\r\n", false);
    row("the same, claiming to be local", "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 127.0.0.1\r\n", false);
}

void TestClientAddress::isCertainOnlyOfWhoCannotBeAnother()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, fields);
    QFETCH(bool, certain);
    RequestParser parser;
    QVERIFY(parser.feed("GET / HTTP/1.1\r\nHost: " + host + "\r\n" + fields + "\r\n").state == RequestParser::State::Complete);
    Request request;
    request.head = parser.takeHead();
    request.peer.address = *IpAddress::parse(peer);
    request.client = resolveClientAddress(request.peer, request.head, kTrusted).address;
    QCOMPARE(isCertainOfClient(request), certain);
}

QTEST_APPLESS_MAIN(TestClientAddress)
#include "test_client_address.moc"
