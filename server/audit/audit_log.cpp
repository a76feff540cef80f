#include "audit/audit_log.h"

#include "core/one_shot.h"
#include "storage/statement.h"

#include <QLoggingCategory>

#include <future>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

Q_LOGGING_CATEGORY(lcAudit, "gatehouse.audit", QtInfoMsg)

/// What a caller may know: the detail is in the log.
std::unexpected<Error> cannotBeRecorded()
{
    return failure(ErrorKind::Unavailable, u"the record cannot be written, so this cannot be done"_s);
}

} // namespace

AuditLog::AuditLog(storage::Database &database, AuditStore &store, const Clock &clock, Settings settings)
    : m_database(database)
    , m_store(store)
    , m_clock(clock)
    , m_settings(settings)
    , m_writer([this] { run(); })
{
}

AuditLog::~AuditLog()
{
    stop();
}

void AuditLog::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_writer.joinable())
        m_writer.join();
}

void AuditLog::append(Entry entry, Done done)
{
    entry.time = m_clock.preciseNow();
    normalise(entry);
    Lock lock(m_mutex);
    if (!m_stopping && m_queue.size() < m_settings.longestQueue) {
        m_queue.push_back({std::move(entry), std::move(done)});
        // Whoever made it longer than one has already woken the writer.
        if (m_queue.size() == 1)
            m_changed.notify_one();
        return;
    }
    ++m_status.lost;
    ++m_untold;
    lock.unlock();
    done(cannotBeRecorded());
}

QCoro::Task<Result<quint64>> AuditLog::append(Entry entry)
{
    OneShot<Result<quint64>> written;
    append(std::move(entry), [written](const Result<quint64> &sequence) { written.give(sequence); });
    Result<quint64> outcome = co_await written;
    co_return outcome;
}

Result<quint64> AuditLog::appendBlocking(Entry entry)
{
    std::promise<Result<quint64>> promise;
    std::future<Result<quint64>> future = promise.get_future();
    append(std::move(entry), [&promise](const Result<quint64> &sequence) { promise.set_value(sequence); });
    return future.get();
}

Result<void> AuditLog::appendWithin(QSqlDatabase &database, Entry entry)
{
    return appendWithin(database, std::span(&entry, 1));
}

Result<void> AuditLog::appendWithin(QSqlDatabase &database, std::span<Entry> entries)
{
    for (Entry &entry : entries) {
        entry.time = m_clock.preciseNow();
        normalise(entry);
    }
    const Result<TreeHead> head = m_store.append(database, entries);
    if (head)
        return {};
    qCWarning(lcAudit).noquote() << "the record cannot be written:" << head.error().detail;
    if (storage::mayBeRunAgain(head.error()))
        return std::unexpected(head.error());
    const std::lock_guard lock(m_mutex);
    m_status.writable = false;
    m_status.reason = head.error().detail;
    m_changed.notify_one();
    return cannotBeRecorded();
}

LogStatus AuditLog::status() const
{
    const std::lock_guard lock(m_mutex);
    LogStatus status = m_status;
    status.waiting = m_queue.size();
    return status;
}

void AuditLog::run()
{
    Lock lock(m_mutex);
    while (!m_stopping || !m_queue.empty()) {
        const auto isWanted = [this] { return m_stopping || !m_queue.empty(); };
        if (m_status.writable)
            m_changed.wait(lock, [&] { return isWanted() || !m_status.writable; });
        else // the end of an outage is noticed, and told of, though nothing happens
            m_changed.wait_for(lock, m_settings.retryInterval, isWanted);
        if (!m_queue.empty() || !m_status.writable)
            writeNext(lock);
    }
}

void AuditLog::writeNext(Lock &lock)
{
    std::vector<Entry> entries;
    std::vector<Done> done;
    while (!m_queue.empty() && entries.size() < m_settings.largestBatch) {
        entries.push_back(std::move(m_queue.front().entry));
        done.push_back(std::move(m_queue.front().done));
        m_queue.pop_front();
    }
    // Also where nothing is untold after an outage: that it was one.
    const quint64 untold = m_untold;
    if (untold > 0 || !m_status.writable)
        entries.push_back(gap(untold));
    lock.unlock();
    const Result<TreeHead> head = commit(entries);
    lock.lock();
    noteOutcome(head, done.size(), untold);
    lock.unlock();
    for (std::size_t i = 0; i < done.size(); ++i)
        done[i](head ? Result<quint64>(entries[i].sequence) : cannotBeRecorded());
    lock.lock();
}

Result<TreeHead> AuditLog::commit(std::vector<Entry> &entries)
{
    Result<TreeHead> head = m_database.runBlocking([&](QSqlDatabase &database) {
        return storage::inTransaction(database, storage::Beside::Others, [&] { return m_store.append(database, entries); });
    });
    if (head)
        m_store.durable(*head);
    return head;
}

Entry AuditLog::gap(quint64 lost) const
{
    Entry entry;
    entry.time = m_clock.preciseNow();
    entry.actor.kind = Actor::Kind::System;
    entry.action = Action::AuditGap;
    entry.outcome = Outcome::Failed;
    const QByteArray reason = m_status.writable ? "more came than could be written" : m_status.reason.toUtf8();
    entry.detail = {{"lost", QByteArray::number(lost)}, {"reason", reason}};
    normalise(entry);
    return entry;
}

void AuditLog::noteOutcome(const Result<TreeHead> &outcome, std::size_t entries, quint64 toldLost)
{
    if (outcome) {
        if (!m_status.writable)
            qCInfo(lcAudit) << "the record is written again";
        m_untold -= toldLost;
        m_status.writable = true;
        m_status.size = outcome->size;
        m_status.written += entries;
        return;
    }
    if (m_status.writable)
        qCCritical(lcAudit).noquote() << "the record cannot be written:" << outcome.error().detail;
    m_status.writable = false;
    m_status.reason = outcome.error().detail;
    m_status.lost += entries;
    m_untold += entries;
}

} // namespace gatehouse::audit
