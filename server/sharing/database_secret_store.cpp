#include "sharing/database_secret_store.h"

#include "sharing/secret_request_table.h"
#include "sharing/share_token_table.h"
#include "storage/sqlite_space.h"
#include "storage/statement.h"

namespace gatehouse::sharing {

using storage::Beside;

DatabaseSecretStore::DatabaseSecretStore(Parts parts, const SharingSettings &settings)
    : m_parts(parts)
    , m_table(settings)
{
}

QCoro::Task<Result<void>> DatabaseSecretStore::put(NewSecret secret)
{
    const QByteArray id = secret.id;
    const qsizetype weight = secret.data.size();
    auto shared = std::make_shared<NewSecret>(std::move(secret)); // std::function copies
    Work<void> work = [this, shared](QSqlDatabase &database, Events &events) { return m_table.put(database, *shared, events); };
    return m_parts.transactions.run<void>(id, weight, std::move(work));
}

QCoro::Task<Result<TakeOutcome>> DatabaseSecretStore::take(TakeRequest request)
{
    const QByteArray id = request.id;
    Work<TakeOutcome> work = [this, request = std::move(request)](QSqlDatabase &database, Events &events) {
        return m_table.take(database, request, events);
    };
    return m_parts.transactions.run<TakeOutcome>(id, 0, std::move(work));
}

QCoro::Task<Result<Receipt>> DatabaseSecretStore::receipt(QByteArray id, QByteArray receiptHash)
{
    Work<Receipt> work = [this, id, receiptHash, now = m_parts.clock.now()](QSqlDatabase &database, Events &) {
        return m_table.receipt(database, id, receiptHash, now);
    };
    return m_parts.transactions.run<Receipt>(id, 0, std::move(work));
}

QCoro::Task<Result<void>> DatabaseSecretStore::burn(QByteArray id, QByteArray receiptHash, ShareEvent event)
{
    Work<void> work = [this, id, receiptHash, event = std::move(event), now = m_parts.clock.now()](QSqlDatabase &database,
                                                                                                   Events &events) {
        return m_table.burn(database, id, receiptHash, now, event, events);
    };
    return m_parts.transactions.run<void>(id, 0, std::move(work));
}

QCoro::Task<Result<void>> DatabaseSecretStore::ask(NewSecretRequest request)
{
    const QByteArray id = request.request.id;
    Work<void> work = [asked = std::move(request)](QSqlDatabase &database, Events &events) {
        return secret_request_table::add(database, asked, events);
    };
    return m_parts.transactions.run<void>(id, 0, std::move(work));
}

QCoro::Task<Result<SecretRequest>> DatabaseSecretStore::show(QByteArray id)
{
    Work<SecretRequest> work = [id, now = m_parts.clock.now()](QSqlDatabase &database, Events &) {
        return secret_request_table::show(database, id, now);
    };
    return m_parts.transactions.run<SecretRequest>(id, 0, std::move(work));
}

QCoro::Task<Result<void>> DatabaseSecretStore::answer(QByteArray id, QByteArray data, ShareEvent event)
{
    const qsizetype size = data.size();
    Work<void> work = [id, data = std::move(data), now = m_parts.clock.now(), event = std::move(event)](QSqlDatabase &database,
                                                                                                        Events &events) {
        return secret_request_table::answer(database, id, data, now, event, events);
    };
    return m_parts.transactions.run<void>(id, size, std::move(work));
}

QCoro::Task<Result<CollectedAnswer>> DatabaseSecretStore::collect(QByteArray id, QByteArray collectHash, ShareEvent event)
{
    Work<CollectedAnswer> work = [id, hash = std::move(collectHash), now = m_parts.clock.now(),
                                  event = std::move(event)](QSqlDatabase &database, Events &events) {
        return secret_request_table::collect(database, id, hash, now, event, events);
    };
    return m_parts.transactions.run<CollectedAnswer>(id, 0, std::move(work));
}

void DatabaseSecretStore::sweep()
{
    struct Found {
        SecretTable::Swept swept;
        qint64 waiting = 0;
        qint64 tokens = 0;
        qint64 reusable = 0; ///< bytes
    };
    auto found = std::make_shared<Found>();
    auto work = [this, found, now = m_parts.clock.now()](QSqlDatabase &database) -> Result<void> {
        return storage::inTransaction(database, Beside::Others, [&]() -> Result<void> {
            Events events;
            const auto swept = m_table.sweep(database, now, events);
            if (!swept)
                return std::unexpected(swept.error());
            if (Result<void> done = secret_request_table::removeExpired(database, now); !done)
                return done;
            const auto waiting = SecretTable::countWaiting(database, now);
            const auto tokens = share_token_table::sweep(database, now);
            if (!waiting || !tokens)
                return std::unexpected(waiting ? tokens.error() : waiting.error());
            const auto reusable = storage::reusableBytes(database);
            if (!reusable)
                return std::unexpected(reusable.error());
            *found = {*swept, *waiting, *tokens, *reusable};
            return events.empty() ? Result<void>() : m_parts.events.recordWithin(database, events);
        });
    };
    m_parts.database.runDetached(std::move(work), [this, found](const Result<void> &done) {
        if (!done)
            return;
        m_parts.room.found(found->reusable);
        m_parts.statistics.swept(found->swept.expired, found->waiting, found->tokens);
        if (found->swept.more)
            sweep();
    });
}

} // namespace gatehouse::sharing
