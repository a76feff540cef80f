#include "audit/checkpoint_store.h"

#include "storage/statement.h"

#include <limits>

namespace gatehouse::audit {

using storage::Statement;

namespace {

StoredCheckpoint rowOf(const Statement &statement)
{
    return {static_cast<quint64>(statement.number(0)), statement.text(1), statement.time(2), statement.text(3)};
}

} // namespace

Result<void> storeCheckpoint(QSqlDatabase &database, const StoredCheckpoint &checkpoint)
{
    return Statement(database,
                     "INSERT INTO audit_checkpoints (size, signer, created_at, note) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(static_cast<qint64>(checkpoint.size))
        .bindText(checkpoint.signer)
        .bind(checkpoint.created)
        .bindText(checkpoint.note)
        .execute();
}

Result<std::vector<StoredCheckpoint>> allCheckpoints(QSqlDatabase &database)
{
    return checkpointsBetween(database, 0, std::numeric_limits<qint64>::max());
}

Result<std::vector<StoredCheckpoint>> checkpointsBetween(QSqlDatabase &database, quint64 begin, quint64 end)
{
    Statement statement(database,
                        "SELECT size, signer, created_at, note FROM audit_checkpoints WHERE size > ? AND size <= ?"
                        " ORDER BY size, signer");
    statement.bind(static_cast<qint64>(begin)).bind(static_cast<qint64>(end));
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    std::vector<StoredCheckpoint> all;
    while (statement.next())
        all.push_back(rowOf(statement));
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    return all;
}

Result<std::optional<StoredCheckpoint>> latestCheckpoint(QSqlDatabase &database, const QByteArray &signer)
{
    Statement statement(database,
                        "SELECT size, signer, created_at, note FROM audit_checkpoints WHERE signer = ? OR ? = ''"
                        " ORDER BY size DESC LIMIT 1");
    if (const Result<void> done = statement.bindText(signer).bindText(signer).execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? std::optional(rowOf(statement)) : std::nullopt;
}

} // namespace gatehouse::audit
