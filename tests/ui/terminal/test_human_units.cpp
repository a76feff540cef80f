#include "terminal/human_units.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::terminal;
using namespace Qt::StringLiterals;

class TestHumanUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLifetimes_data();
    void readsLifetimes();
    void refusesOtherLifetimes_data();
    void refusesOtherLifetimes();
    void writesLifetimes();
    void readsSizes_data();
    void readsSizes();
    void refusesOtherSizes_data();
    void refusesOtherSizes();
    void writesSizes();
};

void TestHumanUnits::readsLifetimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("seconds") << u"30s"_s << qint64{30};
    QTest::newRow("minutes") << u"30m"_s << qint64{1800};
    QTest::newRow("hours") << u"24h"_s << qint64{86400};
    QTest::newRow("days") << u"7d"_s << qint64{604800};
    QTest::newRow("several") << u"1h 30m"_s << qint64{5400};
    QTest::newRow("several without space") << u"1d2h3m4s"_s << qint64{93784};
    QTest::newRow("words") << u" 2 weeks 1 day "_s << qint64{1296000};
    QTest::newRow("ten years") << u"3650d"_s << qint64{315360000};
}

void TestHumanUnits::readsLifetimes()
{
    QFETCH(QString, text);
    const auto lifetime = lifetimeFrom(text);
    QVERIFY2(lifetime, lifetime ? "" : qPrintable(lifetime.error().detail));
    QTEST(qint64{lifetime->count()}, "seconds");
}

void TestHumanUnits::refusesOtherLifetimes_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s, u" "_s, u"0s"_s, u"30"_s, u"m"_s, u"-1h"_s, u"1.5h"_s, u"1h x"_s, u"1h30"_s, u"3651d"_s,
                                u"999999999w"_s, u"99999999999999999999s"_s, u"1H"_s, u"forever"_s})
        QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
}

void TestHumanUnits::refusesOtherLifetimes()
{
    QFETCH(QString, text);
    const auto lifetime = lifetimeFrom(text);
    QVERIFY(!lifetime);
    QCOMPARE(lifetime.error().kind, ErrorKind::Invalid);
}

void TestHumanUnits::writesLifetimes()
{
    using namespace std::chrono_literals;
    QCOMPARE(lifetimeText(7 * 24h), u"7d"_s);
    QCOMPARE(lifetimeText(25h), u"25h"_s);
    QCOMPARE(lifetimeText(90min), u"90m"_s);
    QCOMPARE(lifetimeText(61s), u"61s"_s);
}

void TestHumanUnits::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("bytes") << u"1024"_s << qint64{1024};
    QTest::newRow("kibibytes") << u"500k"_s << qint64{512000};
    QTest::newRow("mebibytes") << u"1M"_s << qint64{1048576};
    QTest::newRow("gibibytes") << u"1g"_s << qint64{1073741824};
    QTest::newRow("a fraction") << u" 1.5m "_s << qint64{1572864};
    QTest::newRow("nothing") << u"0"_s << qint64{0};
}

void TestHumanUnits::readsSizes()
{
    QFETCH(QString, text);
    const auto size = sizeFrom(text);
    QVERIFY(size);
    QTEST(*size, "bytes");
}

void TestHumanUnits::refusesOtherSizes_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s, u"k"_s, u"-1"_s, u"1kb"_s, u"1..5m"_s, u"1t"_s, u"1e9"_s, u"9999999999999"_s})
        QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
}

void TestHumanUnits::refusesOtherSizes()
{
    QFETCH(QString, text);
    QVERIFY(!sizeFrom(text));
}

void TestHumanUnits::writesSizes()
{
    QCOMPARE(sizeText(0), u"0 bytes"_s);
    QCOMPARE(sizeText(1023), u"1023 bytes"_s);
    QCOMPARE(sizeText(1536), u"1.5 KiB"_s);
    QCOMPARE(sizeText(10 * 1024 * 1024), u"10.0 MiB"_s);
}

QTEST_APPLESS_MAIN(TestHumanUnits)
#include "test_human_units.moc"
