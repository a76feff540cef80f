#include "client/list_reader.h"
#include "client/managed_user.h"
#include "console_driver.h"
#include "desktop/shell/workspace.h"
#include "embedded/keychain_vault.h"
#include "free_port.h"
#include "private_keyring.h"
#include "secrets/keychain_store.h"
#include "test_certificates.h"

#include <QApplication>
#include <QCheckBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using desktop::ProfileStore;
using desktop::ServerProfile;
using embedded::KeychainVault;
using State = client::AdminSession::State;

namespace {

constexpr int kPatience = 20'000; ///< milliseconds, on a busy machine
const QStringList kOftenSignedIn{u"--limits-sign-in-quota"_s, u"1000"_s}; ///< as a week in a minute
PrivateKeyring *keyring = nullptr; ///< of main()

} // namespace

/// Staying signed in between two runs, with a real gnome-keyring. In the order of a first week: each builds on what is there
/// before.
class TestConsoleRemembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whoDoesNotWantItIsAskedAgain();
    void whoWantsItStaysSignedIn();
    void noFileHoldsWhatLetsIn();
    void everyRenewalIsKept();
    void theScreenLocksTheConsoleToo();
    void aConsoleThatWasLockedIsLockedWhenItIsStartedAgain();
    void whoSignsOutIsForgotten();
    void aSessionThatWasRevokedIsForgotten();
    void whoChangesTheirMindIsForgotten();
    void aServerOverTlsIsRememberedToo();
    void whatIsKeptGoesToNoOtherAddress();
    void aProfileThatIsForgottenTakesItsSessionAlong();
    void aServerThatIsAwayIsTriedAgain();
    void aLockedKeychainIsSaidAndHindersNobody();
    void aKeychainThatIsGoneIsSaidAndHindersNobody();

private:
    /// What the keychain has of a profile; nothing when it has nothing.
    [[nodiscard]] QByteArray kept(const QString &profileId);
    [[nodiscard]] QString currentId() { return m_console->preferences().value(u"server/current"_s).toString(); }
    [[nodiscard]] QCheckBox *box() const { return m_console->window().findChild<QCheckBox *>(); }
    void tick(bool wanted);
    void startAgain();
    void unlock();
    void startRemote();

    std::shared_ptr<secrets::SecretThread> m_thread;
    std::unique_ptr<KeychainVault> m_vault;
    std::unique_ptr<tests::ConsoleDriver> m_console;
    TestCertificates m_certificates;
    quint16 m_remotePort = 0;
    QTemporaryDir m_folder;
    std::unique_ptr<embedded::EmbeddedServer> m_remote;
};

QByteArray TestConsoleRemembers::kept(const QString &profileId)
{
    QByteArray value;
    bool done = false;
    m_vault->read(profileId, this, [&](const Result<std::optional<SecretBytes>> &read) {
        value = read && *read ? (*read)->view().toByteArray() : QByteArray();
        done = true;
    });
    (void)QTest::qWaitFor([&] { return done; }, kPatience);
    return value;
}

void TestConsoleRemembers::tick(bool wanted)
{
    QTRY_VERIFY_WITH_TIMEOUT(box() && box()->isVisible(), kPatience);
    if (box()->isChecked() != wanted)
        QTest::mouseClick(box(), Qt::LeftButton, {}, QPoint(8, box()->height() / 2));
    QCOMPARE(box()->isChecked(), wanted);
}

void TestConsoleRemembers::startAgain()
{
    m_console->close();
    m_console->open();
}

void TestConsoleRemembers::initTestCase()
{
    m_thread = std::make_shared<secrets::SecretThread>();
    m_vault = std::make_unique<KeychainVault>(m_thread);
    // The server looks into the same keychain, which only one thread of a process can.
    m_console =
        std::make_unique<tests::ConsoleDriver>(kOftenSignedIn + QStringList{u"--secrets-keychain"_s, u"true"_s}, m_thread);
    m_console->setVault(m_vault.get());
    m_console->open();
}

void TestConsoleRemembers::whoDoesNotWantItIsAskedAgain()
{
    QVERIFY(m_console->arrive());
    QVERIFY(kept(currentId()).isEmpty());
    startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find<QLineEdit>(u"Password"_s), kPatience);
    QVERIFY(!m_console->workspace());
}

void TestConsoleRemembers::whoWantsItStaysSignedIn()
{
    tick(true);
    m_console->picture(u"sign-in-remember"_s);
    QVERIFY(m_console->signIn());
    QTRY_VERIFY_WITH_TIMEOUT(!kept(currentId()).isEmpty(), kPatience);
    startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace(), kPatience);
    QCOMPARE(m_console->window().session()->account().username, u"admin"_s);
    QVERIFY(m_console->window().session()->isAdmin());
    QVERIFY(m_console->window().session()->wasResumed());
}

void TestConsoleRemembers::noFileHoldsWhatLetsIn()
{
    const QByteArray entry = kept(currentId());
    const QByteArray token = entry.sliced(entry.indexOf('\n') + 1);
    QVERIFY(token.size() > 20);
    QVERIFY(!entry.contains(tests::ConsoleDriver::kPassword));
    m_console->preferences().sync();
    QDirIterator files(m_console->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains(token), qPrintable(file.fileName()));
        QVERIFY2(!content.contains(tests::ConsoleDriver::kPassword), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 2);
}

void TestConsoleRemembers::everyRenewalIsKept()
{
    const QByteArray before = kept(currentId());
    startAgain(); // which spends the token for its successor
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(kept(currentId()) != before, kPatience);
    const SecretBytes token = m_console->window().session()->refreshToken();
    QVERIFY(kept(currentId()).endsWith(token.view().toByteArray()));
}

void TestConsoleRemembers::unlock()
{
    auto *const password = m_console->find<QLineEdit>(u"Password to unlock"_s);
    QVERIFY(password);
    password->setText(QLatin1String(tests::ConsoleDriver::kPassword));
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->window().isLocked(), kPatience);
}

/// As desktops say it on the bus of the session.
void TestConsoleRemembers::theScreenLocksTheConsoleToo()
{
    const auto screenSaver = [](const QString &name, const QString &isActive) {
        return QProcess::execute(u"dbus-send"_s,
                                 {u"--session"_s, u"--type=signal"_s, u"/org/screensaver"_s, name + u".ActiveChanged"_s,
                                  u"boolean:"_s + isActive})
            == 0;
    };
    QVERIFY(screenSaver(u"org.gnome.ScreenSaver"_s, u"false"_s)); // it is unlocked
    QVERIFY(screenSaver(u"org.gnome.ScreenSaver"_s, u"true"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().isLocked(), kPatience);
    unlock();
    m_console->window().preferences().setLocksWithScreen(false);
    QVERIFY(screenSaver(u"org.freedesktop.ScreenSaver"_s, u"true"_s));
    QTest::qWait(100);
    QVERIFY(!m_console->window().isLocked());
    m_console->window().preferences().setLocksWithScreen(true);
    QVERIFY(screenSaver(u"org.freedesktop.ScreenSaver"_s, u"true"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().isLocked(), kPatience);
    unlock();
}

void TestConsoleRemembers::aConsoleThatWasLockedIsLockedWhenItIsStartedAgain()
{
    m_console->window().lock();
    startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().isLocked(), kPatience);
    unlock();
    startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace(), kPatience);
    QVERIFY(!m_console->window().isLocked());
}

void TestConsoleRemembers::whoSignsOutIsForgotten()
{
    m_console->window().session()->signOut();
    QTRY_VERIFY_WITH_TIMEOUT(kept(currentId()).isEmpty(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find<QLineEdit>(u"Password"_s), kPatience);
    startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find<QLineEdit>(u"Password"_s), kPatience);
    QVERIFY(box()->isChecked()); // the wish stays
}

void TestConsoleRemembers::aSessionThatWasRevokedIsForgotten()
{
    QVERIFY(m_console->signIn());
    QTRY_VERIFY_WITH_TIMEOUT(!kept(currentId()).isEmpty(), kPatience);
    const QString id = currentId();
    m_console->close();
    client::AdminSession other(std::move(*client::ApiClient::make(m_console->server().url(), {})));
    other.signIn(u"admin"_s, SecretBytes(tests::ConsoleDriver::kPassword));
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), State::SignedIn, kPatience);
    const QString sessions = u"/api/v1/admin/users/%1/sessions"_s.arg(other.account().id);
    int open = -1;
    other.get(sessions, {}, this, [&](const client::ApiAnswer &answer) {
        const auto found = client::itemsFrom<client::UserSession>(answer.json().value("items"_L1).toArray());
        open = int(found.size());
        for (const client::UserSession &session : found)
            other.call({.method = "DELETE", .path = sessions + u'/' + session.id}, this,
                       [&open](const client::ApiAnswer &) { --open; });
    });
    QTRY_COMPARE_WITH_TIMEOUT(open, 0, kPatience);
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"You were signed out meanwhile"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(kept(id).isEmpty(), kPatience);
}

void TestConsoleRemembers::whoChangesTheirMindIsForgotten()
{
    QVERIFY(m_console->signIn());
    QTRY_VERIFY_WITH_TIMEOUT(!kept(currentId()).isEmpty(), kPatience);
    const QString id = currentId();
    m_console->server().stop(); // so that it cannot be resumed
    m_console->close();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), desktop::LocalServer::State::Stopped, kPatience);
    {
        ProfileStore profiles(m_console->preferences());
        desktop::SessionMemory memory(m_vault.get(), profiles);
        QVERIFY(memory.isWanted(id));
        memory.setWanted(id, false);
        QTRY_VERIFY_WITH_TIMEOUT(kept(id).isEmpty(), kPatience);
    }
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find<QLineEdit>(u"Password"_s), kPatience);
    QVERIFY(!box()->isChecked());
}

void TestConsoleRemembers::startRemote()
{
    const http::TlsFiles files = m_certificates.selfSigned(u"remote"_s);
    const QStringList flags{u"--data-dir"_s,        m_folder.filePath(u"remote"_s),
                            u"--http-port"_s,       QString::number(m_remotePort),
                            u"--tls-certificate"_s, files.certificate,
                            u"--tls-key"_s,         files.key};
    m_remote = std::make_unique<embedded::EmbeddedServer>(kOftenSignedIn + flags, m_console->logger(), m_thread);
    m_remote->start();
    QTRY_VERIFY2_WITH_TIMEOUT(m_remote->state() == desktop::LocalServer::State::Running, qPrintable(m_remote->problem()),
                              kPatience);
}

void TestConsoleRemembers::aServerOverTlsIsRememberedToo()
{
    m_remotePort = tests::freePort();
    startRemote();
    client::AdminSession maker(std::move(*client::ApiClient::make(m_remote->url(), {.caFile = {}, .insecure = true})));
    maker.createAdministrator(u"admin"_s, SecretBytes(tests::ConsoleDriver::kPassword));
    QTRY_COMPARE_WITH_TIMEOUT(maker.state(), State::SignedIn, kPatience);
    QTest::mouseClick(m_console->button(u"Use another server"_s), Qt::LeftButton);
    QTest::mouseClick(m_console->button(u"&Elsewhere; connect to it"_s), Qt::LeftButton);
    m_console->find<QLineEdit>(u"Address of the server"_s)->setText(u"https://127.0.0.1:%1"_s.arg(m_remotePort));
    QTest::mouseClick(m_console->button(u"Continue"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Trust this certificate"_s), kPatience);
    QTest::mouseClick(m_console->button(u"Trust this certificate"_s), Qt::LeftButton);
    tick(true);
    QVERIFY(m_console->signIn());
    QTRY_VERIFY_WITH_TIMEOUT(kept(currentId()).startsWith("https://127.0.0.1"), kPatience);
    startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace(), kPatience);
    QVERIFY(m_console->window().session()->server().scheme() == u"https"_s);
}

void TestConsoleRemembers::whatIsKeptGoesToNoOtherAddress()
{
    // Somebody changes the profile: the same name leads elsewhere.
    const QString id = currentId();
    m_console->close();
    QVERIFY(!kept(id).isEmpty());
    QTcpServer elsewhere;
    QVERIFY(elsewhere.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&elsewhere, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *const socket = elsewhere.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&heard, socket] { heard += socket->readAll(); });
    });
    ServerProfile before;
    {
        ProfileStore profiles(m_console->preferences());
        before = *profiles.find(id);
        ServerProfile changed = before;
        changed.url = QUrl(u"http://127.0.0.1:%1"_s.arg(elsewhere.serverPort()));
        profiles.save(changed);
    }
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(kept(id).isEmpty(), kPatience); // it is of no more use
    QTRY_VERIFY_WITH_TIMEOUT(heard.contains("HTTP/1.1"), kPatience); // it was asked whether it is there
    QVERIFY(!heard.contains("refresh"));
    QVERIFY(m_console->find<QLineEdit>(u"Password"_s));
    m_console->close();
    ProfileStore(m_console->preferences()).save(before);
}

void TestConsoleRemembers::aProfileThatIsForgottenTakesItsSessionAlong()
{
    const QString id = currentId();
    m_console->open();
    QVERIFY(m_console->signIn());
    QTRY_VERIFY_WITH_TIMEOUT(!kept(id).isEmpty(), kPatience);
    ProfileStore profiles(m_console->preferences());
    desktop::SessionMemory memory(m_vault.get(), profiles);
    const ServerProfile profile = *profiles.find(id);
    profiles.remove(id);
    QTRY_VERIFY_WITH_TIMEOUT(kept(id).isEmpty(), kPatience);
    profiles.save(profile);
    profiles.setCurrent(id);
}

void TestConsoleRemembers::aServerThatIsAwayIsTriedAgain()
{
    startAgain();
    tick(true); // the wish went with the profile
    QVERIFY(m_console->signIn());
    const QString id = currentId();
    QTRY_VERIFY_WITH_TIMEOUT(!kept(id).isEmpty(), kPatience);
    m_console->close();
    ProfileStore profiles(m_console->preferences());
    ServerProfile plain = *profiles.find(id);
    m_remote.reset();
    // Certificates are looked at before anything else; this is about what comes after, so the server goes on without one.
    const QStringList flags{u"--data-dir"_s, m_folder.filePath(u"remote"_s), u"--http-port"_s, QString::number(m_remotePort)};
    plain.url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_remotePort));
    profiles.save(plain);
    SecretBytes entry(kept(id).replace("https://", "http://"));
    m_vault->write(id, std::move(entry), this, [](const Result<void> &) { });
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"does not answer"_s), kPatience);
    QVERIFY(!kept(id).isEmpty()); // nothing was said against it
    m_remote = std::make_unique<embedded::EmbeddedServer>(kOftenSignedIn + flags, m_console->logger(), m_thread);
    m_remote->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace(), kPatience);
    QVERIFY(m_console->window().session()->wasResumed());
}

void TestConsoleRemembers::aLockedKeychainIsSaidAndHindersNobody()
{
    m_console->close();
    KeychainVault impatient(m_thread, 1s);
    m_console->setVault(&impatient);
    QProcess lock;
    lock.start(u"dbus-send"_s,
               {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                u"org.freedesktop.Secret.Service.Lock"_s, u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
    QVERIFY(lock.waitForFinished(kPatience));
    QCOMPARE(lock.exitCode(), 0);
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"The keychain of this system"_s), kPatience);
    m_console->picture(u"sign-in-locked-keychain"_s);
    QVERIFY(m_console->signIn());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"are not remembered"_s), kPatience);
    m_console->picture(u"keychain-locked"_s);
    m_console->close();
}

void TestConsoleRemembers::aKeychainThatIsGoneIsSaidAndHindersNobody()
{
    {
        ProfileStore profiles(m_console->preferences());
        profiles.setSessionKept(profiles.current()->id, true); // as before it went
    }
    QVERIFY(keyring->kill());
    m_console->setVault(m_vault.get());
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"The keychain of this system could not be opened"_s), kPatience);
    QVERIFY(m_console->signIn());
    m_console->close();
}

int main(int argc, char **argv)
{
    PrivateKeyring own;
    const bool started = own.start();
    keyring = &own;
    QApplication application(argc, argv);
    if (!started)
        qFatal("gnome-keyring does not start on a private session bus");
    TestConsoleRemembers test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_console_remembers.moc"
