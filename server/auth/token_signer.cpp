#include "auth/token_signer.h"

#include "core/base64url.h"
#include "auth/key_operations.h"
#include "core/ulid.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

namespace {

QByteArray seconds(WallTime time)
{
    return QByteArray::number(static_cast<qint64>(std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count()));
}

/// Whether `text` stands in JSON as it is.
bool isPlain(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
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

    // Names and identifiers are of letters, digits and '_' when they come from us; the database and the configuration
    // may have been written by others, and a quote would write claims of its own.
    const std::array<QByteArrayView, 5> texts{m_settings.issuer, m_settings.audience, claims.subject, claims.username,
                                              claims.session};
    if (!std::ranges::all_of(texts, isPlain))
        return failure(ErrorKind::Internal, u"a claim holds a character that no access token may"_s);
    const WallTime now = m_clock.now();
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

} // namespace gatehouse::auth
