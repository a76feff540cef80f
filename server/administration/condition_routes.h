#pragma once

#include "administration/posture_finding.h"
#include "health/health_ledger.h"
#include "health/process_info.h"
#include "http/route.h"

#include <functional>
#include <vector>

namespace gatehouse::administration {

/// What the endpoints work with; all of it outlives the routes.
struct ConditionRouteParts {
    health::HealthRegistry &health;
    const health::HealthLedger &ledger;
    const health::ProcessInfo &process;
    /// What does not work without a dependency, by the name of its check.
    std::function<QString(const QByteArray &name)> consequence;
    std::function<std::vector<PostureFinding>()> posture; ///< any thread
};

/// Declares `/api/v1/admin/health` and `/api/v1/admin/posture`, for operators: how the server and what it needs are doing, and
/// how hard the deployment is.
void declareConditionRoutes(http::RouteTable &routes, const ConditionRouteParts &parts);

} // namespace gatehouse::administration
