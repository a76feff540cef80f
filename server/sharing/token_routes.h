#pragma once

#include "http/route.h"
#include "sharing/grouped_transactions.h"
#include "sharing/sharing_settings.h"

namespace gatehouse::sharing {

/// What the routes need; all of it outlives them.
struct TokenRouteParts {
    GroupedTransactions &transactions;
    storage::Database &database;
    const SharingSettings &settings;
    const Clock &clock;
};

/// Declares `/api/v1/one-time-token` and `/api/v1/admin/tokens…`.
void declareTokenRoutes(http::RouteTable &routes, const TokenRouteParts &parts);

} // namespace gatehouse::sharing
