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
