#include "console_driver.h"
#include "desktop/secrets/copy_once.h"
#include "desktop/secrets/export_forms.h"
#include "desktop/secrets/import_dialog.h"
#include "desktop/secrets/key_timeline.h"
#include "desktop/secrets/rotation_dialog.h"
#include "desktop/secrets/secrets_page.h"
#include "desktop/shell/workspace.h"
#include "desktop/tables/table.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 15'000; ///< milliseconds, on a busy machine
constexpr char kSecret[] = "4f9c1d7be02a6835c7d1904eab3f62580dd97c3e81b6a45f2290ce7318fd64ab";
constexpr char kOther[] = "b81e5fa07c4293d6e81f0a5c9b7d3e62418fca05d97e2b3064ac8f1d5b90e72c";

} // namespace

/// The page of secrets in the real window with a real server, in the order of a first day: each builds on what is there before.
class TestSecretsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theTableTellsOfEverySecret();
    void aValueIsTypedAndNeverShown();
    void aRefusalSaysWhyAndKeepsTheDialog();
    void whatIsMadeIsShownOnce();
    void whatTheServerMakesIsShownToNobody();
    void aRotationIsDrawnBeforeItIsDone();
    void atOnceAsksToTypeOnProduction();
    void aDotEnvFileIsTakenOver();
    void aDotEnvFileThatIsUnclearIsNot();
    void theFormsHoldNamesAndNoValues_data();
    void theFormsHoldNamesAndNoValues();
    void noValueStaysInTheWindow();
    void looksRightInLightAndDark();

private:
    [[nodiscard]] bool shows(const QString &text) const;
    [[nodiscard]] desktop::SecretsPage *page() const
    {
        return qobject_cast<desktop::SecretsPage *>(m_console->workspace()->currentPage());
    }
    [[nodiscard]] desktop::SecretModel &model() const { return page()->model(); }
    [[nodiscard]] const client::ManagedSecret &secret(const QString &name) const { return *model().find(name); }
    void choose(const QString &name) const;
    /// Presses a button of the page, and gives the dialog that it opens.
    [[nodiscard]] QDialog *open(const QString &button);
    void press(const QString &button) const { QTest::mouseClick(m_console->button(button), Qt::LeftButton); }
    void close(QDialog *dialog) const;
    void picture(QWidget *widget, const QString &name) const;
    void checkNames(const QWidget *widget) const;

    std::unique_ptr<tests::ConsoleDriver> m_console;
    QString m_made; ///< a value that was made and shown once
};

bool TestSecretsPage::shows(const QString &text) const
{
    for (const QLabel *const label : m_console->window().findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void TestSecretsPage::choose(const QString &name) const
{
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().secretAt(row)->name == name)
            m_console->find<desktop::Table>(u"Secrets"_s)->setCurrentRow(row);
    }
}

QDialog *TestSecretsPage::open(const QString &button)
{
    press(button);
    QDialog *dialog = nullptr;
    (void)QTest::qWaitFor([&] {
        dialog = m_console->window().findChild<QDialog *>();
        return dialog && dialog->isVisible();
    });
    if (dialog)
        checkNames(dialog);
    return dialog;
}

void TestSecretsPage::close(QDialog *dialog) const
{
    dialog->reject();
    QTRY_VERIFY(!m_console->window().findChild<QDialog *>());
}

void TestSecretsPage::picture(QWidget *widget, const QString &name) const
{
    const QString scale = widget->devicePixelRatioF() > 1 ? u"-200"_s : QString();
    const QString look = m_console->theme().colours().dark ? u"-dark"_s : u"-light"_s;
    QDir().mkpath(QStringLiteral(PICTURES));
    QTest::qWait(50);
    widget->grab().save(QStringLiteral(PICTURES "/") + name + look + scale + u".png"_s);
}

void TestSecretsPage::checkNames(const QWidget *widget) const
{
    for (const QWidget *const child : widget->findChildren<QWidget *>()) {
        if (child->focusPolicy() == Qt::NoFocus || !child->isVisible() || child->objectName().startsWith(u"qt_"_s))
            continue;
        const auto *const button = qobject_cast<const QAbstractButton *>(child);
        const bool isText = qobject_cast<const QLabel *>(child) != nullptr;
        const bool isPart = child->parentWidget() && child->parentWidget()->inherits("QComboBox");
        QVERIFY2(isText || isPart || !child->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 child->metaObject()->className());
    }
}

void TestSecretsPage::initTestCase()
{
    qputenv("SECRETS_PASSPHRASE", "correct horse battery staple 2026");
    m_console = std::make_unique<tests::ConsoleDriver>();
    m_console->open();
    QVERIFY(m_console->arrive());
    m_console->workspace()->showPage(u"secrets"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page() && model().rowCount() > 0, kPatience);
}

void TestSecretsPage::init()
{
    for (QDialog *const left : m_console->window().findChildren<QDialog *>())
        close(left);
}

void TestSecretsPage::theTableTellsOfEverySecret()
{
    QCOMPARE(model().rowCount(), 12);
    const auto cell = [this](int row, int column) { return model().index(row, column).data().toString(); };
    QCOMPARE(cell(0, desktop::SecretModel::Name), u"JWT_SECRET"_s);
    QCOMPARE(cell(0, desktop::SecretModel::Source), u"Made by the server"_s);
    QCOMPARE(cell(0, desktop::SecretModel::Strength), u"256 bits"_s);
    QCOMPARE(cell(0, desktop::SecretModel::Age), u"less than an hour"_s);
    QVERIFY(cell(0, desktop::SecretModel::Due).startsWith(u"In 89 days"));
    QCOMPARE(cell(2, desktop::SecretModel::Source), u"Not set"_s);
    QCOMPARE(cell(11, desktop::SecretModel::Name), u"SECRETS_PASSPHRASE"_s);
    QCOMPARE(cell(11, desktop::SecretModel::Source), u"Environment"_s);
    QCOMPARE(cell(11, desktop::SecretModel::Age), u"Not known"_s);
    choose(u"SECRETS_PASSPHRASE"_s);
    QVERIFY(!m_console->button(u"Set…"_s)->isEnabled()); // what is encrypted would not open any more
    auto *const timeline = m_console->window().findChild<desktop::KeyTimeline *>();
    QCOMPARE(timeline->inWords().size(), 2);
    QVERIFY(timeline->accessibleDescription().contains(u"Signs"));
    checkNames(page());
}

void TestSecretsPage::aValueIsTypedAndNeverShown()
{
    choose(u"METRICS_TOKEN"_s);
    QDialog *const dialog = open(u"Set…"_s);
    QVERIFY(dialog);
    auto *const value = m_console->find<QLineEdit>(u"Value"_s);
    QCOMPARE(value->echoMode(), QLineEdit::Password);
    QVERIFY(!m_console->button(u"Set"_s)->isEnabled());
    QTest::keyClicks(value, QLatin1String(kSecret));
    picture(dialog, u"secrets-set"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"The server goes by it already."_s), kPatience);
    QVERIFY(value->text().isEmpty());
    close(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(secret(u"METRICS_TOKEN"_s).source, u"encrypted file"_s, kPatience);
    QVERIFY(secret(u"METRICS_TOKEN"_s).isStrong);
    QCOMPARE(page()->findChild<QTableView *>()->currentIndex().row(), 2); // what was chosen stays chosen
}

void TestSecretsPage::aRefusalSaysWhyAndKeepsTheDialog()
{
    choose(u"JWT_SECRET"_s);
    QDialog *const dialog = open(u"Set…"_s);
    QVERIFY(shows(u"nobody is signed out"_s));
    auto *const value = m_console->find<QLineEdit>(u"Value"_s);
    QTest::keyClicks(value, u"short"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"must be at least 32 bytes"_s), kPatience);
    QVERIFY(m_console->button(u"Set"_s)->isEnabled());
    picture(dialog, u"secrets-refused"_s);
    close(dialog);
}

void TestSecretsPage::whatIsMadeIsShownOnce()
{
    choose(u"WEBHOOK_TOKEN"_s);
    QDialog *const dialog = open(u"Make another…"_s);
    press(u"Make another"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"WEBHOOK_TOKEN is now in"_s), kPatience);
    auto *const once = dialog->findChild<desktop::CopyOnce *>();
    QVERIFY(once->isVisible());
    m_made = once->secret();
    QCOMPARE(m_made.size(), 64);
    auto *const field = m_console->find<QLineEdit>(u"The new value"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    press(u"Show"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
    press(u"Copy"_s);
    const QMimeData *const copied = QApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), m_made);
    QCOMPARE(copied->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QVERIFY(shows(u"It leaves the clipboard in 30 s."_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"It leaves the clipboard in 29 s."_s), kPatience);
    picture(dialog, u"secrets-made"_s);
    close(dialog);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(secret(u"WEBHOOK_TOKEN"_s).state, client::ManagedSecret::State::Set, kPatience);
}

void TestSecretsPage::whatTheServerMakesIsShownToNobody()
{
    choose(u"AI_AGENT_SECRET"_s);
    QDialog *const dialog = open(u"Make another…"_s);
    for (QRadioButton *const way : dialog->findChildren<QRadioButton *>()) {
        if (way->text().contains(u"nobody is shown"))
            way->click();
    }
    press(u"Make another"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"AI_AGENT_SECRET is now in"_s), kPatience);
    QVERIFY(!dialog->findChild<desktop::CopyOnce *>()->isVisible());
    close(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(secret(u"AI_AGENT_SECRET"_s).state, client::ManagedSecret::State::Set, kPatience);
}

void TestSecretsPage::aRotationIsDrawnBeforeItIsDone()
{
    QDialog *const dialog = open(u"Rotate…"_s);
    auto *const future = dialog->findChild<desktop::KeyTimeline *>();
    QCOMPARE(future->inWords().size(), 2);
    QVERIFY(future->accessibleDescription().contains(u"Still verifies"));
    picture(dialog, u"secrets-rotate"_s);
    for (QRadioButton *const way : dialog->findChildren<QRadioButton *>()) {
        if (way->text().contains(u"void"))
            way->click();
    }
    QVERIFY(!future->accessibleDescription().contains(u"Still verifies"));
    QVERIFY(m_console->button(u"Void and rotate"_s)->isEnabled());
    picture(dialog, u"secrets-rotate-now"_s);
    for (QRadioButton *const way : dialog->findChildren<QRadioButton *>()) {
        if (way->text().contains(u"nobody is signed out"))
            way->click();
    }
    press(u"Rotate"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->window().findChild<QDialog *>(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(model().page().keys.size(), 3U, kPatience);
    QCOMPARE(m_console->window().session()->state(), client::AdminSession::State::SignedIn);
}

void TestSecretsPage::atOnceAsksToTypeOnProduction()
{
    desktop::RotationDialog dialog(m_console->theme(), model(),
                                   {.name = u"Main"_s, .url = {}, .stage = desktop::ServerProfile::Stage::Production}, nullptr);
    dialog.show();
    dialog.findChildren<QRadioButton *>().at(1)->click();
    QAbstractButton *rotate = nullptr;
    for (QAbstractButton *const button : dialog.findChildren<QAbstractButton *>()) {
        if (button->text() == u"Void and rotate")
            rotate = button;
    }
    QVERIFY(rotate && !rotate->isEnabled());
    auto *const typed = dialog.findChild<QLineEdit *>();
    QVERIFY(typed->isVisible());
    QTest::keyClicks(typed, u"JWT_SECRET"_s);
    QVERIFY(rotate->isEnabled());
}

void TestSecretsPage::aDotEnvFileIsTakenOver()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u".env"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# of the old server\nexport HYPERCODE_JWT_SECRET=\"" + QByteArray(kOther) + "\"\nREDIS_PASSWORD='" + kSecret
               + "'\nPORT=8080\nMETRICS_TOKEN=" + kOther + "\n");
    file.close();
    auto *const dialog = qobject_cast<desktop::ImportDialog *>(open(u"Import…"_s));
    QVERIFY(dialog);
    dialog->readFile(file.fileName());
    auto *const list = m_console->find<QListWidget>(u"Secrets in the file"_s);
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(0)->text(), u"JWT_SECRET"_s);
    QVERIFY(list->item(2)->text().contains(u"in place of"));
    QVERIFY(shows(u"PORT"_s));
    list->item(2)->setCheckState(Qt::Unchecked);
    picture(dialog, u"secrets-import"_s);
    press(u"Take over"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"All of it is taken over."_s), kPatience);
    close(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(secret(u"JWT_SECRET"_s).state, client::ManagedSecret::State::Set, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(secret(u"REDIS_PASSWORD"_s).state, client::ManagedSecret::State::Set, kPatience);
    QCOMPARE(m_console->window().session()->state(), client::AdminSession::State::SignedIn); // its key still verifies
}

void TestSecretsPage::aDotEnvFileThatIsUnclearIsNot()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u".env"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("REDIS_PASSWORD = " + QByteArray(kOther) + "\n");
    file.close();
    auto *const dialog = qobject_cast<desktop::ImportDialog *>(open(u"Import…"_s));
    dialog->readFile(file.fileName());
    QVERIFY(shows(u"line 1"_s));
    QVERIFY(!shows(QLatin1String(kOther)));
    QVERIFY(!m_console->button(u"Take over"_s)->isEnabled());
    close(dialog);
}

void TestSecretsPage::theFormsHoldNamesAndNoValues_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("env") << 0 << u"METRICS_TOKEN=\n"_s;
    QTest::newRow("docker") << 1 << u"METRICS_TOKEN_FILE: /run/secrets/metrics-token"_s;
    QTest::newRow("kubernetes") << 2 << u"  METRICS_TOKEN: \"\""_s;
    QTest::newRow("external") << 3 << u"secretKey: METRICS_TOKEN"_s;
    QTest::newRow("systemd") << 4 << u"LoadCredentialEncrypted=metrics-token:"_s;
}

void TestSecretsPage::theFormsHoldNamesAndNoValues()
{
    QFETCH(int, row);
    QFETCH(QString, wanted);
    QDialog *const dialog = open(u"Export…"_s);
    m_console->find<QComboBox>(u"Form"_s)->setCurrentIndex(row);
    const QString text = m_console->find<QPlainTextEdit>(u"The file"_s)->toPlainText();
    QVERIFY2(text.contains(wanted), qPrintable(text));
    for (const QString &value : {QString::fromLatin1(kSecret), QString::fromLatin1(kOther), m_made})
        QVERIFY(!text.contains(value));
    if (row == 1)
        picture(dialog, u"secrets-export"_s);
    close(dialog);
}

void TestSecretsPage::noValueStaysInTheWindow()
{
    for (const QString &value : {QString::fromLatin1(kSecret), QString::fromLatin1(kOther), m_made}) {
        for (const QLineEdit *const field : m_console->window().findChildren<QLineEdit *>())
            QVERIFY(!field->text().contains(value));
        for (const QLabel *const label : m_console->window().findChildren<QLabel *>())
            QVERIFY(!label->text().contains(value));
        QVERIFY(QApplication::clipboard()->text() != value);
    }
}

void TestSecretsPage::looksRightInLightAndDark()
{
    choose(u"METRICS_TOKEN"_s);
    for (const auto preference : {desktop::Theme::Preference::Light, desktop::Theme::Preference::Dark}) {
        m_console->theme().setPreference(preference);
        QTest::qWait(100);
        picture(&m_console->window(), u"secrets-page"_s);
        QDialog *const rotation = open(u"Rotate…"_s);
        picture(rotation, u"secrets-rotation"_s);
        close(rotation);
        QDialog *const set = open(u"Set…"_s);
        picture(set, u"secrets-setting"_s);
        close(set);
    }
    m_console->window().resize(960, 640); // the least it may be
    QTest::qWait(100);
    picture(&m_console->window(), u"secrets-page-small"_s);
    m_console->theme().setPreference(desktop::Theme::Preference::Light);
}

QTEST_MAIN(TestSecretsPage)
#include "test_secrets_page.moc"
