#pragma once

#include "redis/redis_call.h"
#include "redis/redis_options.h"
#include "redis/redis_socket.h"
#include "redis/redis_statistics.h"
#include "redis/resp_reader.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <initializer_list>
#include <span>

namespace gatehouse::storage {

/// One connection, from opening to closing; RedisLink makes the next. Commands of one turn of the event loop go out in one
/// write. Replies come in the order of the commands: a command that was given up at its deadline keeps its place until its
/// reply comes, so that a late reply is never taken for another's.
///
/// Lives in one thread. Deleted with deleteLater(), as what it resumes may be what lets go of it.
class RedisConnection : public QObject
{
    Q_OBJECT

public:
    using Words = std::span<const QByteArrayView>;
    enum class Outcome { Answered, TimedOut };

    RedisConnection(const RedisOptions &options, RedisStatistics &statistics, QObject *parent);
    /// Fails what is in flight.
    ~RedisConnection() override;

    /// Called first, once. Resumes when connected (and verified), with Nil, or with the reason why not.
    [[nodiscard]] RedisCall open(const RedisAddress &address);
    [[nodiscard]] RedisCall open(const QString &socketPath);

    /// Sends a command. Fails at once when the connection is closed or too much is in flight.
    RedisCall send(Words words, std::chrono::milliseconds deadline);
    RedisCall send(std::initializer_list<QByteArrayView> words, std::chrono::milliseconds deadline)
    {
        return send(Words(words.begin(), words.size()), deadline);
    }

    /// From now on every reply goes to `handler`, for subscriptions. Nothing may be in flight.
    void listen(std::function<void(RedisValue)> handler) { m_handler = std::move(handler); }
    /// Sends a command whose replies go to the handler.
    void post(Words words);

    /// Gives up: what is in flight fails with `reason`, closed() is emitted once.
    void close(const QString &reason);
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Whether send() would take another command.
    [[nodiscard]] bool hasRoom() const
    {
        return m_pending.size() < m_options.maxInFlight && m_socket.unsent() + m_out.size() <= m_options.maxUnsent;
    }
    /// When bytes came last.
    [[nodiscard]] std::chrono::steady_clock::time_point lastHeard() const { return m_lastHeard; }

    /// Told of every call whether it was answered within its deadline.
    void onOutcome(std::function<void(Outcome)> observer) { m_observer = std::move(observer); }

Q_SIGNALS:
    void closed(const QString &reason);
    void saidReadOnly(); ///< a write was refused because this server is a replica

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Pending {
        std::shared_ptr<RedisCall::State> state; ///< null when its deadline is over
        Time started;
        Time deadline;
    };

    [[nodiscard]] RedisCall opening();
    void onConnected();
    void onReadable();
    void answer(std::shared_ptr<RedisCall::State> state, Time started, RedisValue value);
    void scheduleFlush();
    void flush();
    void wakeAt(Time time);
    void onTimer();
    void observe(Outcome outcome);

    const RedisOptions &m_options;
    RedisStatistics &m_statistics;
    RedisSocket m_socket;
    RespReader m_reader;
    std::shared_ptr<RedisCall::State> m_opening;
    std::deque<Pending> m_pending;
    std::function<void(RedisValue)> m_handler;
    std::function<void(Outcome)> m_observer;
    QByteArray m_out; ///< commands of this turn
    QTimer m_timer; ///< the one timer of all deadlines
    Time m_wake = Time::max();
    Time m_lastHeard{};
    bool m_open = false;
    bool m_closed = false;
    bool m_flushing = false;
    bool m_secondLook = false;
};

} // namespace gatehouse::storage
