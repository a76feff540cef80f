#pragma once

#include "health/health_state.h"
#include "http/route.h"

namespace gatehouse::health {

/// Declares the probes of the contract under all the names that operators' monitors know. `state` outlives `routes`.
void declareProbeRoutes(http::RouteTable &routes, const HealthState &state);

} // namespace gatehouse::health
