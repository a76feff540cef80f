#pragma once

#include "postgres_server.h"
#include "storage/database.h"
#include "storage/statement.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace gatehouse::auth::tests {

/// A new durable store for a test: SQLite, or PostgreSQL where the environment says TEST_DATABASE=postgres. CTest runs each
/// program that uses this with both.
class AccountDatabase
{
public:
    AccountDatabase()
    {
        if (isPostgres())
            m_url = server().socketUrlOfNewSchema();
    }

    [[nodiscard]] static bool isPostgres() { return qEnvironmentVariable("TEST_DATABASE") == QLatin1String("postgres"); }

    /// Opens it once more, as another process does.
    [[nodiscard]] std::unique_ptr<storage::Database> open() const
    {
        storage::PostgresSettings settings;
        if (isPostgres())
            settings.url = SecretBytes(m_url);
        auto opened = isPostgres() ? storage::Database::openPostgres(std::move(settings)) : storage::Database::openSqlite(file());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }

    /// Everything that is stored: bytes as they are or, from PostgreSQL, in hexadecimal.
    [[nodiscard]] QByteArray content() const
    {
        if (isPostgres()) {
            const QByteArray schema = m_url.sliced(m_url.lastIndexOf("%3D") + 3);
            QByteArray all;
            for (const char *table : {"users", "sessions", "refresh_tokens", "setup_codes", "server_keys"})
                all += server().query("postgres", "SELECT string_agg(x::text, ' ') FROM " + schema + '.' + table + " x").value();
            return all;
        }
        QFile main(file());
        QFile log(file() + QStringLiteral("-wal"));
        if (!main.open(QIODevice::ReadOnly) || !log.open(QIODevice::ReadOnly))
            qFatal("the database cannot be read");
        return main.readAll() + log.readAll();
    }

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("gatehouse.db")); }
    /// One for the whole program, as it takes seconds to start.
    static gatehouse::tests::PostgresServer &server()
    {
        static gatehouse::tests::PostgresServer instance;
        static const bool started = instance.start();
        if (!started)
            qFatal("%s", instance.output().constData());
        return instance;
    }

    QTemporaryDir m_folder;
    QByteArray m_url; ///< in PostgreSQL
};

} // namespace gatehouse::auth::tests
