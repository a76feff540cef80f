#pragma once

#include "core/error.h"
#include "storage/change_listener.h"
#include "storage/engine.h"
#include "storage/postgres_connection.h"
#include "storage/watchdog.h"

#include <condition_variable>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

namespace gatehouse::storage {

/// PostgreSQL behind a bounded number of connections, each in a thread of its own, made when there is work for them and ended
/// when they were idle or alive for long. Jobs run beside each other, in no order.
///
/// While the server is away jobs are refused at once; every 100 ms to 1 s one of them may try whether it is back. A job that
/// was under way when the connection broke has failed; whether its last statement was a COMMIT that counted, nobody knows.
class PostgresPool final : public Engine
{
public:
    /// Connects to nothing yet.
    explicit PostgresPool(PostgresSettings settings);
    /// Finishes the work that was given, or refuses it while the server is away.
    ~PostgresPool() override;

    void post(Job job) override;
    void watch(std::function<Result<void>(QSqlDatabase &)> changed) override;
    [[nodiscard]] EngineStatus status() const override;

private:
    using Moment = std::chrono::steady_clock::time_point;
    using Lock = std::unique_lock<std::mutex>;
    using ConnectionPtr = std::unique_ptr<PostgresConnection>;

    struct Waiting {
        Job job;
        Moment since;
    };
    /// One thread with its connection.
    struct Lane {
        bool over = false; ///< the thread is about to end
        std::jthread thread;
    };

    void addLane();
    void reap();
    void serve(Lane &lane);
    [[nodiscard]] bool serveNext(Lock &lock, ConnectionPtr &connection);
    void perform(Lock &lock, ConnectionPtr &connection, const Job &job);
    [[nodiscard]] bool isGood(const PostgresConnection &connection) const;
    void drop(Lock &lock, ConnectionPtr &connection, bool broken);
    [[nodiscard]] bool connect(Lock &lock, ConnectionPtr &connection);
    void failedToConnect(Lock &lock, const Error &error);
    void refuse(Lock &lock, const Job &job, const QString &why);
    void refuseAll(Lock &lock, const QString &why);

    const PostgresSettings m_settings;
    const QByteArray m_name; ///< of all connections, and of no other pool's
    Watchdog m_watchdog;

    mutable std::mutex m_mutex; ///< of all below
    std::condition_variable m_work;
    std::deque<Waiting> m_queue;
    std::list<Lane> m_lanes;
    EngineStatus m_status;
    int m_idle = 0; ///< threads that wait for work
    bool m_away = false; ///< the last attempt failed, and no connection is left
    std::chrono::milliseconds m_pause{0}; ///< between two attempts
    Moment m_nextAttempt{};
    bool m_stopping = false;

    std::unique_ptr<ChangeListener> m_listener; ///< ends first
};

} // namespace gatehouse::storage
