#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QString>
#include <QThread>

#include <qcoro/qcorofuture.h>
#include <qcoro/qcorotask.h>

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace gatehouse::storage {

/// The durable store: one SQL database behind a thread of its own, so that no event loop of a worker ever waits for a
/// disk. SQLite in WAL mode with full synchronisation: what was committed survives a power cut.
///
/// Thread-safe. Work runs in the order it was given, one piece at a time.
class Database
{
public:
    /// Opens or creates the SQLite file `path` (":memory:" for tests) and brings its schema up to date.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openSqlite(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs `work(QSqlDatabase &) -> Result<T>` in the database's thread and resumes the awaiting coroutine in its
    /// own thread. `work` owns what it captures.
    template<typename Work> [[nodiscard]] auto run(Work work) -> QCoro::Task<std::invoke_result_t<Work, QSqlDatabase &>>
    {
        using Outcome = std::invoke_result_t<Work, QSqlDatabase &>;
        auto promise = std::make_shared<QPromise<std::shared_ptr<Outcome>>>();
        QFuture<std::shared_ptr<Outcome>> future = promise->future();
        promise->start();
        post([promise, work = std::move(work)](QSqlDatabase &database) mutable {
            promise->addResult(std::make_shared<Outcome>(work(database)));
            promise->finish();
        });
        const std::shared_ptr<Outcome> outcome = co_await future;
        co_return std::move(*outcome);
    }

    /// The same, waiting in the calling thread: for start-up and the command line, never for a worker.
    template<typename Work> [[nodiscard]] auto runBlocking(Work work) -> std::invoke_result_t<Work, QSqlDatabase &>;

private:
    class SqlThread;
    explicit Database(std::unique_ptr<SqlThread> thread);
    void post(std::function<void(QSqlDatabase &)> work);

    std::unique_ptr<SqlThread> m_thread;
};

} // namespace gatehouse::storage
