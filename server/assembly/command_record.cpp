#include "assembly/command_record.h"

#include "assembly/audited_events.h"
#include "storage/statement.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

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

Result<void> CommandRecord::appendWith(const audit::Entry &entry, const Work &work)
{
    return m_database->runBlocking([&](QSqlDatabase &sql) {
        return storage::inTransaction(sql, storage::Beside::Others, [&]() -> Result<void> {
            Result<std::vector<audit::Fact>> facts = work(sql);
            if (!facts)
                return std::unexpected(facts.error());
            audit::Entry told = entry;
            std::ranges::move(*facts, std::back_inserter(told.detail));
            complete(told);
            const auto head = m_store.append(sql, {&told, 1});
            return head ? Result<void>() : std::unexpected(head.error());
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
