#include "console_driver.h"
#include "desktop/presence/tray_icon.h"
#include "desktop/sharing/sharing_words.h"
#include "desktop/shell/command_palette.h"
#include "desktop/shell/side_bar.h"
#include "desktop/shell/workspace.h"
#include "pseudo_translator.h"
#include "text_inspection.h"

#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QFontMetrics>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 1280; ///< of the window, which grows where a page does not fit
constexpr int kPatience = 15'000; ///< milliseconds, on a busy machine

/// Names, addresses, and what the server says: in no language of ours.
bool isData(const QString &text)
{
    static const QRegularExpression kKnown(
        u"^(Gatehouse|admin|This computer|https?://.*|[a-z0-9_.:/-]+|[A-Z]{2}(, [A-Z]{2})*|AS[0-9]+|[0-9.,: /]+(AM|PM|MiB|kB)?"
        "|English|Deutsch|Français|Español|日本語|简体中文"
        "|JWT_SECRET|SIGNING.*|.*ghs_.*|127\\.0\\.0\\.1.*|Ctrl\\+.*|gatehouse secrets .*|192\\.0\\.2\\.0/24, 2001:db8::/32)$"_s);
    return kKnown.match(text).hasMatch();
}

} // namespace

/// One console, taken through the languages. In order: each begins in the language that the one before leaves.
class TestConsoleLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLanguageIsChosenWhileRunning();
    void whatIsSaidOutsideOfPagesIsInIt();
    void aNumberOfThingsIsSaidRightly();
    void whatTheClientSaysIsInItToo();
    void aPageThatHoldsWorkStaysUntilItIsDone();
    void everyLanguageShows_data();
    void everyLanguageShows();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void noTextWasForgotten();
    void dialogsAreWholeToo();
    void looksRightInGerman();
    void theChoiceIsKept();

private:
    void speak(const QString &code);
    /// As `pseudo` translates, which goes before the pages do.
    void speakNobodysLanguage(tests::PseudoTranslator &pseudo);
    /// Every page in turn, with what it shows loaded.
    void onEveryPage(const std::function<void(const QString &id)> &look);
    [[nodiscard]] QStringList sideBar();

    tests::ConsoleDriver m_console;
};

void TestConsoleLanguages::speak(const QString &code)
{
    const desktop::Workspace *const before = m_console.workspace();
    if (m_console.language().chosen() == code)
        return;
    m_console.language().choose(code);
    QTRY_VERIFY(m_console.workspace() && m_console.workspace() != before);
}

void TestConsoleLanguages::speakNobodysLanguage(tests::PseudoTranslator &pseudo)
{
    speak(u"de"_s);
    m_console.language().choose(u"en"_s);
    QCoreApplication::installTranslator(&pseudo); // above the language's own, before the pages are made
    QTRY_VERIFY(sideBar().first().contains(u'['));
}

void TestConsoleLanguages::onEveryPage(const std::function<void(const QString &)> &look)
{
    for (const QString &id : m_console.workspace()->pageIds()) {
        m_console.go(id);
        const QString loading = QCoreApplication::translate("gatehouse::desktop::StatePanel", "Loading…");
        QTRY_VERIFY_WITH_TIMEOUT(!m_console.shows(loading), kPatience);
        QTest::qWait(150);
        look(id);
    }
}

QStringList TestConsoleLanguages::sideBar()
{
    QStringList names;
    const auto *const list = m_console.workspace()->findChild<desktop::SideBar *>()->findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row)
        names.append(list->item(row)->text());
    return names;
}

void TestConsoleLanguages::initTestCase()
{
    m_console.open();
    QVERIFY(m_console.arrive());
}

void TestConsoleLanguages::aLanguageIsChosenWhileRunning()
{
    m_console.go(u"settings"_s);
    QTest::mouseClick(m_console.button(u"This console"_s), Qt::LeftButton);
    const desktop::Workspace *const before = m_console.workspace();
    auto *const choice = m_console.find<QComboBox>(u"Language of the console"_s);
    choice->setCurrentIndex(choice->findData(u"de"_s));
    QTRY_VERIFY(m_console.workspace() != before);
    // Where it was chosen, with what was chosen.
    QTRY_VERIFY(m_console.find<QComboBox>(u"Sprache der Konsole"_s));
    QCOMPARE(m_console.find<QComboBox>(u"Sprache der Konsole"_s)->currentText(), u"Deutsch"_s);
    QVERIFY(m_console.shows(u"Einstellungen"_s));
    QVERIFY(m_console.shows(u"Verbunden"_s));
    QVERIFY(sideBar().contains(u"Übersicht"_s) && sideBar().contains(u"Geheimnisse"_s));
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(QLocale().toString(1234.5, 'f', 1), u"1.234,5"_s);
}

void TestConsoleLanguages::whatIsSaidOutsideOfPagesIsInIt()
{
    const auto texts = [](const QList<QAction *> &actions) {
        QStringList all;
        for (const QAction *const action : actions)
            all.append(action->text());
        return all;
    };
    m_console.workspace()->openPalette();
    auto *const palette = m_console.window().findChild<desktop::CommandPalette *>();
    QVERIFY(palette && palette->findChild<QListWidget *>()->findItems(u"Gehe zu Übersicht"_s, Qt::MatchStartsWith).size() == 1);
    palette->close();
    QStringList account;
    for (const QToolButton *const button : m_console.window().findChildren<QToolButton *>()) {
        if (button->menu() && button->text().contains(u"admin"_s))
            account = texts(button->menu()->actions());
    }
    QVERIFY2(account.contains(u"Abmelden"_s) && account.contains(u"Dunkel"_s), qPrintable(account.join(u' ')));

    desktop::TrayIcon tray(m_console.theme(), m_console.server());
    QVERIFY(texts(tray.menu().actions()).contains(u"Gatehouse &öffnen"_s));
    speak(u"fr"_s);
    tray.retranslate();
    QVERIFY(texts(tray.menu().actions()).contains(u"&Ouvrir Gatehouse"_s));
    QCOMPARE(tray.stateText(), u"Le serveur fonctionne"_s);
}

void TestConsoleLanguages::aNumberOfThingsIsSaidRightly()
{
    const auto found = [](int count) {
        return QCoreApplication::translate("gatehouse::desktop::AuditPage", "%Ln entries found.", nullptr, count);
    };
    speak(u"en"_s);
    QCOMPARE(found(1), u"1 entry found."_s);
    QVERIFY(found(2).endsWith(u"entries found."_s));
    speak(u"de"_s);
    QCOMPARE(found(1), u"1 Eintrag gefunden."_s);
    QCOMPARE(found(12'345), u"12.345 Einträge gefunden."_s);
    speak(u"fr"_s);
    QCOMPARE(found(0), u"0 entrée trouvée."_s); // none is not many there
    speak(u"ja"_s);
    QCOMPARE(found(12'345), u"12,345 件見つかりました。"_s);
}

void TestConsoleLanguages::whatTheClientSaysIsInItToo()
{
    speak(u"de"_s);
    QCOMPARE(desktop::sharingWords(u"too many requests"_s), u"zu viele Anfragen"_s);
    QCOMPARE(desktop::sharingWords(u"a server's own words"_s), u"a server's own words"_s);
}

void TestConsoleLanguages::aPageThatHoldsWorkStaysUntilItIsDone()
{
    speak(u"es"_s);
    m_console.go(u"share"_s);
    m_console.find<QPlainTextEdit>(u"Texto que enviar"_s)->setPlainText(u"half of it"_s);
    m_console.go(u"health"_s);
    speak(u"de"_s);
    QVERIFY(m_console.shows(u"Zustand"_s));
    m_console.go(u"share"_s);
    auto *const text = m_console.find<QPlainTextEdit>(u"Texto que enviar"_s);
    QVERIFY(text);
    QCOMPARE(text->toPlainText(), u"half of it"_s);
    text->clear();
    m_console.go(u"health"_s);
    m_console.go(u"share"_s);
    QVERIFY(m_console.find<QPlainTextEdit>(u"Zu sendender Text"_s));
    QVERIFY(m_console.shows(u"Teilen"_s));
}

void TestConsoleLanguages::everyLanguageShows_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("pages");
    QTest::newRow("French") << u"fr"_s << QStringList{u"Vue d’ensemble"_s, u"Réglages"_s};
    QTest::newRow("Spanish") << u"es"_s << QStringList{u"Resumen"_s, u"Ajustes"_s};
    QTest::newRow("Japanese") << u"ja"_s << QStringList{u"概要"_s, u"設定"_s};
    QTest::newRow("Simplified Chinese") << u"zh_CN"_s << QStringList{u"概览"_s, u"设置"_s};
    QTest::newRow("English") << u"en"_s << QStringList{u"Overview"_s, u"Settings"_s};
    QTest::newRow("German") << u"de"_s << QStringList{u"Übersicht"_s, u"Einstellungen"_s};
}

void TestConsoleLanguages::everyLanguageShows()
{
    QFETCH(const QString, code);
    QFETCH(const QStringList, pages);
    speak(code);
    m_console.go(u"settings"_s);
    QVERIFY(m_console.shows(pages.last()));
    QCOMPARE(m_console.language().inUse(), code);
    for (const QString &page : pages) {
        QVERIFY(sideBar().contains(page));
        // Which fonts there are is the machine's.
        const QFontMetrics metrics(m_console.window().font());
        if (!std::ranges::all_of(page, [&](QChar letter) { return metrics.inFont(letter); }))
            qWarning("no font here has all its letters: %s", qPrintable(page));
    }
}

void TestConsoleLanguages::nothingIsClipped_data()
{
    QTest::addColumn<QString>("code");
    for (const desktop::Language::Offer &offer : desktop::Language::offers())
        QTest::newRow(qPrintable(offer.code)) << offer.code;
    QTest::newRow("nobody's, which is longer than any") << QString();
}

void TestConsoleLanguages::nothingIsClipped()
{
    QFETCH(const QString, code);
    tests::PseudoTranslator pseudo;
    if (code.isEmpty())
        speakNobodysLanguage(pseudo);
    else
        speak(code);
    QStringList clipped;
    onEveryPage([&](const QString &id) {
        for (const QString &text : tests::clippedTexts(&m_console.window()))
            clipped.append(id + u"  "_s + text);
        if (m_console.window().width() > kWidth)
            clipped.append(u"%1  needs a window of %2"_s.arg(id).arg(m_console.window().width()));
    });
    clipped.removeDuplicates();
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
}

void TestConsoleLanguages::noTextWasForgotten()
{
    tests::PseudoTranslator pseudo;
    speakNobodysLanguage(pseudo);
    QStringList forgotten;
    onEveryPage([&](const QString &id) {
        const QStringList texts = tests::forgottenTexts(&m_console.window(), isData);
        for (const QString &text : texts)
            forgotten.append(id + u"  "_s + text);
    });
    forgotten.removeDuplicates();
    QVERIFY2(forgotten.isEmpty(), qPrintable(forgotten.join(u'\n')));
}

/// Those that an act of a page opens.
void TestConsoleLanguages::dialogsAreWholeToo()
{
    tests::PseudoTranslator pseudo;
    speakNobodysLanguage(pseudo);
    QStringList wrong;
    int opened = 0;
    onEveryPage([&](const QString &id) {
        const auto actions = m_console.workspace()->currentPage()->actions();
        for (QAction *const action : actions) {
            if (!action->text().contains(u'…') || !action->isEnabled())
                continue;
            action->trigger();
            QTest::qWait(100);
            for (QDialog *const dialog : m_console.window().findChildren<QDialog *>()) {
                if (!qobject_cast<QFileDialog *>(dialog) && dialog->isVisible()) {
                    ++opened;
                    for (const QString &text : tests::forgottenTexts(dialog, isData) + tests::clippedTexts(dialog))
                        wrong.append(id + u"  "_s + text);
                }
                dialog->close();
            }
        }
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY2(opened >= 6, qPrintable(QString::number(opened)));
}

void TestConsoleLanguages::looksRightInGerman()
{
    speak(u"de"_s);
    m_console.theme().setPreference(desktop::Theme::Preference::Light);
    for (int round = 0; round < 3; ++round) {
        m_console.go(u"overview"_s);
        m_console.makeTraffic(30 + round * 25);
        QTest::qWait(1100);
    }
    onEveryPage([&](const QString &id) { m_console.picture(id + u"-de"_s); });
    m_console.go(u"settings"_s);
    QTest::mouseClick(m_console.button(u"Diese Konsole"_s), Qt::LeftButton);
    m_console.picture(u"preferences-de"_s);
}

void TestConsoleLanguages::theChoiceIsKept()
{
    const QTemporaryDir folder;
    QSettings kept(folder.filePath(u"console.ini"_s), QSettings::IniFormat);
    desktop::Language language;
    const desktop::Preferences preferences(kept, m_console.theme(), language);
    language.choose(u"fr"_s);
    desktop::Language next;
    const desktop::Preferences again(kept, m_console.theme(), next);
    QCOMPARE(next.chosen(), u"fr"_s);
    next.choose(u"tlh"_s); // which nobody offers
    QCOMPARE(next.chosen(), QString());
    QCOMPARE(QLocale(), QLocale::system());
}

QTEST_MAIN(TestConsoleLanguages)
#include "test_console_languages.moc"
