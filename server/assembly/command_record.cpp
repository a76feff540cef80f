#include "assembly/command_record.h"

#include "assembly/audited_events.h"
#include "storage/statement.h"

#include <QFileInfo>

namespace gatehouse::assembly {

Result<std::unique_ptr<CommandRecord>> CommandRecord::open(storage::DatabaseTarget target)
{
    if (target.postgres)
        target.postgres->maxConnections = 1;
    else if (!QFileInfo::exists(target.sqliteFile))
        return nullptr;
    auto database = storage::Database::open(std::move(target));
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<CommandRecord>(new CommandRecord(std::move(*database)));
}

void CommandRecord::complete(audit::Entry &entry) const
{
    entry.time = m_clock.preciseNow();
    entry.actor = commandLineActor();
    audit::normalise(entry);
}

Result<quint64> CommandRecord::appendWith(audit::Entry entry, const std::function<Result<quint64>(QSqlDatabase &)> &work)
{
    return m_database->runBlocking([&](QSqlDatabase &sql) {
        return storage::inTransaction(sql, storage::Beside::Others, [&]() -> Result<quint64> {
            const Result<quint64> done = work(sql);
            if (!done)
                return done;
            audit::Entry told = entry;
            told.detail.push_back({"count", QByteArray::number(*done)});
            complete(told);
            const auto head = m_store.append(sql, {&told, 1});
            return head ? done : std::unexpected(head.error());
        });
    });
}

Result<void> CommandRecord::append(std::vector<audit::Entry> entries)
{
    for (audit::Entry &entry : entries)
        complete(entry);
    const auto head = m_database->runBlocking([&](QSqlDatabase &sql) {
        return storage::inTransaction(sql, storage::Beside::Others, [&] { return m_store.append(sql, entries); });
    });
    return head ? Result<void>() : std::unexpected(head.error());
}

} // namespace gatehouse::assembly
