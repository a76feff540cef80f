#pragma once

#include "core/error.h"
#include "core/event_thread.h"
#include "storage/engine.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSqlDatabase>
#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace gatehouse::storage {

/// The thread a SQLite connection lives in, with its queue of work. Public functions may be called from any thread.
class SqlThread final : public Engine
{
public:
    SqlThread();
    /// Finishes the queue, then closes the connection.
    ~SqlThread() override;

    /// Opens the file and sets the connection up, waiting for it. Called once, first.
    [[nodiscard]] Result<void> open(const QString &path);
    void post(Job job) override;
    /// Calls `changed` in the thread whenever somebody else committed, until it succeeds.
    void watch(std::function<Result<void>(QSqlDatabase &)> changed) override;
    [[nodiscard]] EngineStatus status() const override;

private:
    /// What watch() was given, used in m_thread only.
    struct Watch {
        std::function<Result<void>(QSqlDatabase &)> changed;
        std::optional<qint64> known; ///< the version that `changed` has taken in
        QElapsedTimer sinceLook;
    };

    [[nodiscard]] Result<void> connectTo(const QString &path);
    void queue(std::function<void(QSqlDatabase &)> work);
    void look();
    void close();

    EventThread m_thread{"sql"};
    QObject m_context; ///< lives in m_thread: what is queued runs there
    std::optional<QSqlDatabase> m_database; ///< used in m_thread only
    std::optional<Watch> m_watch;
    std::atomic<int> m_waiting = 0;
};

} // namespace gatehouse::storage
