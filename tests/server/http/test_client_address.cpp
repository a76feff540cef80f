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
    void believesTheSchemeOnlyFromATrustedProxy();
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
    const auto row = [](const char *name, const char *peer, const char *fields, const char *client) {
        QTest::newRow(name) << QByteArray(peer) << QByteArray(fields) << QByteArray(client);
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
    row("empty", "10.0.0.1", "X-Forwarded-For:\r\n", "10.0.0.1");
}

void TestClientAddress::walksForwardedAddressesFromRightToLeft()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, client);
    QCOMPARE(resolveClientAddress({*IpAddress::parse(peer), 1, false}, headWith(fields), kTrusted).address.toText(), client);
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

QTEST_APPLESS_MAIN(TestClientAddress)
#include "test_client_address.moc"
