#pragma once

#include "auth/access_claims.h"
#include "auth/token_key.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

#include <memory>
#include <vector>

namespace gatehouse::auth {

/// Checks access tokens as RFC 8725 wants it done: the key decides the algorithm, the header must name a known key and
/// the type `at+jwt`, and everything in the token has exactly one spelling.
///
/// One object per worker, used only in that worker's thread. Knows nothing of revocations.
class TokenVerifier
{
public:
    /// A token over this many bytes is refused unread.
    static constexpr qsizetype kLongestToken = 4096;

    /// `skew`: how far clocks may be apart, at most 60 s. `keys` and `clock` must outlive it.
    TokenVerifier(const Snapshot<secrets::KeySet> &keys, TokenParty party, std::chrono::seconds skew, const Clock &clock);

    /// The claims of a valid token, else why not, as a literal for the log.
    [[nodiscard]] std::expected<AccessClaims, const char *> verify(QByteArrayView token);

private:
    void followKeys();
    [[nodiscard]] std::expected<TokenKey *, const char *> keyFor(QByteArrayView encodedHeader);
    [[nodiscard]] TokenKey *keyNamed(QByteArrayView id);

    const Snapshot<secrets::KeySet> &m_source;
    quint64 m_generation = 0;
    std::shared_ptr<const secrets::KeySet> m_keySet; ///< shared with the ring, which may replace it meanwhile
    std::vector<TokenKey> m_keys; ///< those of m_keySet
    TokenParty m_party;
    std::chrono::seconds m_skew;
    const Clock &m_clock;
};

} // namespace gatehouse::auth
