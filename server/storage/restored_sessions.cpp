#include "storage/restored_sessions.h"

#include "storage/migrations.h"
#include "storage/statement.h"

namespace gatehouse::storage {

namespace {

constexpr std::chrono::days kLongestTokenLife{2}; // with the skew, and for clocks that differ

Result<bool> isThere(QSqlDatabase &database, const char *sql, QByteArrayView id)
{
    Statement found(database, sql);
    if (const Result<void> done = found.bindText(id).execute(); !done)
        return std::unexpected(done.error());
    const bool there = found.next();
    if (const Result<void> read = found.reachedEnd(); !read)
        return std::unexpected(read.error());
    return there;
}

/// Makes access tokens void whose session the backup does not know: by the session or, where its user is not there, by the user.
Result<void> revokeUnknown(QSqlDatabase &database, const ReplacedSession &session, WallTime now)
{
    const Result<bool> known = isThere(database, "SELECT 1 FROM sessions WHERE id = ?", session.id);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return {};
    const Result<bool> hasUser = isThere(database, "SELECT 1 FROM users WHERE id = ?", session.userId);
    if (!hasUser)
        return std::unexpected(hasUser.error());
    if (*hasUser)
        return Statement(database,
                         "INSERT INTO sessions (id, user_id, created_at, last_used_at, expires_at, revoked_at, client_address)"
                         " VALUES (?, ?, ?, ?, ?, ?, '')")
            .bindText(session.id)
            .bindText(session.userId)
            .bind(now)
            .bind(now)
            .bind(now)
            .bind(now)
            .execute();
    const Result<bool> deleted = isThere(database, "SELECT 1 FROM deleted_users WHERE id = ?", session.userId);
    if (!deleted)
        return std::unexpected(deleted.error());
    if (*deleted)
        return {};
    return Statement(database, "INSERT INTO deleted_users (id, deleted_at) VALUES (?, ?)")
        .bindText(session.userId)
        .bind(now)
        .execute();
}

} // namespace

Result<std::vector<ReplacedSession>> recentSessions(QSqlDatabase &database, WallTime now)
{
    std::vector<ReplacedSession> sessions;
    const Result<bool> made = hasTable(database, "sessions");
    if (!made)
        return std::unexpected(made.error());
    if (!*made)
        return sessions;
    Statement found(database, "SELECT id, user_id FROM sessions WHERE last_used_at > ?");
    if (const Result<void> done = found.bind(now - kLongestTokenLife).execute(); !done)
        return std::unexpected(done.error());
    while (found.next())
        sessions.push_back({found.text(0), found.text(1)});
    if (const Result<void> read = found.reachedEnd(); !read)
        return std::unexpected(read.error());
    return sessions;
}

Result<void> endRestoredSessions(QSqlDatabase &database, const std::vector<ReplacedSession> &before, WallTime now)
{
    const Result<void> ended =
        Statement(database, "UPDATE sessions SET revoked_at = ? WHERE revoked_at IS NULL").bind(now).execute();
    if (!ended)
        return ended;
    for (const ReplacedSession &session : before) {
        if (const Result<void> done = revokeUnknown(database, session, now); !done)
            return done;
    }
    return execute(database, "DELETE FROM share_tokens WHERE one_time <> 0");
}

} // namespace gatehouse::storage
