#include "../server/audit/audit_fixture.h"

#include "audit/entry_codec.h"
#include "audit/refusal_bursts.h"
#include "audit/verify_store.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>
#include <latch>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace gatehouse::audit::tests;
using namespace std::chrono_literals;

/// What the record costs: durable entries a second from 64 callers that each wait for theirs, what a request pays that leaves no
/// entry, a page of a long log, and its verification. The number of entries of the log: BENCH_AUDIT_ENTRIES, a million unless
/// said. BENCH_AUDIT_FILE: where it is kept, to be used again; a log of ten million takes gigabytes, and many minutes to fill.
class BenchAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durableEntriesFrom64Callers()
    {
        Record record;
        AuditStore store;
        SystemClock clock;
        AuditLog log(*record.database, store, clock, {});
        constexpr int kCallers = 64;
        constexpr int kEach = 2'000;
        std::atomic<int> failed = 0;
        QElapsedTimer timer;
        timer.start();
        std::latch ready(kCallers);
        std::function<void(int, int)> call = [&](int caller, int i) {
            if (i == kEach)
                return ready.count_down();
            log.append(numbered(caller * kEach + i), [&, caller, i](const Result<quint64> &sequence) {
                failed += sequence ? 0 : 1;
                call(caller, i + 1);
            });
        };
        for (int caller = 0; caller < kCallers; ++caller)
            call(caller, 0);
        ready.wait();
        QCOMPARE(failed.load(), 0);
        report(kCallers * kEach, timer.nsecsElapsed());
    }

    /// While a thousand others are over their limits.
    void requestThatLeavesNoEntry()
    {
        Record record;
        AuditStore store;
        SystemClock clock;
        AuditLog log(*record.database, store, clock, {});
        RefusalBursts bursts(log);
        SteadyTime now = clock.steadyNow();
        for (quint32 i = 0; i < 1000; ++i)
            bursts.refused("general", IpAddress::fromIpv4(0x0a000000U + i), {}, now);
        QBENCHMARK
        {
            bursts.endOld(now);
            now += 10us;
        }
    }

    void entryToItsBytesAndItsLeaf()
    {
        const Entry entry = numbered(50);
        QBENCHMARK
        {
            (void)leafHash(encode(entry));
        }
    }

    void pageOfALongLog()
    {
        const int entries = qEnvironmentVariableIntValue("BENCH_AUDIT_ENTRIES") > 0
            ? qEnvironmentVariableIntValue("BENCH_AUDIT_ENTRIES")
            : 1'000'000;
        const QString kept = qEnvironmentVariable("BENCH_AUDIT_FILE");
        const std::unique_ptr<Record> made = kept.isEmpty()
            ? std::make_unique<Record>()
            : std::make_unique<Record>(std::move(*storage::Database::openSqlite(kept)));
        Record &record = *made;
        AuditStore store;
        for (int begin = static_cast<int>(record.head().size); begin < entries; begin += 10'000)
            QVERIFY(record.append(store, numberedEntries(begin, 10'000)));
        const auto measure = [&](const char *name, const Filter &filter, std::optional<quint64> after) {
            QElapsedTimer timer;
            timer.start();
            const auto page = record.page(filter, Order::NewestFirst, after);
            qInfo("%-30s %6.2f ms, %lld entries", name, double(timer.nsecsElapsed()) / 1e6,
                  page ? static_cast<long long>(page->entries.size()) : -1LL);
        };
        const quint64 middle = static_cast<quint64>(entries) / 2;
        measure("no filter, first page", {}, {});
        measure("no filter, in the middle", {}, middle);
        measure("actor", {.actor = "actor3"}, {});
        measure("actor, in the middle", {.actor = "actor3"}, middle);
        measure("actor that is not there", {.actor = "nobody"}, {});
        measure("action", {.action = Action::UserUpdate}, middle);
        measure("action that is not there", {.action = Action::ServerStop}, {});
        measure("target", {.target = "target77"}, {});
        measure("outcome", {.outcome = Outcome::Refused}, middle);
        measure("outcome that is not there", {.outcome = Outcome::Failed}, {});
        measure("address", {.address = "192.0.2.9"}, middle);
        measure("time", {.from = numbered(1000).time, .until = numbered(5000).time}, {});
        measure("text", {.text = "wrong password"}, {});
        measure("text that is not there", {.text = "nowhere"}, {});
        measure("actor and target", {.actor = "actor3", .target = "target77"}, {});
    }

    void verification()
    {
        constexpr int kEntries = 500'000;
        Record record;
        AuditStore store;
        for (int begin = 0; begin < kEntries; begin += 10'000)
            QVERIFY(record.append(store, numberedEntries(begin, 10'000)));
        const Connect connect = [path = record.path()] {
            using storage::MaintenanceConnection;
            return MaintenanceConnection::open({.sqliteFile = path, .postgres = {}}, MaintenanceConnection::Access::Read);
        };
        for (const int threads : {1, 2}) {
            QElapsedTimer timer;
            timer.start();
            const auto verified = verifyStore(connect, {}, threads);
            QVERIFY(verified && !verified->finding);
            qInfo("verified by %d", threads);
            report(kEntries, timer.nsecsElapsed());
        }
    }

private:
    static void report(int entries, qint64 nanoseconds) { qInfo("%.0f entries a second", entries / (double(nanoseconds) / 1e9)); }
};

QTEST_GUILESS_MAIN(BenchAudit)
#include "bench_audit.moc"
