#include "client/health_report.h"

#include <QJsonArray>

namespace gatehouse::client {

using namespace Qt::StringLiterals;

namespace {

/// What is not known to be well is not well.
Health healthFrom(const QString &text)
{
    return text == "healthy"_L1 ? Health::Healthy : text == "degraded"_L1 ? Health::Degraded : Health::Unhealthy;
}

HealthReport::Check checkFrom(const QString &name, const QJsonObject &facts)
{
    return {name, healthFrom(facts.value("status"_L1).toString()), facts.value("latency_ms"_L1).toDouble(),
            facts.value("detail"_L1).toString()};
}

} // namespace

HealthReport HealthReport::fromJson(const QJsonObject &object)
{
    HealthReport report;
    report.health = healthFrom(object.value("status"_L1).toString());
    report.version = object.value("version"_L1).toString();
    report.uptime = std::chrono::seconds(object.value("uptime_seconds"_L1).toInteger());
    const QJsonObject named = object.value("checks"_L1).toObject();
    for (auto check = named.begin(); check != named.end(); ++check)
        report.checks.push_back(checkFrom(check.key(), check.value().toObject()));
    const QJsonArray listed = object.value("checks"_L1).toArray();
    for (const auto &check : listed)
        report.checks.push_back(checkFrom(check.toObject().value("name"_L1).toString(), check.toObject()));
    return report;
}

} // namespace gatehouse::client
