#pragma once

#include <QObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <unordered_map>

namespace gatehouse::storage {

/// The queries of one connection to SQLite that stay prepared: to parse and plan a short statement costs more than to run it.
/// Belongs to the connection's driver, ends with it, and lives in its thread.
class PreparedQueries : public QObject
{
    Q_OBJECT

public:
    /// Those of `database`, which has an open connection.
    [[nodiscard]] static PreparedQueries &of(const QSqlDatabase &database);

    /// A query with that text that nobody else holds; its lastError() is valid when it cannot be prepared.
    [[nodiscard]] QSqlQuery take(const QSqlDatabase &database, const QString &sql);
    /// Takes back what take() gave, once it was executed and no row of it is wanted any more. Values that were bound are let go;
    /// the row that was read last stays until the query is executed next.
    void giveBack(const QString &sql, QSqlQuery query);

private:
    explicit PreparedQueries(QObject *driver);

    std::unordered_map<QString, QSqlQuery> m_queries;
};

} // namespace gatehouse::storage
