#include "storage/database_probe.h"

#include "storage/migrations.h"
#include "storage/statement.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

Result<void> probe(QSqlDatabase &database, const QString &path)
{
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
    database.setDatabaseName(path);
    if (!database.open())
        return failure(ErrorKind::Unavailable, u"cannot be opened: "_s + database.lastError().text());
    Statement check(database, "PRAGMA quick_check(1)");
    if (!check.execute() || !check.next())
        return failure(ErrorKind::Unavailable, u"is no database that can be read"_s);
    if (check.text(0) != "ok")
        return failure(ErrorKind::Unavailable, u"is damaged: "_s + QString::fromUtf8(check.text(0)));
    return checkSchema(database);
}

} // namespace

Result<void> probeSqlite(const QString &path)
{
    const QString name = u"gatehouse-probe"_s;
    Result<void> outcome;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        outcome = probe(database, path);
    }
    QSqlDatabase::removeDatabase(name);
    return outcome;
}

} // namespace gatehouse::storage
