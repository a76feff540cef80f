#include "storage/statement.h"

#include <QSqlError>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

// Primary result codes of SQLite; the extended ones carry more in the upper bits.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kConstraint = 19;

std::unexpected<Error> failureOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == kBusy || code == kLocked)
        return failure(ErrorKind::Unavailable, u"the database is busy"_s);
    if (code == kConstraint)
        return failure(ErrorKind::Conflict, u"it conflicts with what is stored"_s);
    return failure(ErrorKind::Internal, u"database: "_s + error.text());
}

} // namespace

Statement::Statement(QSqlDatabase &database, const char *sql)
    : m_query(database)
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(QString::fromLatin1(sql));
}

Statement &Statement::bind(qint64 number)
{
    m_query.addBindValue(number);
    return *this;
}

Statement &Statement::bind(WallTime time)
{
    return bind(static_cast<qint64>(time.time_since_epoch().count()));
}

Statement &Statement::bindText(QByteArrayView utf8)
{
    // Qt binds a null string as NULL, which no comparison holds for.
    m_query.addBindValue(utf8.isEmpty() ? u""_s : QString::fromUtf8(utf8));
    return *this;
}

Statement &Statement::bindBytes(QByteArrayView bytes)
{
    m_query.addBindValue(bytes.isEmpty() ? QByteArray("") : bytes.toByteArray());
    return *this;
}

Result<void> Statement::execute()
{
    if (!m_prepared || !m_query.exec())
        return failureOf(m_query.lastError());
    return {};
}

Result<void> Statement::reachedEnd() const
{
    if (m_query.lastError().isValid())
        return failureOf(m_query.lastError());
    return {};
}

Result<void> execute(QSqlDatabase &database, const char *sql)
{
    return Statement(database, sql).execute();
}

Result<Transaction> Transaction::begin(QSqlDatabase &database)
{
    if (const Result<void> begun = execute(database, "BEGIN IMMEDIATE"); !begun)
        return std::unexpected(begun.error());
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database != nullptr)
        (void)execute(*m_database, "ROLLBACK");
}

Result<void> Transaction::commit()
{
    const Result<void> committed = execute(*m_database, "COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace gatehouse::storage
