#pragma once

#include "redis/redis_script.h"

#include <memory>

namespace gatehouse::sharing {

/// Two connections to the Redis that one-time secrets lie in: one for what is small, and one for megabytes, behind which nothing
/// small has to wait. Lives in one thread with an event loop.
class RedisShareLink
{
public:
    /// More than this goes over the connection for megabytes.
    static constexpr qsizetype kSmall = 64 * 1024;

    /// What both did.
    struct Counts {
        storage::RedisStatistics small;
        storage::RedisStatistics large;
    };

    /// `options` and `counts` outlive it. `prefix`: before every key.
    RedisShareLink(const storage::RedisOptions &options, const QByteArray &prefix, Counts &counts);

    void start();
    /// What waits for an answer is told that Redis is away; so is whatever asks later.
    void close();
    /// Whether both connections are there.
    [[nodiscard]] bool isReady() const;

    /// `name` with what makes it one of ours. All keys have the same hash tag, as a script's must in a cluster.
    [[nodiscard]] QByteArray key(const QByteArray &name) const { return m_keyStart + name; }

    /// Runs a script with `bytes` of data among its arguments, which its deadline allows for. As RedisScript::run().
    [[nodiscard]] QCoro::Task<Result<storage::RedisValue>> run(const storage::RedisScript &script, QByteArrayList keys,
                                                               QByteArrayList arguments, qsizetype bytes = 0);
    /// Runs a command that has a small answer, if somebody waits for it or not.
    storage::RedisCall call(const QByteArrayList &words);
    /// Gets a string of `bytes`.
    [[nodiscard]] storage::RedisCall fetch(QByteArrayView key, qint64 bytes);

private:
    [[nodiscard]] std::chrono::milliseconds deadlineFor(qint64 bytes) const;

    const storage::RedisOptions &m_options;
    const QByteArray m_keyStart;
    std::unique_ptr<storage::RedisClient> m_small; ///< null once closed, as the next
    std::unique_ptr<storage::RedisClient> m_large;
};

} // namespace gatehouse::sharing
