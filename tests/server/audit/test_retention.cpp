#include "audit_fixture.h"

#include "audit/checkpointer.h"
#include "audit/record_export.h"
#include "audit/retention.h"
#include "audit/segment.h"
#include "audit/store_file.h"
#include "audit/tlog_proof.h"
#include "storage/sqlite_space.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace gatehouse::audit::tests;
using namespace gatehouse::storage;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Finding::Kind;

namespace {

class SetClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const override { return time; }
    [[nodiscard]] SteadyTime steadyNow() const override { return {}; }
    WallTime time{};
};

} // namespace

/// What is old leaves the database, and nothing that was ever proved or signed stops being so.
class TestRetention : public QObject, private EitherEngine
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.output().constData()); }
    void oldEntriesAreSealedAndDropped_data() { engines(); }
    void oldEntriesAreSealedAndDropped();
    void youngAndFewEntriesStay();
    void proofsHoldOverWhatRemainsAndFromBefore();
    void sealedFilesAndTheRestAreCheckedTogether();
    void aSealedFileIsCheckedAlone();
    void tamperingWithASealedFileIsNamed();
    void aPageOfAnExportIsCheckedAlone_data();
    void aPageOfAnExportIsCheckedAlone();
    void whatAnInterruptedRunLeftIsFinished_data() { engines(); }
    void whatAnInterruptedRunLeftIsFinished();
    void alteredEntriesAreNotDropped();
    void droppingWithoutASealIsNamed_data();
    void droppingWithoutASealIsNamed();
    void recordIsSoundWhileItIsSealed();
    void theFileShrinks();
    void spaceOfAFileThatCannotShrinkIsUsedAgain();
    void anOldFileShrinksOnceItWasCompacted();
    void sealsAreTakenAsNothingElse();

private:
    /// A record of `entries`, a millisecond from one to the next, of which those before `oldBefore` are old.
    void makeRecord(int entries, int oldBefore, bool postgres = false);
    [[nodiscard]] Result<quint64> retain(quint64 smallest = 256, quint64 largest = 1024)
    {
        AuditStore store;
        AuditLog log(*m_record->database, store, m_clock, {});
        Retention retention(*m_record->database, log, *m_checkpointer, m_clock,
                            {.keep = 1h, .folder = folder(), .smallest = smallest, .largest = largest, .patience = 1h});
        return retention.run();
    }
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"segments"_s); }
    [[nodiscard]] QStringList files() const { return QDir(folder()).entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name); }
    [[nodiscard]] VerificationReport verify() const
    {
        const Connect connect = [this] {
            return MaintenanceConnection::open(m_target.clone(), MaintenanceConnection::Access::Read);
        };
        const auto report = verifyStore(connect, trust(), 2);
        if (!report)
            qFatal("%s", qPrintable(report.error().detail));
        return *report;
    }
    [[nodiscard]] Trust trust() const
    {
        Trust trust;
        trust.keys.push_back(std::move(*NoteVerifier::parse(signer('k')->verifierKey())));
        return trust;
    }
    static std::unique_ptr<NoteSigner> signer(char seed)
    {
        return std::move(*Ed25519NoteSigner::make("example.com/audit", SecretBytes(QByteArray(32, seed))));
    }
    [[nodiscard]] QByteArray exported(const EntryRange &range, TextFormat format = TextFormat::Json)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto done = m_record->run([&](QSqlDatabase &sql) { return exportEntries(sql, format, range, buffer); });
        return done ? buffer.data() : done.error().detail.toUtf8();
    }
    [[nodiscard]] VerificationReport check(const std::vector<QByteArray> &texts) const
    {
        std::vector<std::unique_ptr<QBuffer>> buffers;
        std::vector<QIODevice *> devices;
        for (const QByteArray &text : texts) {
            buffers.push_back(std::make_unique<QBuffer>());
            buffers.back()->setData(text);
            buffers.back()->open(QIODevice::ReadOnly);
            devices.push_back(buffers.back().get());
        }
        const auto report = verifyExports(devices, trust());
        if (!report)
            qFatal("%s", qPrintable(report.error().detail));
        return *report;
    }
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(folder() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] qint64 number(const char *sql)
    {
        return m_record
            ->run([sql](QSqlDatabase &database) -> Result<qint64> {
                Statement statement(database, sql);
                const Result<void> done = statement.execute();
                return done && statement.next() ? Result<qint64>(statement.number(0)) : std::unexpected(done.error());
            })
            .value();
    }

    SetClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Record> m_record;
    DatabaseTarget m_target;
    std::unique_ptr<Checkpointer> m_checkpointer;
};

void TestRetention::makeRecord(int entries, int oldBefore, bool postgres)
{
    m_checkpointer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    if (postgres) {
        const QByteArray url = m_server.socketUrlOfNewSchema();
        m_record = std::make_unique<Record>(openedWith(settingsFor(url)));
        m_target = {{}, settingsFor(url)};
    } else {
        m_record = std::make_unique<Record>();
        m_target = {m_record->path(), {}};
    }
    m_clock.time = std::chrono::floor<std::chrono::milliseconds>(numbered(oldBefore).time) + 1h;
    m_checkpointer = std::make_unique<Checkpointer>(*m_record->database, signer('k'), "example.com/audit",
                                                    m_folder->filePath(u"last"_s), m_clock);
    for (int i = 0; i < entries; i += 300) {
        AuditStore store;
        QVERIFY(m_record->append(store, numberedEntries(i, std::min(300, entries - i))));
        QVERIFY(m_checkpointer->sign());
    }
}

void TestRetention::oldEntriesAreSealedAndDropped()
{
    QFETCH(bool, postgres);
    makeRecord(3000, 2000, postgres);
    const TreeHead before = m_record->head();
    QCOMPARE(retain().value(), 1792); // whole tiles
    QCOMPARE(files(), (QStringList{u"audit-000000000000-000000001024.jsonl"_s, u"audit-000000001024-000000001792.jsonl"_s}));
    QCOMPARE(number("SELECT min(sequence) FROM audit_entries"), 1792);
    QCOMPARE(number("SELECT count(*) FROM audit_entries"), 3000 - 1792 + 2); // and two that tell of it
    const VerificationReport report = verify();
    QVERIFY2(!report.finding, report.finding ? qPrintable(report.finding->text) : "");
    QCOMPARE(report.sealed, 1792);
    QCOMPARE(report.head.size, before.size + 2);
    const auto told = m_record->page({.action = Action::AuditRetain});
    QCOMPARE(told->entries.size(), 2);
    QCOMPARE(told->entries[1].target, "audit-000000001024-000000001792.jsonl");
    QCOMPARE(QFile::permissions(folder() + u'/' + files().first()) & 0x77, QFile::Permissions());
    // Pages begin where the record does now; what is gone is said to be, and where.
    QCOMPARE(m_record->page({}, Order::OldestFirst, {}, 1)->entries.front().sequence, 1792);
    const auto gone = m_record->run([](QSqlDatabase &sql) { return readEntry(sql, 5); });
    QCOMPARE(gone.error().kind, ErrorKind::Gone);
    QVERIFY(gone.error().detail.contains(u"audit-000000000000"_s));
    QCOMPARE(retain().value(), 0);
}

void TestRetention::youngAndFewEntriesStay()
{
    makeRecord(600, 0);
    QCOMPARE(retain().value(), 0);
    makeRecord(600, 500);
    QCOMPARE(retain(512).value(), 0); // one tile is not worth a file
    m_clock.time += 2h; // but nothing stays for ever
    QCOMPARE(retain(512).value(), 512);
}

void TestRetention::proofsHoldOverWhatRemainsAndFromBefore()
{
    makeRecord(3000, 2000);
    const auto checkpoints = m_record->run([](QSqlDatabase &sql) { return allCheckpoints(sql); }).value();
    QVERIFY(retain());
    (void)m_checkpointer->sign();
    const auto verifier = NoteVerifier::parse(m_checkpointer->verifierKey());
    const auto all = m_record->run([](QSqlDatabase &sql) { return allCheckpoints(sql); }).value();
    const auto head = openCheckpoint(all.back().note, *verifier);
    for (const StoredCheckpoint &old : checkpoints) {
        const auto signedThen = openCheckpoint(old.note, *verifier);
        const auto proof = m_record->run([&](QSqlDatabase &sql) { return proveConsistency(sql, old.size, head->size); });
        QVERIFY(proof && verifyConsistency(old.size, head->size, signedThen->root, head->root, *proof));
    }
    for (const quint64 sequence : {1792U, 1793U, 2047U, 2999U}) {
        const auto proof = m_record->run([&](QSqlDatabase &sql) { return proveEntry(sql, sequence); });
        QVERIFY(proof);
        QVERIFY(openProof(toText(*proof), *verifier));
    }
}

void TestRetention::sealedFilesAndTheRestAreCheckedTogether()
{
    makeRecord(3000, 2000);
    QVERIFY(retain());
    const QByteArray rest = exported(m_record->run(&keptEntries).value());
    const VerificationReport all = check({rest, contentOf(files()[1]), contentOf(files()[0])}); // in whatever order
    QVERIFY2(!all.finding, all.finding ? qPrintable(all.finding->text) : "");
    QVERIFY(all.head == m_record->head());
    const VerificationReport missing = check({contentOf(files()[0]), rest});
    QVERIFY(missing.finding);
    QCOMPARE(missing.finding->kind, Kind::Removed);
    QCOMPARE(missing.finding->sequence, 1024);
    QCOMPARE(check({contentOf(files()[0]), contentOf(files()[0])}).finding->kind, Kind::Inserted);
}

void TestRetention::aSealedFileIsCheckedAlone()
{
    makeRecord(3000, 2000);
    QVERIFY(retain());
    for (const QString &name : files()) {
        const VerificationReport alone = check({contentOf(name)});
        QVERIFY2(!alone.finding, alone.finding ? qPrintable(alone.finding->text) : "");
        const auto segment = openSegment(contentOf(name + u".sealed"_s), *NoteVerifier::parse(signer('k')->verifierKey()));
        QVERIFY(segment);
        QCOMPARE(segment->digest, QCryptographicHash::hash(contentOf(name), QCryptographicHash::Sha256));
        QVERIFY(alone.head == (TreeHead{segment->end, segment->root}));
    }
}

void TestRetention::tamperingWithASealedFileIsNamed()
{
    makeRecord(3000, 2000);
    QVERIFY(retain());
    const QByteArray text = contentOf(files()[1]);
    QList<QByteArray> lines = text.split('\n');
    const auto entryLine = [&lines](const char *sequence) {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines[i].startsWith(QByteArray(R"({"sequence":)") + sequence + ','))
                return i;
        }
        return qsizetype(-1);
    };
    const qsizetype at = entryLine("1300");
    QVERIFY(at > 0);
    QList<QByteArray> fewer = lines;
    fewer.removeAt(at);
    const VerificationReport removed = check({fewer.join('\n')});
    QCOMPARE(removed.finding->kind, Kind::Removed);
    QCOMPARE(removed.finding->sequence, 1300);
    // A beginning that was made up leads to no signed root.
    QByteArray other = text;
    const qsizetype root = other.indexOf("\"before\":[\"") + 11;
    other[root] = other[root] == 'A' ? 'B' : 'A';
    QCOMPARE(check({other}).finding->kind, Kind::Forked);
}

void TestRetention::aPageOfAnExportIsCheckedAlone_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("JSON Lines") << int(TextFormat::Json);
    QTest::newRow("CSV") << int(TextFormat::Csv);
}

void TestRetention::aPageOfAnExportIsCheckedAlone()
{
    QFETCH(int, format);
    makeRecord(3000, 0);
    std::vector<QByteArray> pages;
    for (quint64 begin = 0; begin < 3000;) {
        const EntryRange range = m_record->run([begin](QSqlDatabase &sql) { return exportableFrom(sql, begin, 700); }).value();
        pages.push_back(exported(range, TextFormat(format)));
        const VerificationReport alone = check({pages.back()});
        QVERIFY2(!alone.finding, alone.finding ? qPrintable(alone.finding->text) : "");
        QCOMPARE(alone.head.size, range.end);
        begin = range.end;
    }
    QCOMPARE(pages.size(), 5); // up to a checkpoint each
    QVERIFY(check(pages).head == m_record->head());
    QCOMPARE(m_record->run([](QSqlDatabase &sql) { return exportableFrom(sql, 3001, 700); }).error().kind, ErrorKind::NotFound);
}

void TestRetention::whatAnInterruptedRunLeftIsFinished()
{
    QFETCH(bool, postgres);
    makeRecord(3000, 2000, postgres);
    std::stop_source stop;
    AuditStore store;
    AuditLog log(*m_record->database, store, m_clock, {});
    Retention retention(*m_record->database, log, *m_checkpointer, m_clock, {.keep = 1h, .folder = folder(), .smallest = 256});
    stop.request_stop();
    QVERIFY(!retention.run(stop.get_token()));
    QCOMPARE(number("SELECT count(*) FROM audit_entries"), 3000);
    // As if it had ended in the midst of dropping.
    QVERIFY(m_record->sql("CREATE TABLE undropped AS SELECT * FROM audit_entries WHERE sequence BETWEEN 1000 AND 1791"));
    QVERIFY(retain());
    QVERIFY(m_record->sql("INSERT INTO audit_entries SELECT * FROM undropped"));
    QVERIFY(!verify().finding);
    QCOMPARE(retain().value(), 792);
    QCOMPARE(number("SELECT min(sequence) FROM audit_entries"), 1792);
    QVERIFY(!verify().finding);
}

void TestRetention::alteredEntriesAreNotDropped()
{
    makeRecord(3000, 2000);
    QVERIFY(m_record->sql("UPDATE audit_entries SET content = replace(content, 'actor3', 'actor4') WHERE sequence = 123"));
    const auto refused = retain();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(number("SELECT count(*) FROM audit_entries"), 3000);
    QCOMPARE(number("SELECT count(*) FROM audit_segments"), 0);
}

void TestRetention::droppingWithoutASealIsNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<quint64>("sequence");
    const auto row = [](const char *name, const char *sql, Kind kind, quint64 sequence) {
        QTest::newRow(name) << QByteArray(sql) << kind << sequence;
    };
    row("more than was sealed", "DELETE FROM audit_entries WHERE sequence < 2000", Kind::Removed, 1792);
    row("seal removed", "DELETE FROM audit_segments WHERE first_entry = 0", Kind::Removed, 0);
    row("seals removed", "DELETE FROM audit_segments", Kind::Removed, 0);
    row("seal stretched", "UPDATE audit_segments SET end_entry = 2048 WHERE first_entry = 1024", Kind::Removed, 1024);
    row("seal altered",
        "UPDATE audit_segments SET note = replace(note, '1024 1792', '1024 2048'), end_entry = 2048 WHERE first_entry = 1024",
        Kind::BadCheckpoint, 1024);
    row("hashes of what was sealed altered", "UPDATE audit_tiles SET hashes = zeroblob(8192) WHERE level = 0 AND position = 2",
        Kind::Forked, 300);
}

void TestRetention::droppingWithoutASealIsNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(Kind, kind);
    QFETCH(quint64, sequence);
    makeRecord(3000, 2000);
    QVERIFY(retain());
    QVERIFY(m_record->sql(sql.constData()));
    const VerificationReport report = verify();
    QVERIFY(report.finding);
    QCOMPARE(report.finding->kind, kind);
    QCOMPARE(report.finding->sequence, sequence);
}

void TestRetention::recordIsSoundWhileItIsSealed()
{
    makeRecord(30'000, 29'000);
    std::jthread sealing([this] { (void)retain(256, 1024); });
    for (int i = 0; i < 5; ++i) {
        const VerificationReport report = verify();
        QVERIFY2(!report.finding, report.finding ? qPrintable(report.finding->text) : "");
    }
    sealing.join();
    QCOMPARE(verify().sealed, 28'928);
}

void TestRetention::theFileShrinks()
{
    makeRecord(20'000, 20'000);
    StoreFile file(m_record->path());
    const auto size = [this] { return QFileInfo(m_record->path()).size(); };
    QVERIFY(m_record->sql("PRAGMA wal_checkpoint(TRUNCATE)"));
    QVERIFY(file.check());
    const qint64 before = size();
    QVERIFY(retain(256, 100'000));
    QVERIFY(m_record->sql("PRAGMA wal_checkpoint(PASSIVE)")); // as SQLite does by itself after some commits
    QVERIFY2(size() < before / 2, qPrintable(u"%1 of %2 bytes"_s.arg(size()).arg(before)));
    QVERIFY(number("PRAGMA freelist_count") <= 256); // all the rest is the hashes, and young entries
    QVERIFY(file.check()); // which is no file that was cut off
    QVERIFY(!verify().finding);
    AuditStore store([&file] { return file.check(); });
    QVERIFY(m_record->append(store, numberedEntries(20'000, 1000)));
    QVERIFY(QFile::resize(m_record->path(), 4096));
    QVERIFY(file.check().error().detail.contains(u"cut off"_s));
}

void TestRetention::spaceOfAFileThatCannotShrinkIsUsedAgain()
{
    makeRecord(20'000, 20'000);
    QVERIFY(m_record->sql("PRAGMA auto_vacuum = NONE")); // as in a file of before
    QVERIFY(m_record->sql("VACUUM"));
    QVERIFY(retain(256, 100'000));
    const qint64 pages = number("PRAGMA page_count");
    QVERIFY(number("PRAGMA freelist_count") > pages * 3 / 4);
    AuditStore store;
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_record->append(store, numberedEntries(20'000 + 1000 * i, 1000)));
    QCOMPARE(number("PRAGMA page_count"), pages);
}

void TestRetention::anOldFileShrinksOnceItWasCompacted()
{
    makeRecord(20'000, 20'000);
    QVERIFY(m_record->sql("PRAGMA auto_vacuum = NONE"));
    QVERIFY(m_record->sql("VACUUM"));
    QVERIFY(m_record->run(&compactFile));
    const qint64 pages = number("PRAGMA page_count");
    QVERIFY(retain(256, 100'000));
    QVERIFY(number("PRAGMA page_count") < pages / 2);
    QVERIFY(!verify().finding);
}

void TestRetention::sealsAreTakenAsNothingElse()
{
    const Segment segment{"example.com/audit", 256, 512, leafHash("x"), QByteArray(32, 'd'), "audit.jsonl"};
    QVERIFY(segmentFromText(toText(segment)) == segment);
    QVERIFY(!checkpointFromText(toText(segment)));
    QVERIFY(!segmentFromText(toText(Checkpoint{"example.com/audit", 256, leafHash("x")})));
    Segment elsewhere = segment;
    elsewhere.file = "../audit.jsonl";
    QVERIFY(!segmentFromText(toText(elsewhere)));
    Segment empty = segment;
    empty.end = empty.first;
    QVERIFY(!segmentFromText(toText(empty)));
    QVERIFY(!openSegment(signer('k')->sign(toText(segment)).value(), *NoteVerifier::parse(signer('x')->verifierKey())));
}

QTEST_GUILESS_MAIN(TestRetention)
#include "test_retention.moc"
