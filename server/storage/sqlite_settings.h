#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QString>

namespace gatehouse::storage {

/// For QSqlDatabase::setConnectOptions(): a statement waits for another connection's for so long as others have patience.
[[nodiscard]] QString sqliteConnectOptions();

/// Makes the empty file that SQLite is to open, which itself would ask nobody who may read it: for its owner alone, and root in
/// somebody else's folder makes it theirs (core/owned_file.h). Fails with Conflict when there is something by that name, else
/// with Unavailable.
[[nodiscard]] Result<void> makeSqliteFile(const QString &path);

/// Makes an open connection durable and strict: write-ahead log, each commit on the disk, foreign keys, nothing legible left of
/// what is deleted. Blocks while others open the same file. Fails as failureOf() says.
[[nodiscard]] Result<void> configureSqlite(QSqlDatabase &database);

} // namespace gatehouse::storage
