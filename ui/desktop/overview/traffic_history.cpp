#include "desktop/overview/traffic_history.h"

namespace gatehouse::desktop {

using namespace std::chrono_literals;

void TrafficHistory::Series::add(const QDateTime &time, const client::TrafficCounts &now)
{
    if (counts && from.msecsTo(time) < step.count())
        return;
    if (counts && now.requests() >= counts->requests() && now.errors() >= counts->errors() && from < time) {
        const double seconds = double(from.msecsTo(time)) / 1000;
        const auto requests = double(now.requests() - counts->requests());
        const double spent = now.totalMs() - counts->totalMs();
        samples.push_back({time, requests / seconds, double(now.errors() - counts->errors()) / seconds,
                           requests > 0 ? qMax(0.0, spent / requests) : 0});
        if (samples.size() > most)
            samples.erase(samples.begin(), samples.end() - std::ptrdiff_t(most));
    }
    counts = now;
    from = time;
}

void TrafficHistory::add(const QDateTime &time, const client::TrafficCounts &counts)
{
    m_live.add(time, counts);
    m_hour.add(time, counts);
    m_day.add(time, counts);
}

const std::vector<TrafficSample> &TrafficHistory::samples(Span span) const
{
    return span == Span::Live ? m_live.samples : span == Span::Hour ? m_hour.samples : m_day.samples;
}

std::optional<TrafficSample> TrafficHistory::latest() const
{
    return m_live.samples.empty() ? std::nullopt : std::optional(m_live.samples.back());
}

std::chrono::seconds TrafficHistory::length(Span span)
{
    return span == Span::Live ? 5min : span == Span::Hour ? 1h : 24h;
}

} // namespace gatehouse::desktop
