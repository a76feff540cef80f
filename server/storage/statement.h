#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "storage/dialect.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <type_traits>
#include <utility>

namespace gatehouse::storage {

class PreparedQueries;

/// Whether a statement stays prepared with its connection to SQLite, where parsing and planning cost more than running it.
/// PostgreSQL is sent the text each time.
enum class Prepared {
    Once,
    Kept, ///< for what is executed often. Until it is executed next, what was bound and read stays in memory: nothing secret
};

/// One statement with values for its `?`, in order. To SQLite they go beside the text; to PostgreSQL as literals that libpq
/// quotes, which is what Qt's driver does as well but for two more round trips. There is no `?` in the text but for a value.
/// Lives in the database's thread, within one piece of work.
class Statement
{
public:
    Statement(QSqlDatabase &database, const char *sql, Prepared prepared = Prepared::Once);
    /// A SELECT whose rows stay as they are, and are seen as they are, until the Transaction it is part of ends: another
    /// transaction that wants to change or lock them waits.
    [[nodiscard]] static Statement locking(QSqlDatabase &database, const char *sql, Prepared prepared = Prepared::Once);
    /// For text that is put together: of names that were checked, never of values.
    Statement(QSqlDatabase &database, const QString &sql, Prepared prepared = Prepared::Once);
    Q_DISABLE_COPY_MOVE(Statement)
    ~Statement();

    Statement &bind(qint64 number);
    Statement &bind(WallTime time);
    /// An empty text or none at all is the empty text, never NULL.
    Statement &bindText(QByteArrayView utf8);
    Statement &bindBytes(QByteArrayView bytes);
    Statement &bindNull();

    /// Fails as failureOf() says. Afterwards it may be bound and executed again.
    [[nodiscard]] Result<void> execute();
    /// Goes to the next row of the result; false after the last.
    [[nodiscard]] bool next() { return m_query.next(); }
    /// After next() said false: whether that was the end and not a failure to read on.
    [[nodiscard]] Result<void> reachedEnd() const;
    [[nodiscard]] int rowsChanged() const { return m_query.numRowsAffected(); }

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] WallTime time(int column) const { return WallTime(std::chrono::milliseconds(number(column))); }
    [[nodiscard]] QByteArray text(int column) const { return noted(m_query.value(column).toString().toUtf8()); }
    [[nodiscard]] QByteArray bytes(int column) const { return noted(m_query.value(column).toByteArray()); }

private:
    Statement &bindLiteral(const QByteArray &literal);
    Statement &bindValue(const QVariant &value);
    [[nodiscard]] QByteArray noted(QByteArray value) const;

    QSqlDatabase &m_database;
    Dialect m_dialect;
    PreparedQueries *m_home; ///< where the query goes back to; null: nowhere
    QSqlQuery m_query;
    bool m_prepared = false; ///< on SQLite
    bool m_executed = false; ///< on SQLite: since a value was bound, and with success
    mutable bool m_large = false; ///< a value of it is too large to stay in memory
    QString m_sql; ///< on PostgreSQL, and where the query is kept
    QString m_done; ///< on PostgreSQL: the text with the values that were bound so far
    QString m_rest; ///< on PostgreSQL: the text from the next `?` on
    bool m_storable = true; ///< false once a text was bound that the database cannot hold
};

/// Runs a statement without values or result.
[[nodiscard]] Result<void> execute(QSqlDatabase &database, const char *sql);

/// A write transaction. Undone when it is destroyed without commit(). On PostgreSQL each statement sees what others have
/// committed by then (READ COMMITTED); see docs/decisions/094.
class Transaction
{
public:
    /// No other transaction comes between its reads and its writes, in any process. For what is rare, and for what decides
    /// by rows that it does not change.
    [[nodiscard]] static Result<Transaction> begin(QSqlDatabase &database);
    /// Others of this kind run beside it, none of begin() does. What it decides by, and another of this kind may change, it
    /// reads with Statement::locking() or changes with the condition in the same statement. For what every caller does.
    [[nodiscard]] static Result<Transaction> beginShared(QSqlDatabase &database);
    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    /// What was written is durable once this succeeded. When the connection breaks meanwhile, nobody knows whether it is.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(QSqlDatabase &database)
        : m_database(&database)
    {
    }
    [[nodiscard]] static Result<Transaction> beginWith(QSqlDatabase &database, const char *lock);

    QSqlDatabase *m_database; ///< null once over
};

/// Which transactions run beside each other; see Transaction.
enum class Beside { Nobody, Others };

/// Runs `work() -> Result<T>` in a transaction and commits it when it succeeded.
template<typename Work> auto inTransaction(QSqlDatabase &database, Beside beside, Work work) -> std::invoke_result_t<Work>
{
    Result<Transaction> transaction =
        beside == Beside::Nobody ? Transaction::begin(database) : Transaction::beginShared(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto outcome = work();
    if (!outcome)
        return outcome;
    if (const Result<void> committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return outcome;
}

} // namespace gatehouse::storage
