#pragma once

#include "core/error.h"

#include <QSqlDatabase>

namespace gatehouse::storage {

/// Brings the schema up to date with the numbered files under resources/migrations, each in a transaction of its own.
/// Processes that start at once do not get in each other's way. Fails with Conflict when the schema is newer than this
/// program. Runs in the database's thread.
[[nodiscard]] Result<void> migrate(QSqlDatabase &database);

/// Whether this program can go on from the schema as it is, changing nothing. Fails with Conflict when it is newer.
[[nodiscard]] Result<void> checkSchema(QSqlDatabase &database);

} // namespace gatehouse::storage
