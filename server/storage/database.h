#pragma once

#include "core/error.h"
#include "core/one_shot.h"
#include "storage/database_target.h"
#include "storage/dialect.h"
#include "storage/engine.h"
#include "storage/postgres_settings.h"

#include <QSqlDatabase>
#include <QString>

#include <qcoro/qcorotask.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <type_traits>
#include <vector>

namespace gatehouse::storage {

/// What a database has done since it was opened.
struct DatabaseCounts {
    quint64 calls = 0;
    quint64 failures = 0; ///< of these: it was away, busy or broken; what the caller did wrong does not count
    std::chrono::microseconds duration{}; ///< of all calls, waiting included
    EngineStatus engine;
};

/// The durable store: one SQL database behind threads of its own, so that no event loop of a worker ever waits for a disk or
/// a network. What was committed survives a power cut. Either SQLite, in WAL mode with full synchronisation, in one thread
/// where work runs in the order it was given; or PostgreSQL, in several, where it runs side by side in no order.
///
/// Thread-safe. Work that got in another transaction's way is run again, up to three times, so it is one transaction and may
/// be called more than once. Work that cannot be begun fails with Unavailable.
class Database
{
public:
    /// Opens or creates the SQLite file `path` (":memory:" for tests), readable by its owner only, and brings its
    /// schema up to date. Fails with Unavailable when it cannot be opened, Conflict when a newer program wrote it.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openSqlite(const QString &path);
    /// Connects to PostgreSQL 12 or later and brings its schema up to date; programs that do so at once get in line. Fails with
    /// Unavailable, saying why, when it cannot be reached or written to; Conflict when a newer program wrote it; Invalid when
    /// the URL cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openPostgres(PostgresSettings settings);
    /// The one or the other.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(DatabaseTarget target);
    /// Finishes the work that was given, then closes.
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] DatabaseCounts counts() const;

    /// Calls `callback` in a thread of the database when others changed who may come in: on SQLite at most 50 ms after another
    /// process or connection committed anything; on PostgreSQL as soon as its triggers announce a change by another Database,
    /// and after an interruption. Again every half second at most until it succeeds. What `callback` refers to must outlive
    /// this object. Several may be given, each before it reads what it is to follow; when one fails all are called again.
    void onExternalChange(std::function<Result<void>(QSqlDatabase &)> callback);

    /// Runs `work(QSqlDatabase &) -> Result<T>` in a thread of the database and resumes the awaiting coroutine in its
    /// own thread. `work` owns what it captures.
    template<typename Work> [[nodiscard]] auto run(Work work) -> QCoro::Task<std::invoke_result_t<Work, QSqlDatabase &>>
    {
        using Outcome = std::invoke_result_t<Work, QSqlDatabase &>;
        OneShot<Outcome> finished;
        auto owned = std::make_shared<Work>(std::move(work)); // shared because std::function copies
        post({[this, finished, owned](QSqlDatabase &database) { finished.give(perform(*owned, database)); },
              [finished](const Error &error) { finished.give(std::unexpected(error)); }});
        Outcome outcome = co_await finished;
        co_return outcome;
    }

    /// The same, waiting in the calling thread: for start-up and the command line, never for a worker nor from
    /// within work.
    template<typename Work> [[nodiscard]] auto runBlocking(Work work) -> std::invoke_result_t<Work, QSqlDatabase &>
    {
        using Outcome = std::invoke_result_t<Work, QSqlDatabase &>;
        std::promise<Outcome> promise;
        std::future<Outcome> future = promise.get_future();
        post({[&, this](QSqlDatabase &database) { promise.set_value(perform(work, database)); },
              [&](const Error &error) { promise.set_value(std::unexpected(error)); }});
        return future.get();
    }

    /// Runs `work(QSqlDatabase &) -> Result<void>` as well, for who does not wait: `done` is told in whatever thread how it went.
    template<typename Work> void runDetached(Work work, const std::function<void(const Result<void> &)> &done)
    {
        auto owned = std::make_shared<Work>(std::move(work)); // shared because std::function copies
        post({[this, owned, done](QSqlDatabase &database) { done(perform(*owned, database)); },
              [done](const Error &error) { done(std::unexpected(error)); }});
    }

private:
    Database(std::unique_ptr<Engine> engine, Dialect dialect);
    [[nodiscard]] Result<void> tellOfChange(QSqlDatabase &database);
    void post(Job job);
    void count(std::chrono::steady_clock::time_point since, const Error *error);
    static void pauseBefore(int attempt);

    template<typename Work>
    [[nodiscard]] auto perform(Work &work, QSqlDatabase &database) -> std::invoke_result_t<Work, QSqlDatabase &>
    {
        constexpr int kAttempts = 4;
        const auto since = std::chrono::steady_clock::now();
        auto outcome = work(database);
        for (int attempt = 1; attempt < kAttempts && !outcome && mayBeRunAgain(outcome.error()); ++attempt) {
            pauseBefore(attempt);
            outcome = work(database);
        }
        count(since, outcome ? nullptr : &outcome.error());
        return outcome;
    }

    const Dialect m_dialect;
    std::atomic<quint64> m_calls = 0;
    std::atomic<quint64> m_failures = 0;
    std::atomic<qint64> m_microseconds = 0;
    std::mutex m_mutex; ///< of what follows
    std::vector<std::function<Result<void>(QSqlDatabase &)>> m_watchers;
    std::unique_ptr<Engine> m_engine; ///< ends first
};

} // namespace gatehouse::storage
