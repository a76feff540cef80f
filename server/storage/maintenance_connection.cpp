#include "storage/maintenance_connection.h"

#include "storage/postgres_connection.h"
#include "storage/sqlite_settings.h"
#include "storage/statement.h"

#include <QFile>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

MaintenanceConnection::MaintenanceConnection() = default;

MaintenanceConnection::~MaintenanceConnection()
{
    const QString name = m_database.connectionName();
    m_database = QSqlDatabase();
    if (!m_postgres && !name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<MaintenanceConnection>> MaintenanceConnection::open(const DatabaseTarget &target, Access access)
{
    std::unique_ptr<MaintenanceConnection> connection(new MaintenanceConnection);
    if (!target.postgres) {
        if (const Result<void> opened = connection->openFile(target.sqliteFile, access); !opened)
            return std::unexpected(opened.error());
        return connection;
    }
    auto opened = PostgresConnection::open(*target.postgres, "gatehouse-maintenance", PostgresConnection::Purpose::Maintenance);
    if (!opened)
        return std::unexpected(opened.error());
    connection->m_postgres = std::move(*opened);
    connection->m_database = connection->m_postgres->database();
    return connection;
}

Result<void> MaintenanceConnection::openFile(const QString &path, Access access)
{
    const bool isThere = QFile::exists(path);
    if (access == Access::Read && !isThere)
        return failure(ErrorKind::NotFound, u"there is no database %1 yet; is --data-dir right?"_s.arg(path));
    if (const Result<void> made = isThere ? Result<void>() : makeSqliteFile(path); !made)
        return made;
    static std::atomic<quint64> connections = 0; // Qt names connections across the whole process
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"gatehouse-maintenance-%1"_s.arg(++connections));
    m_database.setConnectOptions(access == Access::Read ? u"QSQLITE_OPEN_READONLY;"_s + sqliteConnectOptions()
                                                        : sqliteConnectOptions());
    m_database.setDatabaseName(path);
    if (!m_database.open())
        return failure(ErrorKind::Unavailable, u"cannot open the database: "_s + m_database.lastError().text());
    return access == Access::Read ? Result<void>() : configureSqlite(m_database);
}

} // namespace gatehouse::storage
