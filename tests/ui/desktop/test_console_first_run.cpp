#include "console_driver.h"
#include "desktop/shell/workspace.h"
#include "embedded/keychain_vault.h"
#include "free_port.h"
#include "private_keyring.h"
#include "redis_server.h"
#include "secrets/keychain_store.h"
#include "test_certificates.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QNetworkReply>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using tests::ConsoleDriver;

namespace {

constexpr int kPatience = 20'000; ///< milliseconds, on a busy machine
PrivateKeyring *keyring = nullptr; ///< of main()

} // namespace

/// The first run on a machine where nothing was ever done, with a real gnome-keyring, a real Redis and real certificates. In this
/// order: the last takes the keyring away.
class TestConsoleFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void returnAloneLeadsToThePages();
    void whoWasAskedIsNotAskedAgain();
    void aLanguageIsChosenAtTheFirstQuestion();
    void aRedisIsTriedBeforeItIsUsed();
    void aRedisOfAServerOfEarlierIsLeftAlone();
    void aCertificateIsTriedBeforeItIsUsed();
    void dataGoesWhereItIsWanted();
    void aStepThatIsHigherThanTheWindowIsScrolled();
    void withoutAKeychainReturnGoesOn();

private:
    [[nodiscard]] static QWidget *focus() { return QApplication::focusWidget(); }
    static void press(Qt::Key key) { QTest::keyClick(focus(), key); }
    void start();
    void toTheSetup();
    void createAdministrator();
    void tick(const QString &box);
    [[nodiscard]] bool keychainHas(const QByteArray &name);
    [[nodiscard]] QByteArray configuration() const;
    [[nodiscard]] QString redisStatus() const;
    template<typename Widget> [[nodiscard]] Widget *find(const QString &name) const { return m_console->find<Widget>(name); }

    std::shared_ptr<secrets::SecretThread> m_thread = std::make_shared<secrets::SecretThread>();
    TestCertificates m_certificates;
    std::unique_ptr<ConsoleDriver> m_console;
};

void TestConsoleFirstRun::init()
{
    start();
}

void TestConsoleFirstRun::cleanup()
{
    m_console.reset();
}

void TestConsoleFirstRun::start()
{
    m_console = std::make_unique<ConsoleDriver>(QStringList(), m_thread, ConsoleDriver::Machine::New);
    m_console->open();
}

void TestConsoleFirstRun::toTheSetup()
{
    press(Qt::Key_Return); // a server in this program
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Set up your server"_s), kPatience);
}

void TestConsoleFirstRun::createAdministrator()
{
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>(u"Password"_s), kPatience);
    QTest::keyClicks(focus(), QLatin1String(ConsoleDriver::kPassword));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace(), kPatience);
}

void TestConsoleFirstRun::tick(const QString &box)
{
    QAbstractButton *const found = m_console->button(box);
    QVERIFY2(found, qPrintable(box));
    found->setFocus();
    press(Qt::Key_Space);
}

bool TestConsoleFirstRun::keychainHas(const QByteArray &name)
{
    std::optional<bool> has;
    m_thread->post({[&] {
                        secrets::KeychainStore store;
                        const auto value = store.read(name);
                        has = value && value->has_value();
                    },
                    [&] { has = false; }});
    (void)QTest::qWaitFor([&] { return has.has_value(); }, kPatience);
    return has.value_or(false);
}

QByteArray TestConsoleFirstRun::configuration() const
{
    QFile file(m_console->configuration());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestConsoleFirstRun::redisStatus() const
{
    QNetworkAccessManager manager;
    QNetworkReply *const reply = manager.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1/health"_s.arg(m_console->port()))));
    (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, kPatience);
    return QJsonDocument::fromJson(reply->readAll())["checks"_L1]["redis"_L1]["status"_L1].toString();
}

void TestConsoleFirstRun::returnAloneLeadsToThePages()
{
    toTheSetup();
    m_console->picture(u"first-run-setup"_s);
    press(Qt::Key_Return); // as proposed
    createAdministrator();
    QVERIFY2(configuration().contains("keychain: true"), configuration().constData());
    QVERIFY(!configuration().contains("data_dir"));
    QVERIFY(keychainHas("SECRETS_PASSPHRASE"));
    QFile keys(m_console->folder() + u"/data/signing-keys"_s);
    QVERIFY(keys.open(QIODevice::ReadOnly));
    QVERIFY2(!keys.readAll().contains("PRIVATE KEY"), "the signing keys lie there for anybody to read");
}

void TestConsoleFirstRun::whoWasAskedIsNotAskedAgain()
{
    toTheSetup();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>(u"Password"_s), kPatience);
    m_console->close();
    m_console->server().stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), desktop::LocalServer::State::Stopped, kPatience);
    m_console->open(); // before anybody was made its administrator
    createAdministrator();
}

void TestConsoleFirstRun::aLanguageIsChosenAtTheFirstQuestion()
{
    auto *const choice = find<QComboBox>(u"Language of the console"_s);
    QVERIFY(choice);
    choice->setFocus();
    QTest::keyClicks(choice, u"Deutsch"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Wo läuft Ihr Server?"_s), kPatience);
    m_console->picture(u"first-run-1-de"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Richten Sie Ihren Server ein"_s), kPatience);
    m_console->picture(u"first-run-setup-de"_s);
    m_console->language().choose(u"en"_s);
}

void TestConsoleFirstRun::aRedisIsTriedBeforeItIsUsed()
{
    const RedisServer redis({u"--requirepass"_s, u"open sesame"_s});
    toTheSetup();
    tick(u"Count limits in a &Redis"_s);
    QCOMPARE(focus(), find<QLineEdit>(u"Address of Redis"_s));
    QTest::keyClicks(focus(), u"redis://127.0.0.1:%1"_s.arg(tests::freePort()));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Is Redis running there"_s), kPatience);
    m_console->picture(u"first-run-redis-away"_s);

    auto *const address = find<QLineEdit>(u"Address of Redis"_s);
    address->setText(QString::fromUtf8(redis.url()));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Redis wants a password"_s), kPatience);
    address->setText(u"redis://:open%20sesame@127.0.0.1:%1"_s.arg(redis.port()));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"It answers: "_s), kPatience);
    m_console->picture(u"first-run-redis"_s);
    m_console->button(u"Continue"_s)->setFocus();
    press(Qt::Key_Return);
    createAdministrator();
    QTRY_COMPARE_WITH_TIMEOUT(redisStatus(), u"healthy"_s, kPatience);
    QVERIFY(keychainHas("REDIS_URL"));
    QVERIFY(!configuration().contains("sesame"));
    m_thread->post({[] { (void)secrets::KeychainStore().remove("REDIS_URL"); }, [] {}}); // the next test has none
}

void TestConsoleFirstRun::aRedisOfAServerOfEarlierIsLeftAlone()
{
    m_thread->post({[url = u"redis://127.0.0.1:%1"_s.arg(tests::freePort()).toUtf8()] {
                        std::vector<secrets::NamedSecret> old;
                        old.push_back({"REDIS_URL", SecretBytes(url)});
                        (void)secrets::KeychainStore().store(std::move(old));
                    },
                    [] {}});
    QVERIFY(keychainHas("REDIS_URL"));
    toTheSetup();
    press(Qt::Key_Return);
    createAdministrator();
    QCOMPARE(redisStatus(), QString());
    m_thread->post({[] { (void)secrets::KeychainStore().remove("REDIS_URL"); }, [] {}});
}

void TestConsoleFirstRun::aCertificateIsTriedBeforeItIsUsed()
{
    const http::TlsFiles right = m_certificates.selfSigned(u"right"_s);
    const http::TlsFiles wrong = m_certificates.selfSigned(u"wrong"_s);
    toTheSetup();
    tick(u"Speak T&LS"_s);
    find<QLineEdit>(u"File of the certificate and its chain"_s)->setText(right.certificate);
    m_console->button(u"Continue"_s)->setFocus();
    press(Qt::Key_Return);
    QVERIFY(m_console->shows(u"Choose the files of the certificate and of its key"_s));
    find<QLineEdit>(u"File of the certificate's key"_s)->setText(wrong.key);
    m_console->button(u"Continue"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Continue"_s)->isEnabled() && m_console->shows(u"key"_s), kPatience);
    QVERIFY(m_console->shows(u"Set up your server"_s));
    m_console->picture(u"first-run-certificate"_s);
    find<QLineEdit>(u"File of the certificate's key"_s)->setText(right.key);
    m_console->button(u"Continue"_s)->setFocus();
    press(Qt::Key_Return);
    createAdministrator();
    QCOMPARE(m_console->server().url().scheme(), u"https"_s);
    QCOMPARE(m_console->window().session()->server().scheme(), u"https"_s);
}

void TestConsoleFirstRun::dataGoesWhereItIsWanted()
{
    toTheSetup();
    auto *const folder = find<QLineEdit>(u"Folder of the server's data"_s);
    QCOMPARE(folder->text(), m_console->folder() + u"/data"_s);
    folder->setText(m_console->configuration() + u"/no folder"_s); // --data-dir says otherwise, too
    folder->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"this program was started with another folder"_s), kPatience);
    QVERIFY(configuration().isEmpty());
}

void TestConsoleFirstRun::aStepThatIsHigherThanTheWindowIsScrolled()
{
    m_console->window().resize(960, 640);
    toTheSetup();
    tick(u"Count limits in a &Redis"_s);
    tick(u"Speak T&LS"_s);
    QWidget *const last = m_console->button(u"Use another server"_s);
    last->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_console->window().rect().contains(
        QRect(last->mapTo(&m_console->window(), QPoint()), last->size()))); // the focus is where one can see it
    m_console->picture(u"first-run-setup-960"_s);
}

void TestConsoleFirstRun::withoutAKeychainReturnGoesOn()
{
    QVERIFY(keyring->kill());
    toTheSetup();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"It cannot be used here"_s), 2 * kPatience);
    m_console->picture(u"first-run-no-keychain"_s);
    press(Qt::Key_Return);
    createAdministrator();
    QVERIFY2(configuration().contains("keychain: false"), configuration().constData());
}

int main(int argc, char **argv)
{
    PrivateKeyring own;
    const bool started = own.start();
    keyring = &own;
    QApplication application(argc, argv);
    if (!started)
        qFatal("gnome-keyring does not start on a private session bus");
    TestConsoleFirstRun test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_console_first_run.moc"
