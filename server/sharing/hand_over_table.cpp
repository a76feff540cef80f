#include "sharing/hand_over_table.h"

#include "storage/statement.h"

namespace gatehouse::sharing::hand_over_table {

using storage::Statement;

Result<bool> note(QSqlDatabase &database, QByteArrayView id, WallTime until)
{
    Statement statement(database, "INSERT INTO hand_overs (id, forget_at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING");
    if (const Result<void> done = statement.bindText(id).bind(until).execute(); !done)
        return std::unexpected(done.error());
    return statement.rowsChanged() == 1;
}

Result<void> sweep(QSqlDatabase &database, WallTime now)
{
    return Statement(database, "DELETE FROM hand_overs WHERE forget_at <= ?").bind(now).execute();
}

} // namespace gatehouse::sharing::hand_over_table
