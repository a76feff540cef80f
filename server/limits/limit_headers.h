#pragma once

#include "limits/rate_limiter.h"

#include <string>

namespace gatehouse::limits {

/// Appends what an answer says about a request's limits: `X-RateLimit-Limit`, `-Remaining` and `-Reset` (seconds, rounded up)
/// of the tightest policy; `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers) of all that are
/// enforced; `Retry-After` (seconds, at least 1) when refused; as complete header lines. Nothing when nothing was limited.
/// Policies in shadow mode are told only where no other holds.
void appendLimitLines(std::string &lines, const Verdict &verdict);

/// Microseconds as whole seconds, rounded up.
[[nodiscard]] qint64 wholeSeconds(std::chrono::microseconds time);

} // namespace gatehouse::limits
