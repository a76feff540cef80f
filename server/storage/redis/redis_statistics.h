#pragma once

#include "telemetry/redis_totals.h"

#include <atomic>

namespace gatehouse::storage {

/// What one client did. Written by the client's thread alone, read by any.
struct RedisStatistics {
    enum class Breaker { Closed, Open, HalfOpen };

    telemetry::OwnedCounter calls; ///< sent to Redis
    telemetry::OwnedCounter errors; ///< answered by Redis with an error, or cut off with the connection
    telemetry::OwnedCounter timeouts; ///< not answered within their deadline
    telemetry::OwnedCounter rejected; ///< never sent: no connection, open breaker, too much in flight
    telemetry::OwnedCounter connects; ///< connections that were made, the first included
    telemetry::OwnedCounter failedConnects;
    telemetry::OwnedCounter opened; ///< how often the breaker opened
    telemetry::LatencyHistogram latency; ///< of answered calls, from the call to its resumption
    std::atomic<quint64> inFlight = 0; ///< sent and not answered, those past their deadline included
    std::atomic<bool> connected = false;
    std::atomic<Breaker> breaker = Breaker::Closed;

    /// Any thread.
    void addTo(telemetry::RedisTotals &sum) const;
};

} // namespace gatehouse::storage
