#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QByteArray>
#include <QSqlDatabase>

/// What was handed out of a Redis that may forget that it did, as one that takes over from another does: in the database, by the
/// transaction that records it (docs/decisions/145). Every function runs in the database's thread; those that write expect the
/// caller's Transaction.
namespace gatehouse::sharing::hand_over_table {

/// Notes that `id` has ended; whether nobody had noted that before. `until`: when no copy of it can be alive any more.
[[nodiscard]] Result<bool> note(QSqlDatabase &database, QByteArrayView id, WallTime until);
/// Forgets what is over.
[[nodiscard]] Result<void> sweep(QSqlDatabase &database, WallTime now);

} // namespace gatehouse::sharing::hand_over_table
