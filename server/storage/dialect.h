#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace gatehouse::storage {

/// What differs between the databases that the same statements run on. The statements themselves are common SQL.
enum class Dialect { Sqlite, PostgreSql };

[[nodiscard]] Dialect dialectOf(const QSqlDatabase &database);

/// What a caller can act on: Conflict when a constraint does not hold, Unavailable when the database is away, busy or full,
/// Invalid for a text that it cannot hold, else Internal. Never holds a value that was bound.
[[nodiscard]] std::unexpected<Error> failureOf(const QSqlError &error, Dialect dialect);

/// Whether the database undid a transaction only because it got in another one's way, so that all of it may be run again.
[[nodiscard]] bool mayBeRunAgain(const Error &error);

} // namespace gatehouse::storage
