#include "client/overview.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

std::optional<qint64> countFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace

TrafficRates TrafficRates::fromJson(const QJsonObject &object)
{
    return {.requests = object.value("requests_per_second"_L1).toDouble(),
            .refusals = object.value("refusals_per_second"_L1).toDouble(),
            .errorShare = object.value("error_rate"_L1).toDouble(),
            .p50 = object.value("p50_ms"_L1).toDouble(),
            .p95 = object.value("p95_ms"_L1).toDouble(),
            .p99 = object.value("p99_ms"_L1).toDouble(),
            .inFlight = object.value("in_flight"_L1).toInteger(),
            .connections = object.value("connections"_L1).toInteger()};
}

TrafficPoint TrafficPoint::fromJson(const QJsonObject &object)
{
    const double seconds = object.value("seconds"_L1).toDouble();
    const auto rate = [&](QLatin1String key) { return seconds > 0 ? object.value(key).toDouble() / seconds : 0; };
    return {.until = QDateTime::fromString(object.value("until"_L1).toString(), Qt::ISODateWithMs),
            .requests = rate("requests"_L1),
            .refusals = rate("refusals"_L1),
            .errors = rate("server_errors"_L1),
            .p50 = object.value("p50_ms"_L1).toDouble(),
            .p95 = object.value("p95_ms"_L1).toDouble(),
            .p99 = object.value("p99_ms"_L1).toDouble()};
}

TrafficPoint TrafficPoint::of(const TrafficRates &rates, const QDateTime &until)
{
    return {until, rates.requests, rates.refusals, rates.requests * rates.errorShare, rates.p50, rates.p95, rates.p99};
}

Overview Overview::fromJson(const QJsonObject &object)
{
    Overview overview;
    overview.health = HealthReport::fromJson(object);
    overview.production = object.value("mode"_L1).toString() == "production"_L1;
    overview.users = countFrom(object.value("users"_L1));
    overview.sessions = countFrom(object.value("sessions"_L1));
    overview.now = TrafficRates::fromJson(object.value("now"_L1).toObject());
    const QJsonArray matters = object.value("attention"_L1).toArray();
    for (const auto &item : matters) {
        const QJsonObject matter = item.toObject();
        overview.matters.push_back({matter.value("id"_L1).toString(), matter.value("severity"_L1).toString() == "critical"_L1,
                                    matter.value("title"_L1).toString(), matter.value("remedy"_L1).toString()});
    }
    const QJsonArray samples = object.value("traffic"_L1).toObject().value("samples"_L1).toArray();
    for (const auto &sample : samples)
        overview.traffic.push_back(TrafficPoint::fromJson(sample.toObject()));
    return overview;
}

} // namespace gatehouse::client
