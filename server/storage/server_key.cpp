#include "storage/server_key.h"

#include "core/random.h"
#include "storage/statement.h"

namespace gatehouse::storage {

using namespace Qt::StringLiterals;

Result<SecretBytes> serverKey(QSqlDatabase &database, QByteArrayView name, qsizetype size)
{
    // Made by whoever starts first; everybody then reads the same.
    const SecretBytes fresh = randomSecret(size);
    Statement insert(database, "INSERT INTO server_keys (name, material) VALUES (?, ?) ON CONFLICT DO NOTHING");
    if (const Result<void> made = insert.bindText(name).bindBytes(fresh.view()).execute(); !made)
        return std::unexpected(made.error());
    Statement row(database, "SELECT material FROM server_keys WHERE name = ?");
    if (const Result<void> done = row.bindText(name).execute(); !done)
        return std::unexpected(done.error());
    QByteArray material = row.next() ? row.bytes(0) : QByteArray();
    if (material.size() != size)
        return failure(ErrorKind::Internal, u"the key \"%1\" of this deployment cannot be read"_s.arg(QString::fromUtf8(name)));
    return SecretBytes::takeFrom(material);
}

} // namespace gatehouse::storage
