#include "console_driver.h"
#include "desktop/access/access_page.h"
#include "desktop/access/token_list.h"
#include "desktop/limits/limits_page.h"
#include "desktop/limits/policy_preview.h"
#include "desktop/logs/logs_page.h"
#include "desktop/overview/overview_page.h"
#include "desktop/secrets/copy_once.h"
#include "desktop/settings/settings_page.h"
#include "desktop/sharing/share_page.h"
#include "desktop/shell/workspace.h"
#include "desktop/tables/table.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 15'000; ///< milliseconds, on a busy machine

} // namespace

/// What an administrator watches and changes, in the real window of a real server.
class TestConsoleManage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theOverviewIsLive();
    void aLimitIsChangedAndPutBack();
    void aLimitIsTriedOnTheLastHourBeforeItHolds();
    void whoIsOverALimitShowsAndIsReset();
    void anExemptionThatIsNoAddressIsRefusedInWords();
    void theLogFollowsItsEndAndStandsStillForWhoReads();
    void aSettingIsReviewedAppliedAndUndone();
    void aSettingThatDoesNotHoldChangesNothing();
    void aShareTokenIsMadeShownOnceAndRevoked();
    void tablesAreArrangedAndStaySo();
    void aSecretIsSentOpenedAndSeenToBe();
    void aSecretIsDestroyedBeforeItIsOpened();
    void whatThisConsoleDoesIsRemembered();
    void whoIsAwayIsAskedForThePassword();
    void theStreamComesBackWithTheServer();
    void whatTakesSeveralPagesIsListedWhole();

private:
    [[nodiscard]] const client::LimitPolicy *policy(const QString &name);
    template<typename Page> [[nodiscard]] Page *page(const QString &id)
    {
        m_console->go(id);
        return qobject_cast<Page *>(m_console->workspace()->currentPage());
    }
    template<typename Widget> [[nodiscard]] Widget *inDialog(const QString &name)
    {
        const QDialog *const dialog = m_console->window().findChild<QDialog *>();
        const auto all = dialog ? dialog->findChildren<Widget *>() : QList<Widget *>();
        const auto found = std::ranges::find(all, name, &QWidget::accessibleName);
        return found == all.end() ? nullptr : *found;
    }
    [[nodiscard]] QAbstractButton *dialogButton(const QString &words);

    std::unique_ptr<tests::ConsoleDriver> m_console;
};

void TestConsoleManage::initTestCase()
{
    m_console = std::make_unique<tests::ConsoleDriver>();
    m_console->open();
    QVERIFY(m_console->arrive());
}

QAbstractButton *TestConsoleManage::dialogButton(const QString &words)
{
    const QDialog *const dialog = m_console->window().findChild<QDialog *>();
    const auto all = dialog ? dialog->findChildren<QAbstractButton *>() : QList<QAbstractButton *>();
    const auto found = std::ranges::find_if(all, [&](const QAbstractButton *button) { return button->text() == words; });
    return found == all.end() ? nullptr : *found;
}

const client::LimitPolicy *TestConsoleManage::policy(const QString &name)
{
    const auto &report = page<desktop::LimitsPage>(u"limits"_s)->model().report();
    if (!report)
        return nullptr;
    const auto found = std::ranges::find(report->policies, name, &client::LimitPolicy::name);
    return found == report->policies.end() ? nullptr : &*found;
}

void TestConsoleManage::theOverviewIsLive()
{
    auto &model = page<desktop::OverviewPage>(u"overview"_s)->model();
    QTRY_VERIFY_WITH_TIMEOUT(model.overview().has_value(), kPatience);
    QVERIFY(!model.events().empty() || QTest::qWaitFor([&] { return !model.events().empty(); }, kPatience));
    // Second by second, which no polling does; and an event as it is recorded.
    QTRY_VERIFY_WITH_TIMEOUT(model.recentTraffic().size() >= 3, kPatience);
    const quint64 newest = model.events().front().sequence;
    client::AdminSession other(std::move(*client::ApiClient::make(m_console->server().url(), {})));
    other.signIn(u"nobody"_s, SecretBytes("Wrong-Horse-7!"));
    QTRY_VERIFY_WITH_TIMEOUT(model.events().front().sequence > newest, kPatience);
    QCOMPARE(model.events().front().action, u"auth.login"_s);
}

void TestConsoleManage::aLimitIsChangedAndPutBack()
{
    QTRY_VERIFY_WITH_TIMEOUT(policy(u"account"_s) != nullptr, kPatience);
    QCOMPARE(policy(u"account"_s)->quota, 600);
    QTest::mouseClick(m_console->button(u"Change the limit “Every account”"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(inDialog<QSpinBox>(u"Requests"_s), kPatience);
    QVERIFY(!dialogButton(u"Apply"_s)->isEnabled()); // nothing changes yet
    inDialog<QSpinBox>(u"Requests"_s)->setValue(900);
    inDialog<QComboBox>(u"What is over the limit"_s)->setCurrentIndex(1);
    m_console->dialogPicture(u"limit-dialog"_s);
    QTest::mouseClick(dialogButton(u"Apply"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(policy(u"account"_s)->quota, 900, kPatience);
    QVERIFY(policy(u"account"_s)->shadow);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Only counts"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Undo"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(policy(u"account"_s)->quota, 600, kPatience);
    QVERIFY(!policy(u"account"_s)->shadow);
}

void TestConsoleManage::aLimitIsTriedOnTheLastHourBeforeItHolds()
{
    QTRY_VERIFY_WITH_TIMEOUT(policy(u"sign_in"_s) != nullptr, kPatience);
    m_console->makeTraffic(30); // probes, of one address
    QTest::mouseClick(m_console->button(u"Change the limit “Probes and metrics”"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(inDialog<QSpinBox>(u"Requests"_s), kPatience);
    auto *const preview = m_console->window().findChild<desktop::PolicyPreview *>();
    QVERIFY(preview);
    QTRY_COMPARE_WITH_TIMEOUT(preview->summary(), u"It refuses nobody, as now."_s, kPatience);
    // One request in an hour, one at once: of thirty, all but one.
    inDialog<QComboBox>(u"Unit of the time"_s)->setCurrentIndex(2);
    inDialog<QSpinBox>(u"Requests"_s)->setValue(1);
    QVERIFY(preview->summary().startsWith(u"Trying"_s)); // at once, before anybody was asked
    QTRY_COMPARE_WITH_TIMEOUT(preview->summary(), u"It would have refused more than now."_s, kPatience);
    m_console->dialogPicture(u"limit-preview"_s);
    QCOMPARE(policy(u"probe"_s)->quota, 600); // nothing holds yet

    inDialog<QSpinBox>(u"In a time of"_s)->setValue(25);
    QCOMPARE(preview->summary(), u"These numbers cannot be tried."_s);
    inDialog<QSpinBox>(u"In a time of"_s)->setValue(1);
    m_console->server().stop();
    QTRY_VERIFY_WITH_TIMEOUT(preview->summary().contains(u"does not answer"_s), kPatience);
    QVERIFY(dialogButton(u"Try again"_s)->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), desktop::LocalServer::State::Stopped, kPatience);
    m_console->server().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), desktop::LocalServer::State::Running, kPatience);
    QTest::mouseClick(dialogButton(u"Try again"_s), Qt::LeftButton);
    // A server that has just started has seen next to nothing.
    QTRY_VERIFY_WITH_TIMEOUT(!preview->summary().startsWith(u"Trying"_s) && !preview->summary().contains(u"answer"_s), kPatience);
    QTest::mouseClick(dialogButton(u"Cancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_console->window().findChild<QDialog *>());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Connected"_s), kPatience);
}

void TestConsoleManage::whoIsOverALimitShowsAndIsReset()
{
    auto &model = page<desktop::LimitsPage>(u"limits"_s)->model();
    const auto isOver = [&model] {
        return std::ranges::any_of(model.usages(), [](const client::LimitUsage &usage) { return usage.refused > 0; });
    };
    for (int i = 0; i < 8 && !isOver(); ++i) {
        client::AdminSession other(std::move(*client::ApiClient::make(m_console->server().url(), {})));
        other.signIn(u"guessed"_s, SecretBytes("Wrong-Horse-7!"));
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), client::AdminSession::State::SignedOut, kPatience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), kPatience);
    m_console->picture(u"limits-near"_s);
    auto *const table = m_console->find<QTableView>(u"Who is near or over a limit"_s);
    QVERIFY(table);
    QVERIFY(!m_console->button(u"Reset"_s)->isEnabled()); // of nobody
    for (int tries = 0; tries < 6 && isOver(); ++tries) {
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::mouseClick(m_console->button(u"Reset"_s), Qt::LeftButton);
        (void)QTest::qWaitFor([&] { return !isOver(); }, 1500);
    }
    QVERIFY(!isOver());
    QVERIFY(m_console->shows(u"has everything back"_s));
}

void TestConsoleManage::anExemptionThatIsNoAddressIsRefusedInWords()
{
    auto &model = page<desktop::LimitsPage>(u"limits"_s)->model();
    auto *const entry = m_console->find<QLineEdit>(u"Address or range that is never limited"_s);
    entry->setText(u"198.51.100.0/24"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(model.report()->exempt, QStringList(u"198.51.100.0/24"_s), kPatience);
    entry->setText(u"next door"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"The server refused what was entered"_s), kPatience);
    QCOMPARE(model.report()->exempt.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Limit 198.51.100.0/24 again"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Limit 198.51.100.0/24 again"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(model.report()->exempt.isEmpty(), kPatience);
}

void TestConsoleManage::theLogFollowsItsEndAndStandsStillForWhoReads()
{
    auto &model = page<desktop::LogsPage>(u"logs"_s)->model();
    QTRY_VERIFY_WITH_TIMEOUT((m_console->makeTraffic(20), model.rowCount() > 60), kPatience);
    auto *const table = m_console->find<QTableView>(u"Lines of the log"_s);
    QScrollBar *const bar = table->verticalScrollBar();
    QCOMPARE(bar->value(), bar->maximum());

    bar->setValue(bar->maximum() / 2);
    QVERIFY(model.isPaused());
    const int rows = model.rowCount();
    QTRY_VERIFY_WITH_TIMEOUT((m_console->makeTraffic(5), model.waiting() > 0), kPatience);
    QCOMPARE(model.rowCount(), rows);
    QVERIFY(m_console->shows(u"New lines that wait"_s));
    table->setCurrentIndex(model.index(rows / 2, 0));
    QTest::qWait(50);
    m_console->picture(u"logs-paused"_s);

    QTest::mouseClick(m_console->button(u"Follow the log"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > rows, kPatience);
    QCOMPARE(bar->value(), bar->maximum());

    auto *const search = m_console->find<QLineEdit>(u"Search in the log"_s);
    search->setText(u"/health/live"_s);
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 0, kPatience);
    QVERIFY(model.lineAt(0)->toText().contains(u"/health/live"_s));
    search->setText(u"no line has this"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"No line of the log is like this"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Clear the filter"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 60, kPatience);
}

void TestConsoleManage::aSettingIsReviewedAppliedAndUndone()
{
    auto &model = page<desktop::SettingsPage>(u"settings"_s)->model();
    QTRY_VERIFY_WITH_TIMEOUT(model.rowOf(u"limits.probe.quota"_s) >= 0, kPatience);
    auto *const table = m_console->find<desktop::Table>(u"Settings of the server"_s);
    const auto inForce = [&model] { return model.settingAt(model.rowOf(u"limits.probe.quota"_s))->value; };
    QCOMPARE(inForce(), u"600"_s);

    // What needs a restart is shown, and why.
    table->setCurrentRow(model.rowOf(u"http.port"_s));
    QVERIFY(m_console->shows(u"only when it starts"_s));
    table->setCurrentRow(model.rowOf(u"limits.probe.quota"_s));
    auto *const value = m_console->find<QLineEdit>(u"New value"_s);
    QVERIFY(value);
    value->selectAll();
    QTest::keyClicks(value, u"700"_s);
    QVERIFY(m_console->shows(u"not applied yet"_s));
    m_console->picture(u"settings-wanted"_s);
    QCOMPARE(inForce(), u"600"_s);
    QTest::mouseClick(m_console->button(u"Review…"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(dialogButton(u"Apply"_s) && dialogButton(u"Apply"_s)->isEnabled(), kPatience);
    QVERIFY(m_console->shows(u"+  700"_s));
    m_console->dialogPicture(u"settings-review"_s);
    QTest::mouseClick(dialogButton(u"Apply"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(inForce(), u"700"_s, kPatience);
    QVERIFY(model.wanted().isEmpty());

    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Undo…"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Undo…"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(dialogButton(u"Apply"_s) && dialogButton(u"Apply"_s)->isEnabled(), kPatience);
    QTest::mouseClick(dialogButton(u"Apply"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(inForce(), u"600"_s, kPatience);
}

void TestConsoleManage::aSettingThatDoesNotHoldChangesNothing()
{
    auto &model = page<desktop::SettingsPage>(u"settings"_s)->model();
    model.want(u"limits.probe.quota"_s, u"-4"_s);
    model.want(u"limits.account.quota"_s, u"700"_s);
    QTest::mouseClick(m_console->button(u"Review…"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"limits.probe.quota"_s), kPatience);
    QVERIFY(!dialogButton(u"Apply"_s)->isEnabled());
    QTest::mouseClick(dialogButton(u"Cancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_console->window().findChild<QDialog *>());
    QCOMPARE(model.settingAt(model.rowOf(u"limits.account.quota"_s))->value, u"600"_s);
    QTest::mouseClick(m_console->button(u"Discard"_s), Qt::LeftButton);
    QVERIFY(model.wanted().isEmpty());
}

void TestConsoleManage::aShareTokenIsMadeShownOnceAndRevoked()
{
    auto &model = page<desktop::AccessPage>(u"access"_s)->tokens().model();
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, kPatience); // that of the first start
    QTest::mouseClick(m_console->button(u"New token"_s), Qt::LeftButton);
    QTRY_VERIFY(inDialog<QSpinBox>(u"Largest secret"_s));
    inDialog<QSpinBox>(u"Largest secret"_s)->setValue(64);
    m_console->dialogPicture(u"share-token-new"_s);
    QTest::mouseClick(dialogButton(u"Create"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(dialogButton(u"Done"_s), kPatience);
    const auto *const once = m_console->window().findChild<desktop::CopyOnce *>();
    QVERIFY(once && once->isVisible());
    QCOMPARE(once->secret().size(), 43); // 32 bytes in base64url
    m_console->dialogPicture(u"share-token-made"_s);
    const QString token = once->secret();
    QTest::mouseClick(dialogButton(u"Done"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_console->window().findChild<QDialog *>());
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, kPatience);
    QCOMPARE(model.index(1, desktop::TokenModel::Limit).data().toString(), QLocale().formattedDataSize(64 * 1024));
    QCOMPARE(model.index(1, desktop::TokenModel::MadeBy).data().toString(), u"admin"_s);
    for (const auto *const widget : m_console->window().findChildren<QLineEdit *>())
        QVERIFY(!widget->text().contains(token));

    m_console->find<desktop::Table>(u"Share tokens"_s)->setCurrentRow(1);
    QTest::mouseClick(m_console->button(u"Revoke…"_s), Qt::LeftButton);
    QTRY_VERIFY(m_console->button(u"Revoke"_s));
    m_console->dialogPicture(u"share-token-revoke"_s);
    QTest::mouseClick(m_console->button(u"Revoke"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, kPatience);
    QCOMPARE(model.index(0, desktop::TokenModel::MadeBy).data().toString(), u"The first start"_s);
}

void TestConsoleManage::tablesAreArrangedAndStaySo()
{
    const auto settings = [this] { return m_console->find<desktop::Table>(u"Settings of the server"_s); };
    const auto first = [&] { return settings() ? settings()->model()->index(0, 0).data().toString() : QString(); };
    (void)page<desktop::SettingsPage>(u"settings"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!first().isEmpty(), kPatience);
    settings()->sortByColumn(desktop::SettingModel::Key, Qt::DescendingOrder);
    const QString last = first();
    QVERIFY2(last.startsWith(u"webhook."_s), qPrintable(last));
    m_console->picture(u"settings-ordered"_s);
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace() || m_console->find<QLineEdit>(u"Password"_s), kPatience);
    QVERIFY(m_console->workspace() || m_console->signIn());
    (void)page<desktop::SettingsPage>(u"settings"_s);
    QTRY_COMPARE_WITH_TIMEOUT(first(), last, kPatience);
    settings()->sortByColumn(-1, Qt::AscendingOrder);
}

void TestConsoleManage::aSecretIsSentOpenedAndSeenToBe()
{
    auto &model = page<desktop::SharePage>(u"share"_s)->model();
    auto *const passphrase = m_console->find<QLineEdit>(u"Passphrase to open it"_s);
    m_console->find<QPlainTextEdit>(u"Text to send"_s)->setPlainText(u"the word is Kießling"_s);
    m_console->find<QLineEdit>(u"Addresses it may be opened from"_s)->setText(u"next door"_s);
    QTest::mouseClick(m_console->button(u"Make the link"_s), Qt::LeftButton);
    QVERIFY(m_console->shows(u"is no address"_s));
    m_console->find<QLineEdit>(u"Addresses it may be opened from"_s)->setText(u"127.0.0.0/8"_s);
    passphrase->setText(u"open sesame"_s);
    QTest::mouseClick(m_console->button(u"Make the link"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find<QLineEdit>(u"Link to the secret"_s), kPatience);
    const QString link = m_console->find<QLineEdit>(u"Link to the secret"_s)->text();
    QVERIFY(link.contains(u"/s/"_s) && link.contains(u'#'));
    QVERIFY(passphrase->text().isEmpty()); // nothing is left lying about
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Not opened"_s), kPatience);
    m_console->picture(u"share-sent"_s);

    auto *const entry = m_console->find<QLineEdit>(u"Link to open"_s);
    entry->setText(link);
    QTest::keyClick(entry, Qt::Key_Return); // without its passphrase
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"passphrase"_s), kPatience);
    m_console->find<QLineEdit>(u"Passphrase of the secret"_s)->setText(u"open sesame"_s);
    QTest::mouseClick(m_console->button(u"Open"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find<QPlainTextEdit>(u"What was received"_s), kPatience);
    auto *const text = m_console->find<QPlainTextEdit>(u"What was received"_s);
    QVERIFY(!text->toPlainText().contains(u"Kießling"_s)); // masked
    QTest::mouseClick(m_console->button(u"Show"_s), Qt::LeftButton);
    QCOMPARE(text->toPlainText(), u"the word is Kießling"_s);
    model.readReceipts();
    QTRY_VERIFY_WITH_TIMEOUT(model.sent().front().receipt && model.sent().front().receipt->state == u"taken"_s, kPatience);
    QVERIFY(m_console->shows(u"127.0.0.1"_s));
    m_console->picture(u"share-received"_s);
    QTest::mouseClick(m_console->button(u"Forget it"_s), Qt::LeftButton);
    QVERIFY(!m_console->find<QPlainTextEdit>(u"What was received"_s));
}

void TestConsoleManage::aSecretIsDestroyedBeforeItIsOpened()
{
    auto &model = page<desktop::SharePage>(u"share"_s)->model();
    m_console->find<QPlainTextEdit>(u"Text to send"_s)->setPlainText(u"a mistake"_s);
    QTest::mouseClick(m_console->button(u"Make the link"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(model.sent().size(), 2U, kPatience);
    const QString link = m_console->find<QLineEdit>(u"Link to the secret"_s)->text();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Destroy “Text” before it is opened"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Destroy “Text” before it is opened"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(dialogButton(u" Destroy it"_s), kPatience);
    QTest::mouseClick(dialogButton(u" Destroy it"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Destroyed by you"_s), kPatience);
    auto *const entry = m_console->find<QLineEdit>(u"Link to open"_s);
    entry->setText(link);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Open"_s)->isEnabled(), kPatience);
    QVERIFY(!m_console->find<QPlainTextEdit>(u"What was received"_s));
}

void TestConsoleManage::whatThisConsoleDoesIsRemembered()
{
    m_console->go(u"settings"_s);
    QTest::mouseClick(m_console->button(u"This console"_s), Qt::LeftButton);
    auto *const lock = m_console->find<QComboBox>(u"Lock the console"_s);
    lock->setCurrentIndex(lock->findData(5));
    QTest::mouseClick(m_console->button(u"&Dark"_s), Qt::LeftButton);
    QVERIFY(m_console->theme().colours().dark);
    m_console->picture(u"preferences"_s);
    m_console->open(); // another time
    QVERIFY(m_console->theme().colours().dark);
    m_console->theme().setPreference(desktop::Theme::Preference::Light);
    QVERIFY(m_console->signIn());
    m_console->go(u"settings"_s);
    QTest::mouseClick(m_console->button(u"This console"_s), Qt::LeftButton);
    QCOMPARE(m_console->find<QComboBox>(u"Lock the console"_s)->currentData().toInt(), 5);
}

void TestConsoleManage::whoIsAwayIsAskedForThePassword()
{
    m_console->go(u"settings"_s);
    desktop::Workspace *const before = m_console->workspace();
    m_console->window().lock();
    QVERIFY(m_console->window().isLocked());
    QVERIFY(!before->isVisible());
    m_console->picture(u"locked"_s);
    auto *const password = m_console->find<QLineEdit>(u"Password to unlock"_s);
    password->setText(u"Wrong-Horse-7!"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"The password is wrong"_s), kPatience);
    QVERIFY(m_console->window().isLocked());
    password->setText(QLatin1String(tests::ConsoleDriver::kPassword));
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->window().isLocked(), kPatience);
    QVERIFY(before->isVisible()); // as it was left
    QCOMPARE(m_console->workspace(), before);
}

void TestConsoleManage::theStreamComesBackWithTheServer()
{
    auto &model = page<desktop::LogsPage>(u"logs"_s)->model();
    QTRY_VERIFY_WITH_TIMEOUT((m_console->makeTraffic(3), model.rowCount() > 0), kPatience);
    m_console->server().stop();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"No answer"_s), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), desktop::LocalServer::State::Stopped, kPatience);
    m_console->server().start();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Connected"_s), kPatience);
    const std::size_t before = model.kept();
    QTRY_VERIFY_WITH_TIMEOUT((m_console->makeTraffic(3), model.kept() > before + 3), kPatience);
    QVERIFY(!m_console->shows(u"What is shown was read"_s));
}

void TestConsoleManage::whatTakesSeveralPagesIsListedWhole()
{
    constexpr int kMoreThanOnePage = 501;
    auto &model = page<desktop::AccessPage>(u"access"_s)->tokens().model();
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 0, kPatience);
    const int before = model.rowCount();
    int made = 0;
    for (int i = 0; i < kMoreThanOnePage; ++i)
        model.create({.life = std::chrono::hours(1), .uploadSizeLimit = {}, .oneTime = true}, this,
                     [&made](const auto &token) { made += token ? 1 : 0; });
    QTRY_COMPARE_WITH_TIMEOUT(made, kMoreThanOnePage, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), before + kMoreThanOnePage, kPatience);
    QSet<QString> identifiers;
    for (int row = 0; row < model.rowCount(); ++row)
        identifiers.insert(model.tokenAt(row)->id);
    QCOMPARE(identifiers.size(), model.rowCount());
}

QTEST_MAIN(TestConsoleManage)
#include "test_console_manage.moc"
