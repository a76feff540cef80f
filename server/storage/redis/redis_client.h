#pragma once

#include "redis/circuit_breaker.h"
#include "redis/redis_link.h"

#include <initializer_list>
#include <span>

namespace gatehouse::storage {

/// Calls Redis, for one worker: one connection, kept up by RedisLink, and a circuit breaker. Calls of one turn of the event
/// loop go out in one write; each ends within its deadline. While Redis is away nothing is queued: calls fail at once.
///
/// Lives in one thread, with an event loop; only the statistics are for others. Destroyed from the event loop, never from
/// within what it resumes; what is awaited then fails before the destructor returns.
class RedisClient : public QObject
{
    Q_OBJECT

public:
    /// `options` and `statistics` outlive it.
    RedisClient(const RedisOptions &options, RedisStatistics &statistics, QObject *parent = nullptr);
    ~RedisClient() override;

    /// Begins to connect. Once.
    void start();

    /// Whether a call would be sent.
    [[nodiscard]] bool isReady() const;

    /// Sends a command of binary-safe words, which are copied. Fails with
    /// - Unavailable when there is no connection, the breaker is open or too much is in flight (at once), when the deadline
    ///   is over or the connection lost: then Redis may have carried it out all the same;
    /// - what errorOfReply() makes of an error reply.
    RedisCall call(std::span<const QByteArrayView> words) { return call(words, m_options.deadline); }
    RedisCall call(std::span<const QByteArrayView> words, std::chrono::milliseconds deadline);
    RedisCall call(std::initializer_list<QByteArrayView> words)
    {
        return call(std::span<const QByteArrayView>(words.begin(), words.size()), m_options.deadline);
    }

    /// Of a call that names none.
    [[nodiscard]] std::chrono::milliseconds deadline() const { return m_options.deadline; }
    /// What the server told when it was connected to last.
    [[nodiscard]] const RedisServerInfo &server() const { return m_link.server(); }
    /// Why there is no connection: Unauthenticated, NotSupported (too old) or Unavailable. Nothing while there is one.
    [[nodiscard]] std::optional<Error> problem() const;

Q_SIGNALS:
    void connected();
    void disconnected(const QString &reason);

private:
    void onUp();
    void onDown(const QString &reason);
    void onReadOnly();
    void onOutcome(RedisConnection::Outcome outcome);
    QCoro::Task<> probe();
    void showBreaker();

    const RedisOptions &m_options;
    RedisStatistics &m_statistics;
    CircuitBreaker m_breaker;
    QTimer m_probeTimer;
    RedisLink m_link; ///< last: its destructor resumes what uses the rest
};

} // namespace gatehouse::storage
