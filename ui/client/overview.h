#pragma once

#include "client/health_report.h"

#include <QDateTime>

#include <optional>

namespace gatehouse::client {

/// What a server did in the last moments. Times in milliseconds.
struct TrafficRates {
    double requests = 0; ///< a second, as those below
    double refusals = 0; ///< for being over a limit
    double errorShare = 0; ///< of the requests, from 0 to 1
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
    qint64 inFlight = 0;
    qint64 connections = 0;

    [[nodiscard]] static TrafficRates fromJson(const QJsonObject &object);
};

/// What it did in one stretch of time.
struct TrafficPoint {
    QDateTime until;
    double requests = 0; ///< a second, as those below
    double refusals = 0;
    double errors = 0; ///< answers of 500 and above
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;

    [[nodiscard]] static TrafficPoint fromJson(const QJsonObject &object);
    [[nodiscard]] static TrafficPoint of(const TrafficRates &rates, const QDateTime &until);
};

/// Something that the server itself asks to be looked after.
struct Matter {
    QString id; ///< the same while it is the same matter: "limits.disabled"
    bool critical = false;
    QString title; ///< in the server's words, as the remedy
    QString remedy;
};

/// How a server is doing, in one answer.
struct Overview {
    HealthReport health;
    bool production = false;
    std::optional<qint64> users; ///< nothing while its database is away
    std::optional<qint64> sessions;
    TrafficRates now;
    std::vector<Matter> matters;
    std::vector<TrafficPoint> traffic; ///< oldest first

    [[nodiscard]] static Overview fromJson(const QJsonObject &object);
};

} // namespace gatehouse::client
