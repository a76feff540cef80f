#include "storage/backup.h"

#include "storage/migrations.h"
#include "storage/restored_sessions.h"
#include "storage/statement.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <functional>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

constexpr int kFormat = 1;
constexpr qint64 kLongestLine = 64 * 1024 * 1024;

/// What is handed out once must not come back with a backup of before.
bool isOnceOnly(const QString &table)
{
    return table == u"shared_secrets" || table == u"secret_requests";
}

std::unexpected<Error> noBackup(const QString &why)
{
    return failure(ErrorKind::Invalid, u"the backup cannot be used: "_s + why);
}

/// A value with its type in the first letter, as a JSON number holds no 64 bits and no bytes.
QJsonValue encoded(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    switch (value.typeId()) {
    case QMetaType::QByteArray: return u"b:"_s + QString::fromLatin1(value.toByteArray().toBase64());
    case QMetaType::QString: return u"t:"_s + value.toString();
    case QMetaType::Double: return u"d:"_s + QString::number(value.toDouble(), 'g', 17);
    default: return u"i:"_s + QString::number(value.toLongLong());
    }
}

bool bindEncoded(Statement &statement, const QJsonValue &value)
{
    if (value.isNull()) {
        statement.bindNull();
        return true;
    }
    const QString text = value.toString();
    const QString content = text.sliced(std::min<qsizetype>(2, text.size()));
    bool fits = text.size() >= 2;
    if (text.startsWith(u"t:")) {
        statement.bindText(content.toUtf8());
    } else if (text.startsWith(u"i:")) {
        statement.bind(content.toLongLong(&fits));
    } else if (text.startsWith(u"b:")) {
        const auto bytes = QByteArray::fromBase64Encoding(content.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        statement.bindBytes(*bytes);
        fits = bool(bytes);
    } else {
        fits = false;
    }
    return fits;
}

/// The file while it is written, with the checksum of what is in it.
class Writer
{
public:
    explicit Writer(const QString &path)
        : m_file(path)
    {
    }

    [[nodiscard]] bool open()
    {
        return m_file.open(QIODevice::WriteOnly) && m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    [[nodiscard]] bool write(const QJsonDocument &document)
    {
        const QByteArray line = document.toJson(QJsonDocument::Compact) + '\n';
        m_hash.addData(line);
        return m_file.write(line) == line.size();
    }
    [[nodiscard]] bool finish(qint64 rows)
    {
        const QJsonObject end{{u"rows"_s, rows}, {u"sha256"_s, QString::fromLatin1(m_hash.result().toHex())}};
        return write(QJsonDocument(end)) && m_file.commit();
    }
    [[nodiscard]] std::unexpected<Error> problem() const
    {
        return failure(ErrorKind::Unavailable, u"cannot write the backup: "_s + m_file.errorString());
    }

private:
    QSaveFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

Result<qint64> writeTable(QSqlDatabase &database, const QString &table, Writer &writer)
{
    QSqlQuery query(database);
    query.setForwardOnly(true); // a table may be larger than the memory
    if (!query.exec(u"SELECT * FROM "_s + table))
        return failureOf(query.lastError(), dialectOf(database));
    const QSqlRecord record = query.record();
    QJsonArray columns;
    for (int i = 0; i < record.count(); ++i)
        columns.append(record.fieldName(i));
    if (!writer.write(QJsonDocument(QJsonObject{{u"table"_s, table}, {u"columns"_s, columns}})))
        return writer.problem();
    qint64 rows = 0;
    for (; query.next(); ++rows) {
        QJsonArray row;
        for (int i = 0; i < record.count(); ++i)
            row.append(encoded(query.value(i)));
        if (!writer.write(QJsonDocument(row)))
            return writer.problem();
    }
    if (query.lastError().isValid()) // half a table is no backup
        return failureOf(query.lastError(), dialectOf(database));
    return rows;
}

/// The next line with its end, or the first kLongestLine bytes of it. In pieces, as readLine() makes room for all it may read.
QByteArray nextLine(QFile &file)
{
    constexpr qint64 kPiece = 64 * 1024;
    QByteArray line;
    while (line.size() < kLongestLine) {
        const QByteArray piece = file.readLine(kPiece);
        line += piece;
        if (piece.isEmpty() || piece.endsWith('\n'))
            break;
    }
    return line;
}

/// Calls `header`, then `line` for each line between it and the end, and makes sure of the checksum.
Result<BackupSummary> readThrough(const QString &path, qint64 latest,
                                  const std::function<Result<void>(const BackupSummary &)> &header,
                                  const std::function<Result<void>(const QJsonDocument &)> &line)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, u"cannot read %1: %2"_s.arg(path, file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    BackupSummary summary;
    qint64 rows = 0;
    bool begun = false;
    while (!file.atEnd()) {
        const QByteArray text = nextLine(file);
        const QJsonDocument document = QJsonDocument::fromJson(text);
        const QJsonObject object = document.object();
        if (!begun) {
            if (object.value(u"gatehouse_backup"_s).toInt() != kFormat)
                return noBackup(u"it does not begin as one of this format"_s);
            summary = {object.value(u"schema"_s).toInteger(), object.value(u"engine"_s).toString(),
                       object.value(u"created"_s).toString().toUtf8(), 0};
            if (summary.schema < 1)
                return noBackup(u"it says no version of the schema"_s);
            if (summary.schema > latest)
                return failure(ErrorKind::Conflict, u"the backup was made by a newer version of this program"_s);
            if (const Result<void> done = header(summary); !done)
                return std::unexpected(done.error());
            begun = true;
        } else if (object.contains(u"sha256"_s)) {
            const bool same = object.value(u"sha256"_s).toString().toLatin1() == hash.result().toHex();
            if (!same || object.value(u"rows"_s).toInteger(-1) != rows || !file.atEnd() || !text.endsWith('\n'))
                return noBackup(u"it was altered"_s);
            summary.rows = rows;
            return summary;
        } else {
            if (document.isNull())
                return noBackup(u"it was cut off or altered"_s);
            rows += document.isArray() ? 1 : 0;
            if (const Result<void> done = line(document); !done)
                return std::unexpected(done.error());
        }
        hash.addData(text);
    }
    return noBackup(u"it was cut off"_s);
}

/// Puts the lines of a backup into tables that are there and empty.
class Loader
{
public:
    explicit Loader(QSqlDatabase &database)
        : m_database(database)
        , m_tables(migratedTables(database))
    {
    }

    [[nodiscard]] Result<void> take(const QJsonDocument &line)
    {
        return line.isArray() ? insert(line.array()) : beginTable(line.object());
    }

private:
    /// Names come from a file, so only those that the schema has go into a statement.
    [[nodiscard]] Result<void> beginTable(const QJsonObject &object)
    {
        const QString table = object.value(u"table"_s).toString();
        if (!m_tables.contains(table))
            return noBackup(u"it has a table that its schema has not"_s);
        const QSqlRecord record = m_database.record(table);
        QStringList columns;
        for (const QJsonValue column : object.value(u"columns"_s).toArray()) {
            if (!record.contains(column.toString()))
                return noBackup(u"it has a column that its schema has not"_s);
            columns.append(column.toString());
        }
        m_columns = columns.size();
        m_insert =
            u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), QStringList(m_columns, u"?"_s).join(u", "_s));
        return {};
    }

    [[nodiscard]] Result<void> insert(const QJsonArray &row)
    {
        if (m_insert.isEmpty() || row.size() != m_columns)
            return noBackup(u"a row does not fit its table"_s);
        Statement statement(m_database, m_insert);
        for (const QJsonValue value : row) {
            if (!bindEncoded(statement, value))
                return noBackup(u"it has a value of no known type"_s);
        }
        return statement.execute();
    }

    QSqlDatabase &m_database;
    const QStringList m_tables;
    QString m_insert;
    qsizetype m_columns = 0;
};

Result<qint64> countOf(QSqlDatabase &database, const QString &sql)
{
    Statement statement(database, sql);
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? statement.number(0) : 0;
}

/// What a start makes by itself is nothing that anybody would miss.
Result<void> mayBeReplaced(QSqlDatabase &database, bool replace)
{
    if (dialectOf(database) == Dialect::PostgreSql) {
        const Result<qint64> servers = countOf(database,
                                               u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                               " AND application_name LIKE 'gatehouse-%' AND pid <> pg_backend_pid()"_s);
        if (!servers)
            return std::unexpected(servers.error());
        if (*servers > 0)
            return failure(ErrorKind::Conflict,
                           u"%1 connections of servers or commands use this database; stop them first"_s.arg(*servers));
    }
    if (replace)
        return {};
    for (const QString &table : migratedTables(database)) {
        if (table == u"server_keys" || table == u"setup_codes" || table == u"signing_keys")
            continue;
        const Result<qint64> rows = countOf(database, u"SELECT count(*) FROM "_s + table);
        if (!rows)
            return std::unexpected(rows.error());
        if (*rows > 0)
            return failure(ErrorKind::Conflict, u"the database is not empty, and would be lost: --replace says that it may be"_s);
    }
    return {};
}

} // namespace

Result<BackupSummary> writeBackup(QSqlDatabase &database, const QString &path, WallTime now)
{
    if (QFile::exists(path))
        return failure(ErrorKind::Conflict, u"%1 is there already"_s.arg(path));
    const bool sqlite = dialectOf(database) == Dialect::Sqlite;
    // Everything that is read within it is of one moment: SQLite's WAL gives that to a reader by itself.
    if (const Result<void> begun = execute(database, sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        !begun)
        return std::unexpected(begun.error());
    const auto write = [&]() -> Result<BackupSummary> {
        const Result<MigrationStatus> schema = migrationStatus(database);
        if (!schema)
            return std::unexpected(schema.error());
        if (schema->version == 0)
            return failure(ErrorKind::NotFound, u"there is nothing in this database yet"_s);
        BackupSummary summary{schema->version, sqlite ? u"SQLite"_s : u"PostgreSQL"_s, toRfc3339(now), 0};
        Writer writer(path);
        if (!writer.open()
            || !writer.write(QJsonDocument(QJsonObject{{u"gatehouse_backup"_s, kFormat},
                                                       {u"schema"_s, summary.schema},
                                                       {u"engine"_s, summary.engine},
                                                       {u"created"_s, QString::fromLatin1(summary.created)}})))
            return writer.problem();
        for (const QString &table : migratedTables(database)) {
            if (isOnceOnly(table))
                continue;
            const Result<qint64> rows = writeTable(database, table, writer);
            if (!rows)
                return std::unexpected(rows.error());
            summary.rows += *rows;
        }
        if (!writer.finish(summary.rows))
            return writer.problem();
        return summary;
    };
    const Result<BackupSummary> written = write();
    (void)execute(database, "ROLLBACK");
    return written;
}

Result<BackupSummary> checkBackup(const QSqlDatabase &database, const QString &path)
{
    return readThrough(
        path, latestVersion(database), [](const BackupSummary &) { return Result<void>(); },
        [](const QJsonDocument &) { return Result<void>(); });
}

Result<BackupSummary> restoreBackup(QSqlDatabase &database, const QString &path, const RestoreOptions &options, WallTime now)
{
    // All of it is read before anything is touched.
    if (const Result<BackupSummary> sound = checkBackup(database, path); !sound)
        return sound;
    return inTransaction(database, Beside::Nobody, [&]() -> Result<BackupSummary> {
        if (const Result<void> may = mayBeReplaced(database, options.replace); !may)
            return std::unexpected(may.error());
        const Result<std::vector<ReplacedSession>> before = recentSessions(database, now);
        if (!before)
            return std::unexpected(before.error());
        std::optional<Loader> loader;
        const auto prepare = [&](const BackupSummary &summary) -> Result<void> {
            if (const Result<void> dropped = dropEverything(database); !dropped)
                return dropped;
            if (const Result<void> made = migrateWithin(database, summary.schema); !made)
                return made;
            loader.emplace(database);
            return {};
        };
        const Result<BackupSummary> loaded =
            readThrough(path, latestVersion(database), prepare, [&](const QJsonDocument &line) { return loader->take(line); });
        if (!loaded)
            return loaded;
        if (const Result<void> current = migrateWithin(database, latestVersion(database)); !current)
            return std::unexpected(current.error());
        if (options.keepSessions)
            return loaded;
        if (const Result<void> ended = endRestoredSessions(database, *before, now); !ended)
            return std::unexpected(ended.error());
        return loaded;
    });
}

} // namespace gatehouse::storage
