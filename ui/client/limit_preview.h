#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <vector>

namespace gatehouse::client {

/// What limits would have refused of what one instance saw lately, as the API tells it.
struct LimitPreview {
    /// Counted as far as is known when requests came: the truth lies between the two.
    struct Refusals {
        qint64 requestsAtLeast = 0;
        qint64 requestsAtMost = 0;
        qint64 callersAtLeast = 0;
        qint64 callersAtMost = 0;

        bool operator==(const Refusals &) const = default;
    };

    /// One policy: as it is, and as it would be.
    struct Forecast {
        QString policy;
        qint64 requests = 0; ///< that arrived, refused or not
        qint64 callers = 0;
        Refusals now;
        Refusals then;
    };

    std::vector<Forecast> forecasts; ///< one for each policy that the same numbers are for
    std::chrono::seconds covered{0}; ///< how far back arrivals are remembered
    qint64 notCounted = 0; ///< requests of callers that there was no room to remember

    [[nodiscard]] static LimitPreview fromJson(const QJsonObject &object);
};

} // namespace gatehouse::client
