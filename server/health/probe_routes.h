#pragma once

#include "core/ip_address.h"
#include "core/secret_bytes.h"
#include "core/snapshot.h"
#include "health/health_registry.h"
#include "health/process_info.h"
#include "http/route.h"
#include "telemetry/metrics.h"

#include <functional>
#include <vector>

namespace gatehouse::health {

/// Who may read metrics.
struct MetricsAccess {
    std::vector<IpNetwork> addresses; ///< empty: loopback
    SecretBytes token; ///< accepted as `Authorization: Bearer`; empty: none

    /// Whether a request may, by its address or the token. A request from an allowed address that carries forwarding headers
    /// which were not believed came through a proxy nobody configured, on behalf of anybody: it may not.
    [[nodiscard]] bool permits(const http::Request &request) const;
};

/// What the probes tell about. All of it outlives the routes.
struct ProbeSources {
    HealthRegistry &registry;
    const ProcessInfo &process;
    std::function<telemetry::MetricsSnapshot()> metrics; ///< asked for each time: its labels are the routes themselves
    const Snapshot<MetricsAccess> &metricsAccess;
    std::function<quint64()> droppedLogLines; ///< Logger::droppedLines()
};

/// Declares every probe and metrics route of the contract. All are in LimitClass::Probe and open to anybody; a bad credential
/// counts as none (Access::AnybodyLenient), because an expired token of a monitor must not make a healthy server look sick.
void declareProbeRoutes(http::RouteTable &routes, const ProbeSources &sources);

} // namespace gatehouse::health
