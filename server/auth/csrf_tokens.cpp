#include "auth/csrf_tokens.h"

#include "core/base64url.h"
#include "storage/server_key.h"

#include <QMessageAuthenticationCode>

namespace gatehouse::auth {

namespace {

constexpr qsizetype kKeySize = 32;

} // namespace

Result<CsrfTokens> CsrfTokens::open(storage::Database &database)
{
    Result<SecretBytes> key = database.runBlocking([](QSqlDatabase &sql) { return storage::serverKey(sql, "csrf", kKeySize); });
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
