#pragma once

#include "audit/audit_log.h"
#include "audit/folded_refusals.h"
#include "auth/security_events.h"

namespace gatehouse::assembly {

/// The entry that tells of a security event. Without an actor it is `nobody`'s.
[[nodiscard]] audit::Entry entryOf(const auth::SecurityEvent &event, const audit::Actor &nobody);

/// Writes security events to the record, and to the log as before.
class AuditedEvents final : public auth::SecurityEvents
{
public:
    /// Both outlive this.
    AuditedEvents(audit::AuditLog &log, const Clock &clock)
        : m_log(log)
        , m_clock(clock)
    {
    }

    QCoro::Task<> record(auth::SecurityEvent event) override;
    [[nodiscard]] Result<void> recordWithin(QSqlDatabase &database, const auth::SecurityEvent &event) override;

    /// Records how many refusals were not recorded one by one: all of them, before the log stops.
    void endFolded();

private:
    [[nodiscard]] bool isFolded(const auth::SecurityEvent &event);

    audit::AuditLog &m_log;
    const Clock &m_clock;
    audit::FoldedRefusals m_folded;
};

/// The same for a command: its acts are those of whoever sits at the machine, and all within a transaction.
class CommandEvents final : public auth::SecurityEvents
{
public:
    QCoro::Task<> record(auth::SecurityEvent event) override;
    [[nodiscard]] Result<void> recordWithin(QSqlDatabase &database, const auth::SecurityEvent &event) override;

private:
    audit::AuditStore m_store;
    SystemClock m_clock;
};

/// Who sits at the machine, as the system knows them.
[[nodiscard]] audit::Actor commandLineActor();

} // namespace gatehouse::assembly
