#include "auth/csrf_tokens.h"

#include "auth/base64url.h"
#include "core/random.h"
#include "storage/statement.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using storage::Statement;

namespace {

constexpr qsizetype kKeySize = 32;

Result<SecretBytes> readOrMakeKey(QSqlDatabase &database)
{
    // Made by whoever starts first; everybody then reads the same.
    const SecretBytes fresh = randomSecret(kKeySize);
    Statement insert(database, "INSERT INTO server_keys (name, material) VALUES ('csrf', ?) ON CONFLICT DO NOTHING");
    if (const Result<void> made = insert.bindBytes(fresh.view()).execute(); !made)
        return std::unexpected(made.error());
    Statement row(database, "SELECT material FROM server_keys WHERE name = 'csrf'");
    if (const Result<void> done = row.execute(); !done)
        return std::unexpected(done.error());
    QByteArray material = row.next() ? row.bytes(0) : QByteArray();
    if (material.size() != kKeySize)
        return failure(ErrorKind::Internal, u"the key of the CSRF tokens cannot be read"_s);
    return SecretBytes::takeFrom(material);
}

} // namespace

Result<CsrfTokens> CsrfTokens::open(storage::Database &database)
{
    Result<SecretBytes> key = database.runBlocking(readOrMakeKey);
    if (!key)
        return std::unexpected(key.error());
    return CsrfTokens(std::move(*key));
}

CsrfTokens::CsrfTokens(SecretBytes key)
    : m_key(std::move(key))
{
}

QByteArray CsrfTokens::tokenFor(QByteArrayView session) const
{
    const QByteArrayView key = m_key.view();
    return toBase64Url(QMessageAuthenticationCode::hash(session.toByteArray(), QByteArray::fromRawData(key.data(), key.size()),
                                                        QCryptographicHash::Sha256));
}

bool CsrfTokens::matches(QByteArrayView session, QByteArrayView token) const
{
    return !session.isEmpty() && equalInConstantTime(tokenFor(session), token);
}

} // namespace gatehouse::auth
