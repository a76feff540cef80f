#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <vector>

namespace gatehouse::storage {

/// A session that a restore is about to remove, while access tokens of it may be alive.
struct ReplacedSession {
    QByteArray id;
    QByteArray userId;
};

/// The sessions that were used within the last two days: an access token lives a day at most. None where there is no schema yet.
/// In the caller's Transaction, as the next.
[[nodiscard]] Result<std::vector<ReplacedSession>> recentSessions(QSqlDatabase &database, WallTime now);

/// Ends what a backup of before has brought back to life: every session, those that it replaced (`before`), as their access
/// tokens are signed by keys that are still good, and share tokens for one time, which may have been used since.
[[nodiscard]] Result<void> endRestoredSessions(QSqlDatabase &database, const std::vector<ReplacedSession> &before, WallTime now);

} // namespace gatehouse::storage
