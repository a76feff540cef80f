#include "redis/redis_statistics.h"

namespace gatehouse::storage {

void RedisStatistics::addTo(telemetry::RedisTotals &sum) const
{
    sum.calls += calls.value();
    sum.errors += errors.value();
    sum.timeouts += timeouts.value();
    sum.rejected += rejected.value();
    sum.connects += connects.value();
    sum.connected += connected.load() ? 1 : 0;
    sum.openBreakers += breaker.load() == Breaker::Closed ? 0 : 1;
    latency.addTo(sum.latency);
}

} // namespace gatehouse::storage
