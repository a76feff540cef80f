#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QStringList>

namespace gatehouse::storage {

/// Brings the schema up to date with the numbered files under resources/migrations, for PostgreSQL their twins in
/// resources/migrations/postgresql, each in a transaction of its own.
/// Processes that start at once do not get in each other's way. Fails with Conflict when the schema is newer than this
/// program. Runs in the database's thread.
[[nodiscard]] Result<void> migrate(QSqlDatabase &database);

/// Where the schema is.
struct MigrationStatus {
    qint64 version = 0; ///< of the last script that was applied; 0: none
    QStringList applied; ///< names of the scripts, in order
    QStringList pending;
};

/// Reads where the schema is, changing nothing. Fails with Conflict when it is newer than this program.
[[nodiscard]] Result<MigrationStatus> migrationStatus(QSqlDatabase &database);

/// Whether there is a table of that name, which is one of ours.
[[nodiscard]] Result<bool> hasTable(QSqlDatabase &database, const char *name);

/// The statements of a script that MigrationStatus names.
[[nodiscard]] Result<QByteArray> migrationScript(const QSqlDatabase &database, const QString &name);

/// Brings the schema to `version` or leaves it where it is beyond that, in the caller's Transaction.
[[nodiscard]] Result<void> migrateWithin(QSqlDatabase &database, qint64 version);
[[nodiscard]] qint64 latestVersion(const QSqlDatabase &database);

/// The tables that the scripts have made here; those that others refer to come first.
[[nodiscard]] QStringList migratedTables(const QSqlDatabase &database);
/// Removes what the scripts made, and nothing else that may be there; in the caller's Transaction.
[[nodiscard]] Result<void> dropEverything(QSqlDatabase &database);

/// Whether this program can go on from the schema as it is, changing nothing. Fails with Conflict when it is newer.
[[nodiscard]] Result<void> checkSchema(QSqlDatabase &database);

} // namespace gatehouse::storage
