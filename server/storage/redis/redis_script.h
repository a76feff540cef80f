#pragma once

#include "redis/redis_client.h"

#include <QByteArrayList>

#include <qcoro/qcorotask.h>

namespace gatehouse::storage {

/// A Lua script, which runs alone in Redis and so is one step. Sent by its hash, and whole only when Redis does not have it.
class RedisScript
{
public:
    explicit RedisScript(QByteArray text);

    /// Fails as RedisClient::call(), whose calling thread and deadline it has. This and `client` outlive the call, which ends
    /// when `client` is destroyed.
    [[nodiscard]] QCoro::Task<Result<RedisValue>> run(RedisClient &client, QByteArrayList keys, QByteArrayList arguments,
                                                      std::chrono::milliseconds deadline) const;

private:
    const QByteArray m_text;
    const QByteArray m_hash;
};

} // namespace gatehouse::storage
