#include "core/ip_address.h"

#include <QTest>

using namespace gatehouse;

class TestIpAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesCanonically_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        QTest::newRow("IPv4") << QByteArray("203.0.113.7") << QByteArray("203.0.113.7");
        QTest::newRow("mapped") << QByteArray("::ffff:203.0.113.7") << QByteArray("203.0.113.7");
        QTest::newRow("mapped in hexadecimal") << QByteArray("0:0:0:0:0:FFFF:cb00:7107") << QByteArray("203.0.113.7");
        QTest::newRow("IPv6") << QByteArray("2001:DB8:0:0:0:0:0:1") << QByteArray("2001:db8::1");
        QTest::newRow("loopback") << QByteArray("0::1") << QByteArray("::1");
        QTest::newRow("unspecified") << QByteArray("::") << QByteArray("::");
        QTest::newRow("the longest") << QByteArray("2001:0db8:1111:2222:3333:4444:255.255.255.255")
                                     << QByteArray("2001:db8:1111:2222:3333:4444:ffff:ffff");
    }

    void readsAndWritesCanonically()
    {
        QFETCH(QByteArray, text);
        const auto address = IpAddress::parse(text);
        QVERIFY(address.has_value());
        QTEST(address->toText(), "canonical");
        QCOMPARE(IpAddress::parse(address->toText()), address);
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"",         " ",          "1.2.3",      "1.2.3.4.5",    "256.1.1.1", "01.2.3.4",   "1.2.3.4 ",
              " 1.2.3.4", "1.2.3.4:80", "0x7f.0.0.1", "2130706433",   "127.1",     "[::1]",      "fe80::1%eth0",
              "::1::",    ":::",        "12345::",    "::ffff:1.2.3", "localhost", "1.2.3.4/32", "::1/128",
              "1.2.3.-4", "1,2,3,4"})
            QTest::newRow(*text != '\0' ? text : "empty") << QByteArray(text);
        QTest::newRow("zero inside") << QByteArray("127.0.0.1\0.evil", 15);
        QTest::newRow("huge") << QByteArray(100'000, '1');
    }

    void refusesWhatIsNoAddress()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!IpAddress::parse(text).has_value());
        QVERIFY(!IpNetwork::parse(text + "/8").has_value());
    }

    void knowsLoopback_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("loopback");
        QTest::newRow("127.0.0.1") << QByteArray("127.0.0.1") << true;
        QTest::newRow("127.255.255.254") << QByteArray("127.255.255.254") << true;
        QTest::newRow("mapped") << QByteArray("::ffff:127.0.0.1") << true;
        QTest::newRow("::1") << QByteArray("::1") << true;
        QTest::newRow("::2") << QByteArray("::2") << false;
        QTest::newRow("compatible, not mapped") << QByteArray("::127.0.0.1") << false;
        QTest::newRow("128.0.0.1") << QByteArray("128.0.0.1") << false;
        QTest::newRow("unspecified") << QByteArray("0.0.0.0") << false;
    }

    void knowsLoopback()
    {
        QFETCH(QByteArray, text);
        QTEST(IpAddress::parse(text).value().isLoopback(), "loopback");
    }

    void limitsIpv6ByItsNetworkOf64Bits()
    {
        const auto key = [](const char *text) { return IpAddress::parse(text).value().limitKey().toText(); };
        QCOMPARE(key("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        QCOMPARE(key("2001:db8:1:2:ffff:ffff:ffff:ffff"), "2001:db8:1:2::");
        QCOMPARE(key("2001:db8:1:3::"), "2001:db8:1:3::");
        QCOMPARE(key("203.0.113.7"), "203.0.113.7");
        QCOMPARE(key("::ffff:203.0.113.7"), "203.0.113.7");
    }

    void networksHoldWhatTheyShould_data()
    {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char *network, const char *address, bool inside) {
            QTest::addRow("%s in %s", address, network) << QByteArray(network) << QByteArray(address) << inside;
        };
        row("10.0.0.0/8", "10.255.255.255", true);
        row("10.0.0.0/8", "11.0.0.0", false);
        row("10.0.0.0/8", "::ffff:10.1.2.3", true);
        row("10.1.2.3/8", "10.9.9.9", true);
        row("::ffff:10.0.0.0/104", "10.1.2.3", true);
        row("::ffff:10.0.0.0/104", "11.1.2.3", false);
        row("192.168.1.128/25", "192.168.1.127", false);
        row("192.168.1.128/25", "192.168.1.128", true);
        row("203.0.113.7", "203.0.113.7", true);
        row("203.0.113.7", "203.0.113.8", false);
        row("0.0.0.0/0", "255.255.255.255", true);
        row("0.0.0.0/0", "2001:db8::1", false);
        row("::/0", "2001:db8::1", true);
        row("::/0", "10.0.0.1", true);
        row("2001:db8::/33", "2001:db8:7fff::", true);
        row("2001:db8::/33", "2001:db8:8000::", false);
        row("::1/128", "::1", true);
        row("::1/128", "127.0.0.1", false);
    }

    void networksHoldWhatTheyShould()
    {
        QFETCH(QByteArray, network);
        QFETCH(QByteArray, address);
        const auto parsed = IpNetwork::parse(network);
        QVERIFY(parsed.has_value());
        QTEST(parsed->contains(IpAddress::parse(address).value()), "inside");
        const auto again = IpNetwork::parse(parsed->toText());
        QVERIFY2(again.has_value(), parsed->toText().constData());
        QTEST(again->contains(IpAddress::parse(address).value()), "inside");
    }

    void refusesWhatIsNoNetwork_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "/8", "::/129",
                                 "::/1000", "10.0.0.0/8 ", "10.0.0.0/a", "10.0.0.0/255.0.0.0"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNoNetwork()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!IpNetwork::parse(text).has_value());
    }

    void aNetworkWiderThanIpv4IsWrittenSoThatItReadsTheSame()
    {
        const auto network = IpNetwork::parse("::ffff:10.0.0.0/64").value();
        QCOMPARE(network.toText(), "::ffff:10.0.0.0/64");
        QCOMPARE(IpNetwork::parse("::ffff:10.0.0.0/104").value().toText(), "10.0.0.0/8");
    }
};

QTEST_APPLESS_MAIN(TestIpAddress)
#include "test_ip_address.moc"
