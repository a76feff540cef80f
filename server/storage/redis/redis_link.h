#pragma once

#include "redis/redis_backoff.h"
#include "redis/redis_connection.h"
#include "redis/redis_server_info.h"

#include <qcoro/qcorotask.h>

#include <optional>

namespace gatehouse::storage {

class SentinelWatch;
struct RedisGreeting;

/// Keeps one connection to Redis: finds the server (through Sentinels, if the URL says so), connects, logs in, and does it
/// again when the connection is lost. A server that Sentinels call master must call itself so, too.
///
/// Lives in one thread, with an event loop.
class RedisLink : public QObject
{
    Q_OBJECT

public:
    RedisLink(const RedisOptions &options, RedisStatistics &statistics, QObject *parent);
    ~RedisLink() override;

    /// Once. Tries until this object is destroyed.
    void start();

    /// Null while there is none.
    [[nodiscard]] RedisConnection *connection() const { return m_up ? m_connection : nullptr; }
    [[nodiscard]] const RedisServerInfo &server() const { return m_server; } ///< of the last connection
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; } ///< why there is none
    /// Gives the connection up and makes a new one.
    void renew(const QString &reason);

Q_SIGNALS:
    void up();
    void down(const QString &reason);

private:
    QCoro::Task<> maintain();
    QCoro::Task<> establish();
    QCoro::Task<> findMaster();
    QCoro::Task<> connectTo(const RedisAddress &address);
    void give(const Error &problem);
    void drop();
    [[nodiscard]] RedisCall pause(std::chrono::milliseconds time);

    const RedisOptions &m_options;
    RedisStatistics &m_statistics;
    RedisConnection *m_connection = nullptr; ///< our child; being made or, when m_up, in use
    std::unique_ptr<SentinelWatch> m_watch;
    std::shared_ptr<RedisCall::State> m_pause; ///< what maintain() waits for between connections
    std::shared_ptr<RedisCall::State> m_lost; ///< what maintain() waits for while there is one
    QTimer m_timer;
    RedisBackoff m_backoff;
    RedisServerInfo m_server;
    std::optional<Error> m_problem; ///< of the last attempt that ended
    std::optional<Error> m_failure; ///< of the attempt that is being made
    std::optional<RedisAddress> m_master; ///< what a Sentinel named
    std::size_t m_next = 0; ///< the address to ask first
    bool m_up = false;
    bool m_stopping = false;
};

} // namespace gatehouse::storage
