#include "secrets/private_file.h"
#include "secrets/sealed_store.h"
#include "secrets/sealer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <atomic>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace std::chrono_literals;

static bool dieInsteadOfRenaming = false;

// Takes the place of the C library's: a crash at the very moment between writing a file and putting it in place.
extern "C" int rename(const char *from, const char *to) noexcept
{
    if (dieInsteadOfRenaming)
        ::kill(::getpid(), SIGKILL);
    return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

namespace {

constexpr SealingCost kCheap{8 * 1024, 1};
constexpr QByteArrayView kPurpose = "test";
constexpr qsizetype kHeaderSize = 52;

SecretBytes passphrase()
{
    return SecretBytes("correct horse battery staple");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<NamedSecret> one(const QByteArray &name, const QByteArray &value)
{
    std::vector<NamedSecret> secrets;
    secrets.push_back({name, SecretBytes(value)});
    return secrets;
}

} // namespace

class TestSealedStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void givesBackWhatWasStored();
    void takesANewNonceWithEveryWrite();
    void refusesAnotherPassphrase();
    void refusesAnyFlippedBit();
    void refusesWhatWasCutOff();
    void refusesAnotherPurpose();
    void refusesAnotherVersion();
    void boundsWhatAHostileFileAsksFor_data();
    void boundsWhatAHostileFileAsksFor();
    void weakerParametersDoNotOpenIt();
    void writesDearerThanItFound();
    void saysThatThereIsNoPassphrase();
    void keepsTheOldFileWhenKilledBeforeTheRename();
    void twoWritersAtOnceLoseNothing();
    void waitsForTheLockOnlySoLong();
    void isForItsOwnerAlone();
    void doesNotFollowALinkWhenWriting();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("secrets.sealed")); }
    [[nodiscard]] QByteArray found(SealedStore &store, const char *name)
    {
        auto secret = store.find(*findKnownSecret(name));
        return secret && *secret ? (*secret)->value.view().toByteArray() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    const SystemClock m_clock;
};

void TestSealedStore::givesBackWhatWasStored()
{
    Sealer sealer(passphrase(), kCheap);
    SealedStore store(path(), &sealer, m_clock);
    QVERIFY(found(store, "JWT_SECRET").isEmpty());
    QVERIFY(store.store(one("JWT_SECRET", "first")));
    QVERIFY(store.store(one("REDIS_URL", "second")));
    QVERIFY(store.store(one("JWT_SECRET", "third")));
    Sealer another(passphrase(), kCheap);
    SealedStore reopened(path(), &another, m_clock);
    QCOMPARE(found(reopened, "JWT_SECRET"), QByteArray("third"));
    QCOMPARE(found(reopened, "HYPERCODE_REDIS_URL"), QByteArray("second"));
    for (const char *text : {"first", "second", "third", "JWT_SECRET"})
        QVERIFY(!contentOf(path()).contains(text));
}

void TestSealedStore::takesANewNonceWithEveryWrite()
{
    Sealer sealer(passphrase(), kCheap);
    QSet<QByteArray> nonces;
    for (int i = 0; i < 20; ++i)
        nonces.insert(sealer.seal(kPurpose, "same")->mid(kHeaderSize - 12, 12));
    QCOMPARE(nonces.size(), 20);
}

void TestSealedStore::refusesAnotherPassphrase()
{
    const QByteArray sealed = *Sealer(passphrase(), kCheap).seal(kPurpose, "secret");
    Sealer wrong(SecretBytes("correct horse battery staplf"), kCheap);
    const auto opened = wrong.open(kPurpose, sealed);
    QVERIFY(!opened);
    QVERIFY(opened.error().detail.contains(QStringLiteral("passphrase is wrong")));
}

void TestSealedStore::refusesAnyFlippedBit()
{
    Sealer sealer(passphrase(), kCheap);
    const QByteArray sealed = *sealer.seal(kPurpose, "secret");
    QCOMPARE(sealer.open(kPurpose, sealed)->view(), "secret");
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        // One bit a byte where opening costs a key derivation, all of them elsewhere.
        const bool derives = at >= 12 && at < kHeaderSize - 12;
        for (int bit = derives ? static_cast<int>(at % 8) : 0; bit < (derives ? static_cast<int>(at % 8) + 1 : 8); ++bit) {
            QByteArray changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            QVERIFY2(!sealer.open(kPurpose, changed), QByteArray::number(at));
        }
    }
}

void TestSealedStore::refusesWhatWasCutOff()
{
    Sealer sealer(passphrase(), kCheap);
    const QByteArray sealed = *sealer.seal(kPurpose, "secret");
    for (qsizetype size = 0; size < sealed.size(); ++size)
        QVERIFY(!sealer.open(kPurpose, sealed.first(size)));
    QVERIFY(!sealer.open(kPurpose, sealed + 'x'));
}

void TestSealedStore::refusesAnotherPurpose()
{
    Sealer sealer(passphrase(), kCheap);
    QVERIFY(!sealer.open("other", *sealer.seal(kPurpose, "secret")));
}

void TestSealedStore::refusesAnotherVersion()
{
    Sealer sealer(passphrase(), kCheap);
    QByteArray sealed = *sealer.seal(kPurpose, "secret");
    sealed[11] = 2;
    const auto opened = sealer.open(kPurpose, sealed);
    QVERIFY(!opened);
    QVERIFY(opened.error().detail.contains(QStringLiteral("version 2")));
}

void TestSealedStore::boundsWhatAHostileFileAsksFor_data()
{
    QTest::addColumn<int>("parameter");
    QTest::addColumn<quint32>("value");
    QTest::newRow("terabytes") << 0 << 0xffffffffU;
    QTest::newRow("a gigabyte") << 0 << 1024U * 1024;
    QTest::newRow("next to none") << 0 << 8U;
    QTest::newRow("passes for ever") << 1 << 0xffffffffU;
    QTest::newRow("no pass") << 1 << 0U;
    QTest::newRow("many lanes") << 2 << 0xffffU;
    QTest::newRow("no lane") << 2 << 0U;
}

void TestSealedStore::boundsWhatAHostileFileAsksFor()
{
    QFETCH(int, parameter);
    QFETCH(quint32, value);
    Sealer sealer(passphrase(), kCheap);
    QByteArray sealed = *sealer.seal(kPurpose, "secret");
    qToBigEndian(value, sealed.data() + 12 + qsizetype(4) * parameter);
    QElapsedTimer timer;
    timer.start();
    const auto opened = sealer.open(kPurpose, sealed);
    QVERIFY(!opened);
    QVERIFY(opened.error().detail.contains(QStringLiteral("out of bounds")));
    QVERIFY(timer.elapsed() < 1000);
}

void TestSealedStore::weakerParametersDoNotOpenIt()
{
    Sealer dear(passphrase(), {16 * 1024, 2});
    QByteArray sealed = *dear.seal(kPurpose, "secret");
    qToBigEndian(quint32(8 * 1024), sealed.data() + 12);
    qToBigEndian(quint32(1), sealed.data() + 16);
    QVERIFY(!dear.open(kPurpose, sealed));
}

void TestSealedStore::writesDearerThanItFound()
{
    const QByteArray cheap = *Sealer(passphrase(), kCheap).seal(kPurpose, "secret");
    Sealer dear(passphrase(), {16 * 1024, 2});
    QVERIFY(dear.open(kPurpose, cheap));
    const QByteArray sealed = *dear.seal(kPurpose, "secret");
    QCOMPARE(qFromBigEndian<quint32>(sealed.constData() + 12), quint32(16 * 1024));
    QCOMPARE(qFromBigEndian<quint32>(sealed.constData() + 16), quint32(2));
}

void TestSealedStore::saysThatThereIsNoPassphrase()
{
    SealedStore locked(path(), nullptr, m_clock);
    QVERIFY(!*locked.find(*findKnownSecret("JWT_SECRET"))); // nothing there: nothing to open
    QVERIFY(!locked.store(one("JWT_SECRET", "x")));
    Sealer sealer(passphrase(), kCheap);
    QVERIFY(SealedStore(path(), &sealer, m_clock).store(one("JWT_SECRET", "x")));
    const auto secret = locked.find(*findKnownSecret("JWT_SECRET"));
    QVERIFY(!secret);
    QVERIFY(secret.error().detail.contains(QStringLiteral("SECRETS_PASSPHRASE")));
}

void TestSealedStore::keepsTheOldFileWhenKilledBeforeTheRename()
{
    Sealer sealer(passphrase(), kCheap);
    SealedStore store(path(), &sealer, m_clock);
    QVERIFY(store.store(one("JWT_SECRET", "old")));
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        dieInsteadOfRenaming = true;
        (void)store.store(one("JWT_SECRET", "new"));
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    QVERIFY(QFile::exists(path() + QStringLiteral(".new"))); // it had been written
    QCOMPARE(found(store, "JWT_SECRET"), QByteArray("old"));
    QVERIFY(store.store(one("JWT_SECRET", "newer")));
    QCOMPARE(found(store, "JWT_SECRET"), QByteArray("newer"));
    QVERIFY(!QFile::exists(path() + QStringLiteral(".new")));
}

void TestSealedStore::twoWritersAtOnceLoseNothing()
{
    std::atomic<int> failures = 0;
    std::vector<std::thread> writers;
    for (const char *name : {"JWT_SECRET", "REDIS_URL", "DATABASE_URL"}) {
        writers.emplace_back([this, name, &failures] {
            Sealer sealer(passphrase(), kCheap);
            SealedStore store(path(), &sealer, m_clock);
            for (int i = 0; i < 8; ++i)
                failures += store.store(one(name, name + QByteArray::number(i))) ? 0 : 1;
        });
    }
    for (std::thread &writer : writers)
        writer.join();
    QCOMPARE(failures.load(), 0);
    Sealer sealer(passphrase(), kCheap);
    SealedStore store(path(), &sealer, m_clock);
    for (const char *name : {"JWT_SECRET", "REDIS_URL", "DATABASE_URL"})
        QCOMPARE(found(store, name), name + QByteArray("7"));
}

void TestSealedStore::waitsForTheLockOnlySoLong()
{
    const auto held = FileLock::acquire(path());
    QVERIFY(held);
    const auto refused = FileLock::acquire(path(), 20ms);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
}

void TestSealedStore::isForItsOwnerAlone()
{
    Sealer sealer(passphrase(), kCheap);
    SealedStore store(path(), &sealer, m_clock);
    QVERIFY(store.store(one("JWT_SECRET", "x")));
    QCOMPARE(QFile::permissions(path()) & 0x77, QFile::Permissions());
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(!(*store.find(*findKnownSecret("JWT_SECRET")))->warning.isEmpty());
    QVERIFY(store.store(one("JWT_SECRET", "y")));
    QCOMPARE(QFile::permissions(path()) & 0x77, QFile::Permissions());
}

void TestSealedStore::doesNotFollowALinkWhenWriting()
{
    const QString victim = m_folder->filePath(QStringLiteral("victim"));
    QFile file(victim);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
    file.close();
    QVERIFY(QFile::link(victim, path() + QStringLiteral(".new")));
    Sealer sealer(passphrase(), kCheap);
    QVERIFY(SealedStore(path(), &sealer, m_clock).store(one("JWT_SECRET", "x")));
    QCOMPARE(contentOf(victim), QByteArray("precious"));
}

QTEST_APPLESS_MAIN(TestSealedStore)
#include "test_sealed_store.moc"
