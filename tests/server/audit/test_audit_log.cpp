#include "audit_fixture.h"

#include "audit/entry_codec.h"
#include "audit/store_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <qcoro/qcorotask.h>

#include <atomic>
#include <set>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace gatehouse::audit::tests;
using namespace gatehouse::storage;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The record on either engine.
class TestAuditLog : public QObject, private EitherEngine
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.output().constData()); }
    void entriesAreKeptInOrderUnderTheRootOfTheirBytes_data() { engines(); }
    void entriesAreKeptInOrderUnderTheRootOfTheirBytes();
    void everyProofOfATreeInTilesHolds_data() { engines(); }
    void everyProofOfATreeInTilesHolds();
    void timeNeverGoesBack_data() { engines(); }
    void timeNeverGoesBack();
    void appendThatWasUndoneLeavesNothing_data() { engines(); }
    void appendThatWasUndoneLeavesNothing();
    void everyCallersEntryIsDurableOnce_data() { engines(); }
    void everyCallersEntryIsDurableOnce();
    void processesShareOneSequence_data() { engines(); }
    void processesShareOneSequence();
    void actAndEntryAreOne_data() { engines(); }
    void actAndEntryAreOne();
    void entryOfACoroutineIsDurable();
    void whatCannotBeWrittenIsRefusedAndToldOfLater_data() { engines(); }
    void whatCannotBeWrittenIsRefusedAndToldOfLater();
    void fullDiskIsNoticedAndItsEndToo();
    void fullQueueRefusesAndIsToldOf();
    void alteredTreeIsNotWrittenTo_data() { engines(); }
    void alteredTreeIsNotWrittenTo();
    void rolledBackDatabaseIsNotWrittenTo();
    void removedReplacedAndCutFilesAreNoticed();

private:
    SystemClock m_clock;
};

namespace {

Frontier frontierOf(std::span<const Entry> entries)
{
    Frontier frontier;
    for (const Entry &entry : entries)
        frontier.append(leafHash(encode(entry)));
    return frontier;
}

std::vector<Entry> all(Record &record)
{
    return record.page({}, Order::OldestFirst, {}, 100'000).value().entries;
}

} // namespace

void TestAuditLog::entriesAreKeptInOrderUnderTheRootOfTheirBytes()
{
    const auto record = makeRecord();
    AuditStore store;
    QCOMPARE(record->head().root, emptyRoot());
    const auto first = record->append(store, numberedEntries(0, 3));
    QVERIFY(first);
    const auto second = record->append(store, numberedEntries(3, 300));
    QVERIFY(second);
    QCOMPARE(second->size, 303);
    QVERIFY(record->head() == *second);
    const std::vector<Entry> entries = all(*record);
    QCOMPARE(entries.size(), 303);
    for (int i = 0; i < 303; ++i) {
        Entry expected = numbered(i);
        expected.sequence = static_cast<quint64>(i);
        QVERIFY(entries[static_cast<std::size_t>(i)] == expected);
    }
    QCOMPARE(frontierOf(std::span(entries).first(3)).root(), first->root);
    QCOMPARE(frontierOf(entries).root(), second->root);
}

void TestAuditLog::everyProofOfATreeInTilesHolds()
{
    const auto record = makeRecord();
    std::vector<TreeHead> heads{{0, emptyRoot()}};
    // Sizes around the ends of tiles, and enough for two levels of them; each by a store that reads the edge again.
    for (const int size : {1, 2, 255, 256, 257, 511, 512, 600}) {
        AuditStore store;
        const int before = static_cast<int>(heads.back().size);
        heads.push_back(record->append(store, numberedEntries(before, size - before)).value());
    }
    const std::vector<Entry> entries = all(*record);
    const bool proved = record
                            ->run([&](QSqlDatabase &sql) -> Result<bool> {
                                TileNodes nodes(sql);
                                bool right = true;
                                for (const TreeHead &head : heads) {
                                    right = right && rootAt(nodes, head.size) == head.root;
                                    for (quint64 index = 0; index < head.size; index += 37)
                                        right = right
                                            && verifyInclusion(leafHash(encode(entries[index])), index, head.size,
                                                               *inclusionProof(nodes, index, head.size), head.root);
                                    for (const TreeHead &later : heads) {
                                        if (head.size <= later.size)
                                            right = right
                                                && verifyConsistency(head.size, later.size, head.root, later.root,
                                                                     *consistencyProof(nodes, head.size, later.size));
                                    }
                                }
                                return right;
                            })
                            .value();
    QVERIFY(proved);
}

void TestAuditLog::timeNeverGoesBack()
{
    const auto record = makeRecord();
    AuditStore store;
    QVERIFY(record->append(store, {numbered(100), numbered(7)}));
    AuditStore restarted;
    QVERIFY(record->append(restarted, {numbered(3), numbered(200)}));
    const std::vector<Entry> entries = all(*record);
    QCOMPARE(entries.at(1).time, numbered(100).time);
    QCOMPARE(entries.at(2).time, numbered(100).time);
    QCOMPARE(entries.at(3).time, numbered(200).time);
}

void TestAuditLog::appendThatWasUndoneLeavesNothing()
{
    const auto record = makeRecord();
    AuditStore store;
    QVERIFY(record->append(store, numberedEntries(0, 300)));
    const TreeHead before = record->head();
    (void)record->run([&](QSqlDatabase &sql) -> Result<void> {
        std::vector<Entry> entries = numberedEntries(300, 300);
        return inTransaction(sql, Beside::Others, [&]() -> Result<void> {
            (void)store.append(sql, entries);
            return failure(ErrorKind::Conflict, u"the act failed"_s);
        });
    });
    QVERIFY(record->head() == before);
    QVERIFY(record->append(store, numberedEntries(300, 1)));
    QCOMPARE(frontierOf(all(*record)).root(), record->head().root);
}

void TestAuditLog::everyCallersEntryIsDurableOnce()
{
    const auto record = makeRecord();
    AuditStore store;
    AuditLog log(*record->database, store, m_clock, {});
    std::mutex mutex;
    std::set<quint64> sequences;
    {
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < 8; ++caller) {
            callers.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    const Result<quint64> sequence = log.appendBlocking(numbered(i));
                    const std::lock_guard lock(mutex);
                    if (sequence)
                        sequences.insert(*sequence);
                }
            });
        }
    }
    QCOMPARE(sequences.size(), 400);
    QCOMPARE(*sequences.rbegin(), 399);
    QCOMPARE(log.status().size, 400);
    QCOMPARE(log.status().written, 400);
    QCOMPARE(frontierOf(all(*record)).root(), record->head().root);
}

void TestAuditLog::processesShareOneSequence()
{
    QFETCH(bool, postgres);
    const QByteArray url = postgres ? m_server.socketUrlOfNewSchema() : QByteArray();
    const QTemporaryDir folder;
    const auto open = [&] {
        return postgres ? openedWith(settingsFor(url)) : std::move(*Database::openSqlite(folder.filePath(u"gatehouse.db"_s)));
    };
    Record first(open());
    Record second(open());
    AuditStore stores[2];
    {
        AuditLog logs[]{{*first.database, stores[0], m_clock, {}}, {*second.database, stores[1], m_clock, {}}};
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < 4; ++caller) {
            callers.emplace_back([&logs, caller] {
                for (int i = 0; i < 50; ++i)
                    (void)logs[caller % 2].appendBlocking(numbered(i));
            });
        }
    }
    QCOMPARE(second.head().size, 200);
    QCOMPARE(frontierOf(all(first)).root(), first.head().root);
}

void TestAuditLog::actAndEntryAreOne()
{
    const auto record = makeRecord();
    AuditStore store;
    AuditLog log(*record->database, store, m_clock, {});
    const auto act = [&](const char *sql) {
        return record->run([&, sql](QSqlDatabase &database) {
            return inTransaction(database, Beside::Nobody, [&]() -> Result<void> {
                if (const Result<void> done = execute(database, sql); !done)
                    return done;
                return log.appendWithin(database, numbered(1));
            });
        });
    };
    QVERIFY(act("INSERT INTO users VALUES ('1', 'a', 'a', 'x', 'admin', 0, 0)"));
    QVERIFY(!act("INSERT INTO users VALUES ('1', 'a', 'a', 'x', 'admin', 0, 0)"));
    QCOMPARE(record->head().size, 1);
    // Without a record there is no act.
    QVERIFY(record->sql("ALTER TABLE audit_tiles RENAME TO away"));
    const Result<void> refused = act("INSERT INTO users VALUES ('2', 'b', 'b', 'x', 'admin', 0, 0)");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QVERIFY(!log.status().writable);
    QCOMPARE(*record->run([](QSqlDatabase &sql) { return numberOf(sql, "SELECT count(*) FROM users"); }), 1);
    QVERIFY(record->sql("ALTER TABLE away RENAME TO audit_tiles"));
}

void TestAuditLog::entryOfACoroutineIsDurable()
{
    Record record;
    AuditStore store;
    AuditLog log(*record.database, store, m_clock, {});
    const Result<quint64> sequence = QCoro::waitFor(log.append(numbered(1)));
    QVERIFY(sequence);
    QCOMPARE(*sequence, 0);
    QCOMPARE(record.head().size, 1);
}

void TestAuditLog::whatCannotBeWrittenIsRefusedAndToldOfLater()
{
    const auto record = makeRecord();
    AuditStore store;
    AuditLog log(*record->database, store, m_clock, {.retryInterval = 5ms});
    QVERIFY(log.appendBlocking(numbered(0)));
    QVERIFY(record->sql("ALTER TABLE audit_entries RENAME TO away"));
    for (int i = 0; i < 3; ++i) {
        const Result<quint64> refused = log.appendBlocking(numbered(i));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    }
    QVERIFY(!log.status().writable);
    QVERIFY(!log.status().reason.isEmpty());
    QCOMPARE(log.status().lost, 3);
    QVERIFY(record->sql("ALTER TABLE away RENAME TO audit_entries"));
    // By itself: nobody calls.
    QTRY_VERIFY(log.status().writable);
    const Entry gap = all(*record).at(1);
    QCOMPARE(gap.action, Action::AuditGap);
    QVERIFY((gap.detail.front() == Fact{"lost", "3"}));
    QVERIFY(log.appendBlocking(numbered(1)));
    QCOMPARE(record->head().size, 3);
}

void TestAuditLog::fullDiskIsNoticedAndItsEndToo()
{
    Record record;
    AuditStore store;
    AuditLog log(*record.database, store, m_clock, {.retryInterval = 5ms});
    QVERIFY(log.appendBlocking(numbered(0)));
    // What SQLite says then is what it says of a full disk.
    const Result<qint64> pages = record.run([](QSqlDatabase &sql) { return numberOf(sql, "PRAGMA page_count"); });
    QVERIFY(record.sql(("PRAGMA max_page_count = " + QByteArray::number(*pages + 4)).constData()));
    quint64 written = 1;
    while (written < 10'000 && log.appendBlocking(numbered(int(written))))
        ++written;
    QVERIFY(written < 10'000);
    QVERIFY(!log.status().writable);
    QCOMPARE(log.status().reason, u"the disk is full"_s);
    QVERIFY(record.sql("PRAGMA max_page_count = 1073741823"));
    QTRY_VERIFY(log.status().writable);
    QVERIFY(log.appendBlocking(numbered(1)));
    QCOMPARE(record.head().size, written + 2); // and the gap's entry
    QCOMPARE(frontierOf(all(record)).root(), record.head().root);
}

void TestAuditLog::fullQueueRefusesAndIsToldOf()
{
    Record record;
    AuditStore store;
    std::atomic<int> refused = 0;
    std::atomic<int> written = 0;
    {
        AuditLog log(*record.database, store, m_clock, {.longestQueue = 10});
        std::promise<void> go;
        std::shared_future<void> gone = go.get_future().share();
        auto occupied = std::async([&] {
            return record.run([&](QSqlDatabase &) -> Result<void> {
                gone.wait();
                return {};
            });
        });
        for (int i = 0; i < 100; ++i)
            log.append(numbered(i), [&](const Result<quint64> &sequence) { ++(sequence ? written : refused); });
        QVERIFY(refused >= 79); // what the writer has taken already made room for ten more
        go.set_value();
        QVERIFY(occupied.get());
    }
    QCOMPARE(written + refused, 100);
    // Told in one entry or in two, as some may have been refused before the writer took its first batch and some after.
    int told = 0;
    for (const Entry &entry : all(record)) {
        if (entry.action != Action::AuditGap)
            continue;
        QCOMPARE(entry.detail.front().name, QByteArray("lost"));
        told += entry.detail.front().value.toInt();
    }
    QCOMPARE(told, refused.load());
}

void TestAuditLog::alteredTreeIsNotWrittenTo()
{
    const auto record = makeRecord();
    AuditStore store;
    QVERIFY(record->append(store, numberedEntries(0, 300)));
    QVERIFY(record->sql("UPDATE audit_state SET size = 299"));
    QVERIFY(!record->append(store, numberedEntries(300, 1)));
    QVERIFY(record->sql("UPDATE audit_state SET size = 300"));
    QVERIFY(record->sql("DELETE FROM audit_tiles WHERE level = 1"));
    AuditStore restarted;
    const auto refused = record->append(restarted, numberedEntries(300, 1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Internal);
}

void TestAuditLog::rolledBackDatabaseIsNotWrittenTo()
{
    Record record;
    AuditStore store;
    const TreeHead first = record.append(store, numberedEntries(0, 1)).value();
    store.durable(first);
    QVERIFY(QFile::copy(record.path(), record.path() + u".old"_s));
    store.durable(record.append(store, numberedEntries(1, 1)).value());
    // What a restored backup looks like to a process that goes on.
    QVERIFY(record.sql("DELETE FROM audit_entries WHERE sequence = 1"));
    QVERIFY(record.run([&](QSqlDatabase &sql) {
        return Statement(sql, "UPDATE audit_state SET size = 1, root = ?").bindBytes(bytesOf(first.root)).execute();
    }));
    const auto refused = record.append(store, numberedEntries(1, 1));
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"rolled back"_s));
}

void TestAuditLog::removedReplacedAndCutFilesAreNoticed()
{
    Record record;
    StoreFile file(record.path());
    AuditStore store([&file] { return file.check(); });
    QVERIFY(record.append(store, numberedEntries(0, 1)));
    QVERIFY(QFile::rename(record.path(), record.path() + u".away"_s));
    QVERIFY(record.append(store, numberedEntries(0, 1)).error().detail.contains(u"removed"_s));
    QFile other(record.path());
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(record.append(store, numberedEntries(0, 1)).error().detail.contains(u"replaced"_s));
    QVERIFY(other.remove());
    QVERIFY(QFile::rename(record.path() + u".away"_s, record.path()));
    QVERIFY(record.append(store, numberedEntries(1, 1)));
    QVERIFY(record.sql("PRAGMA wal_checkpoint(TRUNCATE)"));
    QVERIFY(file.check());
    QVERIFY(QFile::resize(record.path(), 4096));
    QVERIFY(record.append(store, numberedEntries(0, 1)).error().detail.contains(u"cut off"_s));
}

QTEST_GUILESS_MAIN(TestAuditLog)
#include "test_audit_log.moc"
