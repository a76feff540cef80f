#include "administration/override_store.h"

#include "storage/statement.h"

namespace gatehouse::administration::override_store {

using storage::Statement;

Result<config::Overrides> all(QSqlDatabase &database)
{
    Statement statement(database, "SELECT name, value FROM setting_overrides");
    if (const Result<void> read = statement.execute(); !read)
        return std::unexpected(read.error());
    config::Overrides overrides;
    while (statement.next())
        overrides.insert(statement.text(0), statement.text(1));
    if (const Result<void> whole = statement.reachedEnd(); !whole)
        return std::unexpected(whole.error());
    return overrides;
}

Result<void> set(QSqlDatabase &database, const QByteArray &name, const QByteArray &value, const Change &change)
{
    Statement statement(database,
                        "INSERT INTO setting_overrides (name, value, changed_at, changed_by) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, "
                        "changed_by = excluded.changed_by");
    return statement.bindText(name).bindText(value).bind(change.at).bindText(change.by).execute();
}

Result<void> remove(QSqlDatabase &database, const QByteArray &name)
{
    Statement statement(database, "DELETE FROM setting_overrides WHERE name = ?");
    return statement.bindText(name).execute();
}

} // namespace gatehouse::administration::override_store
