#pragma once

#include "core/clock.h"
#include "core/ip_address.h"
#include "limits/rate_limiter.h"

#include <optional>

namespace gatehouse::sharing {

/// Counts what may be a guess, by address, IPv6 by its /64: wrong passphrases and identifiers that do not exist. Who has made too
/// many is told to wait before anything is looked up. Thread-safe.
class GuessLimit
{
public:
    /// `perMinute` 0: not limited. What is borrowed outlives it.
    GuessLimit(int perMinute, limits::RateLimiter &limiter, const Clock &clock);

    /// How long that address has to wait; nothing when it need not.
    [[nodiscard]] std::optional<std::chrono::seconds> wait(const IpAddress &address) const;
    void count(const IpAddress &address);

private:
    const limits::Policy m_policy;
    const bool m_enabled;
    limits::RateLimiter &m_limiter;
    const Clock &m_clock;
};

} // namespace gatehouse::sharing
