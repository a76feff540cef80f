#include "audit_fixture.h"

#include "audit/verify_store.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace gatehouse::audit::tests;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace std::chrono_literals;

/// What is found in a record, on either engine.
class TestAuditReader : public QObject, private EitherEngine
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.output().constData()); }
    void pagesAreFiltered_data() { engines(); }
    void pagesAreFiltered();
    void pagesGoOnWhereTheyEnded_data() { engines(); }
    void pagesGoOnWhereTheyEnded();
    void textIsFoundInAnyCase();
    void recordOnPostgresIsVerified();
};

void TestAuditReader::pagesAreFiltered()
{
    const auto record = makeRecord();
    AuditStore store;
    QVERIFY(record->append(store, numberedEntries(0, 1000)));
    const auto count = [&](const Filter &filter) {
        const Result<Page> page = record->page(filter, Order::NewestFirst, {}, 500);
        return page ? std::ssize(page->entries) : -1;
    };
    QCOMPARE(count({.actor = "actor3"}), 100);
    QCOMPARE(count({.action = Action::UserUpdate}), 143);
    QCOMPARE(count({.target = "target999"}), 1);
    QCOMPARE(count({.outcome = Outcome::Refused}), 200);
    QCOMPARE(count({.address = "192.0.2.7"}), 5);
    QCOMPARE(count({.actor = "actor5", .outcome = Outcome::Success}), 0);
    QCOMPARE(count({.actor = "actor5", .action = Action::UserUpdate}), 14);
    QCOMPARE(count({.from = numbered(990).time}), 10);
    QCOMPARE(count({.until = numbered(10).time}), 10);
    QCOMPARE(count({.from = numbered(100).time, .until = numbered(200).time}), 100);
    QCOMPARE(count({.from = numbered(2000).time}), 0);
    QCOMPARE(count({.text = "WRONG PASSWORD"}), 20);
    QCOMPARE(count({.actor = "' OR 1=1 --"}), 0);
    QCOMPARE(record->page({.actor = "actor3"}, Order::NewestFirst, {}, 1)->entries.front().sequence, 993);
    QCOMPARE(record->page({.actor = "actor3"}, Order::OldestFirst, {}, 1)->entries.front().sequence, 3);
}

void TestAuditReader::pagesGoOnWhereTheyEnded()
{
    const auto record = makeRecord();
    AuditStore store;
    QVERIFY(record->append(store, numberedEntries(0, 250)));
    for (const Order order : {Order::OldestFirst, Order::NewestFirst}) {
        std::vector<quint64> seen;
        std::optional<quint64> after;
        do {
            const Result<Page> page = record->page({.outcome = Outcome::Success}, order, after, 30);
            QVERIFY(page);
            for (const Entry &entry : page->entries)
                seen.push_back(entry.sequence);
            after = page->next;
        } while (after);
        if (order == Order::NewestFirst)
            std::ranges::reverse(seen);
        QCOMPARE(seen.size(), 200);
        QVERIFY(std::ranges::is_sorted(seen));
        QCOMPARE(std::set(seen.begin(), seen.end()).size(), 200);
    }
    QVERIFY(!record->page({}, Order::OldestFirst, 249)->next);
    QVERIFY(record->page({}, Order::OldestFirst, 249)->entries.empty());
    QVERIFY(record->page({}, Order::OldestFirst, 1'000'000)->entries.empty());
    QVERIFY(record->page({}, Order::NewestFirst, 0)->entries.empty());
}

void TestAuditReader::textIsFoundInAnyCase()
{
    Record record;
    AuditStore store;
    // More than one page of a search looks at, with two hits far apart.
    QVERIFY(record.append(store, numberedEntries(0, 10'000)));
    std::vector<quint64> found;
    std::optional<quint64> after;
    int pages = 0;
    do {
        const Page page = record.page({.text = "wRoNg password 99"}, Order::NewestFirst, after).value();
        for (const Entry &entry : page.entries)
            found.push_back(entry.sequence);
        after = page.next;
        ++pages;
    } while (after);
    QCOMPARE(found, (std::vector<quint64>{9950, 9900}));
    QCOMPARE(pages, 3);
}

void TestAuditReader::recordOnPostgresIsVerified()
{
    const QByteArray url = m_server.socketUrlOfNewSchema();
    Record record(openedWith(settingsFor(url)));
    AuditStore store;
    QVERIFY(record.append(store, numberedEntries(0, 20'000))); // more than one chunk
    const Connect connect = [url] {
        storage::DatabaseTarget target;
        target.postgres.emplace(settingsFor(url));
        return storage::MaintenanceConnection::open(target, storage::MaintenanceConnection::Access::Read);
    };
    const auto sound = verifyStore(connect, {}, 2);
    QVERIFY(sound);
    QVERIFY2(!sound->finding, sound->finding ? qPrintable(sound->finding->text) : "");
    QVERIFY(sound->head == record.head());
    QVERIFY(record.sql("UPDATE audit_entries SET actor = 'nobody' WHERE sequence = 17000"));
    const auto altered = verifyStore(connect, {}, 2);
    QVERIFY(altered && altered->finding);
    QCOMPARE(altered->finding->kind, Finding::Kind::Altered);
    QCOMPARE(altered->finding->sequence, 17'000);
}

QTEST_GUILESS_MAIN(TestAuditReader)
#include "test_audit_reader.moc"
