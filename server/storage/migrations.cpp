#include "storage/migrations.h"

#include "storage/statement.h"

#include <QDir>
#include <QFile>

/// At global scope because the macro declares a function there. A static library's resources are linked in only when
/// they are asked for.
static void initialiseMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

Result<qint64> firstNumber(QSqlDatabase &database, const char *sql)
{
    Statement statement(database, sql);
    if (const Result<void> read = statement.execute(); !read)
        return std::unexpected(read.error());
    return statement.next() ? statement.number(0) : 0;
}

/// 0 for a database that holds nothing yet.
Result<qint64> schemaVersion(QSqlDatabase &database)
{
    const Result<qint64> tables = firstNumber(database,
                                              dialectOf(database) == Dialect::Sqlite
                                                  ? "SELECT count(*) FROM sqlite_master WHERE name = 'schema_migrations'"
                                                  : "SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_migrations')");
    return tables && *tables > 0 ? firstNumber(database, "SELECT max(version) FROM schema_migrations") : tables;
}

/// The scripts of both dialects have the same numbers and names, and make the same tables.
QString folderOf(const QSqlDatabase &database)
{
    initialiseMigrationResources();
    return dialectOf(database) == Dialect::Sqlite ? u":/gatehouse/migrations/"_s : u":/gatehouse/migrations-postgresql/"_s;
}

QStringList migrationNames(const QSqlDatabase &database)
{
    return QDir(folderOf(database)).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

std::unexpected<Error> writtenByNewer()
{
    return failure(ErrorKind::Conflict, u"the database was written by a newer version of this program"_s);
}

Result<void> recordMigration(QSqlDatabase &database, qint64 number)
{
    return Statement(database, "INSERT INTO schema_migrations (version, applied_at) VALUES (?, ?)")
        .bind(number)
        .bind(SystemClock().now())
        .execute();
}

/// Runs the statements of `script`: each ends with a semicolon at the end of a line.
Result<void> runScript(QSqlDatabase &database, const QByteArray &script)
{
    qsizetype start = 0;
    for (qsizetype end = script.indexOf(";\n"); end >= 0; end = script.indexOf(";\n", start)) {
        if (const Result<void> done = execute(database, script.sliced(start, end - start).constData()); !done)
            return done;
        start = end + 2;
    }
    return {};
}

Result<void> apply(QSqlDatabase &database, const QString &name, qint64 number)
{
    return inTransaction(database, Beside::Nobody, [&]() -> Result<void> {
        if (const Result<void> made = execute(database,
                                              "CREATE TABLE IF NOT EXISTS schema_migrations ("
                                              "version INTEGER PRIMARY KEY NOT NULL, applied_at BIGINT NOT NULL)");
            !made)
            return made;
        // Read again under the lock: another process may have been faster.
        const Result<qint64> version = schemaVersion(database);
        if (!version)
            return std::unexpected(version.error());
        if (*version >= number)
            return {};

        QFile file(folderOf(database) + name);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Internal, u"cannot read migration "_s + name);
        if (const Result<void> done = runScript(database, file.readAll()); !done)
            return done;
        return recordMigration(database, number);
    });
}

} // namespace

Result<void> migrate(QSqlDatabase &database)
{
    const Result<MigrationStatus> status = migrationStatus(database);
    if (!status)
        return std::unexpected(status.error());
    qint64 number = status->version;
    for (const QString &name : status->pending) {
        if (const Result<void> done = apply(database, name, ++number); !done)
            return done;
    }
    return {};
}

Result<MigrationStatus> migrationStatus(QSqlDatabase &database)
{
    const Result<qint64> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    const QStringList names = migrationNames(database);
    if (*version > names.size())
        return writtenByNewer();
    return MigrationStatus{*version, names.first(*version), names.sliced(*version)};
}

Result<void> checkSchema(QSqlDatabase &database)
{
    const Result<MigrationStatus> status = migrationStatus(database);
    return status ? Result<void>() : std::unexpected(status.error());
}

} // namespace gatehouse::storage
