#pragma once

#include "client/traffic_counts.h"

#include <QDateTime>

#include <chrono>
#include <optional>
#include <vector>

namespace gatehouse::desktop {

/// What a server did within one stretch of time.
struct TrafficSample {
    QDateTime time; ///< its end
    double requestsPerSecond = 0;
    double errorsPerSecond = 0;
    double meanMs = 0; ///< of the requests of this stretch; 0 without any
};

/// What a server did while this console was watching, made from counts that only grow. Live for five minutes, in steps of
/// ten seconds for an hour, of four minutes for a day; older samples are forgotten.
class TrafficHistory
{
public:
    enum class Span { Live, Hour, Day };

    /// Counts that went back mean that the server was started again: then the stretch is left out.
    void add(const QDateTime &time, const client::TrafficCounts &counts);
    [[nodiscard]] const std::vector<TrafficSample> &samples(Span span) const;
    [[nodiscard]] std::optional<TrafficSample> latest() const;
    [[nodiscard]] static std::chrono::seconds length(Span span);

private:
    /// Samples of one resolution.
    struct Series {
        std::chrono::milliseconds step;
        std::size_t most;
        std::vector<TrafficSample> samples;
        std::optional<client::TrafficCounts> counts; ///< at `from`
        QDateTime from;

        void add(const QDateTime &time, const client::TrafficCounts &now);
    };

    Series m_live{std::chrono::milliseconds(0), 150, {}, {}, {}};
    Series m_hour{std::chrono::seconds(10), 360, {}, {}, {}};
    Series m_day{std::chrono::minutes(4), 360, {}, {}, {}};
};

} // namespace gatehouse::desktop
