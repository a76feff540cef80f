#pragma once

#include "core/error.h"
#include "core/snapshot.h"
#include "secrets/key_life.h"
#include "secrets/key_ring_store.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace gatehouse::secrets {

struct KeyRingOptions {
    std::chrono::seconds grace = std::chrono::hours(24); ///< how long a key still verifies once it no longer signs
    KeyAlgorithm algorithm = KeyAlgorithm::Hs256; ///< of new keys; a key of another one that signs is rotated gracefully
};

/// The signing keys over their life: next → active → verify-only → retired. Kept in one place, so that a rotation outlives a
/// restart and holds for every process that shares the place; every change is made to what is kept at that moment, and is durable
/// before it is seen. Retired keys are dropped. Thread-safe; readers go through keys(). All but those wait for the place.
class KeyRing
{
public:
    /// Reads the ring, or makes one. `given` is a secret from outside (JWT_SECRET), of 32 bytes at least: see adopt(). `clock`
    /// outlives the ring. `listener`, which may be empty, hears of what this changes, this call included.
    [[nodiscard]] static Result<std::unique_ptr<KeyRing>> open(std::shared_ptr<const KeyRingStore> store,
                                                               const std::optional<SecretBytes> &given, KeyRingOptions options,
                                                               const Clock &clock, KeyLifeListener listener = {});

    [[nodiscard]] const Snapshot<KeySet> &keys() const { return m_keys; }

    enum class Rotation {
        Graceful, ///< what the old key signed works until the grace period ends
        Now, ///< everything signed so far is void at once
    };
    /// Makes `next`, or for Now a new key, the active one and another next one. A JWT_SECRET that was active does not become so
    /// again.
    [[nodiscard]] Result<void> rotate(Rotation rotation);

    /// Makes the key that `given` stands for the active one; one that was active before verifies for the grace period. Does
    /// nothing when it is already, or when a rotation has ended it.
    [[nodiscard]] Result<void> adopt(const SecretBytes &given);
    /// Whether a rotation has ended `given`, so that another key signs in its stead.
    [[nodiscard]] bool isSuperseded(const SecretBytes &given) const;

    /// Takes over what another process changed, and drops what has retired. Cheap when there is nothing to do: made to be called
    /// several times a second. When it fails, the keys stay as they were; what cannot be used is said once.
    [[nodiscard]] Result<void> refresh() { return refresh(*m_store); }
    /// The same by way of `store`, which asks the same place from a thread that the ring's own may not be asked from.
    [[nodiscard]] Result<void> refresh(const KeyRingStore &store);

private:
    /// What of the place was last taken in.
    struct Seen {
        std::optional<RingIdentity> identity;
        bool usable = false;
    };

    KeyRing(std::shared_ptr<const KeyRingStore> store, KeyRingOptions options, const Clock &clock, KeyLifeListener listener);
    [[nodiscard]] SigningKey newKey(KeyState state) const;
    void activate(RingContent &content, SigningKey key) const;
    void adoptInto(RingContent &content, const SecretBytes &given) const;
    void settle(RingContent &content) const;
    [[nodiscard]] Result<void> change(const KeyRingStore &store, const std::function<void(RingContent &)> &work);
    [[nodiscard]] Seen seen() const;
    [[nodiscard]] bool show(const Seen &before, RingIdentity identity, RingContent content);
    [[nodiscard]] bool shun(const Seen &before, RingIdentity identity);
    [[nodiscard]] bool holdsRetired() const;

    /// Shared with who follows the place.
    const std::shared_ptr<const KeyRingStore> m_store;
    const KeyRingOptions m_options;
    const Clock &m_clock;
    const KeyLifeListener m_listener;
    mutable std::mutex m_mutex; ///< of what follows; never held while the place is asked
    Seen m_seen;
    Snapshot<KeySet> m_keys;
};

} // namespace gatehouse::secrets
