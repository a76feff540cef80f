#pragma once

#include "assembly/redis_facts.h"

#include <QTimer>

#include <memory>
#include <mutex>

namespace gatehouse::assembly {

/// Looks after a Redis for health, over a connection of its own, and warns of settings that endanger what is kept there. Made and
/// destroyed in one thread with an event loop.
class RedisWatch
{
public:
    static constexpr std::chrono::seconds kLookInterval{2};

    /// `options` outlive it. `what`: whatever is kept there, for the log.
    RedisWatch(const storage::RedisOptions &options, QString what);
    ~RedisWatch();

    /// Any thread.
    [[nodiscard]] health::CheckResult check() const;

private:
    QCoro::Task<> look();
    void show(RedisFacts facts);

    const storage::RedisOptions &m_options;
    const QString m_what;
    mutable std::mutex m_mutex; ///< of the next
    RedisFacts m_facts;
    storage::RedisStatistics m_counts;
    QTimer m_looking;
    std::unique_ptr<storage::RedisClient> m_client; ///< ends first: whoever waits for it then shows that it is away
};

} // namespace gatehouse::assembly
