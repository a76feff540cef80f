#pragma once

#include "core/one_shot.h"
#include "sharing/share_events.h"
#include "storage/database.h"

#include <qcoro/qcorotask.h>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace gatehouse::sharing {

/// Work on the tables of this folder for all workers. What is asked for while a transaction is under way shares the next one
/// (docs/decisions/110), its entries in the record included; each is answered when that is durable. Thread-safe; awaited by
/// coroutines of threads with an event loop.
class GroupedTransactions
{
public:
    /// What is borrowed outlives it, but for the database, which is to end first.
    GroupedTransactions(storage::Database &database, ShareEvents &events);
    GroupedTransactions(const GroupedTransactions &) = delete;
    GroupedTransactions &operator=(const GroupedTransactions &) = delete;

    using Events = std::vector<ShareEvent>;
    /// One piece of work on the tables of this folder; as the functions of SecretTable.
    template<typename T> using Work = std::function<Result<T>(QSqlDatabase &database, Events &events)>;

    /// Does `work` with what else waits. Work on the same `id` is done in the order in which it came; `weight` is in bytes.
    template<typename T> [[nodiscard]] QCoro::Task<Result<T>> run(QByteArray id, qsizetype weight, Work<T> work)
    {
        auto done = std::make_shared<Result<T>>(failure(ErrorKind::Unavailable, QString())); // shared, as std::function copies
        OneShot<Result<T>> finished;
        Job job;
        job.id = std::move(id);
        job.weight = weight;
        job.perform = [done, work = std::move(work)](QSqlDatabase &database, Events &events) -> Result<void> {
            *done = work(database, events);
            if (!*done && isTrouble(done->error()))
                return std::unexpected(done->error());
            return {};
        };
        job.finish = [done, finished](const Result<void> &committed) {
            finished.give(committed ? std::move(*done) : Result<T>(std::unexpected(committed.error())));
        };
        enqueue(std::move(job));
        Result<T> outcome = co_await finished;
        co_return outcome;
    }

private:
    struct Job {
        QByteArray id;
        qsizetype weight = 0;
        std::function<Result<void>(QSqlDatabase &database, Events &events)> perform;
        std::function<void(const Result<void> &committed)> finish;
    };
    using Batch = std::vector<Job>;

    /// Whether it undoes the transaction, and not just refuses one act of it.
    [[nodiscard]] static bool isTrouble(const Error &error)
    {
        return error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Internal;
    }
    void enqueue(Job job);
    void performNext();
    [[nodiscard]] Batch nextBatch();
    [[nodiscard]] Result<void> commit(QSqlDatabase &database, Batch &batch);
    void finish(Batch &batch, const Result<void> &committed);
    void performAlone(Job job);

    storage::Database &m_database;
    ShareEvents &m_events;

    std::mutex m_mutex; ///< of all below
    std::deque<Job> m_queue;
    bool m_performing = false;
};

} // namespace gatehouse::sharing
