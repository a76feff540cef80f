#pragma once

#include "core/error.h"

#include <QSqlDatabase>

namespace gatehouse::storage {

/// Gives pages that hold nothing any more back to the file system: a few hundred in a transaction of its own, some ten
/// milliseconds. Returns whether there are more to give. A megabyte is kept for what comes next. Does nothing on PostgreSQL,
/// which sees to it by itself, and on a file that was made before this could be done, until compactFile(). In the database's
/// thread.
[[nodiscard]] Result<bool> releaseSomePages(QSqlDatabase &database);

/// How many bytes more the SQLite file holds without growing; 0 on PostgreSQL. In the database's thread.
[[nodiscard]] Result<qint64> reusableBytes(QSqlDatabase &database);

/// Writes the SQLite file anew without unused pages, so that releaseSomePages() works on it from now on. Needs the space of the
/// file once more meanwhile, and keeps all others waiting: for commands on a file that nobody serves from.
[[nodiscard]] Result<void> compactFile(QSqlDatabase &database);

} // namespace gatehouse::storage
