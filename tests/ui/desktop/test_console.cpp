#include "client/record_checker.h"
#include "console_driver.h"
#include "desktop/access/access_page.h"
#include "desktop/audit/audit_page.h"
#include "desktop/audit/record_check_bar.h"
#include "desktop/shell/workspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 15'000; ///< milliseconds, on a busy machine

} // namespace

/// In the order of a first day: each builds on what is there before.
class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFirstRunTakesReturnAndAPasswordAlone();
    void everyPageShows();
    void everyControlHasAName();
    void everyActHasAShortcut();
    void nothingIsCutOffInTheSmallestWindow();
    void aUserIsMadeChangedAndRemoved();
    void theRecordIsFilteredShownAndProven();
    void theWholeRecordIsChecked();
    void aLongRecordIsReadWhereOneLooks();
    void aServerThatIsGoneShowsAndComesBack();
    void aRevokedSessionLeadsToTheSignIn();
    void aWrongPasswordSaysSo();
    void looksRightInLightAndDark();

private:
    [[nodiscard]] bool shows(const QString &text) const;
    void go(const QString &page);
    /// A key for `widget`, which a window without a window manager is to be told of.
    void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<tests::ConsoleDriver> m_console;
};

bool TestConsole::shows(const QString &text) const
{
    return m_console->shows(text);
}

void TestConsole::go(const QString &page)
{
    m_console->go(page);
}

void TestConsole::press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_console->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    widget->setFocus();
    QTest::keyClick(widget, key, modifiers);
}

void TestConsole::initTestCase()
{
    m_console = std::make_unique<tests::ConsoleDriver>();
    m_console->open();
    if (m_console->window().devicePixelRatioF() > 1) // the second run goes straight to the pages
        QVERIFY(m_console->arrive());
}

void TestConsole::aFirstRunTakesReturnAndAPasswordAlone()
{
    QVERIFY(shows(u"Where does your server run?"_s));
    m_console->picture(u"first-run-1"_s);
    QVERIFY(m_console->arrive());
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Needs attention"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Nothing at the moment"_s), kPatience);
    QCOMPARE(m_console->window().session()->account().username, u"admin"_s);
    QVERIFY(m_console->window().session()->isAdmin());
}

void TestConsole::everyPageShows()
{
    for (const QString &id : m_console->workspace()->pageIds()) {
        go(id);
        QTRY_VERIFY_WITH_TIMEOUT(!shows(u"Loading…"_s), kPatience);
        QVERIFY2(!shows(u"does not offer"_s), qPrintable(id));
    }
}

void TestConsole::everyControlHasAName()
{
    for (const QString &id : m_console->workspace()->pageIds()) {
        go(id);
        for (const QWidget *const widget : m_console->window().findChildren<QWidget *>()) {
            const auto *const button = qobject_cast<const QAbstractButton *>(widget);
            const bool isField = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QTableView *>(widget) || qobject_cast<const QListView *>(widget);
            const bool isOurs = widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_"_s);
            if (!isOurs || (!button && !isField) || !widget->isVisible())
                continue;
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(u"%1: a %2 has no name"_s.arg(id, QLatin1String(widget->metaObject()->className()))));
        }
    }
}

void TestConsole::everyActHasAShortcut()
{
    for (const QString &id : m_console->workspace()->pageIds()) {
        go(id);
        QSet<QKeySequence> taken;
        const auto acts = m_console->workspace()->actions() + m_console->workspace()->currentPage()->actions();
        QVERIFY(acts.size() > 3);
        for (const QAction *const act : acts) {
            const QKeySequence keys = act->shortcut();
            const QString what = id + u": "_s + act->text() + u' ' + keys.toString();
            QVERIFY2(!keys.isEmpty(), qPrintable(what));
            QVERIFY2(!taken.contains(keys) || act->shortcutContext() == Qt::WidgetShortcut, qPrintable(what));
            taken.insert(keys);
        }
    }
}

void TestConsole::nothingIsCutOffInTheSmallestWindow()
{
    const QSize before = m_console->window().size();
    m_console->window().resize(960, 640);
    for (const QString &id : m_console->workspace()->pageIds()) {
        go(id);
        QTRY_VERIFY_WITH_TIMEOUT(!shows(u"Loading…"_s), kPatience);
        QTest::qWait(100);
        m_console->picture(id + u"-small"_s);
        const QSize needed = m_console->workspace()->minimumSizeHint();
        if (needed.width() <= 960 && needed.height() <= 640)
            continue;
        QString sizes = u"%1 needs %2 by %3"_s.arg(id).arg(needed.width()).arg(needed.height());
        for (const desktop::Page *const page :
             m_console->workspace()->findChildren<desktop::Page *>()) { // those not shown count, too
            const QSize least = page->minimumSizeHint();
            sizes +=
                u", %1 %2 by %3"_s.arg(QLatin1String(page->metaObject()->className())).arg(least.width()).arg(least.height());
        }
        QFAIL(qPrintable(sizes));
    }
    m_console->window().resize(before);
}

void TestConsole::aUserIsMadeChangedAndRemoved()
{
    go(u"access"_s);
    auto *const page = qobject_cast<desktop::AccessPage *>(m_console->workspace()->currentPage());
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 1, kPatience);
    for (const QString &name : {u"ops"_s, u"maria"_s, u"deploy"_s}) {
        QTest::mouseClick(m_console->button(u"New user"_s), Qt::LeftButton);
        auto *const dialog = m_console->window().findChild<QDialog *>();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible() && qobject_cast<QLineEdit *>(QApplication::focusWidget()), kPatience);
        QTest::keyClicks(QApplication::focusWidget(), name);
        dialog->findChild<QComboBox *>()->setCurrentIndex(name == u"ops" ? 1 : 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_console->window().findChild<QDialog *>(), kPatience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 4, kPatience);
    QCOMPARE(page->model().userAt(1)->username, u"ops"_s);
    QCOMPARE(page->model().userAt(1)->role, Role::Operator);

    auto *const table = m_console->find<QTableView>(u"Users"_s);
    table->setCurrentIndex(table->model()->index(3, 0));
    press(table, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->model().userAt(3)->disabled, kPatience);

    press(table, Qt::Key_Delete);
    auto *const question = m_console->window().findChild<QDialog *>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return); // which means no
    QTRY_VERIFY(!m_console->window().findChild<QDialog *>());
    QCOMPARE(page->model().rowCount(), 4);
    press(table, Qt::Key_Delete);
    QTRY_VERIFY(m_console->button(u"Remove deploy"_s));
    QTest::mouseClick(m_console->button(u"Remove deploy"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 3, kPatience);

    // The last administrator stays, and the page says why.
    table->setCurrentIndex(table->model()->index(0, 0));
    press(table, Qt::Key_Delete);
    QTRY_VERIFY(m_console->button(u"Remove admin"_s));
    QTest::mouseClick(m_console->button(u"Remove admin"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"The server refused"_s), kPatience);
    QCOMPARE(page->model().rowCount(), 3);
}

void TestConsole::theRecordIsFilteredShownAndProven()
{
    go(u"audit"_s);
    auto *const page = qobject_cast<desktop::AuditPage *>(m_console->workspace()->currentPage());
    QTRY_VERIFY_WITH_TIMEOUT(page->model().rowCount() > 5, kPatience);
    auto *const what = m_console->find<QComboBox>(u"What was done"_s);
    what->setCurrentIndex(what->findData(u"user.create"_s));
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 3, kPatience);
    QCOMPARE(page->model().index(0, desktop::AuditModel::What).data().toString(), u"New user"_s);
    QCOMPARE(page->model().index(0, desktop::AuditModel::Who).data().toString(), u"admin"_s);

    auto *const who = m_console->find<QComboBox>(u"Who did it"_s);
    QTRY_VERIFY_WITH_TIMEOUT(who->findText(u"ops"_s) > 0, kPatience);
    who->setCurrentIndex(who->findText(u"ops"_s)); // who has done nothing
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Nothing found"_s), kPatience);
    who->setCurrentIndex(who->findText(u"admin"_s));
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 3, kPatience);

    auto *const table = m_console->find<QTableView>(u"Entries of the record"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Prove"_s) != nullptr, kPatience);
    // A checkpoint comes when the server has time; until then the page says so.
    QTRY_VERIFY_WITH_TIMEOUT((QTest::mouseClick(m_console->button(u"Prove"_s), Qt::LeftButton), QTest::qWait(200),
                              shows(u"Proven:"_s) || shows(u"No checkpoint covers"_s)),
                             kPatience);
    QVERIFY(!shows(u"does not hold"_s));

    auto *const search = m_console->find<QLineEdit>(u"Search in the record"_s);
    QTest::keyClicks(search, u"nothing is like this"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Nothing found"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Clear the filter"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page->model().rowCount() > 5, kPatience);
}

void TestConsole::theWholeRecordIsChecked()
{
    go(u"audit"_s);
    QTest::mouseClick(m_console->button(u"Check record"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"entries hold together"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Close"_s), Qt::LeftButton);

    // In pieces, as a long one comes.
    auto *const bar = m_console->workspace()->currentPage()->findChild<desktop::RecordCheckBar *>();
    bar->setPieceSize(3);
    QTest::mouseClick(m_console->button(u"Check record"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"entries hold together"_s), kPatience);
    const QString path = m_console->folder() + u"/record.jsonl"_s;
    bar->exportTo(path);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Saved as"_s), kPatience);
    QCOMPARE(QDir(m_console->folder()).entryList({u"record.jsonl*"_s}).size(), 1); // what it was made of is gone
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    client::RecordChecker checker;
    QVERIFY(checker.take(saved.readAll(), [](quint64) { return true; }));
    const client::RecordCheck check = checker.finish();
    QCOMPARE(check.problem, QString());
    QVERIFY(check.entries > 10);
    QTest::mouseClick(m_console->button(u"Close"_s), Qt::LeftButton);
    bar->setPieceSize(desktop::RecordCheckBar::kPieceSize);
}

void TestConsole::aLongRecordIsReadWhereOneLooks()
{
    // Refused sign-ins are recorded one by one; the limit of the server is far above.
    for (int i = 0; i < 3; ++i) {
        client::AdminSession other(std::move(*client::ApiClient::make(m_console->server().url(), {})));
        other.signIn(u"nobody"_s, SecretBytes("Wrong-Horse-7!"));
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), client::AdminSession::State::SignedOut, kPatience);
    }
    auto *const page = qobject_cast<desktop::AuditPage *>(m_console->workspace()->currentPage());
    const auto newest = [page] { return page->model().index(0, desktop::AuditModel::Outcome).data().toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(newest(), u"Refused"_s, kPatience); // it followed by itself
    const int last = page->model().rowCount() - 1;
    const auto first = page->model().index(last, desktop::AuditModel::Sequence);
    QTRY_COMPARE_WITH_TIMEOUT(first.data().toString(), u"0"_s, kPatience);
}

void TestConsole::aServerThatIsGoneShowsAndComesBack()
{
    go(u"overview"_s);
    m_console->server().stop();
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"No answer"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"What is shown was read"_s), kPatience);
    m_console->picture(u"lost-server"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), desktop::LocalServer::State::Stopped, kPatience);
    m_console->server().start();
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Connected"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!shows(u"What is shown was read"_s), kPatience);
    QVERIFY(m_console->workspace()); // still signed in
}

void TestConsole::aRevokedSessionLeadsToTheSignIn()
{
    go(u"access"_s);
    auto *const table = m_console->find<QTableView>(u"Users"_s);
    table->setCurrentIndex(table->model()->index(0, 0)); // oneself
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"End"_s) != nullptr, kPatience);
    QTest::mouseClick(m_console->button(u"End"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->workspace(), kPatience);
    QVERIFY(shows(u"Sign in to"_s));
    m_console->picture(u"sign-in"_s);
}

void TestConsole::aWrongPasswordSaysSo()
{
    auto *const password = m_console->find<QLineEdit>(u"Password"_s);
    m_console->find<QLineEdit>(u"Username"_s)->setText(u"admin"_s);
    password->setText(u"Wrong-Horse-7!"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"The username or the password is wrong"_s), kPatience);
    QVERIFY(m_console->signIn());
}

void TestConsole::looksRightInLightAndDark()
{
    // Enough traffic for a line to be seen.
    for (int round = 0; round < 5; ++round) {
        go(u"overview"_s);
        m_console->makeTraffic(30 + round % 3 * 25);
        QTest::qWait(2100);
    }
    for (const auto preference : {desktop::Theme::Preference::Light, desktop::Theme::Preference::Dark}) {
        m_console->theme().setPreference(preference);
        for (const QString &id : m_console->workspace()->pageIds()) {
            go(id);
            QTRY_VERIFY_WITH_TIMEOUT(!shows(u"Loading…"_s), kPatience);
            QTest::qWait(400);
            m_console->picture(id);
        }
    }
    m_console->theme().setPreference(desktop::Theme::Preference::Light);
    go(u"audit"_s);
    auto *const table = m_console->find<QTableView>(u"Entries of the record"_s);
    table->setCurrentIndex(table->model()->index(2, 0));
    QTest::qWait(400);
    m_console->picture(u"audit-entry"_s);
}

QTEST_MAIN(TestConsole)
#include "test_console.moc"
