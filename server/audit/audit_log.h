#pragma once

#include "audit/audit_store.h"
#include "storage/database.h"

#include <qcoro/qcorotask.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <span>
#include <thread>

namespace gatehouse::audit {

/// How the log is doing.
struct LogStatus {
    bool writable = true;
    QString reason; ///< why it is not
    quint64 size = 0; ///< entries that were durable when this process wrote last
    quint64 written = 0; ///< by this process
    quint64 lost = 0; ///< of this process that could not be written
    std::size_t waiting = 0;
};

/// Writes entries in the order in which they came. What comes while a transaction is under way shares the next one. Thread-safe.
class AuditLog
{
public:
    struct Settings {
        std::size_t longestQueue = 16'384; ///< what comes on top is refused
        std::size_t largestBatch = 1'024;
        std::chrono::milliseconds retryInterval{1000}; ///< while it cannot be written
    };
    /// Called once, in any thread, when the entry is durable, with its sequence; or when it is not.
    using Done = std::function<void(const Result<quint64> &sequence)>;

    /// Everything outlives this.
    AuditLog(storage::Database &database, AuditStore &store, const Clock &clock, Settings settings);
    /// As stop().
    ~AuditLog();
    AuditLog(const AuditLog &) = delete;
    AuditLog &operator=(const AuditLog &) = delete;

    /// Gives the entry its time and queues it. Fails with Unavailable, through `done`, when the queue is full or the database
    /// does not take it. What is lost is counted, and told of in the record (audit.gap) as soon as it can be written again.
    void append(Entry entry, Done done);
    /// The same; resumes in the thread of the caller.
    [[nodiscard]] QCoro::Task<Result<quint64>> append(Entry entry);
    /// The same, waiting in the calling thread: for start and stop, never for a worker nor from within the database's work.
    [[nodiscard]] Result<quint64> appendBlocking(Entry entry);

    /// Writes an entry within the transaction of the act it tells of, as the last thing in it: there is no one without the
    /// other. In the database's thread. Fails with Unavailable, and the act is to fail with that.
    [[nodiscard]] Result<void> appendWithin(QSqlDatabase &database, Entry entry);
    /// The same for several acts of one transaction.
    [[nodiscard]] Result<void> appendWithin(QSqlDatabase &database, std::span<Entry> entries);

    [[nodiscard]] LogStatus status() const;

    /// Writes what was given, then ends; what comes later is refused. The database may go after that.
    void stop();

private:
    struct Waiting {
        Entry entry;
        Done done;
    };
    using Lock = std::unique_lock<std::mutex>;
    void run();
    void writeNext(Lock &lock);
    [[nodiscard]] Result<TreeHead> commit(std::vector<Entry> &entries);
    [[nodiscard]] Entry gap(quint64 lost) const;
    void noteOutcome(const Result<TreeHead> &outcome, std::size_t entries, quint64 toldLost);

    storage::Database &m_database;
    AuditStore &m_store;
    const Clock &m_clock;
    const Settings m_settings;

    mutable std::mutex m_mutex; ///< of all below
    std::condition_variable m_changed;
    std::deque<Waiting> m_queue;
    LogStatus m_status;
    quint64 m_untold = 0; ///< lost, and not yet told of in the record
    bool m_stopping = false;
    std::jthread m_writer; ///< ends first
};

} // namespace gatehouse::audit
