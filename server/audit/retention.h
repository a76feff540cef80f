#pragma once

#include "audit/audit_log.h"
#include "audit/checkpointer.h"
#include "audit/record_export.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace gatehouse::audit {

/// Takes what is old out of the database: exports it to files, seals those, and drops the entries. The hashes of all entries
/// stay, so that everything that was ever proved or signed still is. See docs/decisions/106. Waits for the database: not for a
/// worker. One thread at a time.
class Retention
{
public:
    struct Settings {
        std::chrono::seconds keep{}; ///< how long an entry stays
        QString folder; ///< for the files; made when it is not there
        quint64 smallest = 65'536; ///< no file has fewer entries, unless they are older than `keep` and `patience`
        quint64 largest = 1'048'576;
        std::chrono::seconds patience = std::chrono::hours(24);
    };

    /// Everything outlives this.
    Retention(storage::Database &database, AuditLog &log, Checkpointer &checkpointer, const Clock &clock, Settings settings);

    /// Does what there is to do, and returns how many entries were dropped. What an interrupted run left is finished. Fails with
    /// Conflict, and drops nothing, when the entries are not those that were signed; with Unavailable when it was stopped.
    [[nodiscard]] Result<quint64> run(const std::stop_token &stop = {});

private:
    struct Written {
        QByteArray name;
        QByteArray digest;
    };
    [[nodiscard]] Result<EntryRange> due();
    [[nodiscard]] Result<void> seal(const EntryRange &range, const std::stop_token &stop);
    [[nodiscard]] Result<Written> write(const EntryRange &range, const std::stop_token &stop);
    [[nodiscard]] Result<void> checkWritten(const Written &written, const Checkpoint &end);
    [[nodiscard]] Result<void> enter(const StoredSegment &segment);
    [[nodiscard]] Result<quint64> drop(const std::stop_token &stop);
    [[nodiscard]] Result<void> releaseSpace(const std::stop_token &stop);
    [[nodiscard]] QString pathOf(const QByteArray &name) const;

    storage::Database &m_database;
    AuditLog &m_log;
    Checkpointer &m_checkpointer;
    const Clock &m_clock;
    const Settings m_settings;
};

} // namespace gatehouse::audit
