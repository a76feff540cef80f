#include "storage/statement.h"

#include "storage/libpq.h"
#include "storage/prepared_queries.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

/// Bytes of a value that may stay in memory with its query.
constexpr qsizetype kLargestKept = 4096;

} // namespace

Statement::Statement(QSqlDatabase &database, const QString &sql, Prepared prepared)
    : m_database(database)
    , m_dialect(dialectOf(database))
    , m_home(m_dialect == Dialect::Sqlite && prepared == Prepared::Kept ? &PreparedQueries::of(database) : nullptr)
    , m_query(m_home != nullptr ? m_home->take(database, sql) : QSqlQuery(database))
    , m_sql(sql)
{
    if (m_home != nullptr) {
        m_prepared = !m_query.lastError().isValid();
    } else if (m_dialect == Dialect::Sqlite) {
        m_query.setForwardOnly(true);
        m_prepared = m_query.prepare(sql);
    } else { // whose driver would keep the connection busy with what is not yet read; so all of the result comes at once
        m_rest = m_sql;
    }
}

Statement::Statement(QSqlDatabase &database, const char *sql, Prepared prepared)
    : Statement(database, QString::fromLatin1(sql), prepared)
{
}

Statement::~Statement()
{
    if (m_home != nullptr && m_executed && !m_large)
        m_home->giveBack(m_sql, std::move(m_query));
}

Statement Statement::locking(QSqlDatabase &database, const char *sql, Prepared prepared)
{
    const QString text = QString::fromLatin1(sql);
    // Who writes to SQLite has all of it to himself.
    return {database, dialectOf(database) == Dialect::Sqlite ? text : text + u" FOR UPDATE"_s, prepared};
}

QByteArray Statement::noted(QByteArray value) const
{
    m_large = m_large || value.size() > kLargestKept;
    return value;
}

Statement &Statement::bindValue(const QVariant &value)
{
    m_executed = false;
    m_query.addBindValue(value);
    return *this;
}

/// Puts an SQL literal in the place of the next `?`.
Statement &Statement::bindLiteral(const QByteArray &literal)
{
    const qsizetype place = m_rest.indexOf(u'?');
    m_storable = m_storable && place >= 0;
    m_done += m_rest.first(std::max<qsizetype>(place, 0)) + QString::fromUtf8(literal);
    m_rest.remove(0, place + 1);
    return *this;
}

Statement &Statement::bind(qint64 number)
{
    if (m_dialect == Dialect::PostgreSql)
        return bindLiteral("'" + QByteArray::number(number) + "'"); // quoted, as a minus before a cast binds less than that
    return bindValue(number);
}

Statement &Statement::bind(WallTime time)
{
    return bind(static_cast<qint64>(time.time_since_epoch().count()));
}

Statement &Statement::bindText(QByteArrayView utf8)
{
    // Qt binds a null string as NULL, which no comparison holds for.
    const QString text = utf8.isEmpty() ? u""_s : QString::fromUtf8(utf8);
    if (m_dialect == Dialect::PostgreSql) {
        const QByteArray literal = quotedLiteral(m_database, text.toUtf8());
        m_storable = m_storable && !literal.isEmpty();
        return bindLiteral(literal);
    }
    m_large = m_large || utf8.size() > kLargestKept;
    return bindValue(text);
}

Statement &Statement::bindBytes(QByteArrayView bytes)
{
    if (m_dialect == Dialect::PostgreSql)
        return bindLiteral(quotedLiteral(m_database, "\\x" + bytes.toByteArray().toHex()));
    m_large = m_large || bytes.size() > kLargestKept;
    return bindValue(bytes.isEmpty() ? QByteArray("") : bytes.toByteArray());
}

Statement &Statement::bindNull()
{
    if (m_dialect == Dialect::PostgreSql)
        return bindLiteral("NULL");
    return bindValue(QVariant());
}

Result<void> Statement::execute()
{
    if (!m_storable)
        return failure(ErrorKind::Invalid, u"it holds a character that cannot be stored"_s);
    const bool done = m_dialect == Dialect::PostgreSql ? m_query.exec(m_done + m_rest) : m_prepared && m_query.exec();
    m_executed = done;
    m_done.clear();
    m_rest = m_sql;
    if (!done)
        return failureOf(m_query.lastError(), m_dialect);
    return {};
}

Result<void> Statement::reachedEnd() const
{
    if (m_query.lastError().isValid())
        return failureOf(m_query.lastError(), m_dialect);
    return {};
}

Result<void> execute(QSqlDatabase &database, const char *sql)
{
    QSqlQuery query(database); // not prepared: PostgreSQL prepares no BEGIN and no CREATE
    if (!query.exec(QString::fromUtf8(sql)))
        return failureOf(query.lastError(), dialectOf(database));
    return {};
}

Result<Transaction> Transaction::beginWith(QSqlDatabase &database, const char *lock)
{
    const bool sqlite = dialectOf(database) == Dialect::Sqlite;
    if (const Result<void> begun = execute(database, sqlite ? "BEGIN IMMEDIATE" : "BEGIN ISOLATION LEVEL READ COMMITTED"); !begun)
        return std::unexpected(begun.error());
    Transaction transaction(database);
    if (const Result<void> locked = sqlite ? Result<void>() : execute(database, lock); !locked)
        return std::unexpected(locked.error());
    return transaction;
}

// The number is "gatehous" in ASCII: one lock for all processes that use this database.
Result<Transaction> Transaction::begin(QSqlDatabase &database)
{
    return beginWith(database, "SELECT pg_advisory_xact_lock(7449363237540164979)");
}

Result<Transaction> Transaction::beginShared(QSqlDatabase &database)
{
    return beginWith(database, "SELECT pg_advisory_xact_lock_shared(7449363237540164979)");
}

Transaction::~Transaction()
{
    if (m_database != nullptr)
        (void)execute(*m_database, "ROLLBACK");
}

Result<void> Transaction::commit()
{
    // PostgreSQL answers the COMMIT of a transaction in which something failed by undoing it, and calls that a success.
    if (hasFailedTransaction(*m_database))
        return failure(ErrorKind::Internal, u"a transaction was to be committed of which a part had failed"_s);
    const Result<void> committed = execute(*m_database, "COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace gatehouse::storage
