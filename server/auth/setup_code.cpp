#include "auth/setup_code.h"

#include "core/base64url.h"
#include "auth/user_store.h"
#include "core/random.h"
#include "core/secret_bytes.h"
#include "storage/statement.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using storage::Statement;

namespace {

QByteArray hashOf(QByteArrayView code)
{
    return QCryptographicHash::hash(code.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace

Result<std::optional<QByteArray>> SetupCode::ensure(QSqlDatabase &database) const
{
    Result<storage::Transaction> transaction = storage::Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<qint64> users = user_store::count(database);
    if (!users)
        return std::unexpected(users.error());
    if (*users > 0) {
        removeFile(); // of a code that was spent just before the server ended
        return std::nullopt;
    }

    if (QFile file(m_path); file.open(QIODevice::ReadOnly)) {
        QByteArray code = file.readAll().trimmed();
        if (matches(database, code).value_or(false))
            return code;
    }
    QByteArray code = toBase64Url(randomSecret(16).view());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(code + '\n') < 0 || !file.commit())
        return failure(ErrorKind::Unavailable, u"cannot write the setup code: "_s + file.errorString());
    // Whoever else starts on the same server database has shown its own code, which stays good.
    const bool alone = storage::dialectOf(database) == storage::Dialect::Sqlite;
    if (const Result<void> done = alone ? spend(database) : Result<void>(); !done)
        return std::unexpected(done.error());
    Statement store(database, "INSERT INTO setup_codes (hash) VALUES (?)");
    if (const Result<void> done = store.bindBytes(hashOf(code)).execute(); !done)
        return std::unexpected(done.error());
    if (const Result<void> done = transaction->commit(); !done)
        return std::unexpected(done.error());
    return code;
}

Result<bool> SetupCode::matches(QSqlDatabase &database, QByteArrayView code) const
{
    const QByteArray hash = hashOf(code);
    Statement statement(database, "SELECT hash FROM setup_codes");
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    bool found = false;
    while (statement.next())
        found = equalInConstantTime(statement.bytes(0), hash) || found;
    return found;
}

Result<void> SetupCode::spend(QSqlDatabase &database) const
{
    return storage::execute(database, "DELETE FROM setup_codes");
}

void SetupCode::removeFile() const
{
    QFile::remove(m_path);
}

} // namespace gatehouse::auth
