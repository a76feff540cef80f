#pragma once

#include "../core/manual_clock.h"
#include "auth/access_token.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

#include <memory>

namespace gatehouse::auth::tests {

using gatehouse::tests::ManualClock;

inline const TokenSettings kTokenSettings{.issuer = "gatehouse-test",
                                          .audience = "gatehouse-callers",
                                          .life = std::chrono::seconds(900),
                                          .skew = std::chrono::seconds(30)};
inline const QByteArray kUserId = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
inline const QByteArray kSessionId = "01HYYYYYYYYYYYYYYYYYYYYYYY";

inline secrets::SigningKey makeKey(QByteArray id, secrets::KeyAlgorithm algorithm, secrets::KeyState state, char fill)
{
    secrets::SigningKey key;
    key.id = std::move(id);
    key.algorithm = algorithm;
    key.state = state;
    key.material = SecretBytes(QByteArray(32, fill));
    return key;
}

/// One active key, "first", of 32 times `k`.
inline std::shared_ptr<const secrets::KeySet> keySetOf(secrets::KeyAlgorithm active = secrets::KeyAlgorithm::Hs256)
{
    std::vector<secrets::SigningKey> keys;
    keys.push_back(makeKey("first", active, secrets::KeyState::Active, 'k'));
    return std::make_shared<const secrets::KeySet>(std::move(keys));
}

} // namespace gatehouse::auth::tests
