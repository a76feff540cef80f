#pragma once

#include "assembly/given_secrets.h"
#include "assembly/redis_facts.h"
#include "config/settings.h"
#include "core/error.h"
#include "core/one_shot.h"
#include "limits/limited_caller.h"
#include "limits/redis_limiter.h"
#include "telemetry/metrics.h"

#include <QTimer>

#include <array>
#include <atomic>
#include <list>
#include <memory>
#include <mutex>

namespace gatehouse::assembly {

/// The Redis that limits are counted in, where there is one: for each worker a connection and a limiter, and one connection
/// more, of the thread that made this, by which health knows the server. Made and destroyed in that thread.
class LimitsRedis
{
public:
    static constexpr qsizetype kHashKeySize = 16;
    static constexpr std::chrono::milliseconds kLookInterval{2000};
    static constexpr std::chrono::milliseconds kLookAgain{200}; ///< after Redis was too busy to answer a look in time
    using HashKey = std::array<unsigned char, kHashKeySize>;

    /// What the configuration makes of it, without connecting. Invalid when a URL or a TLS file cannot be used; the error's
    /// fields name it.
    [[nodiscard]] static Result<storage::RedisOptions> optionsFor(const config::Settings &settings, const GivenSecrets &secrets);

    /// `hashKey` is the same for all instances. `local` outlives this.
    LimitsRedis(storage::RedisOptions options, const QByteArray &prefix, const HashKey &hashKey, limits::RateLimiter &local);
    ~LimitsRedis();

    /// For the worker in whose thread it is called.
    [[nodiscard]] std::unique_ptr<limits::SharedLimiter> makeLimiter();

    /// Gives `caller` back what policies counted, in Redis, and has all workers ask for it anew, those of other instances
    /// within kLookInterval, or within kLookAgain of a Redis that was too busy to tell them. False when nothing was known, or
    /// Redis could not be asked. Any thread.
    [[nodiscard]] OneShot<bool> reset(std::shared_ptr<const limits::PolicySet> policies, limits::LimitedCaller caller);

    /// Any thread.
    [[nodiscard]] health::CheckResult check() const;
    void addTo(telemetry::MetricsSnapshot &metrics) const;

private:
    /// What one worker counts.
    struct Counts {
        storage::RedisStatistics client;
        limits::RedisLimiterStatistics limiter;
    };

    QCoro::Task<> look();
    QCoro::Task<Result<void>> exchangeResets();
    QCoro::Task<> resetHere(std::shared_ptr<const limits::PolicySet> policies, limits::LimitedCaller caller, OneShot<bool> done);
    void noteResets(const QByteArray &counted);
    void show(RedisFacts facts);

    const storage::RedisOptions m_options;
    limits::RedisLimiterOptions m_limiterOptions;
    limits::RateLimiter &m_local;
    std::atomic<quint64> m_resets = 0; ///< that workers have to know of
    mutable std::mutex m_mutex; ///< of the two below
    std::list<Counts> m_counts; ///< elements stay where they are
    RedisFacts m_facts;
    bool m_resetsToTell = false; ///< Redis may not know yet that somebody was reset here
    bool m_closing = false; ///< the client ends, and who waited for it goes on: nothing is asked of it any more
    storage::RedisStatistics m_watcherCounts;
    std::shared_ptr<storage::RedisClient> m_watcher; ///< shared with the limiter below
    limits::RedisLimiterStatistics m_resetterCounts;
    std::unique_ptr<limits::RedisLimiter> m_resetter;
    const QByteArray m_resetsKey; ///< where instances tell each other of resets: a number that changes
    QByteArray m_resetsSeen;
    QTimer m_looking;
};

} // namespace gatehouse::assembly
