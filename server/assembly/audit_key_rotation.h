#pragma once

#include "assembly/audit_keys.h"
#include "audit/audit_key_routes.h"
#include "audit/audit_log.h"
#include "core/event_thread.h"

#include <QObject>

namespace gatehouse::assembly {

/// Shows and replaces the key that signs checkpoints for administrators of a running server, in a thread of its own, one after
/// the other: files are read and a signature is waited for. Thread-safe.
class AuditKeyRotation
{
public:
    /// `database`, `log` and `clock` outlive this.
    AuditKeyRotation(AuditKeys keys, storage::Database &database, audit::AuditLog &log, const Clock &clock);
    /// Ends what was begun.
    ~AuditKeyRotation();
    AuditKeyRotation(const AuditKeyRotation &) = delete;
    AuditKeyRotation &operator=(const AuditKeyRotation &) = delete;

    [[nodiscard]] audit::AuditKeyRouteParts routeParts();

private:
    [[nodiscard]] Result<audit::VerifierKeys> list() const;
    [[nodiscard]] Result<audit::VerifierKeys> rotate(const audit::Entry &by);
    [[nodiscard]] audit::VerifierKeysFuture inThread(std::function<Result<audit::VerifierKeys>()> work);

    const AuditKeys m_keys;
    storage::Database &m_database;
    audit::AuditLog &m_log;
    const Clock &m_clock;
    EventThread m_thread{"audit-keys"};
    QObject m_inside; ///< lives in the thread
};

} // namespace gatehouse::assembly
