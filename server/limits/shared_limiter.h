#pragma once

#include "limits/rate_limiter.h"

#include <qcoro/qcorotask.h>

#include <optional>

namespace gatehouse::limits {

/// Counts requests for several instances together, in a place that must be asked: RedisLimiter. Whoever has no such place
/// uses a RateLimiter, which never waits. Belongs to one worker and its thread.
class SharedLimiter
{
public:
    virtual ~SharedLimiter() = default;

    /// The verdict over charges of which one is known to be refused, without asking anybody and without charging: what
    /// RateLimiter::peek is for. Its states are those of the charges that refuse.
    [[nodiscard]] virtual std::optional<Verdict> refusedAlready(std::span<const Charge> charges, SteadyTime now) const = 0;

    /// Takes one request from every charge's quota, or from none, as RateLimiter::take does. Ends within the engine's
    /// deadline; when the engine cannot be asked, each policy's Outage decides. `charges` and what they refer to outlive
    /// the task, and the policies the verdict.
    [[nodiscard]] virtual QCoro::Task<Verdict> take(std::span<const Charge> charges, SteadyTime now) = 0;

    /// The same without waiting for the verdict, for requests that are answered in any case. Nothing is charged when the
    /// engine cannot be asked.
    virtual void charge(std::span<const Charge> charges, SteadyTime now) = 0;

    /// Forgets what one caller used of one policy, everywhere. Returns whether anything was known of it; false, too, when
    /// the engine cannot be asked. Other workers may go on refusing until the time they have told the caller; forget()
    /// makes one stop.
    [[nodiscard]] virtual QCoro::Task<bool> reset(const Policy &policy, QByteArrayView key) = 0;

    /// Asks anew when this caller comes next. For workers that are told of a reset.
    virtual void forget(const Policy &policy, QByteArrayView key) = 0;
};

} // namespace gatehouse::limits
