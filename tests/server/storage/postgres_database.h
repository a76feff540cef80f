#pragma once

#include "postgres_server.h"
#include "storage/database.h"
#include "storage/statement.h"

namespace gatehouse::storage::tests {

/// Settings with short time limits.
inline PostgresSettings settingsFor(const QByteArray &url)
{
    PostgresSettings settings;
    settings.url = SecretBytes(url);
    settings.connectTimeout = std::chrono::seconds(2);
    settings.statementTimeout = std::chrono::seconds(2);
    settings.maxConnections = 8;
    return settings;
}

inline std::unique_ptr<Database> openedWith(PostgresSettings settings)
{
    auto opened = Database::openPostgres(std::move(settings));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

inline Result<qint64> numberOf(QSqlDatabase &connection, const char *sql)
{
    Statement statement(connection, sql);
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? statement.number(0) : -1;
}

inline Result<qint64> numberOf(Database &database, const char *sql)
{
    return database.runBlocking([sql](QSqlDatabase &connection) { return numberOf(connection, sql); });
}

inline Result<void> run(Database &database, const char *sql)
{
    return database.runBlocking([sql](QSqlDatabase &connection) { return execute(connection, sql); });
}

/// What an operation failed with; Gone when it did not.
inline ErrorKind kindOf(const Result<void> &result)
{
    return result ? ErrorKind::Gone : result.error().kind;
}

/// Stores `number`, in a transaction.
inline Result<void> note(Database &database, qint64 number)
{
    return database.runBlocking([number](QSqlDatabase &connection) {
        return inTransaction(connection, Beside::Others, [&] {
            Statement statement(connection, "INSERT INTO setup_codes (hash) VALUES (?)");
            return statement.bindBytes(QByteArray::number(number)).execute();
        });
    });
}

inline bool isNoted(Database &database, qint64 number)
{
    const auto find = [number](QSqlDatabase &connection) -> Result<bool> {
        Statement statement(connection, "SELECT 1 FROM setup_codes WHERE hash = ?");
        return statement.bindBytes(QByteArray::number(number)).execute() && statement.next();
    };
    return database.runBlocking(find).value_or(false);
}

} // namespace gatehouse::storage::tests
