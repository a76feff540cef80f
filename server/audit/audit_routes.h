#pragma once

#include "audit/audit_log.h"
#include "http/route.h"
#include "storage/database.h"

namespace gatehouse::audit {

/// What the endpoints work with; it outlives the routes.
struct AuditRouteParts {
    storage::Database &database;
    AuditLog &log; ///< that exports are told of in
};

/// Declares `/api/v1/admin/audit` and what is below, for operators.
void declareAuditRoutes(http::RouteTable &routes, AuditRouteParts parts);

} // namespace gatehouse::audit
