#include "storage/database.h"

#include "storage/migrations.h"
#include "storage/postgres_pool.h"
#include "storage/sql_thread.h"

#include <QRandomGenerator>

#include <thread>

namespace gatehouse::storage {

Result<std::unique_ptr<Database>> Database::openSqlite(const QString &path)
{
    auto thread = std::make_unique<SqlThread>();
    if (const Result<void> opened = thread->open(path); !opened)
        return std::unexpected(opened.error());
    std::unique_ptr<Database> database(new Database(std::move(thread), Dialect::Sqlite));
    if (const Result<void> migrated = database->runBlocking([](QSqlDatabase &sql) { return migrate(sql); }); !migrated)
        return std::unexpected(migrated.error());
    return database;
}

Result<std::unique_ptr<Database>> Database::openPostgres(PostgresSettings settings)
{
    {
        // A connection without time limits: a migration takes as long as it takes.
        const auto connection = PostgresConnection::open(settings, "gatehouse-migrate", PostgresConnection::Purpose::Maintenance);
        if (!connection)
            return std::unexpected(connection.error());
        if (const Result<void> migrated = migrate((*connection)->database()); !migrated)
            return std::unexpected(migrated.error());
    }
    return std::unique_ptr<Database>(new Database(std::make_unique<PostgresPool>(std::move(settings)), Dialect::PostgreSql));
}

Result<std::unique_ptr<Database>> Database::open(DatabaseTarget target)
{
    return target.postgres ? openPostgres(std::move(*target.postgres)) : openSqlite(target.sqliteFile);
}

Database::Database(std::unique_ptr<Engine> engine, Dialect dialect)
    : m_dialect(dialect)
    , m_engine(std::move(engine))
{
}

Database::~Database() = default;

DatabaseCounts Database::counts() const
{
    return {m_calls, m_failures, std::chrono::microseconds(m_microseconds), m_engine->status()};
}

void Database::onExternalChange(std::function<Result<void>(QSqlDatabase &)> callback)
{
    const std::lock_guard lock(m_mutex);
    m_watchers.push_back(std::move(callback));
    if (m_watchers.size() == 1)
        m_engine->watch([this](QSqlDatabase &database) { return tellOfChange(database); });
}

Result<void> Database::tellOfChange(QSqlDatabase &database)
{
    std::vector<std::function<Result<void>(QSqlDatabase &)>> watchers;
    {
        const std::lock_guard lock(m_mutex);
        watchers = m_watchers;
    }
    Result<void> outcome;
    for (const auto &watcher : watchers) {
        // Nobody misses a change because somebody else could not take it in.
        if (Result<void> done = watcher(database); !done)
            outcome = std::move(done);
    }
    return outcome;
}

void Database::post(Job job)
{
    m_engine->post(std::move(job));
}

void Database::count(std::chrono::steady_clock::time_point since, const Error *error)
{
    const auto took = std::chrono::steady_clock::now() - since;
    m_microseconds += std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    m_failures += error != nullptr && (error->kind == ErrorKind::Unavailable || error->kind == ErrorKind::Internal) ? 1 : 0;
    ++m_calls;
}

/// Two that got in each other's way are not to do so again.
void Database::pauseBefore(int attempt)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(5, 20 * (attempt + 1))));
}

} // namespace gatehouse::storage
