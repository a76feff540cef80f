#include "auth/token_signer.h"

#include "auth/base64url.h"
#include "auth/key_operations.h"
#include "core/ulid.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

namespace {

QByteArray seconds(WallTime time)
{
    return QByteArray::number(static_cast<qint64>(std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count()));
}

} // namespace

TokenSigner::TokenSigner(const Snapshot<secrets::KeySet> &keys, TokenSettings settings, const Clock &clock)
    : m_keys(keys)
    , m_settings(std::move(settings))
    , m_clock(clock)
{
}

Result<QByteArray> TokenSigner::sign(const AccessClaims &claims) const
{
    const std::shared_ptr<const secrets::KeySet> keys = m_keys.get();
    const std::unique_ptr<KeyOperations> key = KeyOperations::make(keys->active());
    if (!key)
        return failure(ErrorKind::Internal, u"the signing key cannot be used"_s);

    const WallTime now = m_clock.now();
    // No value here can hold a character that JSON escapes: names, roles and ULIDs are of letters, digits and '_'.
    const QByteArray payload = R"({"iss":")" + m_settings.issuer + R"(","aud":")" + m_settings.audience + R"(","sub":")"
        + claims.subject + R"(","preferred_username":")" + claims.username + R"(","role":")" + toText(claims.role)
        + R"(","sid":")" + claims.session + R"(","jti":")" + newUlid(now) + R"(","iat":)" + seconds(now) + R"(,"nbf":)"
        + seconds(now) + R"(,"exp":)" + seconds(now + m_settings.life) + '}';
    QByteArray token = key->encodedHeader() + '.' + toBase64Url(payload);
    const QByteArray signature = key->sign(token);
    if (signature.isEmpty())
        return failure(ErrorKind::Internal, u"signing failed"_s);
    token += '.' + toBase64Url(signature);
    return token;
}

QByteArray TokenSigner::csrfToken(QByteArrayView session) const
{
    return csrfTokenUnder(m_keys.get()->active(), session);
}

QByteArray csrfTokenUnder(const secrets::SigningKey &key, QByteArrayView session)
{
    const QByteArrayView material = key.material.view();
    return toBase64Url(QMessageAuthenticationCode::hash("gatehouse csrf token v1\n" + session.toByteArray(),
                                                        QByteArray::fromRawData(material.data(), material.size()),
                                                        QCryptographicHash::Sha256));
}

} // namespace gatehouse::auth
