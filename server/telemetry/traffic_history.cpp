#include "telemetry/traffic_history.h"

namespace gatehouse::telemetry {

namespace {

constexpr int kTooManyRequests = 429;
constexpr std::size_t kClientErrors = 3; ///< index of 4xx among the classes
constexpr std::size_t kServerErrors = 4;

void push(std::deque<TrafficSample> &samples, TrafficSample sample, std::size_t most)
{
    samples.push_back(sample);
    if (samples.size() > most)
        samples.pop_front();
}

} // namespace

TrafficHistory::TrafficHistory(WallTime now)
    : m_shortBegin{.at = now, .latency = {}}
    , m_longBegin(m_shortBegin)
{
}

TrafficHistory::Totals TrafficHistory::totalsOf(const MetricsSnapshot &counters, WallTime now)
{
    Totals totals{.at = now, .latency = {}};
    for (const MetricsSnapshot::RouteTotals &route : counters.routes) {
        for (std::size_t i = 0; i < totals.latency.buckets.size(); ++i)
            totals.latency.buckets[i] += route.latency.buckets[i];
        totals.latency.microseconds += route.latency.microseconds;
        totals.clientErrors += route.byClass[kClientErrors];
        totals.serverErrors += route.byClass[kServerErrors];
    }
    for (const auto &[status, count] : counters.byStatus) {
        if (status == kTooManyRequests)
            totals.refusals = count;
    }
    return totals;
}

TrafficSample TrafficHistory::between(const Totals &before, const Totals &after)
{
    LatencySnapshot latency = after.latency;
    for (std::size_t i = 0; i < latency.buckets.size(); ++i)
        latency.buckets[i] -= before.latency.buckets[i];
    const auto milliseconds = [&latency](double quantile) { return latency.quantile(quantile) / 1000; };
    return {.until = after.at,
            .span = std::chrono::duration_cast<std::chrono::milliseconds>(after.at - before.at),
            .requests = latency.count(),
            .refusals = after.refusals - before.refusals,
            .clientErrors = after.clientErrors - before.clientErrors,
            .serverErrors = after.serverErrors - before.serverErrors,
            .p50 = milliseconds(0.50),
            .p95 = milliseconds(0.95),
            .p99 = milliseconds(0.99)};
}

void TrafficHistory::add(const MetricsSnapshot &counters, WallTime now)
{
    const Totals totals = totalsOf(counters, now);
    const std::lock_guard lock(m_mutex);
    push(m_short, between(m_shortBegin, totals), kShortSteps);
    m_shortBegin = totals;
    if (now - m_longBegin.at < kLongStep)
        return;
    push(m_long, between(m_longBegin, totals), kLongSteps);
    m_longBegin = totals;
}

std::vector<TrafficSample> TrafficHistory::lastHour() const
{
    const std::lock_guard lock(m_mutex);
    return {m_short.begin(), m_short.end()};
}

std::vector<TrafficSample> TrafficHistory::lastDay() const
{
    const std::lock_guard lock(m_mutex);
    return {m_long.begin(), m_long.end()};
}

} // namespace gatehouse::telemetry
