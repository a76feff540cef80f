#include "storage/libpq.h"

#include <QSqlDriver>
#include <QVariant>

#include <memory>

namespace gatehouse::storage {

PGconn *libpqConnection(const QSqlDatabase &database)
{
    const QVariant handle = database.driver() != nullptr ? database.driver()->handle() : QVariant();
    const QByteArrayView type(handle.typeName());
    if (type != "PGconn*" && type != "pg_conn*") // by the version of Qt
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

QByteArray quotedLiteral(const QSqlDatabase &database, const QByteArray &utf8)
{
    PGconn *const connection = libpqConnection(database);
    if (connection == nullptr || utf8.contains('\0'))
        return {};
    const std::unique_ptr<char, decltype(&PQfreemem)> literal(
        PQescapeLiteral(connection, utf8.constData(), static_cast<std::size_t>(utf8.size())), &PQfreemem);
    return literal.get();
}

bool hasFailedTransaction(const QSqlDatabase &database)
{
    const PGconn *const connection = libpqConnection(database);
    return connection != nullptr && PQtransactionStatus(connection) == PQTRANS_INERROR;
}

} // namespace gatehouse::storage
