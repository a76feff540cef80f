#include "limits/refused_callers.h"

#include <algorithm>
#include <bit>
#include <span>

namespace gatehouse::limits {

RefusedCallers::RefusedCallers(std::size_t capacity, const std::atomic<quint64> *resets)
    : m_entries(capacity == 0 ? 0 : std::bit_ceil(std::max(capacity, kWays)))
    , m_resets(resets)
{
}

std::size_t RefusedCallers::placeOf(const Fingerprint &caller) const
{
    return caller.low & (m_entries.size() - kWays);
}

/// What was remembered before a reset is not found any more, as its place is kept under another name.
Fingerprint RefusedCallers::sinceLastReset(const Fingerprint &caller) const
{
    const quint64 resets = m_resets == nullptr ? 0 : m_resets->load(std::memory_order_acquire);
    return {caller.low, caller.high + resets};
}

void RefusedCallers::remember(const Fingerprint &fingerprint, SteadyTime arrival)
{
    if (m_entries.empty())
        return;
    const Fingerprint caller = sinceLastReset(fingerprint);
    const std::span ways = std::span(m_entries).subspan(placeOf(caller), kWays);
    auto entry = std::ranges::find(ways, caller, &Entry::caller);
    if (entry == ways.end())
        entry = std::ranges::min_element(ways, {}, &Entry::arrival);
    *entry = {caller, arrival};
}

void RefusedCallers::forget(const Fingerprint &caller)
{
    if (arrivalOf(caller))
        remember(caller, SteadyTime());
}

std::optional<SteadyTime> RefusedCallers::arrivalOf(const Fingerprint &fingerprint) const
{
    if (m_entries.empty())
        return {};
    const Fingerprint caller = sinceLastReset(fingerprint);
    const std::span ways = std::span(m_entries).subspan(placeOf(caller), kWays);
    const auto entry = std::ranges::find(ways, caller, &Entry::caller);
    return entry == ways.end() ? std::nullopt : std::optional(entry->arrival);
}

} // namespace gatehouse::limits
