#pragma once

#include "telemetry/latency_histogram.h"

#include <QByteArray>

namespace gatehouse::telemetry {

/// What the connections to one Redis did since the start, for the metrics.
struct RedisTotals {
    QByteArray use; ///< what lies there: `limits`, `one_time_secrets`
    quint64 calls = 0;
    quint64 errors = 0;
    quint64 timeouts = 0;
    quint64 rejected = 0; ///< never sent: no connection, open breaker, too much in flight
    quint64 connects = 0;
    int connected = 0; ///< connections that are there
    int openBreakers = 0; ///< connections over which it is asked only now and then whether it is back
    LatencySnapshot latency = {};
};

/// Who decided about limits that are counted in Redis.
struct LimitEngineTotals {
    quint64 redis = 0;
    quint64 memory = 0; ///< refused again by the worker that remembered
    quint64 outage = 0; ///< each policy's `outage`
};

} // namespace gatehouse::telemetry
