#pragma once

#include "limits/refused_callers.h"
#include "limits/shared_limiter.h"
#include "redis/redis_client.h"

#include <array>
#include <atomic>
#include <memory>

namespace gatehouse::limits {

/// How instances count together. The same for all of them, or they do not.
struct RedisLimiterOptions {
    std::array<unsigned char, 16> hashKey{}; ///< secret: without it nobody can tell from Redis who was counted
    QByteArray prefix = "gatehouse:"; ///< before every key; no `{`
    std::size_t rememberedCallers = 16'384; ///< refused ones, for each worker
    /// See RefusedCallers. Null: nobody is ever reset by another worker.
    const std::atomic<quint64> *resets = nullptr;
};

/// Who decided. Written by the limiter's thread alone, read by any.
struct RedisLimiterStatistics {
    telemetry::OwnedCounter shared; ///< Redis
    telemetry::OwnedCounter remembered; ///< refused again without asking
    telemetry::OwnedCounter without; ///< Redis could not be asked: each policy's Outage
    telemetry::OwnedCounter scriptLoads; ///< Redis did not have the script
};

/// The engine that several instances share: the GCRA of LocalLimiter as a Lua script in Redis, by Redis's clock, one round
/// trip for all charges of a request (docs/decisions/091-limits-in-redis.md). Whoever was refused is refused again by this
/// worker, without asking, until the time it was told.
///
/// Keys are `<prefix>{limits}<hash>`: all of them hash to one slot of a Redis Cluster. Each expires when its caller's whole
/// burst is there again.
class RedisLimiter final : public SharedLimiter
{
public:
    /// `client` is shared by all parts of a worker that use the same Redis. `local`, which counts while Redis cannot be
    /// asked and which all workers share, and `statistics` outlive it.
    RedisLimiter(std::shared_ptr<storage::RedisClient> client, RateLimiter &local, RedisLimiterOptions options,
                 RedisLimiterStatistics &statistics);

    [[nodiscard]] std::optional<Verdict> refusedAlready(std::span<const Charge> charges, SteadyTime now) const override;
    [[nodiscard]] QCoro::Task<Verdict> take(std::span<const Charge> charges, SteadyTime now) override;
    void charge(std::span<const Charge> charges, SteadyTime now) override;
    [[nodiscard]] QCoro::Task<bool> reset(const Policy &policy, QByteArrayView key) override;
    void forget(const Policy &policy, QByteArrayView key) override;

    /// Where Redis keeps what a caller has used, for tests and diagnosis.
    [[nodiscard]] QByteArray redisKeyOf(const Policy &policy, QByteArrayView key) const;

private:
    class Command;

    [[nodiscard]] Verdict withoutRedis(std::span<const Charge> charges, SteadyTime now);
    [[nodiscard]] QByteArray redisKeyOf(const Fingerprint &fingerprint) const;

    std::shared_ptr<storage::RedisClient> m_client;
    RateLimiter &m_local;
    const RedisLimiterOptions m_options;
    const QByteArray m_keyStart;
    RedisLimiterStatistics &m_statistics;
    const QByteArray m_script;
    const QByteArray m_scriptHash;
    RefusedCallers m_refused;
};

} // namespace gatehouse::limits
