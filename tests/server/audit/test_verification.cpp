#include "audit_fixture.h"

#include "audit/checkpointer.h"
#include "audit/entry_codec.h"
#include "audit/record_export.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace gatehouse::audit::tests;
using namespace gatehouse::storage;
using namespace Qt::StringLiterals;

using Kind = Finding::Kind;

/// Every way to tamper with a record, by somebody who knows how it is kept but has no key, is found and named.
class TestVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void untouchedRecordIsSound();
    void recordIsSoundWhileItGrows();
    void tamperingWithTheStoreIsNamed_data();
    void tamperingWithTheStoreIsNamed();
    void recordRewrittenWithAllHashesIsForked();
    void checkpointByAnotherKeyIsNamed();
    void checkpointsOfOtherInstancesAreLeftOutAndCounted();
    void twoCheckpointsThatDifferAreAFork();
    void rollbackIsSeenByACheckpointKeptElsewhere();
    void rolledBackAndForkedRecordsAreNotSigned();
    void untouchedExportIsSound_data() { formats(); }
    void untouchedExportIsSound();
    void tamperingWithAnExportIsNamed_data();
    void tamperingWithAnExportIsNamed();
    void whatIsNoExportIsRefused_data();
    void whatIsNoExportIsRefused();
    void formulasAreNoneInASpreadsheet();
    void proofOfAnEntryHoldsAgainstASignedCheckpoint();

private:
    static void formats()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("JSON Lines") << int(TextFormat::Json);
        QTest::newRow("CSV") << int(TextFormat::Csv);
    }
    void append(int begin, int count) { QVERIFY(m_record->append(*m_store, numberedEntries(begin, count))); }
    VerificationReport verify(const std::vector<QByteArray> &notes = {}, int threads = 2);
    QByteArray exported(TextFormat format);
    VerificationReport verifyExported(const QByteArray &text);
    void rewrite(quint64 from);
    std::unique_ptr<NoteSigner> signer(char seed = 'k')
    {
        return std::move(*Ed25519NoteSigner::make("example.com/audit", SecretBytes(QByteArray(32, seed))));
    }
    std::unique_ptr<Checkpointer> checkpointer(const QString &lastFile)
    {
        return std::make_unique<Checkpointer>(*m_record->database, signer(), "example.com/audit", lastFile, m_clock);
    }
    Trust trust(std::vector<QByteArray> notes = {})
    {
        Trust trust{{}, std::move(notes)};
        trust.keys.push_back(std::move(*NoteVerifier::parse(signer()->verifierKey())));
        return trust;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Record> m_record;
    std::unique_ptr<AuditStore> m_store;
    QByteArray m_note; ///< of the checkpoint of 700 entries
};

namespace {

constexpr int kEntries = 1000;
constexpr int kSigned = 700;

} // namespace

/// A record of 1,000 entries, of which 300 and 700 were signed.
void TestVerification::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_record = std::make_unique<Record>();
    m_store = std::make_unique<AuditStore>();
    const auto signing = checkpointer(m_folder->filePath(u"last"_s));
    append(0, 300);
    QVERIFY(signing->sign());
    append(300, kSigned - 300);
    m_note = (*signing->sign())->note;
    QVERIFY(!signing->sign()->has_value());
    append(kSigned, kEntries - kSigned);
}

VerificationReport TestVerification::verify(const std::vector<QByteArray> &notes, int threads)
{
    const Connect connect = [path = m_record->path()] {
        return MaintenanceConnection::open({.sqliteFile = path, .postgres = {}}, MaintenanceConnection::Access::Read);
    };
    const auto report = verifyStore(connect, trust(notes), threads);
    if (!report)
        qFatal("%s", qPrintable(report.error().detail));
    return *report;
}

QByteArray TestVerification::exported(TextFormat format)
{
    QByteArray text;
    QBuffer buffer(&text);
    buffer.open(QIODevice::WriteOnly);
    const Result<quint64> size = m_record->run([&](QSqlDatabase &sql) { return exportRecord(sql, format, buffer); });
    return size == quint64(kEntries) ? text : QByteArray();
}

VerificationReport TestVerification::verifyExported(const QByteArray &text)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    return verifyExport(buffer, trust()).value_or(VerificationReport{});
}

/// Makes all kept hashes anew from the entries as they are now, as an attacker would who knows how.
void TestVerification::rewrite(quint64 from)
{
    const Result<void> rewritten = m_record->run([&](QSqlDatabase &sql) -> Result<void> {
        std::vector<Entry> entries = readPage(sql, {}, Order::OldestFirst, {}, 100'000)->entries;
        for (const char *statement : {"DELETE FROM audit_entries", "DELETE FROM audit_tiles", "DELETE FROM audit_state"})
            (void)execute(sql, statement);
        entries.erase(entries.begin() + static_cast<qsizetype>(from));
        AuditStore forger;
        return inTransaction(sql, Beside::Nobody, [&]() -> Result<void> {
            const auto head = forger.append(sql, entries);
            return head ? Result<void>() : std::unexpected(head.error());
        });
    });
    QVERIFY(rewritten);
}

void TestVerification::untouchedRecordIsSound()
{
    for (const int threads : {1, 2, 3}) {
        const VerificationReport report = verify({m_note}, threads);
        QVERIFY2(!report.finding, report.finding ? qPrintable(report.finding->text) : "");
        QVERIFY(report.head == m_record->head());
        QCOMPARE(report.checkpoints, 3);
    }
}

void TestVerification::recordIsSoundWhileItGrows()
{
    append(kEntries, 70'000 - kEntries); // several chunks, and a tile of the third level
    std::atomic<bool> done = false;
    std::jthread writer([&] {
        for (int i = 70'000; !done; ++i)
            (void)m_record->append(*m_store, numberedEntries(i, 10));
    });
    const VerificationReport report = verify();
    done = true;
    QVERIFY2(!report.finding, report.finding ? qPrintable(report.finding->text) : "");
    QVERIFY(report.head.size >= 70'000);
}

void TestVerification::tamperingWithTheStoreIsNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<Finding::Kind>("kind");
    QTest::addColumn<int>("sequence");
    const auto row = [](const char *name, const char *sql, Kind kind, int sequence) {
        QTest::newRow(name) << QByteArray(sql) << kind << sequence;
    };
    row("bytes altered", "UPDATE audit_entries SET content = replace(content, 'actor3', 'actor4') WHERE sequence = 123",
        Kind::Altered, 123);
    row("bytes destroyed", "UPDATE audit_entries SET content = x'00' WHERE sequence = 123", Kind::Altered, 123);
    row("bytes emptied", "UPDATE audit_entries SET content = x'' WHERE sequence = 0", Kind::Altered, 0);
    row("actor's column altered", "UPDATE audit_entries SET actor = 'actor4' WHERE sequence = 123", Kind::Altered, 123);
    row("actor's column emptied", "UPDATE audit_entries SET actor = NULL WHERE sequence = 5", Kind::Altered, 5);
    row("text moved between columns",
        "UPDATE audit_entries SET actor = actor || char(31) || target, target = NULL WHERE sequence = 5", Kind::Altered, 5);
    row("outcome's column altered", "UPDATE audit_entries SET outcome = 'success' WHERE sequence = 995", Kind::Altered, 995);
    row("time's column altered", "UPDATE audit_entries SET time = time - 1 WHERE sequence = 500", Kind::Altered, 500);
    row("removed", "DELETE FROM audit_entries WHERE sequence = 256", Kind::Removed, 256);
    row("first removed", "DELETE FROM audit_entries WHERE sequence = 0", Kind::Removed, 0);
    row("many removed", "DELETE FROM audit_entries WHERE sequence BETWEEN 100 AND 899", Kind::Removed, 100);
    row("last removed", "DELETE FROM audit_entries WHERE sequence = 999", Kind::Truncated, 999);
    row("cut off", "DELETE FROM audit_entries WHERE sequence >= 800", Kind::Truncated, 800);
    row("everything removed", "DELETE FROM audit_entries", Kind::Truncated, 0);
    row("exchanged",
        "UPDATE audit_entries SET sequence = CASE sequence WHEN 40 THEN -41 WHEN 41 THEN -40 END WHERE sequence IN (40, 41);"
        "UPDATE audit_entries SET sequence = -sequence WHERE sequence < 0",
        Kind::Reordered, 40);
    row("inserted behind the end",
        "INSERT INTO audit_entries SELECT 1000, time, actor, target, address, action, outcome, content FROM audit_entries"
        " WHERE sequence = 999",
        Kind::Inserted, 1000);
    row("inserted before the beginning",
        "INSERT INTO audit_entries SELECT -1, time, actor, target, address, action, outcome, content FROM audit_entries"
        " WHERE sequence = 999",
        Kind::Inserted, 1000);
    row("inserted, the end moved on",
        "UPDATE audit_entries SET sequence = -sequence - 1 WHERE sequence >= 600;"
        "UPDATE audit_entries SET sequence = -sequence WHERE sequence < 0;"
        "INSERT INTO audit_entries SELECT 600, time, actor, target, address, action, outcome, content FROM audit_entries WHERE "
        "sequence = 599",
        Kind::Reordered, 600);
    row("kept hash altered", "UPDATE audit_tiles SET hashes = zeroblob(length(hashes)) WHERE level = 0 AND position = 1",
        Kind::Altered, 256);
    row("tile removed", "DELETE FROM audit_tiles WHERE level = 0 AND position = 2", Kind::BadTree, 512);
    row("upper tile removed", "DELETE FROM audit_tiles WHERE level = 1", Kind::BadTree, 0);
    row("root altered", "UPDATE audit_state SET root = zeroblob(32)", Kind::BadTree, 1000);
    row("size altered", "UPDATE audit_state SET size = 999", Kind::Inserted, 999);
    row("size and end altered", "UPDATE audit_state SET size = 650; DELETE FROM audit_entries WHERE sequence >= 650",
        Kind::BadTree, 650);
    row("checkpoint altered", "UPDATE audit_checkpoints SET note = replace(note, '700', '701') WHERE size = 700",
        Kind::BadCheckpoint, 701);
    row("checkpoint destroyed", "UPDATE audit_checkpoints SET note = 'x' WHERE size = 300", Kind::BadCheckpoint, 0);
}

void TestVerification::tamperingWithTheStoreIsNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(Finding::Kind, kind);
    QFETCH(int, sequence);
    for (const QByteArray &statement : sql.split(';'))
        QVERIFY(m_record->sql(statement.constData()));
    const VerificationReport report = verify();
    QVERIFY(report.finding);
    QVERIFY2(report.finding->kind == kind, qPrintable(report.finding->text));
    QCOMPARE(report.finding->sequence, quint64(sequence));
    QVERIFY(!report.finding->text.isEmpty());
}

void TestVerification::recordRewrittenWithAllHashesIsForked()
{
    rewrite(450);
    const VerificationReport report = verify();
    QVERIFY(report.finding);
    QCOMPARE(report.finding->kind, Kind::Forked);
    QCOMPARE(report.finding->sequence, 300);
    QVERIFY2(report.finding->text.contains(u"300 to 699"_s), qPrintable(report.finding->text));
}

void TestVerification::checkpointByAnotherKeyIsNamed()
{
    // Somebody who rewrites everything signs it with a key of his own.
    QVERIFY(m_record->sql("DELETE FROM audit_checkpoints"));
    Checkpointer forger(*m_record->database, signer('f'), "example.com/audit", m_folder->filePath(u"forger"_s), m_clock);
    QVERIFY(forger.sign());
    const VerificationReport report = verify();
    QVERIFY(report.finding);
    QCOMPARE(report.finding->kind, Kind::BadCheckpoint);
}

void TestVerification::checkpointsOfOtherInstancesAreLeftOutAndCounted()
{
    Checkpointer other(*m_record->database, signer('o'), "example.com/audit", m_folder->filePath(u"other"_s), m_clock);
    QVERIFY(other.sign());
    const Connect connect = [path = m_record->path()] {
        return MaintenanceConnection::open({.sqliteFile = path, .postgres = {}}, MaintenanceConnection::Access::Read);
    };
    Trust own = trust();
    own.othersSignToo = true;
    const auto report = verifyStore(connect, own, 1);
    QVERIFY(report && !report->finding);
    QCOMPARE(report->leftOut, 1);
    QCOMPARE(report->checkpoints, 2);
    own.othersSignToo = false;
    own.keys.push_back(std::move(*NoteVerifier::parse(other.verifierKey())));
    const auto both = verifyStore(connect, own, 1);
    QVERIFY(both && !both->finding);
    QCOMPARE(both->checkpoints, 3);
}

void TestVerification::twoCheckpointsThatDifferAreAFork()
{
    const QByteArray other = signer()->sign(toText(Checkpoint{"example.com/audit", kSigned, leafHash("other")})).value();
    const VerificationReport report = verify({other});
    QVERIFY(report.finding);
    QCOMPARE(report.finding->kind, Kind::Forked);
    QCOMPARE(report.finding->sequence, kSigned);
}

void TestVerification::rollbackIsSeenByACheckpointKeptElsewhere()
{
    m_record = std::make_unique<Record>();
    m_store = std::make_unique<AuditStore>();
    append(0, 400); // as it was once, every hash right
    QVERIFY(!verify().finding);
    const VerificationReport report = verify({m_note});
    QVERIFY(report.finding);
    QCOMPARE(report.finding->kind, Kind::RolledBack);
    QCOMPARE(report.finding->sequence, 400);
}

void TestVerification::rolledBackAndForkedRecordsAreNotSigned()
{
    const QString last = m_folder->filePath(u"last"_s);
    m_record = std::make_unique<Record>();
    m_store = std::make_unique<AuditStore>();
    append(0, 400);
    auto refused = checkpointer(last)->sign();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    append(5, 600); // longer than what was signed, but another record
    refused = checkpointer(last)->sign();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(QFile::remove(last));
    QVERIFY(checkpointer(last)->sign());
}

void TestVerification::untouchedExportIsSound()
{
    QFETCH(int, format);
    const VerificationReport report = verifyExported(exported(static_cast<TextFormat>(format)));
    QVERIFY2(!report.finding, report.finding ? qPrintable(report.finding->text) : "");
    QVERIFY(report.head == m_record->head());
    QCOMPARE(report.checkpoints, 2);
}

void TestVerification::tamperingWithAnExportIsNamed_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("act");
    QTest::addColumn<Finding::Kind>("kind");
    QTest::addColumn<int>("sequence");
    for (const TextFormat format : {TextFormat::Json, TextFormat::Csv}) {
        const auto row = [format](const char *act, Kind kind, int sequence) {
            QTest::addRow("%s, %s", format == TextFormat::Json ? "JSON Lines" : "CSV", act)
                << int(format) << QByteArray(act) << kind << sequence;
        };
        row("shown text altered", Kind::Altered, 10);
        row("all of an entry altered", Kind::Forked, 300);
        row("line destroyed", Kind::Altered, 10);
        row("removed", Kind::Removed, 10);
        row("exchanged", Kind::Reordered, 10);
        row("repeated", Kind::Inserted, 11);
        row("cut off", Kind::Truncated, 690);
        row("cut off within a line", Kind::Altered, 990);
        row("checkpoint altered", Kind::BadCheckpoint, 301);
    }
}

void TestVerification::tamperingWithAnExportIsNamed()
{
    QFETCH(int, format);
    QFETCH(QByteArray, act);
    QFETCH(Finding::Kind, kind);
    QFETCH(int, sequence);
    const auto text = static_cast<TextFormat>(format);
    QByteArrayList lines = exported(text).split('\n');
    constexpr int kFirst = 3; // after the header and two checkpoints
    QByteArray &tenth = lines[kFirst + 10];
    if (act == "shown text altered") {
        tenth.replace("actor0", "actor9");
    } else if (act == "all of an entry altered") {
        Entry entry = numbered(450);
        entry.sequence = 450;
        entry.actor.id = "nobody";
        std::string forged;
        appendText(forged, text, entry, encode(entry));
        lines[kFirst + 450] = QByteArray::fromStdString(forged);
    } else if (act == "line destroyed") {
        tenth = "{}";
    } else if (act == "removed") {
        lines.removeAt(kFirst + 10);
    } else if (act == "exchanged") {
        lines.swapItemsAt(kFirst + 10, kFirst + 11);
    } else if (act == "repeated") {
        lines.insert(kFirst + 10, tenth);
    } else if (act == "cut off") {
        lines = lines.first(kFirst + 690);
    } else if (act == "cut off within a line") {
        lines = lines.first(kFirst + 991);
        lines.last().chop(20);
    } else if (text == TextFormat::Json) {
        lines[1].replace("300", "301");
    } else {
        const qsizetype at = lines[1].lastIndexOf(',') + 1;
        lines[1] = lines[1].first(at) + QByteArray::fromBase64(lines[1].sliced(at)).replace("\n300\n", "\n301\n").toBase64();
    }
    const VerificationReport report = verifyExported(lines.join('\n'));
    QVERIFY(report.finding);
    QVERIFY2(report.finding->kind == kind, qPrintable(report.finding->text));
    QCOMPARE(report.finding->sequence, quint64(sequence));
}

void TestVerification::whatIsNoExportIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("JSON") << QByteArray("{}\n");
    QTest::newRow("later format") << QByteArray("{\"format\":\"gatehouse-audit-2\"}\n");
    QTest::newRow("endless line") << QByteArray(20'000'000, 'x');
}

void TestVerification::whatIsNoExportIsRefused()
{
    QFETCH(QByteArray, text);
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto report = verifyExport(buffer, trust());
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Malformed);
}

void TestVerification::formulasAreNoneInASpreadsheet()
{
    std::string csv;
    for (const char *text : {"=1+1", "-2", "plain", "a,\"b\""}) {
        appendCsvField(csv, text);
        csv += ';';
    }
    QCOMPARE(QByteArray::fromStdString(csv), "\"'=1+1\";\"'-2\";plain;\"a,\"\"b\"\"\";");
}

void TestVerification::proofOfAnEntryHoldsAgainstASignedCheckpoint()
{
    const Checkpoint checkpoint = openCheckpoint(m_note, trust().keys.front()).value();
    const QByteArray content = m_record->run([](QSqlDatabase &sql) { return readContent(sql, 42); }).value();
    const Proof proof = m_record
                            ->run([&](QSqlDatabase &sql) {
                                TileNodes nodes(sql);
                                return inclusionProof(nodes, 42, checkpoint.size);
                            })
                            .value();
    QVERIFY(verifyInclusion(leafHash(content), 42, checkpoint.size, proof, checkpoint.root));
}

QTEST_GUILESS_MAIN(TestVerification)
#include "test_verification.moc"
