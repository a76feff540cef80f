#pragma once

#include "administration/settings_routes.h"
#include "core/one_shot.h"
#include "core/snapshot.h"
#include "limits/limited_caller.h"
#include "limits/policy_set.h"
#include "limits/rate_limiter.h"
#include "limits/usage_board.h"
#include "telemetry/metrics.h"

#include <QJsonArray>

#include <functional>

namespace gatehouse::administration {

/// What the endpoints work with; all of it outlives the routes.
struct LimitRouteParts {
    SettingsRouteParts settings;
    const Snapshot<limits::PolicySet> &policies;
    limits::RateLimiter &limiter; ///< of this process
    limits::UsageBoard &usage;
    std::function<telemetry::MetricsSnapshot()> metrics; ///< any thread
    /// Where several instances count: gives a caller back what they counted. Empty: they do not.
    std::function<OneShot<bool>(std::shared_ptr<const limits::PolicySet> policies, limits::LimitedCaller caller)> resetShared;
};

/// A policy as it is to be: JSON Schema, and one that holds.
extern const char kNewPolicy[];
extern const char kNewPolicyExample[];

/// Who is near or over a limit, as the API has it.
[[nodiscard]] QJsonArray describeUsage(const limits::UsageBoard &board, SteadyTime now);

/// Declares `/api/v1/admin/limits` and what is below: reading for operators, changing for administrators.
void declareLimitRoutes(http::RouteTable &routes, const LimitRouteParts &parts);

} // namespace gatehouse::administration
