#include "desktop/shell/command_palette.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace gatehouse::desktop;
using namespace Qt::StringLiterals;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByLettersInOrder_data();
    void findsByLettersInOrder();
    void returnRunsTheFirstThatFits();
    void offersNothingThatIsDisabled();
};

void TestCommandPalette::findsByLettersInOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("beginning of words") << u"gh"_s << u"Go to Health"_s << u"Right"_s;
    QTest::newRow("together") << u"aud"_s << u"Go to Audit"_s << u"Anybody undone"_s;
    QTest::newRow("any case") << u"OVER"_s << u"Overview"_s << u"Ones very"_s;
}

void TestCommandPalette::findsByLettersInOrder()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(CommandPalette::score(better, typed) >= 0);
    QVERIFY(CommandPalette::score(better, typed) > CommandPalette::score(worse, typed));
    QVERIFY(CommandPalette::score(u"xyz"_s, typed) < 0);
    QCOMPARE(CommandPalette::score(better, {}), 0);
}

void TestCommandPalette::returnRunsTheFirstThatFits()
{
    Theme theme;
    QAction health(u"Go to Health"_s);
    QAction audit(u"Go to Audit"_s);
    QString ran;
    connect(&health, &QAction::triggered, &health, [&] { ran = u"health"_s; });
    connect(&audit, &QAction::triggered, &audit, [&] { ran = u"audit"_s; });
    CommandPalette palette(theme, {&health, &audit}, nullptr);
    auto *const input = palette.findChild<QLineEdit *>();
    QTest::keyClicks(input, u"audit"_s);
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(ran, u"audit"_s);
}

void TestCommandPalette::offersNothingThatIsDisabled()
{
    Theme theme;
    QAction remove(u"Remove"_s);
    remove.setEnabled(false);
    CommandPalette palette(theme, {&remove}, nullptr);
    QCOMPARE(palette.findChild<QListWidget *>()->count(), 0);
}

QTEST_MAIN(TestCommandPalette)
#include "test_command_palette.moc"
