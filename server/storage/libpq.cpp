#include "storage/libpq.h"

#include <QSqlDriver>
#include <QVariant>

namespace gatehouse::storage {

PGconn *libpqConnection(const QSqlDatabase &database)
{
    const QVariant handle = database.driver() != nullptr ? database.driver()->handle() : QVariant();
    const QByteArrayView type(handle.typeName());
    if (type != "PGconn*" && type != "pg_conn*") // by the version of Qt
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

bool hasFailedTransaction(const QSqlDatabase &database)
{
    const PGconn *const connection = libpqConnection(database);
    return connection != nullptr && PQtransactionStatus(connection) == PQTRANS_INERROR;
}

} // namespace gatehouse::storage
