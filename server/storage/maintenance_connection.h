#pragma once

#include "core/error.h"
#include "storage/database_target.h"

#include <QSqlDatabase>

#include <memory>

namespace gatehouse::storage {

class PostgresConnection;

/// One connection without time limits and without migrations, for commands: it sees the database as it is. Lives in the thread
/// that opened it.
class MaintenanceConnection
{
public:
    enum class Access { Read, Write };

    /// Fails with NotFound when there is no SQLite file and Access is Read, else as Database::openSqlite() and openPostgres().
    [[nodiscard]] static Result<std::unique_ptr<MaintenanceConnection>> open(const DatabaseTarget &target, Access access);
    ~MaintenanceConnection();
    MaintenanceConnection(const MaintenanceConnection &) = delete;
    MaintenanceConnection &operator=(const MaintenanceConnection &) = delete;

    [[nodiscard]] QSqlDatabase &database() { return m_database; }

private:
    MaintenanceConnection();
    [[nodiscard]] Result<void> openFile(const QString &path, Access access);

    QSqlDatabase m_database;
    std::unique_ptr<PostgresConnection> m_postgres; ///< null: SQLite
};

} // namespace gatehouse::storage
