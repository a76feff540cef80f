#pragma once

#include "administration/runtime_settings.h"
#include "audit/audit_log.h"
#include "http/route.h"
#include "storage/database.h"

namespace gatehouse::administration {

/// What the endpoints work with; all of it outlives the routes.
struct SettingsRouteParts {
    storage::Database &database;
    RuntimeSettings &settings;
    audit::AuditLog &log;
    const Clock &clock;
};

/// Declares `/api/v1/admin/config`: reading for operators, overriding for administrators.
void declareSettingsRoutes(http::RouteTable &routes, SettingsRouteParts parts);

/// Overrides settings as `request`'s caller, and records it as `action` in the same transaction.
[[nodiscard]] QCoro::Task<Result<std::vector<SettingChange>>>
overrideSettings(SettingsRouteParts parts, RuntimeSettings::Wanted wanted, http::RequestPtr request, audit::Action action);

} // namespace gatehouse::administration
