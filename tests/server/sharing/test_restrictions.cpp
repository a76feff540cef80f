#include "sharing/restrictions.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHash(64, 'a');

Visitor visitorFrom(const QByteArray &address, const QByteArray &country = {}, std::optional<quint32> asn = {})
{
    return {*IpAddress::parse(address), country, asn};
}

Result<Restrictions> parsed(const QByteArray &json)
{
    return Restrictions::fromJson(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestRestrictions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permitWhoFitsAllKinds_data();
    void permitWhoFitsAllKinds();
    void refuseWhatTheyCannotRead_data();
    void refuseWhatTheyCannotRead();
    void areStoredAndReadAgain();
    void holdAPassphraseThatAnOlderVersionStored();
    void permitNobodyWhenTheyAreDamaged_data();
    void permitNobodyWhenTheyAreDamaged();
    void compareAPassphraseWithoutRegardToCase();
    void readANumberOfANetwork_data();
    void readANumberOfANetwork();
};

void TestRestrictions::permitWhoFitsAllKinds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("country");
    QTest::addColumn<qint64>("asn");
    QTest::addColumn<bool>("permitted");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &address, const QByteArray &country,
                        qint64 asn, bool permitted) { QTest::newRow(name) << json << address << country << asn << permitted; };
    row("nothing restricted", "{}", "192.0.2.1", "", -1, true);
    row("all null, as Hakanai's clients write", R"({"allowed_ips":null,"allowed_countries":null,"allowed_asns":null})",
        "192.0.2.1", "", -1, true);
    row("empty lists", R"({"allowed_ips":[],"allowed_countries":[],"allowed_asns":[]})", "192.0.2.1", "", -1, true);
    row("an address", R"({"allowed_ips":["192.0.2.1"]})", "192.0.2.1", "", -1, true);
    row("another address", R"({"allowed_ips":["192.0.2.1"]})", "192.0.2.2", "", -1, false);
    row("one of several ranges", R"({"allowed_ips":["10.0.0.0/8","2001:db8::/32"]})", "2001:db8::7", "", -1, true);
    row("an IPv4 address in IPv6 clothes", R"({"allowed_ips":["192.0.2.0/24"]})", "::ffff:192.0.2.9", "", -1, true);
    row("a country", R"({"allowed_countries":["DE","US"]})", "192.0.2.1", "US", -1, true);
    row("another country", R"({"allowed_countries":["DE","US"]})", "192.0.2.1", "FR", -1, false);
    row("no known country", R"({"allowed_countries":["DE"]})", "192.0.2.1", "", -1, false);
    row("a network", R"({"allowed_asns":[13335]})", "192.0.2.1", "", 13335, true);
    row("no known network", R"({"allowed_asns":[0]})", "192.0.2.1", "", -1, false);
    row("address fits and country does not", R"({"allowed_ips":["192.0.2.1"],"allowed_countries":["DE"]})", "192.0.2.1", "FR", -1,
        false);
    row("all fit", R"({"allowed_ips":["192.0.2.1"],"allowed_countries":["DE"],"allowed_asns":[1]})", "192.0.2.1", "DE", 1, true);
}

void TestRestrictions::permitWhoFitsAllKinds()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, country);
    QFETCH(qint64, asn);
    QFETCH(bool, permitted);
    const auto restrictions = parsed(json);
    QVERIFY(restrictions);
    const auto number = asn < 0 ? std::optional<quint32>() : std::optional(static_cast<quint32>(asn));
    QCOMPARE(restrictions->permit(visitorFrom(address, country, number)), permitted);
}

void TestRestrictions::refuseWhatTheyCannotRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no address") << QByteArray(R"({"allowed_ips":["example.org"]})");
    QTest::newRow("too long a prefix") << QByteArray(R"({"allowed_ips":["192.0.2.0/33"]})");
    QTest::newRow("small letters") << QByteArray(R"({"allowed_countries":["de"]})");
    QTest::newRow("three letters") << QByteArray(R"({"allowed_countries":["DEU"]})");
    QTest::newRow("a short hash") << QByteArray(R"({"passphrase_hash":"abc"})");
    QTest::newRow("a passphrase instead of its hash") << QByteArray(R"({"passphrase_hash":"correct horse battery staple"})");
}

void TestRestrictions::refuseWhatTheyCannotRead()
{
    QFETCH(QByteArray, json);
    const auto restrictions = parsed(json);
    QVERIFY(!restrictions);
    QCOMPARE(restrictions.error().kind, ErrorKind::Invalid);
    QCOMPARE(restrictions.error().fields.size(), 1U);
}

void TestRestrictions::areStoredAndReadAgain()
{
    const auto restrictions = parsed(R"({"allowed_ips":["10.0.0.0/8"],"allowed_countries":["DE"],"allowed_asns":[4294967295],)"
                                     R"("passphrase_hash":")"
                                     + kHash + R"("})");
    QVERIFY(restrictions);
    QCOMPARE(restrictions->kinds(), 15);
    const auto again = Restrictions::fromStored(restrictions->toStored());
    QVERIFY(again);
    QVERIFY(again->permit(visitorFrom("10.1.2.3", "DE", 4294967295U)));
    QVERIFY(!again->permit(visitorFrom("10.1.2.3", "DE", 4294967294U)));
    QVERIFY(again->passphraseMatches(kHash));
    QVERIFY(Restrictions().toStored().isEmpty());
    // Who reads it has nothing to show.
    QVERIFY(!restrictions->toStored().contains(kHash));
    QVERIFY(!again->passphraseMatches(restrictions->passphraseDigest));
}

void TestRestrictions::holdAPassphraseThatAnOlderVersionStored()
{
    const auto restrictions = Restrictions::fromStored(
        R"({"allowed_ips":[],"allowed_countries":[],"allowed_asns":[],"passphrase_hash":")" + kHash + R"("})");
    QVERIFY(restrictions);
    QVERIFY(restrictions->passphraseMatches(kHash));
    QVERIFY(!restrictions->passphraseMatches(QByteArray(64, 'b')));
}

void TestRestrictions::permitNobodyWhenTheyAreDamaged_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("nonsense") << QByteArray("x");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a damaged digest") << QByteArray(R"({"passphrase_hash":"ab","passphrase_is_digest":true})");
    QTest::newRow("a damaged range") << QByteArray(R"({"allowed_ips":["10.0.0"]})");
}

void TestRestrictions::permitNobodyWhenTheyAreDamaged()
{
    QFETCH(QByteArray, stored);
    const auto restrictions = Restrictions::fromStored(stored);
    QVERIFY(!restrictions);
    QCOMPARE(restrictions.error().kind, ErrorKind::Internal);
}

void TestRestrictions::compareAPassphraseWithoutRegardToCase()
{
    const auto restrictions = parsed(R"({"passphrase_hash":")" + kHash.toUpper() + R"("})");
    QVERIFY(restrictions);
    QVERIFY(restrictions->passphraseMatches(kHash));
    QVERIFY(restrictions->passphraseMatches(kHash.toUpper()));
    QVERIFY(!restrictions->passphraseMatches(kHash.chopped(1) + 'b'));
    QVERIFY(!restrictions->passphraseMatches(kHash.chopped(1)));
    QVERIFY(!restrictions->passphraseMatches(""));
}

void TestRestrictions::readANumberOfANetwork_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("number");
    const auto row = [](const char *text, qint64 number) { QTest::newRow(text) << QByteArray(text) << number; };
    row("0", 0);
    row("13335", 13335);
    row("AS13335", 13335);
    row("4294967295", 4294967295);
    row("4294967296", -1);
    row("-1", -1);
    row("01", -1);
    row("1 ", -1);
    row("AS", -1);
    row("99999999999999999999", -1);
}

void TestRestrictions::readANumberOfANetwork()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, number);
    const auto read = asnFromText(text);
    QCOMPARE(read ? qint64(*read) : -1, number);
}

QTEST_GUILESS_MAIN(TestRestrictions)
#include "test_restrictions.moc"
