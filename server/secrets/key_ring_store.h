#pragma once

#include "core/error.h"
#include "secrets/ring_content.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace gatehouse::secrets {

/// Stands for what was kept at one moment: another one after every change. Empty: nothing was.
using RingIdentity = QByteArray;

/// What is kept, as it was found.
struct RingReading {
    RingIdentity identity;
    Result<RingContent> content; ///< fails with Unavailable when it cannot be used: damaged, or not to be opened
};

/// What is kept after a change.
struct StoredRing {
    RingIdentity identity;
    RingContent content;
};

/// Where a key ring is kept: by one instance, or by all of a deployment. Thread-safe, unless an implementation says otherwise.
class KeyRingStore
{
public:
    KeyRingStore() = default;
    virtual ~KeyRingStore() = default;
    KeyRingStore(const KeyRingStore &) = delete;
    KeyRingStore &operator=(const KeyRingStore &) = delete;

    /// What is kept, or nothing when that is still what `known` stands for; then it is cheap. A place where nothing was kept yet
    /// has no keys. Fails when the place cannot be asked.
    [[nodiscard]] virtual Result<std::optional<RingReading>> readUnless(const std::optional<RingIdentity> &known) const = 0;

    /// Has `work` change what is kept at that moment: no other change, by whatever process, comes between the reading and the
    /// writing, and what came of it is durable once this returns. `work` may be called several times, each time with what was
    /// found then; it is given no keys where there is no ring yet, and leaves one.
    [[nodiscard]] virtual Result<StoredRing> change(const std::function<void(RingContent &)> &work) const = 0;

    /// The place, for a person; begins a sentence's part: "/var/lib/gatehouse/signing-keys".
    [[nodiscard]] virtual QString description() const = 0;

    /// What is kept.
    [[nodiscard]] Result<RingContent> read() const
    {
        Result<std::optional<RingReading>> reading = readUnless(std::nullopt);
        if (!reading)
            return std::unexpected(reading.error());
        return std::move((*reading)->content);
    }
};

} // namespace gatehouse::secrets
