#include "http/connection_census.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;

class TestConnectionCensus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByAddress_data();
    void countsByAddress();
    void givesPlacesBack();
    void holdsTheTotal();
    void aRefusedConnectionTakesNoPlace();
    void proxiesAreHeldOnlyToTheTotal();
};

namespace {

using Admission = ConnectionCensus::Admission;

IpAddress address(const char *text)
{
    return *IpAddress::parse(text);
}

} // namespace

void TestConnectionCensus::countsByAddress_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("together");
    QTest::newRow("same IPv4") << QByteArray("192.0.2.1") << QByteArray("192.0.2.1") << true;
    QTest::newRow("neighbours in IPv4") << QByteArray("192.0.2.1") << QByteArray("192.0.2.2") << false;
    QTest::newRow("IPv4 in IPv6") << QByteArray("192.0.2.1") << QByteArray("::ffff:192.0.2.1") << true;
    QTest::newRow("same /64") << QByteArray("2001:db8::1") << QByteArray("2001:db8::ffff:1") << true;
    QTest::newRow("neighbouring /64") << QByteArray("2001:db8::1") << QByteArray("2001:db8:0:1::1") << false;
}

void TestConnectionCensus::countsByAddress()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(bool, together);
    ConnectionCensus census(100, 1, {});
    QVERIFY(census.enter(address(first)) == Admission::Admitted);
    QVERIFY(census.enter(address(second)) == (together ? Admission::TooManyFromAddress : Admission::Admitted));
}

void TestConnectionCensus::givesPlacesBack()
{
    ConnectionCensus census(100, 2, {});
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(census.enter(address("192.0.2.1")) == Admission::Admitted);
        QVERIFY(census.enter(address("192.0.2.1")) == Admission::Admitted);
        QVERIFY(census.enter(address("192.0.2.1")) == Admission::TooManyFromAddress);
        census.leave(address("192.0.2.1"));
        census.leave(address("192.0.2.1"));
    }
    QCOMPARE(census.total(), 0);
}

void TestConnectionCensus::holdsTheTotal()
{
    ConnectionCensus census(2, 100, {});
    QVERIFY(census.enter(address("192.0.2.1")) == Admission::Admitted);
    QVERIFY(census.enter(address("192.0.2.2")) == Admission::Admitted);
    QVERIFY(census.enter(address("192.0.2.3")) == Admission::TooMany);
    census.leave(address("192.0.2.1"));
    QVERIFY(census.enter(address("192.0.2.3")) == Admission::Admitted);
}

void TestConnectionCensus::aRefusedConnectionTakesNoPlace()
{
    ConnectionCensus census(2, 1, {});
    QVERIFY(census.enter(address("192.0.2.1")) == Admission::Admitted);
    for (int i = 0; i < 10; ++i)
        QVERIFY(census.enter(address("192.0.2.1")) == Admission::TooManyFromAddress);
    QCOMPARE(census.total(), 1);
    QVERIFY(census.enter(address("192.0.2.2")) == Admission::Admitted);
}

void TestConnectionCensus::proxiesAreHeldOnlyToTheTotal()
{
    ConnectionCensus census(3, 1, {*IpNetwork::parse("10.0.0.0/8")});
    for (int i = 0; i < 3; ++i)
        QVERIFY(census.enter(address("10.0.0.1")) == Admission::Admitted);
    QVERIFY(census.enter(address("10.0.0.1")) == Admission::TooMany);
}

QTEST_APPLESS_MAIN(TestConnectionCensus)
#include "test_connection_census.moc"
