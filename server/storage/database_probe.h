#pragma once

#include "core/error.h"

#include <QString>

namespace gatehouse::storage {

/// Whether the SQLite file `path` can be opened, is sound and of a schema this program knows. Changes nothing, so that it
/// may be asked beside a server that runs. Fails with Unavailable or Conflict. In the calling thread.
[[nodiscard]] Result<void> probeSqlite(const QString &path);

} // namespace gatehouse::storage
