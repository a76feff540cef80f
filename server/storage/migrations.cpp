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

Result<qint64> schemaVersion(QSqlDatabase &database)
{
    Statement statement(database, "SELECT max(version) FROM schema_migrations");
    if (const Result<void> read = statement.execute(); !read)
        return std::unexpected(read.error());
    return statement.next() ? statement.number(0) : 0;
}

QStringList migrationNames()
{
    initialiseMigrationResources();
    return QDir(u":/gatehouse/migrations"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
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
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Read again under the lock: another process may have been faster.
    const Result<qint64> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version >= number)
        return {};

    QFile file(u":/gatehouse/migrations/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Internal, u"cannot read migration "_s + name);
    if (const Result<void> done = runScript(database, file.readAll()); !done)
        return done;
    if (const Result<void> done = recordMigration(database, number); !done)
        return done;
    return transaction->commit();
}

} // namespace

Result<void> migrate(QSqlDatabase &database)
{
    const QStringList names = migrationNames();
    if (const Result<void> made = execute(database,
                                          "CREATE TABLE IF NOT EXISTS schema_migrations ("
                                          "version INTEGER PRIMARY KEY NOT NULL, applied_at BIGINT NOT NULL)");
        !made)
        return made;
    const Result<qint64> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version > names.size())
        return writtenByNewer();

    for (qint64 number = *version + 1; number <= names.size(); ++number) {
        if (const Result<void> done = apply(database, names.at(number - 1), number); !done)
            return done;
    }
    return {};
}

Result<void> checkSchema(QSqlDatabase &database)
{
    if (!database.tables().contains(u"schema_migrations"_s))
        return {};
    const Result<qint64> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    return *version > migrationNames().size() ? writtenByNewer() : Result<void>();
}

} // namespace gatehouse::storage
