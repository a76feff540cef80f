#include "storage/database.h"

#include "storage/migrations.h"
#include "storage/sql_thread.h"

namespace gatehouse::storage {

Result<std::unique_ptr<Database>> Database::openSqlite(const QString &path)
{
    std::unique_ptr<Database> database(new Database(std::make_unique<SqlThread>()));
    if (const Result<void> opened = database->m_thread->open(path); !opened)
        return std::unexpected(opened.error());
    if (const Result<void> migrated = database->runBlocking([](QSqlDatabase &sql) { return migrate(sql); }); !migrated)
        return std::unexpected(migrated.error());
    return database;
}

Database::Database(std::unique_ptr<SqlThread> thread)
    : m_thread(std::move(thread))
{
}

Database::~Database() = default;

void Database::onExternalChange(std::function<Result<void>(QSqlDatabase &)> callback)
{
    m_thread->watch(std::move(callback));
}

void Database::post(std::function<void(QSqlDatabase &)> work)
{
    m_thread->post(std::move(work));
}

} // namespace gatehouse::storage
