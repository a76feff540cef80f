#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArrayView>
#include <QSqlDatabase>

namespace gatehouse::storage {

/// The key called `name` of the deployment that this database is: for what must stay the same whatever signing keys come
/// and go, and for all instances alike. Made, of `size` random bytes, by whoever asks first. Runs in the database's thread.
[[nodiscard]] Result<SecretBytes> serverKey(QSqlDatabase &database, QByteArrayView name, qsizetype size);

} // namespace gatehouse::storage
