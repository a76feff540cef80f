#include "console_driver.h"
#include "desktop/overview/overview_page.h"
#include "desktop/guide/sign_in.h"
#include "desktop/servers/server_address.h"
#include "desktop/servers/servers_page.h"
#include "desktop/shell/workspace.h"
#include "free_port.h"
#include "test_certificates.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using desktop::LocalServer;
using desktop::ProfileStore;
using desktop::ServerProfile;

namespace {

constexpr int kPatience = 20'000; ///< milliseconds, on a busy machine

} // namespace

/// Several servers, and being sure which is which.
class TestConsoleServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsKeptIsReadAgain();
    void theOnlyServerOfAnEarlierVersionIsKept();
    void aFileOfServersHoldsNothingThatLetsIn();
    void aFileOfServersReplacesNoCertificate();
    void anAddressIsTakenForAnEncryptedOne_data();
    void anAddressIsTakenForAnEncryptedOne();
    void aPasswordInTheClearIsWarnedOf();
    void aFileThatIsNoneAddsNothing_data();
    void aFileThatIsNoneAddsNothing();
    void aCertificateThatNobodyVouchesForIsAskedAboutOnce();
    void whoComesBackIsStillSignedIn();
    void aServerThatIsOnlyLookedAtIsNotChanged();
    void aCertificateThatChangedIsExplained();

private:
    void startRemote(const QString &certificate);
    void enterRemote();
    [[nodiscard]] bool isAt(const QString &name);

    TestCertificates m_certificates;
    QTemporaryDir m_folder;
    quint16 m_remotePort = 0;
    std::unique_ptr<tests::ConsoleDriver> m_console;
    std::unique_ptr<embedded::EmbeddedServer> m_remote;
};

void TestConsoleServers::initTestCase()
{
    m_console = std::make_unique<tests::ConsoleDriver>();
    m_remotePort = tests::freePort();
}

void TestConsoleServers::whatIsKeptIsReadAgain()
{
    QSettings kept(m_folder.filePath(u"kept.ini"_s), QSettings::IniFormat);
    const ServerProfile profile{.name = u"Gate"_s,
                                .url = QUrl(u"https://gate.example.org:8443"_s),
                                .stage = ServerProfile::Stage::Production,
                                .colour = QColor(Qt::red),
                                .readOnly = true,
                                .pin = QByteArray(32, 'p')};
    const ServerProfile first = ProfileStore(kept).save(profile);
    QVERIFY(!first.id.isEmpty());
    ProfileStore again(kept);
    QCOMPARE(again.profiles().size(), 1U);
    QVERIFY(again.profiles().front() == first);
    QVERIFY(!again.current());
    again.setCurrent(first.id);
    QVERIFY(ProfileStore(kept).current() == first);
    // The same address is the same server, under whatever name.
    ServerProfile renamed = profile;
    renamed.name = u"Door"_s;
    QCOMPARE(again.save(renamed).id, first.id);
    again.remove(first.id);
    QVERIFY(ProfileStore(kept).profiles().empty());
}

void TestConsoleServers::theOnlyServerOfAnEarlierVersionIsKept()
{
    QSettings kept(m_folder.filePath(u"earlier.ini"_s), QSettings::IniFormat);
    kept.setValue(u"server/name"_s, u"This computer"_s);
    kept.setValue(u"server/embedded"_s, true);
    const ProfileStore store(kept);
    QVERIFY(store.current());
    QVERIFY(store.current()->embedded);
    QCOMPARE(store.current()->name, u"This computer"_s);
}

void TestConsoleServers::aFileOfServersHoldsNothingThatLetsIn()
{
    QSettings here(m_folder.filePath(u"here.ini"_s), QSettings::IniFormat);
    QSettings there(m_folder.filePath(u"there.ini"_s), QSettings::IniFormat);
    ProfileStore store(here);
    store.save({.name = u"This computer"_s, .embedded = true});
    store.save({.name = u"Gate"_s, .url = QUrl(u"https://gate.example.org"_s), .stage = ServerProfile::Stage::Testing});
    const QByteArray file = store.toFile();
    for (const char *word : {"password", "token", "secret"})
        QVERIFY(!file.toLower().contains(word));
    ProfileStore other(there);
    QCOMPARE(other.addFromFile(file)->added, 1); // what is in a program stays there
    QCOMPARE(other.profiles().front().name, u"Gate"_s);
    QCOMPARE(other.addFromFile(file)->known, 1);
    QCOMPARE(other.profiles().size(), 1U); // not twice
}

void TestConsoleServers::aFileOfServersReplacesNoCertificate()
{
    QSettings kept(m_folder.filePath(u"trusted.ini"_s), QSettings::IniFormat);
    ProfileStore store(kept);
    const ServerProfile trusted = store.save({.name = u"Gate"_s,
                                              .url = QUrl(u"https://gate.example.org"_s),
                                              .stage = ServerProfile::Stage::Production,
                                              .readOnly = true,
                                              .pin = QByteArray(32, 'p')});
    QByteArray file = "{'gatehouse_servers':1,'items':[{'name':'Gate','url':'https://gate.example.org','role':0,"
                      "'read_only':false,'certificate_sha256':'"
        + QByteArray(32, 'e').toHex() + "'}]}";
    const auto outcome = store.addFromFile(file.replace('\'', '"'));
    QVERIFY(outcome && outcome->added == 0 && outcome->known == 1);
    QVERIFY(store.profiles().front() == trusted);
}

void TestConsoleServers::anAddressIsTakenForAnEncryptedOne_data()
{
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("address");
    QTest::newRow("a name") << u" gate.example.org "_s << u"https://gate.example.org"_s;
    QTest::newRow("with a port") << u"gate.example.org:8443"_s << u"https://gate.example.org:8443"_s;
    QTest::newRow("with a path") << u"gate.example.org/ops"_s << u"https://gate.example.org/ops"_s;
    QTest::newRow("an address") << u"192.0.2.7:8080"_s << u"https://192.0.2.7:8080"_s;
    QTest::newRow("this computer") << u"localhost:8080"_s << u"http://localhost:8080"_s;
    QTest::newRow("this computer's address") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("as said") << u"http://gate.example.org"_s << u"http://gate.example.org"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("a password") << u"https://u:p@gate.example.org"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestConsoleServers::anAddressIsTakenForAnEncryptedOne()
{
    QFETCH(QString, entered);
    QFETCH(QString, address);
    QCOMPARE(desktop::serverAddressFrom(entered).toString(), address);
}

void TestConsoleServers::aPasswordInTheClearIsWarnedOf()
{
    const auto signIn = [this](const QString &url) {
        auto session = client::AdminSession(std::move(*client::ApiClient::make(QUrl(url), {})));
        const desktop::SignIn page(m_console->theme(), {.name = u"Gate"_s, .url = QUrl(url)}, session,
                                   desktop::SignIn::Purpose::SignIn);
        return std::ranges::any_of(page.findChildren<QPushButton *>(),
                                   [](const QPushButton *button) { return button->text() == u"Sign in without encryption"; });
    };
    QVERIFY(signIn(u"http://192.0.2.7:8080"_s));
    QVERIFY(!signIn(u"https://192.0.2.7:8080"_s));
    QVERIFY(!signIn(u"http://127.0.0.1:8080"_s));
}

void TestConsoleServers::aFileThatIsNoneAddsNothing_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::newRow("no name") << QByteArray("{'url':'https://a.example','role':1}");
    QTest::newRow("no address") << QByteArray("{'name':'a','role':1}");
    QTest::newRow("a file") << QByteArray("{'name':'a','url':'file:///etc/passwd','role':1}");
    QTest::newRow("a password in the address") << QByteArray("{'name':'a','url':'https://u:p@a.example','role':1}");
    QTest::newRow("a role that is none") << QByteArray("{'name':'a','url':'https://a.example','role':7}");
}

void TestConsoleServers::aFileThatIsNoneAddsNothing()
{
    QFETCH(QByteArray, item);
    QSettings kept(m_folder.filePath(u"none.ini"_s), QSettings::IniFormat);
    ProfileStore store(kept);
    const QByteArray sound = "{'name':'b','url':'https://b.example','role':1}";
    QByteArray file = "{'gatehouse_servers':1,'items':[" + sound + "," + item + "]}";
    QVERIFY(!store.addFromFile(file.replace('\'', '"')));
    QVERIFY(store.profiles().empty());
    QVERIFY(!store.addFromFile("no file at all"));
}

void TestConsoleServers::startRemote(const QString &certificate)
{
    m_remote.reset();
    const http::TlsFiles files = m_certificates.selfSigned(certificate);
    const QStringList flags{u"--data-dir"_s,        m_folder.filePath(u"remote"_s),
                            u"--http-port"_s,       QString::number(m_remotePort),
                            u"--tls-certificate"_s, files.certificate,
                            u"--tls-key"_s,         files.key};
    m_remote = std::make_unique<embedded::EmbeddedServer>(flags, m_console->logger());
    m_remote->start();
    QTRY_VERIFY2_WITH_TIMEOUT(m_remote->state() == LocalServer::State::Running, qPrintable(m_remote->problem()), kPatience);
}

void TestConsoleServers::enterRemote()
{
    QTest::mouseClick(m_console->button(u"&Elsewhere; connect to it"_s), Qt::LeftButton);
    auto *const address = m_console->find<QLineEdit>(u"Address of the server"_s);
    QVERIFY(address);
    address->setText(u"https://127.0.0.1:%1"_s.arg(m_remotePort));
    QTest::mouseClick(m_console->button(u"Continue"_s), Qt::LeftButton);
}

bool TestConsoleServers::isAt(const QString &name)
{
    return m_console->workspace() && m_console->window().windowTitle().contains(name);
}

void TestConsoleServers::aCertificateThatNobodyVouchesForIsAskedAboutOnce()
{
    startRemote(u"first"_s);
    client::AdminSession maker(std::move(
        *client::ApiClient::make(m_remote->url(), {.caFile = {}, .insecure = true}))); // its administrator, from elsewhere
    maker.createAdministrator(u"admin"_s, SecretBytes(tests::ConsoleDriver::kPassword));
    QTRY_COMPARE_WITH_TIMEOUT(maker.state(), client::AdminSession::State::SignedIn, kPatience);

    m_console->open();
    enterRemote();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Trust this certificate"_s), kPatience);
    QVERIFY(m_console->shows(u"Compare the fingerprint"_s));
    m_console->picture(u"certificate-first"_s);
    QVERIFY(!m_console->find<QLineEdit>(u"Password"_s)); // nothing is said before
    QTest::mouseClick(m_console->button(u"Trust this certificate"_s), Qt::LeftButton);
    QVERIFY(m_console->signIn());
    // Over the WebSocket too.
    m_console->go(u"overview"_s);
    auto &model = qobject_cast<desktop::OverviewPage *>(m_console->workspace()->currentPage())->model();
    QTRY_VERIFY_WITH_TIMEOUT(model.recentTraffic().size() >= 3, kPatience);

    m_console->open(); // another time: it is known
    QVERIFY(m_console->signIn());
}

void TestConsoleServers::whoComesBackIsStillSignedIn()
{
    m_console->go(u"servers"_s);
    QVERIFY(isAt(u"127.0.0.1"_s));
    QTest::mouseClick(m_console->button(u"Add a server"_s), Qt::LeftButton);
    QTRY_VERIFY(m_console->window().findChild<QDialog *>());
    auto *const dialog = m_console->window().findChild<QDialog *>();
    m_console->dialogPicture(u"server-dialog"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_console->window().findChild<QDialog *>());
    // The other one is in this program.
    QSettings kept(m_folder.filePath(u"import.ini"_s), QSettings::IniFormat);
    ProfileStore file(kept);
    file.save({.name = u"Staging"_s,
               .url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_console->port())),
               .stage = ServerProfile::Stage::Testing,
               .colour = QColor(0x85, 0x54, 0xc9)});
    QFile exported(m_folder.filePath(u"servers.json"_s));
    QVERIFY(exported.open(QIODevice::WriteOnly));
    exported.write(file.toFile());
    exported.close();
    auto *const page = qobject_cast<desktop::ServersPage *>(m_console->workspace()->currentPage());
    page->importFrom(exported.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Switch to Staging"_s), kPatience);
    m_console->picture(u"servers-two"_s);
    m_console->server().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), LocalServer::State::Running, kPatience);
    client::AdminSession maker(std::move(*client::ApiClient::make(m_console->server().url(), {})));
    maker.createAdministrator(u"admin"_s, SecretBytes(tests::ConsoleDriver::kPassword));
    QTRY_COMPARE_WITH_TIMEOUT(maker.state(), client::AdminSession::State::SignedIn, kPatience);

    QTest::mouseClick(m_console->button(u"Switch to Staging"_s), Qt::LeftButton);
    QVERIFY(m_console->signIn());
    QVERIFY(isAt(u"Staging"_s));
    m_console->go(u"servers"_s);
    QTest::mouseClick(m_console->button(u"Switch to 127.0.0.1"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isAt(u"127.0.0.1"_s), kPatience); // without a password
}

void TestConsoleServers::aServerThatIsOnlyLookedAtIsNotChanged()
{
    m_console->go(u"servers"_s);
    QTest::mouseClick(m_console->button(u"Change 127.0.0.1"_s), Qt::LeftButton);
    QTRY_VERIFY(m_console->window().findChild<QDialog *>());
    auto *const dialog = m_console->window().findChild<QDialog *>();
    for (QAbstractButton *const button : dialog->findChildren<QAbstractButton *>()) {
        if (button->isCheckable())
            button->setChecked(true);
    }
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace() && m_console->shows(u"Only looked at"_s), kPatience);
    m_console->go(u"access"_s);
    QVERIFY(!m_console->button(u"New user"_s)->isEnabled());
    // Not even by what forgot to ask.
    int status = 0;
    m_console->window().session()->call({.method = "POST", .path = u"/api/v1/admin/users"_s, .json = "{}"}, this,
                                        [&status](const client::ApiAnswer &answer) { status = answer.status; });
    QTRY_COMPARE_WITH_TIMEOUT(status, 403, kPatience);
}

void TestConsoleServers::aCertificateThatChangedIsExplained()
{
    startRemote(u"second"_s); // the same server, or so it says
    m_console->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"has changed"_s), kPatience);
    QVERIFY(m_console->shows(u"do not sign in"_s));
    QVERIFY(!m_console->find<QLineEdit>(u"Password"_s));
    m_console->picture(u"certificate-changed"_s);
    QTest::mouseClick(m_console->button(u"Use another server"_s), Qt::LeftButton);
    QVERIFY(m_console->shows(u"Where does your server run?"_s));
}

QTEST_MAIN(TestConsoleServers)
#include "test_console_servers.moc"
