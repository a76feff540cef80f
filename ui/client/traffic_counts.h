#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace gatehouse::client {

/// What a server has counted since it started.
struct TrafficCounts {
    struct Route {
        QString path;
        quint64 requests = 0;
        quint64 errors = 0;
        double meanMs = 0;
        double p50Ms = 0;
        double p95Ms = 0;
        double p99Ms = 0;
    };
    std::vector<Route> routes; ///< those that were asked for at all

    [[nodiscard]] static TrafficCounts fromJson(const QJsonObject &object);

    [[nodiscard]] quint64 requests() const;
    [[nodiscard]] quint64 errors() const;
    /// Milliseconds that all requests took together.
    [[nodiscard]] double totalMs() const;
    /// A percentile of every route, each weighted by its requests.
    [[nodiscard]] double weighted(double Route::*percentile) const;
};

} // namespace gatehouse::client
