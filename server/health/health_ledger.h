#pragma once

#include "core/clock.h"
#include "health/health_registry.h"

#include <map>
#include <mutex>
#include <optional>

namespace gatehouse::health {

/// Remembers of each check since when it is as it is, and when it last was not well: what a report of one moment does not tell.
/// Knows what was asked for; of the time before the start it knows nothing. Thread-safe.
class HealthLedger
{
public:
    struct Failure {
        WallTime at{}; ///< when it was found
        QString detail;
    };
    struct Account {
        std::optional<WallTime> since; ///< nothing: as it was when first looked at
        std::optional<Failure> lastFailure;
    };

    /// A check has come to another status; see HealthRegistry::Listener.
    void note(const QByteArray &name, const CheckResult &result, WallTime now)
    {
        const std::lock_guard lock(m_mutex);
        Account &account = m_accounts[name];
        account.since = now;
        if (result.status != Status::Healthy)
            account.lastFailure = {now, result.detail};
    }

    [[nodiscard]] Account of(const QByteArray &name) const
    {
        const std::lock_guard lock(m_mutex);
        const auto account = m_accounts.find(name);
        return account == m_accounts.end() ? Account() : account->second;
    }

private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, Account> m_accounts;
};

} // namespace gatehouse::health
