#pragma once

#include "../storage/postgres_database.h"
#include "audit/audit_log.h"
#include "audit/audit_reader.h"

#include <QTemporaryDir>
#include <QTest>

namespace gatehouse::audit::tests {

/// A record in a database of its own, which goes with this.
class Record
{
public:
    /// On SQLite.
    Record()
        : database(std::move(*storage::Database::openSqlite(path())))
    {
    }
    explicit Record(std::unique_ptr<storage::Database> opened)
        : database(std::move(opened))
    {
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("gatehouse.db")); }

    /// Runs `work(QSqlDatabase &) -> Result<T>` in the database.
    template<typename Work> auto run(Work work) { return database->runBlocking(std::move(work)); }
    /// Appends in a transaction of its own.
    Result<TreeHead> append(AuditStore &store, std::vector<Entry> entries)
    {
        return run([&](QSqlDatabase &sql) {
            return storage::inTransaction(sql, storage::Beside::Others, [&] { return store.append(sql, entries); });
        });
    }
    Result<void> sql(const char *statement)
    {
        return run([statement](QSqlDatabase &sql) { return storage::execute(sql, statement); });
    }
    Result<Page> page(const Filter &filter = {}, Order order = Order::OldestFirst, std::optional<quint64> after = {},
                      int limit = 100)
    {
        return run([=](QSqlDatabase &sql) { return readPage(sql, filter, order, after, limit); });
    }
    TreeHead head()
    {
        return run([](QSqlDatabase &sql) { return storedHead(sql); }).value();
    }

private:
    QTemporaryDir m_folder;

public:
    std::unique_ptr<storage::Database> database;
};

/// What tests of records on either engine have in common.
class EitherEngine
{
protected:
    /// A row for each.
    static void engines()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }
    /// A record on the row's engine.
    std::unique_ptr<Record> makeRecord()
    {
        QFETCH(bool, postgres);
        return postgres
            ? std::make_unique<Record>(storage::tests::openedWith(storage::tests::settingsFor(m_server.socketUrlOfNewSchema())))
            : std::make_unique<Record>();
    }

    gatehouse::tests::PostgresServer m_server;
};

/// Entry number `number` of a log like ours: ten actors, a thousand targets.
inline Entry numbered(int number)
{
    Entry entry;
    entry.time = PreciseWallTime(std::chrono::milliseconds(1'700'000'000'000 + number));
    entry.actor = {Actor::Kind::User, "actor" + QByteArray::number(number % 10)};
    entry.action = number % 7 == 0 ? Action::UserUpdate : Action::AuthLogin;
    entry.target = "target" + QByteArray::number(number % 1000);
    entry.outcome = number % 5 == 0 ? Outcome::Refused : Outcome::Success;
    entry.address = "192.0.2." + QByteArray::number(number % 200);
    entry.requestId = "01KAHWD0E1Q6V8J9M4S5T6W7X8";
    if (number % 50 == 0)
        entry.detail = {{"reason", "Wrong password " + QByteArray::number(number)}};
    return entry;
}

inline std::vector<Entry> numberedEntries(int begin, int count)
{
    std::vector<Entry> entries;
    for (int i = begin; i < begin + count; ++i)
        entries.push_back(numbered(i));
    return entries;
}

} // namespace gatehouse::audit::tests
