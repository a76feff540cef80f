#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <chrono>

namespace gatehouse::telemetry {

/// Upper bounds of the buckets, in microseconds; a last one takes what is slower.
inline constexpr std::array<qint64, 15> kLatencyBounds = {250,     500,       1'000,     2'500,     5'000,
                                                          10'000,  25'000,    50'000,    100'000,   200'000,
                                                          500'000, 1'000'000, 2'500'000, 5'000'000, 10'000'000};

/// A counter that one thread writes and any thread reads: a plain store, without the cost of an atomic addition.
class OwnedCounter
{
public:
    void add(quint64 amount = 1) { m_value.store(m_value.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed); }
    [[nodiscard]] quint64 value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<quint64> m_value = 0;
};

/// A sum of histograms, read out at one moment.
struct LatencySnapshot {
    std::array<quint64, kLatencyBounds.size() + 1> buckets{}; ///< not cumulative
    quint64 microseconds = 0; ///< of all together

    [[nodiscard]] quint64 count() const;
    /// The time that a share of `quantile` (0 … 1) of the requests stayed under, in microseconds: linear within its bucket, as
    /// Prometheus' histogram_quantile() does; the last bound when beyond it, 0 without requests.
    [[nodiscard]] double quantile(double quantile) const;
};

/// How long requests took. One thread observes, any thread collects.
class LatencyHistogram
{
public:
    void observe(std::chrono::microseconds time);
    void addTo(LatencySnapshot &sum) const;

private:
    std::array<OwnedCounter, kLatencyBounds.size() + 1> m_buckets;
    OwnedCounter m_microseconds;
};

} // namespace gatehouse::telemetry
