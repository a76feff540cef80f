#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QString>

#include <qcoro/qcorofuture.h>
#include <qcoro/qcorotask.h>

#include <QFuture>
#include <QPromise>

#include <functional>
#include <future>
#include <memory>
#include <type_traits>

namespace gatehouse::storage {

class SqlThread;

/// The durable store: one SQL database behind a thread of its own, so that no event loop of a worker ever waits for a
/// disk. SQLite in WAL mode with full synchronisation: what was committed survives a power cut.
///
/// Thread-safe. Work runs in the order it was given, one piece at a time.
class Database
{
public:
    /// Opens or creates the SQLite file `path` (":memory:" for tests), readable by its owner only, and brings its
    /// schema up to date. Fails with Unavailable when it cannot be opened, Conflict when a newer program wrote it.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openSqlite(const QString &path);
    /// Finishes the work that was given, then closes.
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Calls `callback` in the database's thread, at most 50 ms after another process or connection committed; again
    /// every 50 ms until it succeeds. What `callback` refers to must outlive this object.
    void onExternalChange(std::function<Result<void>(QSqlDatabase &)> callback);

    /// Runs `work(QSqlDatabase &) -> Result<T>` in the database's thread and resumes the awaiting coroutine in its
    /// own thread. `work` owns what it captures.
    template<typename Work> [[nodiscard]] auto run(Work work) -> QCoro::Task<std::invoke_result_t<Work, QSqlDatabase &>>
    {
        using Outcome = std::invoke_result_t<Work, QSqlDatabase &>;
        // Shared, as both threads hold it and either may let go of it first.
        auto promise = std::make_shared<QPromise<std::shared_ptr<Outcome>>>();
        QFuture<std::shared_ptr<Outcome>> future = promise->future();
        promise->start();
        auto owned = std::make_shared<Work>(std::move(work)); // shared because std::function copies
        post([promise, owned](QSqlDatabase &database) {
            promise->addResult(std::make_shared<Outcome>((*owned)(database)));
            promise->finish();
        });
        const std::shared_ptr<Outcome> outcome = co_await future;
        co_return std::move(*outcome);
    }

    /// The same, waiting in the calling thread: for start-up and the command line, never for a worker nor from
    /// within work.
    template<typename Work> [[nodiscard]] auto runBlocking(Work work) -> std::invoke_result_t<Work, QSqlDatabase &>
    {
        using Outcome = std::invoke_result_t<Work, QSqlDatabase &>;
        std::promise<Outcome> promise;
        std::future<Outcome> future = promise.get_future();
        post([&promise, &work](QSqlDatabase &database) { promise.set_value(work(database)); });
        return future.get();
    }

private:
    explicit Database(std::unique_ptr<SqlThread> thread);
    void post(std::function<void(QSqlDatabase &)> work);

    std::unique_ptr<SqlThread> m_thread;
};

} // namespace gatehouse::storage
