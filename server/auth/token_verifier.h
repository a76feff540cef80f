#pragma once

#include "auth/access_token.h"
#include "auth/key_operations.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

#include <QByteArrayView>

#include <expected>
#include <memory>
#include <vector>

namespace gatehouse::auth {

class FlatJson;

/// Checks access tokens (RFC 7519, hardened as RFC 8725): the algorithm is the key's and never the token's choice.
/// One per worker, used only in that worker's thread; never blocks.
class TokenVerifier
{
public:
    /// `keys` and `clock` outlive this.
    TokenVerifier(const Snapshot<secrets::KeySet> &keys, TokenSettings settings, const Clock &clock);

    /// The token's claims, or why it does not hold: a literal for the log.
    [[nodiscard]] std::expected<AccessClaims, const char *> verify(QByteArrayView token);

private:
    struct PreparedKey {
        QByteArray id;
        std::unique_ptr<KeyOperations> operations;
    };
    void prepareKeys(const secrets::KeySet &keys);
    [[nodiscard]] PreparedKey *keyOf(QByteArrayView encodedHeader);
    [[nodiscard]] std::expected<AccessClaims, const char *> check(const FlatJson &claims) const;

    SnapshotReader<secrets::KeySet> m_keys;
    const secrets::KeySet *m_preparedFrom = nullptr; ///< kept alive by m_keys, so no other set can have its address
    std::vector<PreparedKey> m_prepared;
    const TokenSettings m_settings;
    const Clock &m_clock;
};

} // namespace gatehouse::auth
