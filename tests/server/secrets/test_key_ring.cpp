#include "core/random.h"
#include "secrets/given_key.h"
#include "secrets/key_ring.h"
#include "secrets/key_ring_file.h"
#include "secrets/sealer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

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

SecretBytes given(char c)
{
    return SecretBytes(QByteArray(32, c));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestKeyRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = {};
        m_sealer.reset();
        m_options = {.grace = 1h, .algorithm = KeyAlgorithm::Hs256};
    }
    void keepsItsKeysOverARestart();
    void whatTheOldKeySignedWorksUntilTheGraceEnds();
    void rotatingNowEndsEveryOldKeyAtOnce();
    void rotatingMakesUpForAMissingNextKey();
    void retiredKeysAreGoneFromMemoryAndFile();
    void aNewGivenSecretTakesOverWithGrace();
    void aGivenSecretMayComeBack();
    void aGivenSecretThatARotationEndedDoesNotComeBack_data();
    void aGivenSecretThatARotationEndedDoesNotComeBack();
    void rotatingNowEndsEveryGivenSecretForGood();
    void refusesAGivenSecretThatIsTooShort();
    void aGivenSecretHasTheSameKeyOnEveryHost();
    void aKeysNameTellsNothingOfItsMaterial();
    void anotherAlgorithmTakesOverWithGrace();
    void anotherAlgorithmDoesNotBringBackAnEndedSecret();
    void seesWhatAnotherProcessRotated();
    void rotationsAtOnceLoseNothing();
    void keepsItsKeysWhenTheFileIsDamagedMeanwhile();
    void encryptsTheFileOnceThereIsAPassphrase();
    void refusesAFileThatOthersCanRead();
    void refusesADamagedFile();
    void refusesAFileThatWasCutOffAnywhere();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("signing-keys")); }
    [[nodiscard]] Result<std::unique_ptr<KeyRing>> tryOpen(const std::optional<SecretBytes> &secret = {}) const
    {
        return KeyRing::open(std::make_shared<KeyRingFile>(path(), m_sealer), secret, m_options, m_clock);
    }
    [[nodiscard]] std::unique_ptr<KeyRing> open(const std::optional<SecretBytes> &secret = {}) const
    {
        auto ring = tryOpen(secret);
        if (!ring)
            qFatal("%s", qPrintable(ring.error().detail));
        return std::move(*ring);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Sealer> m_sealer;
    KeyRingOptions m_options;
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
    const auto &all = ring->keys().get()->all();
    const QByteArray next = std::ranges::find(all, KeyState::Next, &SigningKey::state)->id;
    QVERIFY(ring->rotate(KeyRing::Rotation::Graceful));
    const auto keys = ring->keys().get();
    QCOMPARE(keys->active().id, next);
    QVERIFY(keys->verifying(old, m_clock.now() + 59min) != nullptr);
    QVERIFY(keys->verifying(old, m_clock.now() + 1h) == nullptr);
}

void TestKeyRing::rotatingNowEndsEveryOldKeyAtOnce()
{
    const auto ring = open();
    const auto before = ring->keys().get();
    QVERIFY(ring->rotate(KeyRing::Rotation::Graceful));
    const auto between = ring->keys().get();
    QVERIFY(ring->rotate(KeyRing::Rotation::Now));
    for (const auto &keys : {before, between}) {
        for (const SigningKey &key : keys->all()) {
            QVERIFY(ring->keys().get()->verifying(key.id, m_clock.now()) == nullptr);
            QVERIFY(!contentOf(path()).contains(key.material.view()));
        }
    }
}

void TestKeyRing::rotatingMakesUpForAMissingNextKey()
{
    (void)open();
    QVERIFY(KeyRingFile(path(), nullptr).change([](RingContent &content) {
        std::erase_if(content.keys, [](const SigningKey &key) { return key.state == KeyState::Next; });
    }));
    const auto ring = open();
    QVERIFY(ring->rotate(KeyRing::Rotation::Graceful));
    const auto &keys = ring->keys().get()->all();
    QCOMPARE(std::ranges::count(keys, KeyState::Active, &SigningKey::state), 1);
    QCOMPARE(std::ranges::count(keys, KeyState::Next, &SigningKey::state), 1);
}

void TestKeyRing::retiredKeysAreGoneFromMemoryAndFile()
{
    const auto ring = open();
    const SigningKey old = ring->keys().get()->active().clone();
    QVERIFY(ring->rotate(KeyRing::Rotation::Graceful));
    QVERIFY(contentOf(path()).contains(old.material.view()));
    m_clock.time += 61min;
    QVERIFY(ring->refresh());
    QVERIFY(!contentOf(path()).contains(old.material.view()));
    QVERIFY(std::ranges::find(ring->keys().get()->all(), old.id, &SigningKey::id) == ring->keys().get()->all().end());
}

void TestKeyRing::aNewGivenSecretTakesOverWithGrace()
{
    const QByteArray first = open(given('a'))->keys().get()->active().id;
    QCOMPARE(open(given('a'))->keys().get()->active().id, first);
    const auto ring = open(given('b'));
    QVERIFY(ring->keys().get()->active().id != first);
    QVERIFY(ring->keys().get()->verifying(first, m_clock.now()) != nullptr);
    QCOMPARE(ring->keys().get()->active().material.view(), given('b').view());
    QVERIFY(ring->adopt(given('c')));
    QCOMPARE(ring->keys().get()->active().material.view(), given('c').view());
}

void TestKeyRing::aGivenSecretMayComeBack()
{
    const QByteArray first = open(given('a'))->keys().get()->active().id;
    (void)open(given('b'));
    QCOMPARE(open(given('a'))->keys().get()->active().id, first);
    (void)open(given('b'));
    m_clock.time += 2h;
    QCOMPARE(open(given('a'))->keys().get()->active().id, first);
}

void TestKeyRing::aGivenSecretThatARotationEndedDoesNotComeBack_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<int>("minutesLater");
    QTest::newRow("at once") << static_cast<int>(KeyRing::Rotation::Now) << 0;
    QTest::newRow("at once, later") << static_cast<int>(KeyRing::Rotation::Now) << 600;
    QTest::newRow("gracefully, within the grace") << static_cast<int>(KeyRing::Rotation::Graceful) << 10;
    QTest::newRow("gracefully, after it") << static_cast<int>(KeyRing::Rotation::Graceful) << 600;
}

void TestKeyRing::aGivenSecretThatARotationEndedDoesNotComeBack()
{
    QFETCH(int, rotation);
    QFETCH(int, minutesLater);
    QByteArray successor;
    {
        const auto ring = open(given('a'));
        QVERIFY(!ring->isSuperseded(given('a')));
        QVERIFY(ring->rotate(static_cast<KeyRing::Rotation>(rotation)));
        successor = ring->keys().get()->active().id;
    }
    m_clock.time += std::chrono::minutes(minutesLater);
    for (int restart = 0; restart < 2; ++restart) {
        const auto ring = open(given('a'));
        QCOMPARE(ring->keys().get()->active().id, successor);
        QVERIFY(ring->isSuperseded(given('a')));
    }
    QCOMPARE(open(given('b'))->keys().get()->active().material.view(), given('b').view());
}

void TestKeyRing::rotatingNowEndsEveryGivenSecretForGood()
{
    (void)open(given('a'));
    QVERIFY(open(given('b'))->rotate(KeyRing::Rotation::Now));
    for (const char each : {'a', 'b'})
        QVERIFY(open(given(each))->isSuperseded(given(each)));
}

void TestKeyRing::refusesAGivenSecretThatIsTooShort()
{
    const auto ring = open(given('a'));
    QVERIFY(!ring->adopt(SecretBytes(QByteArray(31, 'b'))));
    QVERIFY(!tryOpen(SecretBytes(QByteArray(31, 'b'))));
    QVERIFY(!open(given('a'))->isSuperseded(given('a')));
}

void TestKeyRing::aGivenSecretHasTheSameKeyOnEveryHost()
{
    for (const KeyAlgorithm algorithm : {KeyAlgorithm::Hs256, KeyAlgorithm::EdDsa}) {
        const SigningKey here = keyFromGiven(given('a'), algorithm);
        const SigningKey there = keyFromGiven(given('a'), algorithm);
        QCOMPARE(here.id, there.id);
        QCOMPARE(here.material.view(), there.material.view());
        QVERIFY(here.id != keyFromGiven(given('b'), algorithm).id);
    }
    QVERIFY(keyFromGiven(given('a'), KeyAlgorithm::EdDsa).material.view() != given('a').view());
}

void TestKeyRing::aKeysNameTellsNothingOfItsMaterial()
{
    const SigningKey key = keyFromGiven(given('a'), KeyAlgorithm::Hs256);
    const QByteArray name = QByteArray::fromBase64(key.id, QByteArray::Base64UrlEncoding);
    QCOMPARE(name.size(), 16);
    // Not what somebody would look it up by: a plain digest.
    for (const auto digest : {QCryptographicHash::Sha256, QCryptographicHash::Sha1, QCryptographicHash::Md5})
        QVERIFY(!QCryptographicHash::hash(QByteArray(32, 'a'), digest).startsWith(name.first(4)));
}

void TestKeyRing::anotherAlgorithmTakesOverWithGrace()
{
    const QByteArray old = open()->keys().get()->active().id;
    m_options.algorithm = KeyAlgorithm::EdDsa;
    const auto ring = open();
    const auto keys = ring->keys().get();
    QCOMPARE(keys->active().algorithm, KeyAlgorithm::EdDsa);
    QVERIFY(keys->verifying(old, m_clock.now()) != nullptr);
    QCOMPARE(keys->verifying(old, m_clock.now())->algorithm, KeyAlgorithm::Hs256);
    QVERIFY(ring->rotate(KeyRing::Rotation::Graceful));
    QCOMPARE(ring->keys().get()->active().algorithm, KeyAlgorithm::EdDsa);
    QCOMPARE(open()->keys().get()->active().algorithm, KeyAlgorithm::EdDsa);
}

void TestKeyRing::anotherAlgorithmDoesNotBringBackAnEndedSecret()
{
    QVERIFY(open(given('a'))->rotate(KeyRing::Rotation::Now));
    m_options.algorithm = KeyAlgorithm::EdDsa;
    QVERIFY(open(given('a'))->isSuperseded(given('a')));
}

void TestKeyRing::seesWhatAnotherProcessRotated()
{
    const auto here = open();
    const auto there = open();
    QVERIFY(there->rotate(KeyRing::Rotation::Graceful));
    QVERIFY(here->refresh());
    QCOMPARE(here->keys().get()->active().id, there->keys().get()->active().id);
    const quint64 generation = here->keys().generation();
    QVERIFY(here->refresh());
    QCOMPARE(here->keys().generation(), generation);
}

void TestKeyRing::rotationsAtOnceLoseNothing()
{
    constexpr int kEach = 10;
    (void)open();
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([this, &failures] {
            const auto ring = open(); // as another process would
            for (int round = 0; round < kEach; ++round)
                failures += ring->rotate(KeyRing::Rotation::Graceful) ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    // Every active key there ever was still verifies: none was written over.
    QCOMPARE(std::ranges::count(open()->keys().get()->all(), KeyState::VerifyOnly, &SigningKey::state), 3 * kEach);
}

void TestKeyRing::keepsItsKeysWhenTheFileIsDamagedMeanwhile()
{
    const auto ring = open();
    const QByteArray id = ring->keys().get()->active().id;
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("not a ring");
    file.close();
    QVERIFY(!ring->refresh());
    QCOMPARE(ring->keys().get()->active().id, id);
    QVERIFY(QFile::remove(path()));
    QVERIFY(!ring->refresh());
    QCOMPARE(ring->keys().get()->active().id, id);
}

void TestKeyRing::encryptsTheFileOnceThereIsAPassphrase()
{
    const auto plain = open();
    const SigningKey key = plain->keys().get()->active().clone();
    QVERIFY(contentOf(path()).contains(key.material.view()));
    m_sealer = std::make_shared<Sealer>(SecretBytes("a passphrase"), SealingCost{8 * 1024, 1});
    QCOMPARE(open()->keys().get()->active().id, key.id);
    QVERIFY(!contentOf(path()).contains(key.material.view()));
    m_sealer.reset();
    const auto locked = tryOpen();
    QVERIFY(!locked);
    QVERIFY(locked.error().detail.contains(QStringLiteral("SECRETS_PASSPHRASE")));
}

void TestKeyRing::refusesAFileThatOthersCanRead()
{
    (void)open();
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(!tryOpen());
}

void TestKeyRing::refusesADamagedFile()
{
    (void)open();
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"keys\": []}");
    file.close();
    QVERIFY(!tryOpen());
}

void TestKeyRing::refusesAFileThatWasCutOffAnywhere()
{
    (void)open(given('a'));
    const QByteArray whole = contentOf(path());
    const KeyRingFile ringFile(path(), nullptr);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(whole.first(size));
        file.close();
        QVERIFY2(!ringFile.read(), QByteArray::number(size));
    }
}

QTEST_APPLESS_MAIN(TestKeyRing)
#include "test_key_ring.moc"
