#include "auth/token_signer.h"

#include "auth/base64url.h"
#include "auth/token_key.h"

namespace gatehouse::auth {

TokenSigner::TokenSigner(const Snapshot<secrets::KeySet> &keys, TokenParty party)
    : m_keys(keys)
    , m_party(std::move(party))
{
}

QByteArray TokenSigner::sign(const AccessClaims &claims) const
{
    // Made ready each time: signing happens once a session and quarter of an hour, so it need not be per thread.
    TokenKey key(m_keys.get()->active());
    QByteArray token = key.encodedHeader() + '.' + toBase64Url(toJson(claims, m_party));
    const QByteArray signature = toBase64Url(key.sign(token));
    return token + '.' + signature;
}

} // namespace gatehouse::auth
