#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QSqlDatabase>
#include <QString>

namespace gatehouse::storage {

/// What is in a backup.
struct BackupSummary {
    qint64 schema = 0; ///< version of the schema it was made of
    QString engine; ///< "SQLite" or "PostgreSQL"
    QByteArray created; ///< RFC 3339
    qint64 rows = 0;
};

/// Writes everything in the database, as it is at one moment, to a new file that only its owner may read: lines of JSON that
/// either engine can be restored from, and a checksum; see docs/decisions/097. Others go on reading and writing meanwhile. It
/// holds password hashes. Fails with Conflict when the file is there already, Unavailable when it cannot be written.
[[nodiscard]] Result<BackupSummary> writeBackup(QSqlDatabase &database, const QString &path, WallTime now);

/// Reads a backup through. Fails with Invalid when it is none, or is incomplete or altered; Conflict when a newer program made
/// it.
[[nodiscard]] Result<BackupSummary> checkBackup(const QSqlDatabase &database, const QString &path);

struct RestoreOptions {
    bool replace = false; ///< what is there now is removed; without it a database that has users is left alone (Conflict)
    bool keepSessions = false; ///< for a move to another engine, where nothing has happened since the backup
};

/// Makes the database what it was when the backup was made, then brings the schema up to date: all of it or nothing. But every
/// session ends and share tokens for one time are removed, unless told to keep them: what was revoked or spent since must not
/// hold again. Servers on it are to be stopped first; on PostgreSQL one that is connected makes it fail with Conflict. Fails as
/// checkBackup() does, too.
[[nodiscard]] Result<BackupSummary> restoreBackup(QSqlDatabase &database, const QString &path, const RestoreOptions &options,
                                                  WallTime now);

} // namespace gatehouse::storage
