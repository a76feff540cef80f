#pragma once

#include "audit/audit_store.h"
#include "storage/database.h"

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::assembly {

/// The record as a command writes to it, whether or not a server runs: each time in a transaction of its own. Main thread.
class CommandRecord
{
public:
    /// Nothing where no server has made a record yet. Fails as Database::open() does.
    [[nodiscard]] static Result<std::unique_ptr<CommandRecord>> open(storage::DatabaseTarget target);

    /// Gives `entries` their time, the person at the machine as their actor, and writes them: durable, all of them, when this
    /// returns.
    [[nodiscard]] Result<void> append(std::vector<audit::Entry> entries);
    /// Does `work` and tells of it in one transaction, by `entry` and the facts that `work` gives, which it alone knows. `work`
    /// may be called more than once.
    using Work = std::function<Result<std::vector<audit::Fact>>(QSqlDatabase &)>;
    [[nodiscard]] Result<void> appendWith(const audit::Entry &entry, const Work &work);
    [[nodiscard]] storage::Database &database() { return *m_database; }

private:
    explicit CommandRecord(std::unique_ptr<storage::Database> database)
        : m_database(std::move(database))
    {
    }

    void complete(audit::Entry &entry) const;

    const SystemClock m_clock;
    audit::AuditStore m_store;
    const std::unique_ptr<storage::Database> m_database;
};

} // namespace gatehouse::assembly
