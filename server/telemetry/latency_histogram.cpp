#include "telemetry/latency_histogram.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::telemetry {

quint64 LatencySnapshot::count() const
{
    return std::accumulate(buckets.begin(), buckets.end(), quint64(0));
}

double LatencySnapshot::quantile(double quantile) const
{
    const quint64 total = count();
    if (total == 0)
        return 0;
    const double rank = quantile * double(total);
    double before = 0;
    for (std::size_t i = 0; i < kLatencyBounds.size(); ++i) {
        const auto inBucket = double(buckets[i]);
        if (inBucket > 0 && before + inBucket >= rank) {
            const double lower = i == 0 ? 0 : double(kLatencyBounds[i - 1]);
            return lower + (double(kLatencyBounds[i]) - lower) * (rank - before) / inBucket;
        }
        before += inBucket;
    }
    return double(kLatencyBounds.back());
}

void LatencyHistogram::observe(std::chrono::microseconds time)
{
    const qint64 microseconds = std::max<qint64>(time.count(), 0);
    const auto bucket = std::ranges::lower_bound(kLatencyBounds, microseconds) - kLatencyBounds.begin();
    m_buckets[static_cast<std::size_t>(bucket)].add();
    m_microseconds.add(static_cast<quint64>(microseconds));
}

void LatencyHistogram::addTo(LatencySnapshot &sum) const
{
    for (std::size_t i = 0; i < m_buckets.size(); ++i)
        sum.buckets[i] += m_buckets[i].value();
    sum.microseconds += m_microseconds.value();
}

} // namespace gatehouse::telemetry
