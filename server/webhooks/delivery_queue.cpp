#include "webhooks/delivery_queue.h"

#include "audit/audit_store.h"
#include "storage/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::webhooks {

using storage::Statement;

namespace {

Result<std::optional<qint64>> firstNumber(Statement &statement)
{
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.next() && !statement.isNull(0) ? std::optional(statement.number(0)) : std::nullopt;
}

} // namespace

Result<QueueStatus> queueStatus(QSqlDatabase &database)
{
    const Result<audit::TreeHead> head = audit::storedHead(database);
    if (!head)
        return std::unexpected(head.error());
    Statement next(database, "SELECT next_entry FROM webhook_state WHERE id = 1");
    Statement dead(database, "SELECT count(*) FROM webhook_dead_letters");
    const auto cursor = firstNumber(next);
    const auto count = cursor ? firstNumber(dead) : cursor;
    if (!count)
        return std::unexpected(count.error());
    return QueueStatus{static_cast<quint64>(cursor->value_or(static_cast<qint64>(head->size))), head->size,
                       static_cast<quint64>(count->value_or(0))};
}

Result<Claim> claim(QSqlDatabase &database, const QByteArray &owner, WallTime now, WallTime until)
{
    const Result<audit::TreeHead> head = audit::storedHead(database);
    if (!head)
        return std::unexpected(head.error());
    const Result<void> made =
        Statement(database,
                  "INSERT INTO webhook_state (id, next_entry, owner, owned_until) VALUES (1, ?, '', 0) ON CONFLICT DO NOTHING")
            .bind(static_cast<qint64>(head->size))
            .execute();
    if (!made)
        return std::unexpected(made.error());
    Statement take(database,
                   "UPDATE webhook_state SET owner = ?, owned_until = ? WHERE id = 1 AND (owner = ? OR owned_until < ?)");
    if (const Result<void> done = take.bindText(owner).bind(until).bindText(owner).bind(now).execute(); !done)
        return std::unexpected(done.error());
    if (take.rowsChanged() == 0)
        return Claim{};
    Statement next(database, "SELECT next_entry FROM webhook_state WHERE id = 1");
    const auto cursor = firstNumber(next);
    return cursor ? Result<Claim>(Claim{true, static_cast<quint64>(cursor->value_or(0))}) : std::unexpected(cursor.error());
}

Result<void> release(QSqlDatabase &database, const QByteArray &owner)
{
    Statement statement(database, "UPDATE webhook_state SET owned_until = 0 WHERE id = 1 AND owner = ?");
    return statement.bindText(owner).execute();
}

Result<void> advance(QSqlDatabase &database, const QByteArray &owner, quint64 next)
{
    Statement statement(database, "UPDATE webhook_state SET next_entry = ? WHERE id = 1 AND owner = ?");
    if (const Result<void> done = statement.bind(static_cast<qint64>(next)).bindText(owner).execute(); !done)
        return done;
    return statement.rowsChanged() == 1 ? Result<void>() : failure(ErrorKind::Conflict, u"another instance sends"_s);
}

Result<void> bury(QSqlDatabase &database, const QByteArray &owner, const DeadLetter &letter)
{
    const Result<void> kept =
        Statement(database,
                  "INSERT INTO webhook_dead_letters (sequence, failed_at, attempts, reason, retried) VALUES (?, ?, ?, ?, 0)"
                  " ON CONFLICT (sequence) DO UPDATE SET failed_at = excluded.failed_at, attempts = excluded.attempts,"
                  " reason = excluded.reason, retried = 0")
            .bind(static_cast<qint64>(letter.sequence))
            .bind(letter.failed)
            .bind(static_cast<qint64>(letter.attempts))
            .bindText(letter.reason)
            .execute();
    if (!kept)
        return kept;
    Statement next(database, "UPDATE webhook_state SET next_entry = ? WHERE id = 1 AND owner = ? AND next_entry <= ?");
    const auto after = static_cast<qint64>(letter.sequence) + 1;
    return next.bind(after).bindText(owner).bind(static_cast<qint64>(letter.sequence)).execute();
}

Result<std::vector<DeadLetter>> deadLetters(QSqlDatabase &database, int limit)
{
    Statement statement(database,
                        "SELECT sequence, failed_at, attempts, reason FROM webhook_dead_letters ORDER BY sequence DESC LIMIT ?");
    if (const Result<void> done = statement.bind(static_cast<qint64>(limit)).execute(); !done)
        return std::unexpected(done.error());
    std::vector<DeadLetter> letters;
    while (statement.next())
        letters.push_back({static_cast<quint64>(statement.number(0)), statement.time(1), static_cast<int>(statement.number(2)),
                           statement.text(3)});
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    return letters;
}

Result<quint64> retryDeadLetters(QSqlDatabase &database)
{
    Statement statement(database, "UPDATE webhook_dead_letters SET retried = 1 WHERE retried = 0");
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return static_cast<quint64>(std::max(statement.rowsChanged(), 0));
}

Result<std::optional<quint64>> nextRetry(QSqlDatabase &database)
{
    Statement statement(database, "SELECT min(sequence) FROM webhook_dead_letters WHERE retried = 1");
    const auto sequence = firstNumber(statement);
    if (!sequence)
        return std::unexpected(sequence.error());
    return *sequence ? std::optional(static_cast<quint64>(**sequence)) : std::nullopt;
}

Result<void> forget(QSqlDatabase &database, quint64 sequence)
{
    Statement statement(database, "DELETE FROM webhook_dead_letters WHERE sequence = ?");
    return statement.bind(static_cast<qint64>(sequence)).execute();
}

} // namespace gatehouse::webhooks
