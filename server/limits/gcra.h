#pragma once

#include "limits/rate_limiter.h"

#include <algorithm>
#include <limits>

namespace gatehouse::limits {

/// A policy's numbers in integer microseconds.
struct Gcra {
    qint64 interval = 1; ///< between two requests at the steady rate, rounded up so that the quota is never exceeded
    qint64 tolerance = 0; ///< how far ahead of that rate a caller may be

    [[nodiscard]] static constexpr Gcra of(const Policy &policy)
    {
        // 31 years: more than any window, and far from where sums of two would overflow.
        constexpr qint64 kLongest = 1'000'000'000'000'000;
        const qint64 quota = std::max<qint64>(policy.quota, 1);
        const qint64 window = std::clamp<qint64>(policy.window.count(), 1, kLongest);
        const qint64 interval = (window + quota - 1) / quota;
        const qint64 ahead = std::max<qint64>(policy.burst, 1) - 1;
        return {interval, ahead > kLongest / interval ? kLongest : ahead * interval};
    }

    /// Whether one more request conforms for a caller who is `backlog` microseconds ahead.
    [[nodiscard]] constexpr bool conforms(qint64 backlog) const { return backlog <= tolerance; }

    /// How a caller stands who is `backlog` microseconds ahead.
    [[nodiscard]] constexpr PolicyState stateAt(qint64 backlog, bool refused, const Policy *policy) const
    {
        const qint64 room = tolerance + interval - backlog;
        const qint64 remaining = room > 0 ? room / interval : 0;
        return {.policy = policy,
                .refused = refused,
                .remaining = static_cast<quint32>(std::min<qint64>(remaining, std::numeric_limits<quint32>::max())),
                .resetAfter = std::chrono::microseconds(backlog),
                .retryAfter = std::chrono::microseconds(refused ? std::max<qint64>(backlog - tolerance, 1) : 0)};
    }
};

} // namespace gatehouse::limits
