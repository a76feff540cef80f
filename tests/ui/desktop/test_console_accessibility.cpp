#include "free_port.h"
#include "screen_reader.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

/// The built console, run by a screen reader alone: it presses, chooses and types over AT-SPI, and hears what each control says
/// of itself. Its functions are one run, in their order.
class TestConsoleAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QCOMPARE(m_console.state(), QProcess::Running); }
    void cleanupTestCase();
    void theFirstRunIsDoneWithoutAScreen();
    void everyControlOfAPageSaysWhatItIs_data();
    void everyControlOfAPageSaysWhatItIs();
    void everyControlOfADialogSaysWhatItIs_data();
    void everyControlOfADialogSaysWhatItIs();

private:
    [[nodiscard]] QStringList complaints() const;
    [[nodiscard]] bool press(const QString &button) const;
    [[nodiscard]] bool open(const QString &page) const;

    QTemporaryDir m_folder;
    ScreenReader m_reader;
    QProcess m_console;
};

void TestConsoleAccessibility::initTestCase()
{
    QVERIFY2(m_reader.start(), qPrintable(m_reader.problem()));
    QProcessEnvironment environment = m_reader.environment();
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    m_console.setProcessEnvironment(environment);
    m_console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_console.start(QStringLiteral(CONSOLE),
                    {u"--data-dir"_s, m_folder.filePath(u"data"_s), u"--http-port"_s, QString::number(freePort())});
    QVERIFY(m_console.waitForStarted());
}

void TestConsoleAccessibility::cleanupTestCase()
{
    m_console.terminate();
    QVERIFY(m_console.waitForFinished());
    QCOMPARE(m_console.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_console.exitCode(), 0);
}

/// What a screen reader could not tell of the controls that show, each in words.
QStringList TestConsoleAccessibility::complaints() const
{
    static const QStringList kRolesOfNothing{u"panel"_s, u"unknown"_s, u"invalid"_s, u"layered pane"_s, u"frame"_s};
    // Their text is all there is to say of them. Of a pane that is scrolled, for which Qt has no role but "filler", its name is.
    static const QStringList kSaidByTheirName{u"list item"_s, u"table cell"_s, u"tree item"_s, u"label"_s, u"filler"_s};
    QStringList complaints;
    for (const ScreenReader::Thing &thing : m_reader.everything()) {
        if (!thing.focusable)
            continue;
        const QString which = u"%1 \"%2\" (%3)"_s.arg(thing.role, thing.name, thing.description);
        if (kRolesOfNothing.contains(thing.role))
            complaints << which + u" has no role"_s;
        if (thing.name.trimmed().isEmpty())
            complaints << which + u" has no name"_s;
        if (!kSaidByTheirName.contains(thing.role) && (thing.description.isEmpty() || thing.description == thing.name))
            complaints << which + u" has no description"_s;
    }
    return complaints;
}

bool TestConsoleAccessibility::press(const QString &button) const
{
    const std::optional<ScreenReader::Thing> found = m_reader.find(u"push button"_s, button);
    return found && m_reader.act(*found);
}

bool TestConsoleAccessibility::open(const QString &page) const
{
    const std::optional<ScreenReader::Thing> item = m_reader.find(u"list item"_s, page);
    return item && m_reader.act(*item) && m_reader.find(u"label"_s, page);
}

void TestConsoleAccessibility::theFirstRunIsDoneWithoutAScreen()
{
    QVERIFY(m_reader.find(u"radio button"_s, u"Here, in this program"_s));
    QCOMPARE(complaints().join(u'\n'), QString());
    QVERIFY(press(u"Continue"_s));
    const auto keychain = m_reader.find(u"check box"_s, u"Use the keychain of this system"_s);
    QVERIFY(keychain);
    QCOMPARE(complaints().join(u'\n'), QString());
    QVERIFY(m_reader.act(*keychain)); // that of this bus would ask for a password in a window of its own
    QVERIFY(press(u"Continue"_s));
    const auto password = m_reader.find(u"text"_s, u"Password"_s);
    QVERIFY(password);
    QCOMPARE(complaints().join(u'\n'), QString());
    QVERIFY(m_reader.enter(*password, u"Correct-Horse-7!"_s));
    QVERIFY(press(u"Create and sign in"_s));
    QVERIFY(m_reader.find(u"list"_s, u"Pages"_s));
}

void TestConsoleAccessibility::everyControlOfAPageSaysWhatItIs_data()
{
    QTest::addColumn<QString>("page");
    for (const auto *page :
         {"Overview", "Health", "Audit", "Logs", "Access", "Secrets", "Limits", "Share", "Settings", "Servers"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestConsoleAccessibility::everyControlOfAPageSaysWhatItIs()
{
    QFETCH(const QString, page);
    QVERIFY(open(page));
    QTRY_COMPARE(complaints().join(u'\n'), QString()); // what was loading has come by then
}

void TestConsoleAccessibility::everyControlOfADialogSaysWhatItIs_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("button");
    QTest::newRow("a new user") << u"Access"_s << u"New user"_s;
    QTest::newRow("a new share token") << u"Access"_s << u"New token"_s;
    QTest::newRow("the signing keys") << u"Secrets"_s << u"Rotate…"_s;
    QTest::newRow("a limit") << u"Limits"_s << u"Change the limit “Every address”"_s;
    QTest::newRow("limits off") << u"Limits"_s << u"Turn off…"_s;
    QTest::newRow("another server") << u"Servers"_s << u"Add a server"_s;
}

void TestConsoleAccessibility::everyControlOfADialogSaysWhatItIs()
{
    QFETCH(const QString, page);
    QFETCH(const QString, button);
    QVERIFY(open(page));
    QVERIFY(press(button));
    const auto cancel = m_reader.find(u"push button"_s, u"Cancel"_s);
    QVERIFY(cancel);
    QTRY_COMPARE(complaints().join(u'\n'), QString());
    QVERIFY(m_reader.act(*cancel));
    QTRY_VERIFY(std::ranges::none_of(m_reader.everything(), [](const ScreenReader::Thing &thing) {
        return thing.role == "push button"_L1 && thing.name == "Cancel"_L1;
    }));
}

QTEST_GUILESS_MAIN(TestConsoleAccessibility)
#include "test_console_accessibility.moc"
