#include "private_keyring.h"
#include "secrets/keychain_store.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<NamedSecret> one(const QByteArray &name, const QByteArray &value)
{
    std::vector<NamedSecret> secrets;
    secrets.push_back({name, SecretBytes(value)});
    return secrets;
}

} // namespace

/// Against a real gnome-keyring.
class TestKeychainStore : public QObject
{
    Q_OBJECT

public:
    explicit TestKeychainStore(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private Q_SLOTS:
    void hasWhatWasStored();
    void keepsBytesAsTheyAre();
    void replacesAndKeepsApart();
    void theKeyringReallyHasIt();
    void anotherServiceSeesNothing();
    void saysWhenThereIsNoKeychain();

private:
    PrivateKeyring &m_keyring;
};

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
void TestKeychainStore::saysWhenThereIsNoKeychain()
{
    QVERIFY(m_keyring.kill());
    KeychainStore store(u"Gatehouse test"_s, 5s);
    // The bus hears of the end a moment after the process has ended.
    QTRY_VERIFY(!store.find(*findKnownSecret("JWT_SECRET")));
    QCOMPARE(store.find(*findKnownSecret("JWT_SECRET")).error().kind, ErrorKind::Unavailable);
    QVERIFY(!store.store(one("JWT_SECRET", "in plain text?")));
    // Nothing was put anywhere else instead.
    QDir home(m_keyring.home());
    QVERIFY(!home.exists(u".config"_s));
}

int main(int argc, char **argv)
{
    PrivateKeyring keyring;
    const bool started = keyring.start();
    QCoreApplication application(argc, argv);
    if (!started)
        qFatal("gnome-keyring does not start on a private session bus");
    TestKeychainStore test(keyring);
    return QTest::qExec(&test, argc, argv);
}
#include "test_keychain_store.moc"
