#pragma once

#include <QByteArray>
#include <QSqlDatabase>

#include <libpq-fe.h>

namespace gatehouse::storage {

/// The connection under Qt's driver, for the few questions that the driver has no answer to; null for another database.
[[nodiscard]] PGconn *libpqConnection(const QSqlDatabase &database);

/// `utf8` as an SQL literal, in quotes. Empty when it cannot be one: PostgreSQL has no text with a NUL.
[[nodiscard]] QByteArray quotedLiteral(const QSqlDatabase &database, const QByteArray &utf8);

/// Whether a transaction is open of which a statement has failed. Always false on SQLite, which has no such state.
[[nodiscard]] bool hasFailedTransaction(const QSqlDatabase &database);

} // namespace gatehouse::storage
