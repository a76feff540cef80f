#include "sharing/secret_store.h"

#include "sharing/secret_request_table.h"
#include "sharing/share_token_table.h"
#include "storage/statement.h"

#include <algorithm>

namespace gatehouse::sharing {

using storage::Beside;

namespace {

constexpr std::size_t kLargestBatch = 256;
constexpr qsizetype kHeaviestBatch = 32 * 1024 * 1024; // bytes of data

} // namespace

SecretStore::SecretStore(Parts parts, const SharingSettings &settings)
    : m_database(parts.database)
    , m_events(parts.events)
    , m_statistics(parts.statistics)
    , m_clock(parts.clock)
    , m_table(settings)
{
}

QCoro::Task<Result<void>> SecretStore::put(NewSecret secret)
{
    const QByteArray id = secret.id;
    const qsizetype weight = secret.data.size();
    auto shared = std::make_shared<NewSecret>(std::move(secret)); // std::function copies
    Work<void> work = [this, shared](QSqlDatabase &database, Events &events) { return m_table.put(database, *shared, events); };
    return run<void>(id, weight, std::move(work));
}

QCoro::Task<Result<TakeOutcome>> SecretStore::take(TakeRequest request)
{
    const QByteArray id = request.id;
    Work<TakeOutcome> work = [this, request = std::move(request)](QSqlDatabase &database, Events &events) {
        return m_table.take(database, request, events);
    };
    return run<TakeOutcome>(id, 0, std::move(work));
}

QCoro::Task<Result<Receipt>> SecretStore::receipt(QByteArray id, QByteArray receiptHash)
{
    Work<Receipt> work = [this, id, receiptHash, now = m_clock.now()](QSqlDatabase &database, Events &) {
        return m_table.receipt(database, id, receiptHash, now);
    };
    return run<Receipt>(id, 0, std::move(work));
}

QCoro::Task<Result<void>> SecretStore::burn(QByteArray id, QByteArray receiptHash, ShareEvent event)
{
    Work<void> work = [this, id, receiptHash, event = std::move(event), now = m_clock.now()](QSqlDatabase &database,
                                                                                             Events &events) {
        return m_table.burn(database, id, receiptHash, now, event, events);
    };
    return run<void>(id, 0, std::move(work));
}

void SecretStore::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(job));
        if (std::exchange(m_performing, true))
            return;
    }
    performNext();
}

void SecretStore::performNext()
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

Result<void> SecretStore::commit(QSqlDatabase &database, Batch &batch)
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

void SecretStore::finish(Batch &batch, const Result<void> &committed)
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

void SecretStore::performAlone(Job job)
{
    auto batch = std::make_shared<Batch>();
    batch->push_back(std::move(job));
    auto work = [this, batch](QSqlDatabase &database) { return commit(database, *batch); };
    m_database.runDetached(std::move(work), [this, batch](const Result<void> &committed) { finish(*batch, committed); });
}

/// Empty: nothing waits any more.
SecretStore::Batch SecretStore::nextBatch()
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

void SecretStore::sweep()
{
    struct Found {
        SecretTable::Swept swept;
        qint64 waiting = 0;
        qint64 tokens = 0;
    };
    auto found = std::make_shared<Found>();
    auto work = [this, found, now = m_clock.now()](QSqlDatabase &database) -> Result<void> {
        return storage::inTransaction(database, Beside::Others, [&]() -> Result<void> {
            Events events;
            const auto swept = m_table.sweep(database, now, events);
            if (!swept)
                return std::unexpected(swept.error());
            if (Result<void> done = share_token_table::removeExpired(database, now); !done)
                return done;
            if (Result<void> done = secret_request_table::removeExpired(database, now); !done)
                return done;
            const auto waiting = SecretTable::countWaiting(database, now);
            const auto tokens = share_token_table::count(database, ShareToken::Kind::Share, now);
            if (!waiting || !tokens)
                return std::unexpected(waiting ? tokens.error() : waiting.error());
            *found = {*swept, *waiting, *tokens};
            return events.empty() ? Result<void>() : m_events.recordWithin(database, events);
        });
    };
    m_database.runDetached(std::move(work), [this, found](const Result<void> &done) {
        if (!done)
            return;
        m_statistics.swept(found->swept.expired, found->waiting, found->tokens);
        if (found->swept.more)
            sweep();
    });
}

} // namespace gatehouse::sharing
