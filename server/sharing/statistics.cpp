#include "sharing/statistics.h"

#include <algorithm>

namespace gatehouse::sharing {

using telemetry::SharingTotals;

void Statistics::add(Histogram &histogram, const std::array<quint64, SharingTotals::kBounds> &bounds, quint64 value)
{
    const auto bound = std::ranges::lower_bound(bounds, value);
    ++histogram.buckets[static_cast<std::size_t>(bound - bounds.begin())];
    histogram.sum += value;
}

SharingTotals::Histogram Statistics::read(const Histogram &histogram)
{
    SharingTotals::Histogram totals;
    std::ranges::transform(histogram.buckets, totals.buckets.begin(), [](const auto &bucket) { return bucket.load(); });
    totals.sum = histogram.sum;
    return totals;
}

void Statistics::created(CreatorKind by, qint64 size, std::chrono::seconds ttl, int restrictions)
{
    OfCreator &creator = m_creators[static_cast<std::size_t>(by)];
    ++creator.created;
    add(creator.sizes, SharingTotals::kSizeBounds, static_cast<quint64>(size));
    add(creator.lifetimes, SharingTotals::kLifetimeBounds, static_cast<quint64>(ttl.count()));
    ++creator.restricted[static_cast<std::size_t>(restrictions) % SharingTotals::kRestrictions];
    ++m_waiting; // until the next sweep has counted
}

void Statistics::asked(TakeOutcome::Kind outcome)
{
    ++m_outcomes[static_cast<std::size_t>(outcome)];
    if (outcome == TakeOutcome::Kind::Handed)
        --m_waiting;
}

void Statistics::swept(int expired, qint64 waiting, qint64 tokens)
{
    m_expired += static_cast<quint64>(expired);
    m_waiting = waiting;
    m_tokens = tokens;
}

SharingTotals Statistics::totals() const
{
    SharingTotals totals;
    totals.used = true;
    for (std::size_t i = 0; i < kCreators; ++i) {
        const OfCreator &creator = m_creators[i];
        totals.creators[i] = {.created = creator.created, .sizes = read(creator.sizes), .lifetimes = read(creator.lifetimes)};
        std::ranges::transform(creator.restricted, totals.creators[i].restricted.begin(),
                               [](const auto &count) { return count.load(); });
    }
    std::ranges::transform(m_outcomes, totals.outcomes.begin(), [](const auto &count) { return count.load(); });
    totals.burned = m_burned;
    totals.expired = m_expired;
    totals.refusedCreations = m_refusedCreations;
    totals.waiting = std::max<qint64>(m_waiting, 0);
    totals.tokens = m_tokens;
    return totals;
}

} // namespace gatehouse::sharing
