#include "sharing/grouped_transactions.h"

#include "storage/statement.h"

#include <algorithm>

namespace gatehouse::sharing {

using storage::Beside;

namespace {

constexpr std::size_t kLargestBatch = 256;
constexpr qsizetype kHeaviestBatch = 32 * 1024 * 1024; // bytes of data

} // namespace

GroupedTransactions::GroupedTransactions(storage::Database &database, ShareEvents &events)
    : m_database(database)
    , m_events(events)
{
}

void GroupedTransactions::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(job));
        if (std::exchange(m_performing, true))
            return;
    }
    performNext();
}

void GroupedTransactions::performNext()
{
    auto batch = std::make_shared<Batch>();
    auto work = [this, batch](QSqlDatabase &database) {
        // Only now, so that what came while it waited for its turn goes along; once, should it be run again.
        if (batch->empty())
            *batch = nextBatch();
        return commit(database, *batch);
    };
    m_database.runDetached(std::move(work), [this, batch](const Result<void> &committed) {
        if (batch->empty())
            *batch = nextBatch();
        finish(*batch, committed);
        {
            const std::lock_guard lock(m_mutex);
            if (m_queue.empty()) {
                m_performing = false;
                return;
            }
        }
        performNext();
    });
}

Result<void> GroupedTransactions::commit(QSqlDatabase &database, Batch &batch)
{
    // In one order, or two instances could wait for each other.
    std::ranges::stable_sort(batch, {}, &Job::id);
    return storage::inTransaction(database, Beside::Others, [&]() -> Result<void> {
        Events events;
        for (Job &job : batch) {
            if (Result<void> done = job.perform(database, events); !done)
                return done;
        }
        return events.empty() ? Result<void>() : m_events.recordWithin(database, events);
    });
}

void GroupedTransactions::finish(Batch &batch, const Result<void> &committed)
{
    // Something in it may be at fault that is nobody else's.
    if (!committed && batch.size() > 1 && committed.error().kind == ErrorKind::Internal) {
        for (Job &job : batch)
            performAlone(std::move(job));
        return;
    }
    for (Job &job : batch)
        job.finish(committed);
}

void GroupedTransactions::performAlone(Job job)
{
    auto batch = std::make_shared<Batch>();
    batch->push_back(std::move(job));
    auto work = [this, batch](QSqlDatabase &database) { return commit(database, *batch); };
    m_database.runDetached(std::move(work), [this, batch](const Result<void> &committed) { finish(*batch, committed); });
}

/// Empty: nothing waits any more.
GroupedTransactions::Batch GroupedTransactions::nextBatch()
{
    const std::lock_guard lock(m_mutex);
    Batch batch;
    qsizetype weight = 0;
    while (!m_queue.empty() && batch.size() < kLargestBatch
           && (batch.empty() || weight + m_queue.front().weight <= kHeaviestBatch)) {
        weight += m_queue.front().weight;
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return batch;
}

} // namespace gatehouse::sharing
