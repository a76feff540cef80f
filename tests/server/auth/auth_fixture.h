#pragma once

#include "auth/access_token.h"
#include "core/clock.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

#include <atomic>
#include <memory>

namespace gatehouse::auth::tests {

/// A clock that stands still until it is moved.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const override { return WallTime(std::chrono::milliseconds(m_now.load())); }
    [[nodiscard]] SteadyTime steadyNow() const override { return SteadyTime(now().time_since_epoch()); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 1'800'000'000'000;
};

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
