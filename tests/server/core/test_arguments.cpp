#include "core/arguments.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesALineApart_data();
    void takesALineApart();
    void takesShortSpellingsAndSeveralValues();
    void refusesWhatIsIncomplete_data();
    void refusesWhatIsIncomplete();
};

void TestArguments::takesALineApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("positional");
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("json");
    QTest::addColumn<QStringList>("settings");
    QTest::newRow("positional only") << u"alice bob"_s << QStringList{u"alice"_s, u"bob"_s} << QString() << false
                                     << QStringList();
    QTest::newRow("an option before") << u"--role admin alice"_s << QStringList{u"alice"_s} << u"admin"_s << false
                                      << QStringList();
    QTest::newRow("an option with =") << u"alice --role=admin"_s << QStringList{u"alice"_s} << u"admin"_s << false
                                      << QStringList();
    QTest::newRow("a flag takes nothing") << u"--json alice"_s << QStringList{u"alice"_s} << QString() << true << QStringList();
    QTest::newRow("settings keep their values") << u"alice --data-dir /srv --config=x --json"_s << QStringList{u"alice"_s}
                                                << QString() << true << QStringList{u"--data-dir"_s, u"/srv"_s, u"--config=x"_s};
    QTest::newRow("a setting without a value")
        << u"--data-dir --json"_s << QStringList() << QString() << true << QStringList{u"--data-dir"_s};
}

void TestArguments::takesALineApart()
{
    QFETCH(QString, line);
    QFETCH(QStringList, positional);
    QFETCH(QString, role);
    QFETCH(bool, json);
    QFETCH(QStringList, settings);
    const Result<Arguments> arguments = Arguments::parse(line.split(u' '), {{u"--json"_s}, {u"--role"_s}});
    QVERIFY(arguments);
    QCOMPARE(arguments->positional(), positional);
    QCOMPARE(arguments->value(u"--role"_s), role);
    QCOMPARE(arguments->has(u"--json"_s), json);
    QCOMPARE(arguments->settings(), settings);
}

void TestArguments::takesShortSpellingsAndSeveralValues()
{
    const Arguments::Options options{.flags = {u"--quiet"_s},
                                     .valued = {u"--file"_s, u"--ttl"_s},
                                     .repeated = {u"--file"_s},
                                     .aliases = {{u"-f"_s, u"--file"_s}, {u"-q"_s, u"--quiet"_s}}};
    const Result<Arguments> arguments = Arguments::parse(u"-f a --file=b -q -f=c --ttl 1h d"_s.split(u' '), options);
    QVERIFY(arguments);
    QCOMPARE(arguments->values(u"--file"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(arguments->value(u"--file"_s), u"a"_s);
    QVERIFY(arguments->has(u"--quiet"_s));
    QCOMPARE(arguments->positional(), QStringList{u"d"_s});
    QVERIFY(!Arguments::parse({u"-q"_s, u"--quiet"_s}, options));
    QVERIFY(!Arguments::parse({u"--ttl"_s, u"1h"_s, u"--ttl"_s, u"2h"_s}, options));
    QVERIFY(!Arguments::parse({u"-f"_s}, options));
}

void TestArguments::refusesWhatIsIncomplete_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no value at the end") << u"alice --role"_s;
    QTest::newRow("another option instead of a value") << u"--role --json"_s;
    QTest::newRow("twice") << u"--role admin --role user"_s;
    QTest::newRow("a flag twice") << u"--json --json"_s;
}

void TestArguments::refusesWhatIsIncomplete()
{
    QFETCH(QString, line);
    const Result<Arguments> arguments = Arguments::parse(line.split(u' '), {{u"--json"_s}, {u"--role"_s}});
    QVERIFY(!arguments);
    QCOMPARE(arguments.error().kind, ErrorKind::Malformed);
}

QTEST_GUILESS_MAIN(TestArguments)
#include "test_arguments.moc"
