#include "client/traffic_counts.h"

#include <numeric>

namespace gatehouse::client {

using namespace Qt::StringLiterals;

TrafficCounts TrafficCounts::fromJson(const QJsonObject &object)
{
    TrafficCounts counts;
    const QJsonObject metrics = object.value("metrics"_L1).toObject();
    for (auto route = metrics.begin(); route != metrics.end(); ++route) {
        const QJsonObject facts = route.value().toObject();
        const auto requests = quint64(facts.value("request_count"_L1).toInteger());
        if (requests == 0)
            continue;
        counts.routes.push_back({route.key(), requests, quint64(facts.value("error_count"_L1).toInteger()),
                                 facts.value("avg_response_time_ms"_L1).toDouble(), facts.value("p50_ms"_L1).toDouble(),
                                 facts.value("p95_ms"_L1).toDouble(), facts.value("p99_ms"_L1).toDouble()});
    }
    return counts;
}

quint64 TrafficCounts::requests() const
{
    return std::accumulate(routes.begin(), routes.end(), quint64(0),
                           [](quint64 sum, const Route &route) { return sum + route.requests; });
}

quint64 TrafficCounts::errors() const
{
    return std::accumulate(routes.begin(), routes.end(), quint64(0),
                           [](quint64 sum, const Route &route) { return sum + route.errors; });
}

double TrafficCounts::totalMs() const
{
    return std::accumulate(routes.begin(), routes.end(), 0.0,
                           [](double sum, const Route &route) { return sum + route.meanMs * double(route.requests); });
}

double TrafficCounts::weighted(double Route::*percentile) const
{
    const quint64 all = requests();
    const double sum = std::accumulate(routes.begin(), routes.end(), 0.0, [percentile](double total, const Route &route) {
        return total + route.*percentile * double(route.requests);
    });
    return all == 0 ? 0 : sum / double(all);
}

} // namespace gatehouse::client
