#pragma once

#include "audit/checkpoint_anchor.h"
#include "redis/redis_options.h"

namespace gatehouse::assembly {

/// Appends checkpoints to the list `key` in Redis, over a connection of its own for each. Of one thread, which needs no event
/// loop.
class RedisAnchor final : public audit::CheckpointAnchor
{
public:
    RedisAnchor(storage::RedisOptions options, QByteArray key);
    [[nodiscard]] Result<void> publish(const QByteArray &note) override;

private:
    const storage::RedisOptions m_options;
    const QByteArray m_key;
};

} // namespace gatehouse::assembly
