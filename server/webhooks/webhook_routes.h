#pragma once

#include "audit/audit_log.h"
#include "http/route.h"
#include "storage/database.h"
#include "webhooks/webhook_sender.h"

#include <functional>

namespace gatehouse::webhooks {

/// What the endpoints work with; it outlives the routes.
struct WebhookRouteParts {
    storage::Database &database;
    audit::AuditLog &log; ///< that acts are told of in
    std::function<std::optional<WebhookStatus>()> status; ///< nothing: no receiver is named
};

/// Declares `/api/v1/admin/webhook` and what is below: shown to operators, changed by admins.
void declareWebhookRoutes(http::RouteTable &routes, const WebhookRouteParts &parts);

} // namespace gatehouse::webhooks
