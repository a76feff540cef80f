#pragma once

#include "http/route.h"
#include "sharing/secret_store.h"

namespace gatehouse::sharing {

/// What the routes need; all of it outlives them.
struct TokenRouteParts {
    SecretStore &secrets;
    storage::Database &database;
    const SharingSettings &settings;
    const Clock &clock;
};

/// Declares `/api/v1/one-time-token` and `/api/v1/admin/tokens…`.
void declareTokenRoutes(http::RouteTable &routes, const TokenRouteParts &parts);

} // namespace gatehouse::sharing
