#include "client/health_report.h"

namespace gatehouse::client {

using namespace Qt::StringLiterals;

namespace {

/// What is not known to be well is not well.
Health healthFrom(const QString &text)
{
    return text == "healthy"_L1 ? Health::Healthy : text == "degraded"_L1 ? Health::Degraded : Health::Unhealthy;
}

} // namespace

HealthReport HealthReport::fromJson(const QJsonObject &object)
{
    HealthReport report;
    report.health = healthFrom(object.value("status"_L1).toString());
    report.version = object.value("version"_L1).toString();
    report.uptime = std::chrono::seconds(object.value("uptime_seconds"_L1).toInteger());
    const QJsonObject checks = object.value("checks"_L1).toObject();
    for (auto check = checks.begin(); check != checks.end(); ++check) {
        const QJsonObject facts = check.value().toObject();
        report.checks.push_back({check.key(), healthFrom(facts.value("status"_L1).toString()),
                                 facts.value("latency_ms"_L1).toDouble(), facts.value("detail"_L1).toString()});
    }
    return report;
}

} // namespace gatehouse::client
