#pragma once

#include "core/error.h"
#include "core/snapshot.h"
#include "secrets/signing_key.h"

#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace gatehouse::secrets {

/// The signing keys over their life: next → active → verify-only → retired. Kept in one file that only its owner can
/// read, so that a rotation outlives a restart. Thread-safe; readers go through keys().
class KeyRing
{
public:
    /// Reads `path`, or makes a ring there when there is none. `given` is a secret from outside (JWT_SECRET): it is the
    /// active key then, and one that was active before it verifies for `grace` more. `clock` outlives the ring.
    [[nodiscard]] static Result<std::unique_ptr<KeyRing>> open(const QString &path, std::optional<SecretBytes> given,
                                                               std::chrono::seconds grace, const Clock &clock);

    [[nodiscard]] const Snapshot<KeySet> &keys() const { return m_keys; }

    enum class Rotation {
        Graceful, ///< what the old key signed works until the grace period ends
        Now, ///< what the old key signed is void at once
    };
    /// Makes `next` the active key and another next one.
    [[nodiscard]] Result<void> rotate(Rotation rotation);

    /// Reads the file again, after another process changed it.
    [[nodiscard]] Result<void> reload();

private:
    KeyRing(QString path, std::chrono::seconds grace, const Clock &clock, std::vector<SigningKey> keys);
    [[nodiscard]] SigningKey newKey(KeyState state) const;
    [[nodiscard]] Result<void> store(std::vector<SigningKey> keys);

    const QString m_path;
    const std::chrono::seconds m_grace;
    const Clock &m_clock;
    std::mutex m_mutex; ///< one change at a time
    Snapshot<KeySet> m_keys;
};

} // namespace gatehouse::secrets
