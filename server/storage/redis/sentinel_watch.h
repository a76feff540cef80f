#pragma once

#include "redis/redis_options.h"
#include "redis/redis_statistics.h"

#include <QObject>

#include <memory>

namespace gatehouse::storage {

class RedisSubscriber;

/// Hears from the Sentinels when they choose another master, so that a master that is cut off from them is not written to
/// until its connection happens to break.
class SentinelWatch : public QObject
{
    Q_OBJECT

public:
    /// `options` has a Sentinel URL and outlives it.
    explicit SentinelWatch(const RedisOptions &options);
    ~SentinelWatch() override;

Q_SIGNALS:
    void masterMoved();

private:
    RedisOptions m_options; ///< for the Sentinels themselves
    RedisStatistics m_statistics; ///< not shown to anybody
    std::unique_ptr<RedisSubscriber> m_subscriber;
};

} // namespace gatehouse::storage
