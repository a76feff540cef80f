#pragma once

#include "auth/user_administration.h"
#include "health/health_registry.h"
#include "health/process_info.h"
#include "http/route.h"
#include "storage/database.h"
#include "telemetry/traffic_history.h"

#include <QJsonObject>

#include <functional>

namespace gatehouse::administration {

/// Something an administrator should look after.
struct Attention {
    QByteArray id; ///< the same while it is the same matter: "limits.disabled"
    bool critical = false; ///< people are kept out, or let in who should not be
    QString title; ///< what is the matter
    QString remedy; ///< what to do
};

/// What the endpoint works with; all of it outlives the routes.
struct OverviewRouteParts {
    storage::Database &database;
    const auth::UserAdministration &users;
    health::HealthRegistry &health;
    const health::ProcessInfo &process;
    const telemetry::TrafficHistory &history;
    std::function<telemetry::MetricsSnapshot()> metrics; ///< any thread
    std::function<std::vector<Attention>()> attention; ///< beside what health tells; any thread
    bool production = false;
};

/// The traffic of a stretch of time and of the moment, as in the overview's `now`.
[[nodiscard]] QJsonObject describeTraffic(const telemetry::TrafficSample &last, const telemetry::MetricsSnapshot &metrics);
/// `{status, checks}` as in the overview.
[[nodiscard]] QJsonObject describeHealth(const health::HealthReport &report);

/// Declares `/api/v1/admin/overview`: one call for the first page of a console.
void declareOverviewRoutes(http::RouteTable &routes, const OverviewRouteParts &parts);

} // namespace gatehouse::administration
