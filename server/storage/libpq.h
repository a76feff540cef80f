#pragma once

#include <QSqlDatabase>

#include <libpq-fe.h>

namespace gatehouse::storage {

/// The connection under Qt's driver, for the few questions that the driver has no answer to; null for another database.
[[nodiscard]] PGconn *libpqConnection(const QSqlDatabase &database);

/// Whether a transaction is open of which a statement has failed. Always false on SQLite, which has no such state.
[[nodiscard]] bool hasFailedTransaction(const QSqlDatabase &database);

} // namespace gatehouse::storage
