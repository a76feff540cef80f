#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <vector>

namespace gatehouse::client {

enum class Health { Healthy, Degraded, Unhealthy };

/// How a server and what it needs are doing.
struct HealthReport {
    struct Check {
        QString name;
        Health health = Health::Unhealthy;
        double latencyMs = 0;
        QString detail; ///< for operators; may be empty
    };

    Health health = Health::Unhealthy;
    QString version;
    std::chrono::seconds uptime{};
    std::vector<Check> checks;

    /// As probes, the overview and the stream tell it.
    [[nodiscard]] static HealthReport fromJson(const QJsonObject &object);
};

} // namespace gatehouse::client
