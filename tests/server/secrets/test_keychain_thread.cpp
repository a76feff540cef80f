#include "core/event_thread.h"
#include "private_keyring.h"
#include "secrets/keychain_store.h"

#include <QTest>

#include <atomic>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace Qt::StringLiterals;

/// As in a server, where one thread that is not the first asks the keychain. In a process of its own: QtKeychain's queue belongs
/// to the thread that used it first.
class TestKeychainThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksInAThreadOfItsOwn();
};

void TestKeychainThread::worksInAThreadOfItsOwn()
{
    EventThread thread("test");
    QObject inside;
    inside.moveToThread(thread.handle());
    std::atomic<bool> done = false;
    Result<std::optional<FoundSecret>> found = failure(ErrorKind::Internal, u"not looked for"_s);
    const auto work = [&] {
        KeychainStore store;
        std::vector<NamedSecret> secrets;
        secrets.push_back({"WEBHOOK_TOKEN", SecretBytes("of another thread")});
        if (store.store(std::move(secrets)))
            found = store.find(*findKnownSecret("WEBHOOK_TOKEN"));
        done = true;
    };
    QMetaObject::invokeMethod(&inside, work, Qt::QueuedConnection);
    QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    thread.quit();
    thread.join();
    QVERIFY2(found && *found, found ? "not found" : qPrintable(found.error().detail));
    QCOMPARE((*found)->value.view().toByteArray(), QByteArray("of another thread"));
}

int main(int argc, char **argv)
{
    PrivateKeyring keyring;
    const bool started = keyring.start();
    QCoreApplication application(argc, argv);
    if (!started)
        qFatal("gnome-keyring does not start on a private session bus");
    TestKeychainThread test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_keychain_thread.moc"
