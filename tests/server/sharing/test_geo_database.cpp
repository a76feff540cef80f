#include "maxmind_file.h"
#include "sharing/geo_database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace Qt::StringLiterals;

/// Countries and autonomous systems from files in MaxMind's format.
class TestGeoDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsCountriesAndSystems_data();
    void tellsCountriesAndSystems();
    void doesNotKnowWhatIsOfAnotherShape();
    void refusesWhatIsNoDatabase_data();
    void refusesWhatIsNoDatabase();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QByteArray country(const QByteArray &code)
    {
        return MaxmindFile::map({{"country", MaxmindFile::map({{"iso_code", MaxmindFile::text(code)}})}});
    }
    QTemporaryDir m_folder;
};

void TestGeoDatabase::tellsCountriesAndSystems_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<quint32>("asn"); // 0: unknown
    QTest::newRow("IPv4") << QByteArray("192.0.2.77") << QByteArray("DE") << 64496U;
    QTest::newRow("the first of its network") << QByteArray("198.51.100.0") << QByteArray("JP") << 4294967295U;
    QTest::newRow("the last of its network") << QByteArray("198.51.100.255") << QByteArray("JP") << 4294967295U;
    QTest::newRow("beside it") << QByteArray("198.51.101.0") << QByteArray() << 0U;
    QTest::newRow("IPv6") << QByteArray("2001:db8:1::7") << QByteArray("FR") << 64511U;
    QTest::newRow("mapped") << QByteArray("::ffff:192.0.2.1") << QByteArray("DE") << 64496U;
    QTest::newRow("unknown IPv6") << QByteArray("2001:db8:2::7") << QByteArray() << 0U;
    QTest::newRow("loopback") << QByteArray("127.0.0.1") << QByteArray() << 0U;
}

void TestGeoDatabase::tellsCountriesAndSystems()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, code);
    QFETCH(quint32, asn);
    MaxmindFile countries;
    countries.add("192.0.2.0/24", country("DE"));
    countries.add("198.51.100.0/24", country("JP"));
    countries.add("2001:db8:1::/48", country("FR"));
    QVERIFY(countries.write(path(u"countries.mmdb"_s)));
    MaxmindFile systems;
    const auto system = [](quint32 number) {
        return MaxmindFile::map({{"autonomous_system_number", MaxmindFile::number(number)}});
    };
    systems.add("192.0.2.0/24", system(64496));
    systems.add("198.51.100.0/24", system(4294967295U));
    systems.add("2001:db8:1::/48", system(64511));
    QVERIFY(systems.write(path(u"systems.mmdb"_s)));

    const auto byCountry = GeoDatabase::open(path(u"countries.mmdb"_s));
    QVERIFY2(byCountry, byCountry ? "" : qPrintable(byCountry.error().detail));
    const auto bySystem = GeoDatabase::open(path(u"systems.mmdb"_s));
    QVERIFY2(bySystem, bySystem ? "" : qPrintable(bySystem.error().detail));
    const IpAddress visitor = *IpAddress::parse(address);
    QCOMPARE(byCountry->countryOf(visitor), code);
    QCOMPARE(bySystem->asnOf(visitor).value_or(0), asn);
    QCOMPARE(byCountry->asnOf(visitor), std::nullopt); // each tells what it is about
    QVERIFY(bySystem->countryOf(visitor).isEmpty());
}

void TestGeoDatabase::doesNotKnowWhatIsOfAnotherShape()
{
    MaxmindFile file;
    file.add("192.0.2.0/25", MaxmindFile::map({{"country", MaxmindFile::text("DE")}}));
    file.add("192.0.2.128/26", country("de"));
    file.add("192.0.2.192/26", MaxmindFile::map({{"autonomous_system_number", MaxmindFile::text("64496")}}));
    QVERIFY(file.write(path(u"odd.mmdb"_s)));
    const auto database = GeoDatabase::open(path(u"odd.mmdb"_s));
    QVERIFY(database);
    for (const char *address : {"192.0.2.1", "192.0.2.129", "192.0.2.193"}) {
        QVERIFY(database->countryOf(*IpAddress::parse(address)).isEmpty());
        QVERIFY(!database->asnOf(*IpAddress::parse(address)));
    }
}

void TestGeoDatabase::refusesWhatIsNoDatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("country,network\n");
    QTest::newRow("only the mark of one") << QByteArray("\xab\xcd\xefMaxMind.com");
}

void TestGeoDatabase::refusesWhatIsNoDatabase()
{
    QFETCH(QByteArray, content);
    QFile file(path(u"no.mmdb"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto opened = GeoDatabase::open(file.fileName());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Invalid);
    QVERIFY(opened.error().detail.contains(u"no.mmdb"_s));
    QVERIFY(!GeoDatabase::open(path(u"none.mmdb"_s)));
}

QTEST_GUILESS_MAIN(TestGeoDatabase)
#include "test_geo_database.moc"
