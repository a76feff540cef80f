#pragma once

#include "telemetry/prometheus_text.h"
#include "telemetry/sharing_totals.h"

namespace gatehouse::telemetry {

/// What became of one-time secrets: under the names that Hakanai's dashboards know, and under our own for what it does not count.
void writeSharing(PrometheusText &text, const SharingTotals &totals);

} // namespace gatehouse::telemetry
