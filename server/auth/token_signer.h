#pragma once

#include "auth/access_claims.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

namespace gatehouse::auth {

/// Makes access tokens with the active key. Thread-safe; `keys` must outlive it.
class TokenSigner
{
public:
    TokenSigner(const Snapshot<secrets::KeySet> &keys, TokenParty party);

    /// A JWT in compact form (RFC 7515).
    [[nodiscard]] QByteArray sign(const AccessClaims &claims) const;

private:
    const Snapshot<secrets::KeySet> &m_keys;
    TokenParty m_party;
};

} // namespace gatehouse::auth
