#pragma once

#include "core/error.h"
#include "storage/postgres_settings.h"

#include <QSqlDatabase>

#include <chrono>
#include <memory>

namespace gatehouse::storage {

/// One connection to PostgreSQL, in the thread that opened it.
class PostgresConnection
{
public:
    /// What a connection may take time for.
    enum class Purpose {
        Requests, ///< statement and lock timeouts as the settings say
        Maintenance, ///< migrations, backups: as long as it takes
    };

    /// Connects and prepares the session. `name` is shown in pg_stat_activity. Fails with Unavailable, saying why without the
    /// password; with NotSupported when the server is older than 12; with Invalid for a URL that cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<PostgresConnection>>
    open(const PostgresSettings &settings, const QByteArray &name, Purpose purpose = Purpose::Requests);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    [[nodiscard]] QSqlDatabase &database() { return m_database; }
    /// Whether the next piece of work can be done with it: the server has not closed it, and nothing is left of the one before.
    [[nodiscard]] bool isUsable() const;
    [[nodiscard]] std::chrono::steady_clock::time_point since() const { return m_since; }
    /// For a Watchdog.
    [[nodiscard]] int socket() const;

private:
    PostgresConnection();
    [[nodiscard]] Result<void> connect(const PostgresTarget &target, const QByteArray &name);
    [[nodiscard]] Result<void> prepare(const PostgresSettings &settings, Purpose purpose);

    QString m_name; ///< Qt's
    QSqlDatabase m_database;
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

} // namespace gatehouse::storage
