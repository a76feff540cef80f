#include "database_commands.h"

#include "assembly/data_folder.h"
#include "configured_database.h"
#include "core/arguments.h"
#include "core/clock.h"
#include "storage/backup.h"
#include "storage/maintenance_connection.h"
#include "storage/migrations.h"
#include "storage/sqlite_space.h"

#include <QFile>
#include <QFileInfo>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace Qt::StringLiterals;

namespace {

using Access = MaintenanceConnection::Access;
using Connection = std::unique_ptr<MaintenanceConnection>;

/// A command that works on the database of a configuration.
struct Description {
    QString word;
    QString arguments;
    QString summary;
    QStringList flags; ///< of its own
    qsizetype words; ///< that it takes
    Result<void> (*work)(const Arguments &arguments, Terminal &terminal);
};

Result<Connection> open(const DatabaseTarget &target, const config::Settings &settings, Access access)
{
    if (!target.postgres && access == Access::Write) {
        if (const Result<void> made = assembly::makeDataFolder(settings.app.dataDir); !made)
            return std::unexpected(made.error());
    }
    return MaintenanceConnection::open(target, access);
}

Result<void> showPending(QSqlDatabase &database, const MigrationStatus &status, bool withScripts, Terminal &terminal)
{
    if (withScripts && status.pending.isEmpty())
        terminal.print(u"-- nothing to do: schema version %1"_s.arg(status.version));
    if (withScripts) {
        for (const QString &name : status.pending) {
            const Result<QByteArray> script = migrationScript(database, name);
            if (!script)
                return std::unexpected(script.error());
            terminal.print(u"-- %1\n%2"_s.arg(name, QString::fromUtf8(*script)));
        }
        return {};
    }
    terminal.print(u"schema version %1"_s.arg(status.version));
    for (const QString &name : status.applied)
        terminal.print(u"applied  "_s + name);
    for (const QString &name : status.pending)
        terminal.print(u"pending  "_s + name);
    return {};
}

Result<void> runMigrate(const Arguments &arguments, Terminal &terminal)
{
    const auto configured = configuredDatabase(arguments.settings(), terminal);
    if (!configured)
        return std::unexpected(configured.error());
    const bool look = arguments.has(u"--status"_s) || arguments.has(u"--dry-run"_s);
    const auto connection = open(configured->target, configured->settings, look ? Access::Read : Access::Write);
    if (!connection)
        return std::unexpected(connection.error());
    QSqlDatabase &database = (*connection)->database();
    const Result<MigrationStatus> status = migrationStatus(database);
    if (!status)
        return std::unexpected(status.error());
    if (look)
        return showPending(database, *status, arguments.has(u"--dry-run"_s), terminal);
    if (const Result<void> done = migrate(database); !done)
        return done;
    terminal.print(status->pending.isEmpty() ? u"nothing to do: schema version %1"_s.arg(status->version)
                                             : u"applied "_s + status->pending.join(u", "_s));
    return {};
}

Result<void> runBackup(const Arguments &arguments, Terminal &terminal)
{
    const auto configured = configuredDatabase(arguments.settings(), terminal);
    if (!configured)
        return std::unexpected(configured.error());
    const auto connection = open(configured->target, configured->settings, Access::Read);
    if (!connection)
        return std::unexpected(connection.error());
    const QString path = arguments.positional().first();
    const Result<BackupSummary> written = writeBackup((*connection)->database(), path, SystemClock().now());
    if (!written)
        return std::unexpected(written.error());
    terminal.print(
        u"%1 rows written to %2, which holds password hashes: keep it as the database itself"_s.arg(written->rows).arg(path));
    return {};
}

Result<void> runRestore(const Arguments &arguments, Terminal &terminal)
{
    const auto configured = configuredDatabase(arguments.settings(), terminal);
    if (!configured)
        return std::unexpected(configured.error());
    // No server starts on a file meanwhile, and none is running.
    const auto lock = configured->target.postgres ? Result<assembly::DataFolderLock>(failure(ErrorKind::NotFound, {}))
                                                  : assembly::DataFolderLock::take(configured->settings.app.dataDir);
    if (!configured->target.postgres && !lock)
        return std::unexpected(lock.error());
    const auto connection = open(configured->target, configured->settings, Access::Write);
    if (!connection)
        return std::unexpected(connection.error());
    const RestoreOptions options{arguments.has(u"--replace"_s), arguments.has(u"--keep-sessions"_s)};
    const Result<BackupSummary> restored =
        restoreBackup((*connection)->database(), arguments.positional().first(), options, SystemClock().now());
    if (!restored)
        return std::unexpected(restored.error());
    terminal.print(
        u"%1 rows restored of %2 from %3"_s.arg(restored->rows).arg(QString::fromLatin1(restored->created), restored->engine));
    if (!options.keepSessions)
        terminal.print(
            u"every session has ended, and one-time share tokens are gone, as some may have ended since: everybody signs in"
            " anew (--keep-sessions is for a move to another engine)"_s);
    return {};
}

Result<void> runCompact(const Arguments &arguments, Terminal &terminal)
{
    const auto configured = configuredDatabase(arguments.settings(), terminal);
    if (!configured)
        return std::unexpected(configured.error());
    const QString file = configured->target.sqliteFile;
    if (configured->target.postgres)
        return failure(ErrorKind::Invalid, u"PostgreSQL sees to its files by itself (autovacuum): there is nothing to do"_s);
    if (!QFileInfo::exists(file))
        return failure(ErrorKind::NotFound, u"there is no database %1 yet; is --data-dir right?"_s.arg(file));
    // No server is kept waiting, or runs out of space.
    const auto lock = assembly::DataFolderLock::take(configured->settings.app.dataDir);
    if (!lock)
        return std::unexpected(lock.error());
    // What is written on the way is as confidential as the database: not to /var/tmp.
    qputenv("SQLITE_TMPDIR", QFile::encodeName(configured->settings.app.dataDir));
    const auto connection = open(configured->target, configured->settings, Access::Write);
    if (!connection)
        return std::unexpected(connection.error());
    const qint64 before = QFileInfo(file).size();
    if (const Result<void> done = compactFile((*connection)->database()); !done)
        return done;
    terminal.print(u"%1: %2 bytes became %3"_s.arg(file).arg(before).arg(QFileInfo(file).size()));
    return {};
}

Result<void> run(const Description &description, const QStringList &given, Terminal &terminal)
{
    const Result<Arguments> arguments = Arguments::parse(given, {description.flags, {}});
    if (!arguments)
        return std::unexpected(arguments.error());
    if (arguments->positional().size() != description.words)
        return failure(ErrorKind::Malformed, u"usage: gatehouse %1 %2"_s.arg(description.word, description.arguments));
    return description.work(*arguments, terminal);
}

} // namespace

std::vector<Command> databaseCommands()
{
    const Description descriptions[]{
        {u"migrate"_s,
         u"[--dry-run|--status]"_s,
         u"Brings the database's schema up to date, as a start does; or shows the statements, or where it is."_s,
         {u"--dry-run"_s, u"--status"_s},
         0,
         runMigrate},
        {u"backup"_s,
         u"FILE"_s,
         u"Writes everything in the database to a new file, also while a server runs on it."_s,
         {},
         1,
         runBackup},
        {u"restore"_s,
         u"FILE [--replace] [--keep-sessions]"_s,
         u"Fills the database from a backup of either engine; --replace says that what is in it may be lost. Every session ends, "
         u"unless"
         " --keep-sessions says that nothing has happened since the backup."_s,
         {u"--replace"_s, u"--keep-sessions"_s},
         1,
         runRestore},
        {u"compact"_s,
         {},
         u"Writes the SQLite file anew without the space it no longer uses, while no server runs on it; after that it shrinks by itself."_s,
         {},
         0,
         runCompact},
    };
    std::vector<Command> commands;
    for (const Description &description : descriptions) {
        const auto perform = [description](const QStringList &given, Terminal &terminal) {
            const Result<void> done = run(description, given, terminal);
            if (done)
                return ExitCode::Success;
            printFailure(terminal, done.error());
            return done.error().kind == ErrorKind::Malformed ? ExitCode::Usage : ExitCode::Failure;
        };
        commands.push_back({{description.word}, description.arguments, description.summary, perform});
    }
    return commands;
}
