#include "secrets/keychain_store.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <csignal>
#include <sys/prctl.h>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Ends with the test, even when that crashes.
void endWithParent()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

std::vector<NamedSecret> one(const QByteArray &name, const QByteArray &value)
{
    std::vector<NamedSecret> secrets;
    secrets.push_back({name, SecretBytes(value)});
    return secrets;
}

} // namespace

/// Against a real gnome-keyring on a session bus of its own, with a home of its own.
class TestKeychainStore : public QObject
{
    Q_OBJECT

public:
    /// Before the first use of D-Bus in this process.
    bool startKeyring();

private Q_SLOTS:
    void hasWhatWasStored();
    void keepsBytesAsTheyAre();
    void replacesAndKeepsApart();
    void theKeyringReallyHasIt();
    void anotherServiceSeesNothing();
    void worksInAThreadOfItsOwn();
    void saysWhenThereIsNoKeychain();
    void cleanupTestCase();

private:
    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

bool TestKeychainStore::startKeyring()
{
    // gnome-keyring keeps nothing outside, and nobody's own session is asked.
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home.path().toUtf8());
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "DBUS_SESSION_BUS_ADDRESS"})
        qunsetenv(name);

    m_bus.setChildProcessModifier(endWithParent);
    m_bus.start(u"dbus-daemon"_s,
                {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s,
                 u"--address=unix:path=%1"_s.arg(m_home.filePath(u"bus"_s))});
    if (!m_bus.waitForReadyRead(10'000))
        return false;
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());

    m_keyring.setChildProcessModifier(endWithParent);
    const QString password = m_home.filePath(u"password"_s);
    QFile file(password);
    if (!file.open(QIODevice::WriteOnly) || file.write("a password for the keyring") <= 0)
        return false;
    file.close();
    m_keyring.setStandardInputFile(password);
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_keyring.waitForStarted(5000))
        return false;
    for (int i = 0; i < 100; ++i) {
        QProcess names;
        names.start(u"dbus-send"_s,
                    {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                     u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        names.waitForFinished(5000);
        if (names.readAllStandardOutput().contains("true"))
            return true;
        QThread::msleep(50);
    }
    return false;
}

void TestKeychainStore::hasWhatWasStored()
{
    KeychainStore store(u"Gatehouse test"_s);
    const auto before = store.find(*findKnownSecret("JWT_SECRET"));
    QVERIFY2(before, before ? "" : qPrintable(before.error().detail));
    QVERIFY(!*before);
    const auto stored = store.store(one("JWT_SECRET", "from the keychain"));
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
    auto after = KeychainStore(u"Gatehouse test"_s).find(*findKnownSecret("JWT_SECRET"));
    QVERIFY(after && *after);
    QCOMPARE((*after)->value.view(), "from the keychain");
    QCOMPARE((*after)->source, u"keychain"_s);
}

void TestKeychainStore::keepsBytesAsTheyAre()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(static_cast<char>(i));
    KeychainStore store(u"Gatehouse test"_s);
    QVERIFY(store.store(one("DB_PASSWORD", bytes)));
    QCOMPARE((*store.find(*findKnownSecret("DB_PASSWORD")))->value.view().toByteArray(), bytes);
}

void TestKeychainStore::replacesAndKeepsApart()
{
    KeychainStore store(u"Gatehouse test"_s);
    auto both = one("JWT_SECRET", "second");
    both.push_back({"REDIS_URL", SecretBytes("redis://")});
    QVERIFY(store.store(std::move(both)));
    QCOMPARE((*store.find(*findKnownSecret("JWT_SECRET")))->value.view(), "second");
    QCOMPARE((*store.find(*findKnownSecret("REDIS_URL")))->value.view(), "redis://");
}

void TestKeychainStore::theKeyringReallyHasIt()
{
    KeychainStore store(u"Gatehouse test"_s);
    QVERIFY(store.store(one("WEBHOOK_TOKEN", "seen by another program")));
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"user"_s, u"WEBHOOK_TOKEN"_s, u"server"_s, u"Gatehouse test"_s});
    QVERIFY(tool.waitForFinished(10'000));
    const QByteArray output = tool.readAllStandardOutput() + tool.readAllStandardError();
    QVERIFY2(output.contains("seen by another program") || output.contains(QByteArray("seen by another program").toBase64()),
             output.constData());
}

void TestKeychainStore::anotherServiceSeesNothing()
{
    const auto found = KeychainStore(u"Somebody else"_s).find(*findKnownSecret("JWT_SECRET"));
    QVERIFY(found);
    QVERIFY(!*found);
}

/// Last: it takes the keychain away.
void TestKeychainStore::worksInAThreadOfItsOwn()
{
    QThread thread;
    QObject inside;
    inside.moveToThread(&thread);
    thread.start();
    std::atomic<bool> done = false;
    Result<std::optional<FoundSecret>> found = failure(ErrorKind::Internal, u"not looked for"_s);
    const auto work = [&] {
        KeychainStore store;
        if (store.store(one("WEBHOOK_TOKEN", "of another thread")))
            found = store.find(*findKnownSecret("WEBHOOK_TOKEN"));
        done = true;
    };
    QMetaObject::invokeMethod(&inside, work, Qt::QueuedConnection);
    QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY2(found && *found, found ? "not found" : qPrintable(found.error().detail));
    QCOMPARE((*found)->value.view().toByteArray(), QByteArray("of another thread"));
}

void TestKeychainStore::saysWhenThereIsNoKeychain()
{
    m_keyring.kill();
    QVERIFY(m_keyring.waitForFinished(5000));
    KeychainStore store(u"Gatehouse test"_s, 5s);
    // The bus hears of the end a moment after the process has ended.
    QTRY_VERIFY(!store.find(*findKnownSecret("JWT_SECRET")));
    QCOMPARE(store.find(*findKnownSecret("JWT_SECRET")).error().kind, ErrorKind::Unavailable);
    QVERIFY(!store.store(one("JWT_SECRET", "in plain text?")));
    // Nothing was put anywhere else instead.
    QDir home(m_home.path());
    QVERIFY(!home.exists(u".config"_s));
}

void TestKeychainStore::cleanupTestCase()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->kill();
        process->waitForFinished(5000);
    }
}

int main(int argc, char **argv)
{
    TestKeychainStore test;
    const bool started = test.startKeyring();
    QCoreApplication application(argc, argv);
    if (!started)
        qFatal("gnome-keyring does not start on a private session bus");
    return QTest::qExec(&test, argc, argv);
}
#include "test_keychain_store.moc"
