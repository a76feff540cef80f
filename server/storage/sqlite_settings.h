#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QString>

namespace gatehouse::storage {

/// For QSqlDatabase::setConnectOptions(): a statement waits for another connection's for so long as others have patience.
[[nodiscard]] QString sqliteConnectOptions();

/// Makes an open connection durable and strict: write-ahead log, each commit on the disk, foreign keys, nothing legible left of
/// what is deleted. Blocks while others open the same file. Fails as failureOf() says.
[[nodiscard]] Result<void> configureSqlite(QSqlDatabase &database);

} // namespace gatehouse::storage
