#include "secrets/key_ring.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace std::chrono_literals;

namespace {
class SetClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const override { return time; }
    [[nodiscard]] SteadyTime steadyNow() const override { return {}; }
    WallTime time{std::chrono::hours(1'000'000)};
};
} // namespace

class TestKeyRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(QFile::remove(path()) || !QFile::exists(path())); }
    void keepsItsKeysOverARestart();
    void whatTheOldKeySignedWorksUntilTheGraceEnds();
    void rotatingNowEndsTheOldKeyAtOnce();
    void aNewGivenSecretTakesOverWithGrace();
    void seesWhatAnotherProcessRotated();
    void refusesAFileThatOthersCanRead();
    void refusesADamagedFile();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("keys.json")); }
    [[nodiscard]] std::unique_ptr<KeyRing> open(std::optional<SecretBytes> given = {})
    {
        auto ring = KeyRing::open(path(), std::move(given), 1h, m_clock);
        if (!ring)
            qFatal("%s", qPrintable(ring.error().detail));
        return std::move(*ring);
    }
    QTemporaryDir m_folder;
    SetClock m_clock;
};

void TestKeyRing::keepsItsKeysOverARestart()
{
    const QByteArray id = open()->keys().get()->active().id;
    QCOMPARE(open()->keys().get()->active().id, id);
    QCOMPARE(QFile::permissions(path()) & 0x77, QFile::Permissions());
}

void TestKeyRing::whatTheOldKeySignedWorksUntilTheGraceEnds()
{
    const auto ring = open();
    const QByteArray old = ring->keys().get()->active().id;
    QVERIFY(ring->rotate(KeyRing::Rotation::Graceful));
    const auto keys = ring->keys().get();
    QVERIFY(keys->active().id != old);
    QVERIFY(keys->verifying(old, m_clock.now() + 59min) != nullptr);
    QVERIFY(keys->verifying(old, m_clock.now() + 1h) == nullptr);
}

void TestKeyRing::rotatingNowEndsTheOldKeyAtOnce()
{
    const auto ring = open();
    const QByteArray old = ring->keys().get()->active().id;
    QVERIFY(ring->rotate(KeyRing::Rotation::Now));
    QVERIFY(ring->keys().get()->verifying(old, m_clock.now()) == nullptr);
}

void TestKeyRing::aNewGivenSecretTakesOverWithGrace()
{
    const QByteArray first = open(SecretBytes(QByteArray(32, 'a')))->keys().get()->active().id;
    QCOMPARE(open(SecretBytes(QByteArray(32, 'a')))->keys().get()->active().id, first);
    const auto ring = open(SecretBytes(QByteArray(32, 'b')));
    QVERIFY(ring->keys().get()->active().id != first);
    QVERIFY(ring->keys().get()->verifying(first, m_clock.now()) != nullptr);
}

void TestKeyRing::seesWhatAnotherProcessRotated()
{
    const auto here = open();
    const auto there = open();
    QVERIFY(there->rotate(KeyRing::Rotation::Graceful));
    QVERIFY(here->reload());
    QCOMPARE(here->keys().get()->active().id, there->keys().get()->active().id);
}

void TestKeyRing::refusesAFileThatOthersCanRead()
{
    (void)open();
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(!KeyRing::open(path(), {}, 1h, m_clock));
}

void TestKeyRing::refusesADamagedFile()
{
    (void)open();
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"keys\": []}");
    file.close();
    QVERIFY(!KeyRing::open(path(), {}, 1h, m_clock));
}

QTEST_APPLESS_MAIN(TestKeyRing)
#include "test_key_ring.moc"
