#pragma once

#include "core/ip_address.h"
#include "limits/rate_limiter.h"

#include <QByteArray>

#include <array>
#include <mutex>
#include <vector>

namespace gatehouse::limits {

/// How one caller stands with one policy.
struct Usage {
    QByteArray policy; ///< name
    Scope scope = Scope::Address;
    QByteArray caller; ///< an address, the /64 of an IPv6 one, or an account
    quint32 burst = 0;
    quint32 remaining = 0; ///< when it called last
    quint64 refused = 0; ///< since it came near
    SteadyTime seen{}; ///< when it called last
    SteadyTime resets{}; ///< when its whole burst is there again
};

/// Remembers the callers who are near or over a limit, for people to look at: decisions do not depend on it. Of bounded size:
/// among those that share a place the one who will be done first makes room. Counts what this process decides. Thread-safe; costs
/// a short lock, and only for who is near.
class UsageBoard
{
public:
    /// A caller is near when no more than a fifth of the burst is left.
    [[nodiscard]] static bool isNear(const PolicyState &state)
    {
        return state.refused || quint64(state.remaining) * 5 <= state.policy->burst;
    }

    /// Notes what a policy said of `address`. For who isNear().
    void note(const PolicyState &state, const IpAddress &address, SteadyTime now);
    /// The same of an account.
    void note(const PolicyState &state, QByteArrayView account, SteadyTime now);

    /// Who has not got the whole burst back by `now`: those with the most refusals first, then those with the least left.
    [[nodiscard]] std::vector<Usage> usages(SteadyTime now) const;

    /// Forgets a caller, whose usage was reset; named as in Usage.
    void forget(Scope scope, QByteArrayView caller);

private:
    static constexpr std::size_t kPlaces = 64;
    static constexpr std::size_t kWays = 8;
    struct Place {
        mutable std::mutex mutex;
        std::array<Usage, kWays> usages; ///< those without a policy are free
    };
    void noteKey(const PolicyState &state, QByteArrayView key, SteadyTime now);

    std::array<Place, kPlaces> m_places;
};

} // namespace gatehouse::limits
