#pragma once

#include "core/snapshot.h"
#include "http/route.h"
#include "limits/arrival_history.h"
#include "limits/policy_set.h"

namespace gatehouse::administration {

/// What the endpoint works with; all of it outlives the route.
struct LimitPreviewParts {
    const limits::ArrivalHistory &arrivals;
    const Snapshot<limits::PolicySet> &policies;
    const Clock &clock;
};

/// Declares `/api/v1/admin/limits/preview/{policy}`, for operators: what a policy would have refused in the last hour.
void declareLimitPreview(http::RouteTable &routes, const LimitPreviewParts &parts);

} // namespace gatehouse::administration
