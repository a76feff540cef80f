#pragma once

#include "audit/audit_log.h"
#include "sharing/share_events.h"

namespace gatehouse::assembly {

/// The entry that tells of an act with one-time secrets or the tokens for them.
[[nodiscard]] audit::Entry entryOf(const sharing::ShareEvent &event);

/// Writes such acts to the record.
class AuditedShares final : public sharing::ShareEvents
{
public:
    /// `log` outlives this.
    explicit AuditedShares(audit::AuditLog &log)
        : m_log(log)
    {
    }

    [[nodiscard]] Result<void> recordWithin(QSqlDatabase &database, std::span<const sharing::ShareEvent> events) override;
    QCoro::Task<> record(sharing::ShareEvent event) override;

private:
    audit::AuditLog &m_log;
};

/// The same for a command: its acts are those of whoever sits at the machine.
class CommandShares final : public sharing::ShareEvents
{
public:
    [[nodiscard]] Result<void> recordWithin(QSqlDatabase &database, std::span<const sharing::ShareEvent> events) override;
    QCoro::Task<> record(sharing::ShareEvent event) override;

private:
    audit::AuditStore m_store;
    SystemClock m_clock;
};

} // namespace gatehouse::assembly
