#pragma once

#include "core/clock.h"
#include "telemetry/metrics.h"

#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace gatehouse::telemetry {

/// What happened in one stretch of time. Latencies are of all requests in it, in milliseconds; 0 without any.
struct TrafficSample {
    WallTime until{};
    std::chrono::milliseconds span{};
    quint64 requests = 0;
    quint64 refusals = 0; ///< 429
    quint64 clientErrors = 0; ///< 4xx, refusals among them
    quint64 serverErrors = 0; ///< 5xx
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
};

/// Remembers the traffic of the last hour, in steps of ten seconds, and of the last day, in steps of five minutes, from counters
/// that only ever grow. Of fixed size; what was before the start is not known. Thread-safe.
class TrafficHistory
{
public:
    static constexpr std::chrono::seconds kShortStep{10};
    static constexpr std::chrono::minutes kLongStep{5};
    static constexpr std::size_t kShortSteps = 360;
    static constexpr std::size_t kLongSteps = 288;

    /// Counters begin, at nothing, `now`.
    explicit TrafficHistory(WallTime now);

    /// What the counters say by now; to be called once in each short step.
    void add(const MetricsSnapshot &counters, WallTime now);

    /// Oldest first.
    [[nodiscard]] std::vector<TrafficSample> lastHour() const;
    [[nodiscard]] std::vector<TrafficSample> lastDay() const;

private:
    /// Counters at one moment.
    struct Totals {
        WallTime at{};
        LatencySnapshot latency;
        quint64 refusals = 0;
        quint64 clientErrors = 0;
        quint64 serverErrors = 0;
    };
    [[nodiscard]] static Totals totalsOf(const MetricsSnapshot &counters, WallTime now);
    [[nodiscard]] static TrafficSample between(const Totals &before, const Totals &after);

    mutable std::mutex m_mutex;
    Totals m_shortBegin; ///< of the step that goes on
    Totals m_longBegin;
    std::deque<TrafficSample> m_short;
    std::deque<TrafficSample> m_long;
};

} // namespace gatehouse::telemetry
