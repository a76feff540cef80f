#include "storage/migrations.h"

#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

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
    const Result<bool> begun = hasTable(database, "schema_migrations");
    if (!begun)
        return std::unexpected(begun.error());
    return *begun ? firstNumber(database, "SELECT max(version) FROM schema_migrations") : 0;
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

Result<QByteArray> scriptOf(const QSqlDatabase &database, const QString &name)
{
    QFile file(folderOf(database) + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Internal, u"cannot read migration "_s + name);
    return file.readAll();
}

Result<void> apply(QSqlDatabase &database, const QString &name, qint64 number)
{
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
    const Result<QByteArray> script = scriptOf(database, name);
    if (!script)
        return std::unexpected(script.error());
    if (const Result<void> done = runScript(database, *script); !done)
        return done;
    return recordMigration(database, number);
}

/// What the scripts make that is called `kind`, in their order: what refers to something comes after it.
QStringList namesMade(const QSqlDatabase &database, const QString &kind)
{
    const QRegularExpression made(u"^CREATE %1 (?:IF NOT EXISTS )?([a-z_]+)"_s.arg(kind), QRegularExpression::MultilineOption);
    QStringList names;
    for (const QString &name : migrationNames(database)) {
        auto found = made.globalMatch(QString::fromUtf8(scriptOf(database, name).value_or(QByteArray())));
        while (found.hasNext())
            names.append(found.next().captured(1));
    }
    return names;
}

} // namespace

Result<void> migrateWithin(QSqlDatabase &database, qint64 version)
{
    const QStringList names = migrationNames(database);
    if (version > names.size())
        return writtenByNewer();
    for (qint64 number = 1; number <= version; ++number) {
        if (const Result<void> done = apply(database, names.at(number - 1), number); !done)
            return done;
    }
    return {};
}

qint64 latestVersion(const QSqlDatabase &database)
{
    return migrationNames(database).size();
}

QStringList migratedTables(const QSqlDatabase &database)
{
    QStringList tables = namesMade(database, u"TABLE"_s);
    const QStringList existing = database.tables();
    tables.removeIf([&](const QString &table) { return !existing.contains(table); });
    return tables;
}

Result<void> dropEverything(QSqlDatabase &database)
{
    QStringList statements;
    for (const QString &table : migratedTables(database))
        statements.prepend(u"DROP TABLE "_s + table);
    statements.append(u"DROP TABLE IF EXISTS schema_migrations"_s);
    for (const QString &function : namesMade(database, u"FUNCTION"_s))
        statements.append(u"DROP FUNCTION IF EXISTS "_s + function);
    for (const QString &statement : statements) {
        if (const Result<void> done = execute(database, statement.toUtf8().constData()); !done)
            return done;
    }
    return {};
}

Result<bool> hasTable(QSqlDatabase &database, const char *name)
{
    Statement statement(database,
                        dialectOf(database) == Dialect::Sqlite
                            ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
                            : "SELECT count(*) FROM pg_class WHERE oid = to_regclass(?)");
    if (const Result<void> read = statement.bindText(name).execute(); !read)
        return std::unexpected(read.error());
    return statement.next() && statement.number(0) > 0;
}

Result<QByteArray> migrationScript(const QSqlDatabase &database, const QString &name)
{
    return scriptOf(database, name);
}

Result<void> migrate(QSqlDatabase &database)
{
    const Result<MigrationStatus> status = migrationStatus(database);
    if (!status)
        return std::unexpected(status.error());
    qint64 number = status->version;
    for (const QString &name : status->pending) {
        ++number;
        const Result<void> done = inTransaction(database, Beside::Nobody, [&] { return apply(database, name, number); });
        if (!done)
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
