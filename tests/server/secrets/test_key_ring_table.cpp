#include "../storage/postgres_database.h"
#include "secrets/key_ring.h"
#include "secrets/key_ring_file.h"
#include "secrets/key_ring_table.h"
#include "secrets/sealer.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char kPassphrase[] = "the passphrase of all instances";

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

std::shared_ptr<Sealer> sealerOf(const char *passphrase = kPassphrase)
{
    return std::make_shared<Sealer>(SecretBytes(passphrase), SealingCost{8 * 1024, 1});
}

QByteArray activeIn(const KeyRing &ring)
{
    return ring.keys().get()->active().id;
}

std::set<QByteArray> idsIn(const KeyRing &ring)
{
    std::set<QByteArray> ids;
    for (const SigningKey &key : ring.keys().get()->all())
        ids.insert(key.id);
    return ids;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One of several processes on a database, as far as its keys go. Nothing is shared with another but the database.
struct Instance {
    std::unique_ptr<storage::Database> database;
    std::shared_ptr<const KeyRingTable> table;
    Result<std::unique_ptr<KeyRing>> ring;

    [[nodiscard]] KeyRing &operator*() const { return **ring; }
    [[nodiscard]] KeyRing *operator->() const { return ring->get(); }
};

} // namespace

/// Key rings of several instances on one PostgreSQL.
class TestKeyRingTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void allInstancesHaveOneRing();
    void firstStartsAtOnceAgreeOnOneRing();
    void aStartThatFindsEverythingInPlaceWritesNothing();
    void rotationsAtOnceLoseNothing();
    void rotatingNowEndsOldKeysOnAll();
    void aRotationIsAnnounced();
    void followsFromTheDatabasesOwnThreads();
    void retiredKeysAreGoneForAll();
    void nothingInTheDatabaseIsReadable();
    void anotherPassphraseOpensNothingAndChangesNothing();
    void anAlteredRowIsRefused_data();
    void anAlteredRowIsRefused();
    void anAlteredRowChangesNoKeysOfWhoRuns();
    void aRowThatIsGoneChangesNoKeysOfWhoRuns();
    void theFilesKeysGoIntoTheDatabase();
    void onlyTheFirstInstanceBringsItsFile();
    void aFileThatWasLeftBringsNoKeyBack();
    void aFileThatCannotBeReadIsNotPassedOver();
    void aSecretThatAllAreGivenIsOneKey();
    void aSecretThatARotationEndedComesBackNowhere();
    void keysStayWhileTheDatabaseIsAway();

private:
    [[nodiscard]] Instance instance(const std::optional<SecretBytes> &secret = {}, std::shared_ptr<Sealer> sealer = sealerOf(),
                                    std::shared_ptr<const KeyRingStore> before = nullptr) const
    {
        Instance one{openedWith(settingsFor(m_server.socketUrl(m_name))), nullptr, nullptr};
        one.table = std::make_shared<const KeyRingTable>(*one.database, std::move(sealer), std::move(before));
        one.ring = KeyRing::open(one.table, secret, {.grace = 1h, .algorithm = KeyAlgorithm::Hs256}, m_clock);
        return one;
    }
    [[nodiscard]] std::shared_ptr<const KeyRingFile> file(const QString &name) const
    {
        return std::make_shared<const KeyRingFile>(m_folder->filePath(name), nullptr);
    }
    [[nodiscard]] std::unique_ptr<KeyRing> ringOfFile(const QString &name) const
    {
        return KeyRing::open(file(name), {}, {.grace = 1h, .algorithm = KeyAlgorithm::Hs256}, m_clock).value();
    }
    [[nodiscard]] QByteArray ask(const QByteArray &sql) const { return m_server.query(m_name, sql).value_or("failed"); }
    [[nodiscard]] QByteArray row() const { return ask("SELECT encode(content, 'hex') FROM signing_keys"); }
    /// What is in the row, given the right passphrase.
    [[nodiscard]] QByteArray plainRow() const
    {
        const QByteArray sealed = QByteArray::fromHex(row());
        return sealerOf()->open("gatehouse signing keys of a deployment", sealed).value().view().toByteArray();
    }

    PostgresServer m_server;
    QByteArray m_name;
    std::unique_ptr<QTemporaryDir> m_folder;
    SetClock m_clock;
};

void TestKeyRingTable::initTestCase()
{
    QLoggingCategory::setFilterRules(u"gatehouse.storage.warning=false\ngatehouse.storage.info=false"_s);
    QVERIFY2(m_server.start(), m_server.output().constData());
}

void TestKeyRingTable::init()
{
    m_name = m_server.makeDatabase();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = {};
}

void TestKeyRingTable::allInstancesHaveOneRing()
{
    const Instance one = instance();
    QVERIFY2(one.ring, one.ring ? "" : qPrintable(one.ring.error().detail));
    const Instance two = instance();
    QVERIFY(two.ring);
    QCOMPARE(idsIn(*one), idsIn(*two));
    QCOMPARE(activeIn(*one), activeIn(*two));
    QVERIFY(two->rotate(KeyRing::Rotation::Graceful));
    QVERIFY(activeIn(*one) != activeIn(*two));
    QVERIFY(one->refresh());
    QCOMPARE(activeIn(*one), activeIn(*two));
    QCOMPARE(idsIn(*one), idsIn(*two));
    const quint64 generation = one->keys().generation();
    QVERIFY(one->refresh());
    QCOMPARE(one->keys().generation(), generation);
}

void TestKeyRingTable::firstStartsAtOnceAgreeOnOneRing()
{
    (void)openedWith(settingsFor(m_server.socketUrl(m_name))); // the schema, so that all come to the keys at once
    constexpr int kInstances = 6;
    std::vector<Instance> instances(kInstances);
    {
        std::vector<std::jthread> starts;
        starts.reserve(kInstances);
        for (Instance &each : instances)
            starts.emplace_back([&] { each = instance(); });
    }
    for (const Instance &each : instances) {
        QVERIFY2(each.ring, each.ring ? "" : qPrintable(each.ring.error().detail));
        QCOMPARE(idsIn(*each), idsIn(*instances.front()));
    }
    QCOMPARE(ask("SELECT version FROM signing_keys"), QByteArray("1"));
}

void TestKeyRingTable::aStartThatFindsEverythingInPlaceWritesNothing()
{
    const Instance one = instance(given('a'));
    const QByteArray before = row();
    QVERIFY(instance(given('a')).ring);
    QVERIFY(instance().ring);
    QCOMPARE(row(), before);
}

void TestKeyRingTable::rotationsAtOnceLoseNothing()
{
    constexpr int kInstances = 4;
    constexpr int kEach = 5;
    (void)instance();
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kInstances; ++i) {
            threads.emplace_back([&] {
                const Instance one = instance();
                for (int round = 0; round < kEach; ++round)
                    failures += one->rotate(KeyRing::Rotation::Graceful) ? 0 : 1;
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    // Every active key there ever was still verifies: none was written over.
    const Instance after = instance();
    QCOMPARE(std::ranges::count(after->keys().get()->all(), KeyState::VerifyOnly, &SigningKey::state), kInstances * kEach);
}

void TestKeyRingTable::rotatingNowEndsOldKeysOnAll()
{
    const Instance one = instance();
    const Instance two = instance();
    const auto before = one->keys().get();
    QVERIFY(two->rotate(KeyRing::Rotation::Now));
    QVERIFY(one->refresh());
    for (const SigningKey &key : before->all()) {
        // Whatever the clocks of the two say: it is not there any more.
        QVERIFY(one->keys().get()->verifying(key.id, m_clock.now() - 1h) == nullptr);
        QVERIFY(!plainRow().contains(key.material.view()));
    }
}

void TestKeyRingTable::aRotationIsAnnounced()
{
    const Instance one = instance();
    const Instance two = instance();
    std::atomic<int> heard = 0;
    one.database->onExternalChange([&](QSqlDatabase &connection) {
        const Result<void> done = one->refresh(one.table->over(connection));
        ++heard;
        return done;
    });
    QTRY_COMPARE(heard.load(), 1); // at first
    QVERIFY(two->rotate(KeyRing::Rotation::Graceful));
    QTRY_COMPARE_WITH_TIMEOUT(activeIn(*one), activeIn(*two), 400 * TEST_TIME_FACTOR);
    const int before = heard;
    QVERIFY(m_server.query(m_name, "DELETE FROM signing_keys"));
    QTRY_VERIFY_WITH_TIMEOUT(heard > before, 400 * TEST_TIME_FACTOR);
    QCOMPARE(activeIn(*one), activeIn(*two));
}

void TestKeyRingTable::followsFromTheDatabasesOwnThreads()
{
    storage::PostgresSettings settings = settingsFor(m_server.socketUrl(m_name));
    settings.maxConnections = 1; // so that who waited for another would wait for ever
    const Instance two = instance();
    Instance one{openedWith(std::move(settings)), nullptr, nullptr};
    one.table = std::make_shared<const KeyRingTable>(*one.database, sealerOf(), nullptr);
    one.ring = KeyRing::open(one.table, {}, {.grace = 1h, .algorithm = KeyAlgorithm::Hs256}, m_clock);
    QVERIFY(two->rotate(KeyRing::Rotation::Graceful));
    m_clock.time += 2h; // there is something to drop as well
    std::atomic<int> done = 0;
    one.database->runDetached([&](QSqlDatabase &connection) { return one->refresh(one.table->over(connection)); },
                              [&done](const Result<void> &outcome) { done = outcome ? 1 : -1; });
    QTRY_COMPARE(done.load(), 1);
    QCOMPARE(activeIn(*one), activeIn(*two));
}

void TestKeyRingTable::retiredKeysAreGoneForAll()
{
    const Instance one = instance();
    const Instance two = instance();
    const SigningKey old = one->keys().get()->active().clone();
    QVERIFY(one->rotate(KeyRing::Rotation::Graceful));
    QVERIFY(two->refresh());
    QVERIFY(plainRow().contains(old.material.view()));
    m_clock.time += 61min;
    QVERIFY(one->refresh());
    QVERIFY(!plainRow().contains(old.material.view()));
    const QByteArray dropped = row();
    QVERIFY(two->refresh());
    QVERIFY(!idsIn(*two).contains(old.id));
    QCOMPARE(row(), dropped); // once
}

void TestKeyRingTable::nothingInTheDatabaseIsReadable()
{
    const Instance one = instance(given('a'));
    QVERIFY(one->rotate(KeyRing::Rotation::Graceful));
    const QByteArray sealed = QByteArray::fromHex(row());
    QVERIFY(Sealer::isSealed(sealed));
    for (const SigningKey &key : one->keys().get()->all()) {
        QVERIFY(!sealed.contains(key.material.view()));
        QVERIFY(!sealed.contains(key.id));
        QVERIFY(plainRow().contains(key.material.view()));
    }
}

void TestKeyRingTable::anotherPassphraseOpensNothingAndChangesNothing()
{
    const Instance one = instance();
    const QByteArray before = row();
    const Instance wrong = instance(given('a'), sealerOf("the passphrase of somebody else"));
    QVERIFY(!wrong.ring);
    QCOMPARE(wrong.ring.error().kind, ErrorKind::Unavailable);
    const QString &detail = wrong.ring.error().detail;
    QVERIFY2(detail.contains(u"the passphrase is wrong"_s) && detail.contains(u"SECRETS_PASSPHRASE"_s), qPrintable(detail));
    QVERIFY(!detail.contains(u"somebody else"_s));
    QCOMPARE(row(), before);
}

void TestKeyRingTable::anAlteredRowIsRefused_data()
{
    QTest::addColumn<QByteArray>("change");
    // Magic, version, memory, passes, lanes, salt, nonce; from 52 on what is encrypted.
    for (const int at : {0, 11, 15, 19, 23, 30, 45, 52, 140})
        QTest::addRow("byte %d", at) << "content = set_byte(content, " + QByteArray::number(at) + ", 255 - get_byte(content, "
                + QByteArray::number(at) + "))";
    QTest::newRow("its last byte") << QByteArray(
        "content = set_byte(content, length(content) - 1, 255 - get_byte(content, length(content) - 1))");
    QTest::newRow("cut off") << QByteArray("content = substr(content, 1, length(content) - 1)");
    QTest::newRow("more at the end") << QByteArray("content = content || '\\x00'");
    QTest::newRow("empty") << QByteArray("content = ''");
    QTest::newRow("too large") << QByteArray("content = content || decode(repeat('00', 1048577), 'hex')");
    QTest::newRow("a plain ring") << QByteArray("content = 'GHKEYS01' || substr(content, 9)");
}

void TestKeyRingTable::anAlteredRowIsRefused()
{
    QFETCH(QByteArray, change);
    (void)instance();
    QVERIFY2(m_server.query(m_name, "UPDATE signing_keys SET " + change), m_server.output().constData());
    const Instance after = instance();
    QVERIFY(!after.ring);
    QCOMPARE(after.ring.error().kind, ErrorKind::Unavailable);
}

void TestKeyRingTable::anAlteredRowChangesNoKeysOfWhoRuns()
{
    const Instance one = instance();
    const std::set<QByteArray> ids = idsIn(*one);
    const QByteArray good = row();
    // Also what another place was sealed for, under the same passphrase: a data folder's file.
    const KeyRingFile folder(m_folder->filePath(u"signing-keys"_s), sealerOf());
    QVERIFY(KeyRing::open(std::make_shared<KeyRingFile>(folder.description(), sealerOf()), {}, {}, m_clock));
    for (const QByteArray &planted : {QByteArray("00"), contentOf(folder.description()).toHex()}) {
        QVERIFY(m_server.query(m_name, "UPDATE signing_keys SET content = '\\x" + planted + "'"));
        QVERIFY(!one->refresh());
        QVERIFY(one->refresh()); // said once
        QVERIFY(!one->rotate(KeyRing::Rotation::Graceful));
        QCOMPARE(idsIn(*one), ids);
    }
    QVERIFY(m_server.query(m_name, "UPDATE signing_keys SET content = '\\x" + good + "'"));
    QVERIFY(one->refresh());
    QVERIFY(one->rotate(KeyRing::Rotation::Graceful));
    QVERIFY(idsIn(*one) != ids);
}

void TestKeyRingTable::aRowThatIsGoneChangesNoKeysOfWhoRuns()
{
    const Instance one = instance();
    const std::set<QByteArray> ids = idsIn(*one);
    QVERIFY(m_server.query(m_name, "DELETE FROM signing_keys"));
    const Result<void> gone = one->refresh();
    QVERIFY(!gone);
    QVERIFY2(gone.error().detail.contains(u"is gone"_s), qPrintable(gone.error().detail));
    QCOMPARE(idsIn(*one), ids);
    QVERIFY(one->refresh());
    const Instance two = instance();
    QVERIFY(one->refresh());
    QCOMPARE(idsIn(*one), idsIn(*two));
}

void TestKeyRingTable::theFilesKeysGoIntoTheDatabase()
{
    const auto alone = ringOfFile(u"one"_s);
    QVERIFY(alone->rotate(KeyRing::Rotation::Graceful));
    const QByteArray before = contentOf(m_folder->filePath(u"one"_s));
    const Instance one = instance({}, sealerOf(), file(u"one"_s));
    QVERIFY(one.ring);
    QCOMPARE(idsIn(*one), idsIn(*alone));
    QCOMPARE(activeIn(*one), activeIn(*alone));
    QCOMPARE(contentOf(m_folder->filePath(u"one"_s)), before);
    QCOMPARE(idsIn(*instance()), idsIn(*alone));
}

void TestKeyRingTable::onlyTheFirstInstanceBringsItsFile()
{
    const auto other = ringOfFile(u"two"_s);
    const Instance one = instance({}, sealerOf(), file(u"one"_s)); // there is no such file
    const Instance two = instance({}, sealerOf(), file(u"two"_s));
    QCOMPARE(idsIn(*one), idsIn(*two));
    for (const QByteArray &id : idsIn(*other))
        QVERIFY(!idsIn(*two).contains(id));
}

void TestKeyRingTable::aFileThatWasLeftBringsNoKeyBack()
{
    const auto alone = ringOfFile(u"one"_s);
    {
        const Instance one = instance({}, sealerOf(), file(u"one"_s));
        QVERIFY(one->rotate(KeyRing::Rotation::Now));
    }
    const Instance again = instance({}, sealerOf(), file(u"one"_s));
    for (const QByteArray &id : idsIn(*alone))
        QVERIFY(!idsIn(*again).contains(id));
}

void TestKeyRingTable::aFileThatCannotBeReadIsNotPassedOver()
{
    (void)ringOfFile(u"one"_s);
    QVERIFY(QFile::resize(m_folder->filePath(u"one"_s), 20));
    const Instance one = instance({}, sealerOf(), file(u"one"_s));
    QVERIFY(!one.ring);
    QVERIFY(one.ring.error().detail.contains(u"damaged"_s));
    QCOMPARE(ask("SELECT count(*) FROM signing_keys"), QByteArray("0"));
}

void TestKeyRingTable::aSecretThatAllAreGivenIsOneKey()
{
    const Instance one = instance(given('a'));
    const Instance two = instance(given('a'));
    QCOMPARE(activeIn(*one), activeIn(*two));
    QCOMPARE(two->keys().get()->active().material.view(), given('a').view());
    // A new one, given to one instance after the other, logs nobody out in between.
    const Instance three = instance(given('b'));
    QVERIFY(one->refresh());
    QCOMPARE(activeIn(*one), activeIn(*three));
    QVERIFY(one->keys().get()->verifying(activeIn(*two), m_clock.now()) != nullptr);
}

void TestKeyRingTable::aSecretThatARotationEndedComesBackNowhere()
{
    for (const auto rotation : {KeyRing::Rotation::Graceful, KeyRing::Rotation::Now}) {
        const char secret = rotation == KeyRing::Rotation::Now ? 'n' : 'g';
        const Instance one = instance(given(secret));
        QVERIFY(one->rotate(rotation));
        const QByteArray successor = activeIn(*one);
        m_clock.time += 2h; // its key retires
        QVERIFY(one->refresh());
        const Instance two = instance(given(secret));
        QVERIFY(two->isSuperseded(given(secret)));
        QCOMPARE(activeIn(*two), successor);
        QVERIFY(two->adopt(given(secret)));
        QCOMPARE(activeIn(*two), successor);
    }
}

void TestKeyRingTable::keysStayWhileTheDatabaseIsAway()
{
    const Instance one = instance();
    const Instance two = instance();
    const std::set<QByteArray> ids = idsIn(*one);
    m_server.kill();
    const Result<void> away = one->refresh();
    QVERIFY(!away);
    QCOMPARE(away.error().kind, ErrorKind::Unavailable);
    QVERIFY(!one->rotate(KeyRing::Rotation::Now));
    QCOMPARE(idsIn(*one), ids);
    QVERIFY2(m_server.start(), m_server.output().constData());
    QTRY_VERIFY(one->refresh());
    QCOMPARE(idsIn(*one), ids); // the rotation was refused and did not happen
    QTRY_VERIFY(two->rotate(KeyRing::Rotation::Now));
    QTRY_VERIFY(one->refresh());
    QCOMPARE(idsIn(*one), idsIn(*two));
}

QTEST_GUILESS_MAIN(TestKeyRingTable)
#include "test_key_ring_table.moc"
