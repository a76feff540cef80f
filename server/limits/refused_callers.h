#pragma once

#include "core/clock.h"
#include "limits/siphash.h"

#include <atomic>
#include <optional>
#include <vector>

namespace gatehouse::limits {

/// Remembers callers that were refused, by fingerprint, until they may come again. Of bounded size: of four that share a
/// place the one that may come again soonest is forgotten for a fifth. For one thread.
class RefusedCallers
{
public:
    /// Room for at least `capacity` callers, 32 bytes each; 0: remembers nobody. Whenever `resets`, which outlives this and may
    /// be null, is another number than before, nobody is remembered any more: some caller was given back what it had used.
    explicit RefusedCallers(std::size_t capacity, const std::atomic<quint64> *resets = nullptr);

    /// `arrival`: the caller's theoretical arrival time, on this process's clock.
    void remember(const Fingerprint &fingerprint, SteadyTime arrival);
    void forget(const Fingerprint &caller);
    /// What was remembered last of this caller, though it may be over.
    [[nodiscard]] std::optional<SteadyTime> arrivalOf(const Fingerprint &fingerprint) const;

private:
    struct Entry {
        Fingerprint caller;
        SteadyTime arrival{};
    };
    static constexpr std::size_t kWays = 4;

    [[nodiscard]] std::size_t placeOf(const Fingerprint &caller) const;
    [[nodiscard]] Fingerprint sinceLastReset(const Fingerprint &caller) const;

    std::vector<Entry> m_entries;
    const std::atomic<quint64> *m_resets;
};

} // namespace gatehouse::limits
