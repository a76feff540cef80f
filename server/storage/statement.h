#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <utility>

namespace gatehouse::storage {

/// One prepared statement: values are bound to its `?` in order, never pasted into the text. Lives in the database's
/// thread, within one piece of work.
class Statement
{
public:
    Statement(QSqlDatabase &database, const char *sql);

    Statement &bind(qint64 number);
    Statement &bind(WallTime time);
    /// An empty text or none at all is the empty text, never NULL.
    Statement &bindText(QByteArrayView utf8);
    Statement &bindBytes(QByteArrayView bytes);

    /// Fails with Unavailable when the database stayed locked, Conflict when a constraint does not hold, else Internal.
    [[nodiscard]] Result<void> execute();
    /// Goes to the next row of the result; false after the last.
    [[nodiscard]] bool next() { return m_query.next(); }
    /// After next() said false: whether that was the end and not a failure to read on.
    [[nodiscard]] Result<void> reachedEnd() const;
    [[nodiscard]] int rowsChanged() const { return m_query.numRowsAffected(); }

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] WallTime time(int column) const { return WallTime(std::chrono::milliseconds(number(column))); }
    [[nodiscard]] QByteArray text(int column) const { return m_query.value(column).toString().toUtf8(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }

private:
    QSqlQuery m_query;
    bool m_prepared;
};

/// Runs a statement without values or result.
[[nodiscard]] Result<void> execute(QSqlDatabase &database, const char *sql);

/// A write transaction (BEGIN IMMEDIATE): no other writer comes between its reads and its writes. Undone when it is
/// destroyed without commit().
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(QSqlDatabase &database);
    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    /// What was written is durable once this succeeded.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(QSqlDatabase &database)
        : m_database(&database)
    {
    }
    QSqlDatabase *m_database; ///< null once over
};

} // namespace gatehouse::storage
