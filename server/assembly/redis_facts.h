#pragma once

#include "health/health_registry.h"
#include "redis/redis_client.h"

#include <chrono>
#include <optional>

namespace gatehouse::assembly {

/// What health knows of a Redis: what it told of itself when it was last asked.
struct RedisFacts {
    std::optional<storage::RedisServerInfo> server = {}; ///< nothing while there is no connection
    std::chrono::milliseconds clockDifference{}; ///< how far its clock is ahead of ours, give or take the round trip
    std::chrono::microseconds roundTrip{}; ///< the question and its answer
    QString problem = {}; ///< why there is no `server`

    /// Asks over `client`, in its thread. The client may have gone when this is done.
    [[nodiscard]] static QCoro::Task<RedisFacts> ask(storage::RedisClient &client);
    /// Unhealthy without a server; Degraded when it is a replica or its clock is wrong.
    [[nodiscard]] health::CheckResult check() const;
};

} // namespace gatehouse::assembly
