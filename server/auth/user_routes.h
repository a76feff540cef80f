#pragma once

#include "auth/password_hasher.h"
#include "auth/security_events.h"
#include "auth/user_administration.h"
#include "http/route.h"
#include "storage/database.h"

namespace gatehouse::auth {

/// What the endpoints work with; all of it outlives the routes.
struct UserRouteParts {
    storage::Database &database;
    PasswordHasher &hasher;
    SecurityEvents &events;
    const UserAdministration &administration;
};

/// Declares `/api/v1/admin/users` and what is below: list for operators, create, change and remove for admins. A change
/// holds in every worker before it is answered.
void declareUserRoutes(http::RouteTable &routes, UserRouteParts parts);

} // namespace gatehouse::auth
