#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace gatehouse::client {

/// A rate limit, as the API tells it.
struct LimitPolicy {
    QString name; ///< general, account, sign_in, sign_in_account or probe
    bool isPerAccount = false; ///< else for each address
    qint64 quota = 0; ///< requests in each window
    double windowSeconds = 0;
    qint64 burst = 0; ///< that may come at once
    bool shadow = false; ///< counts, and refuses nobody
    QString outage; ///< while shared counters are away: local, refuse or allow
    quint64 allowed = 0; ///< decisions since the server's start
    quint64 refused = 0;
    quint64 shadowed = 0; ///< would have been refused

    [[nodiscard]] static LimitPolicy fromJson(const QJsonObject &object);
    /// The numbers alone, for the API.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool hasSameNumbers(const LimitPolicy &other) const;
};

struct LimitReport {
    bool enabled = true;
    QStringList exempt; ///< addresses and ranges that are never limited
    std::vector<LimitPolicy> policies;

    [[nodiscard]] static LimitReport fromJson(const QJsonObject &object);
};

/// Somebody near or over a limit.
struct LimitUsage {
    QString key; ///< by which the API resets them
    QString policy;
    QString caller; ///< an address, a range or an account
    bool isAccount = false;
    qint64 burst = 0;
    qint64 remaining = 0;
    quint64 refused = 0;
    double secondsSinceSeen = 0;
    double resetsInSeconds = 0;
};
[[nodiscard]] std::vector<LimitUsage> limitUsagesFromJson(const QJsonArray &array);

} // namespace gatehouse::client
