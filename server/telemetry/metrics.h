#pragma once

#include "telemetry/latency_histogram.h"
#include "telemetry/redis_totals.h"
#include "telemetry/sharing_totals.h"

#include <QByteArray>
#include <QByteArrayList>

#include <memory>
#include <optional>
#include <vector>

namespace gatehouse::telemetry {

/// A declared route, as a label. Paths that match none share one label, so a scanner cannot make new ones.
struct RouteLabel {
    QByteArray method; ///< "GET", or "GET,POST" where one declaration takes both
    QByteArray path; ///< the pattern: "/auth/sessions/{id}"
};

enum class LimitOutcome { Allowed, Refused, Shadowed };
enum class AuthOutcome { Anonymous, Accepted, Rejected };

inline constexpr int kLimitOutcomes = 3;
inline constexpr int kAuthOutcomes = 3;
inline constexpr int kStatusClasses = 5; ///< 1xx … 5xx

/// What to count; fixed at start, so that counting never allocates.
struct MetricsLayout {
    std::vector<RouteLabel> routes; ///< by Route::index
    QByteArrayList policies; ///< names of rate-limit policies
    QByteArrayList dropReasons; ///< why connections are closed without an answer
};

/// One worker's counters. Only that worker's thread changes them; any thread may read.
class MetricsShard
{
public:
    explicit MetricsShard(const MetricsLayout &layout);

    void requestStarted() { m_started.add(); }
    /// `route` is Route::index, or -1 when none matched. `bytesSent` includes the head.
    void requestFinished(int route, int status, std::chrono::microseconds duration, qint64 bytesReceived, qint64 bytesSent);
    /// One that was started and will not finish.
    void requestAbandoned() { m_abandoned.add(); }
    void connectionOpened() { m_opened.add(); }
    void connectionClosed() { m_closed.add(); }
    /// Names that are not in the layout are counted as "other".
    void connectionDropped(QByteArrayView reason);
    void limitDecided(QByteArrayView policy, LimitOutcome outcome);
    void authDecided(AuthOutcome outcome) { m_auth[static_cast<std::size_t>(outcome)].add(); }

private:
    friend class Metrics;

    struct RouteCounters {
        LatencyHistogram latency;
        std::array<OwnedCounter, kStatusClasses> byClass;
    };

    const MetricsLayout &m_layout;
    std::vector<RouteCounters> m_routes; ///< one more than there are routes: the last is for what matched none
    std::array<OwnedCounter, 600> m_byStatus;
    std::vector<OwnedCounter> m_drops; ///< the last is "other"
    std::vector<std::array<OwnedCounter, kLimitOutcomes>> m_limits; ///< the last is "other"
    std::array<OwnedCounter, kAuthOutcomes> m_auth;
    OwnedCounter m_started;
    OwnedCounter m_finished;
    OwnedCounter m_abandoned;
    OwnedCounter m_opened;
    OwnedCounter m_closed;
    OwnedCounter m_received;
    OwnedCounter m_sent;
};

/// What all workers have counted, added up.
struct MetricsSnapshot {
    struct RouteTotals {
        RouteLabel label;
        LatencySnapshot latency;
        std::array<quint64, kStatusClasses> byClass{};
    };
    std::vector<RouteTotals> routes; ///< those that were called; the unmatched one has an empty method
    std::vector<std::pair<int, quint64>> byStatus; ///< statuses that occurred
    std::vector<std::pair<QByteArray, quint64>> drops;
    std::vector<std::pair<QByteArray, std::array<quint64, kLimitOutcomes>>> limits;
    std::array<quint64, kAuthOutcomes> auth{};
    quint64 inFlight = 0;
    quint64 abandoned = 0; ///< requests whose client left before there was an answer
    quint64 openConnections = 0;
    quint64 connections = 0;
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;

    /// What the database has been asked, filled in by who knows it.
    struct Database {
        QByteArray engine; ///< empty: nobody knows
        quint64 calls = 0;
        quint64 failures = 0;
        double seconds = 0; ///< all calls took
        int connections = 0;
        int busy = 0;
        int waiting = 0;
        quint64 lost = 0; ///< connections
    } database = {};

    std::vector<RedisTotals> redis; ///< one for each use, filled in by who knows it
    std::optional<LimitEngineTotals> limitEngines; ///< where limits are counted in Redis, filled in by who knows it

    /// What the webhook was sent, filled in by who knows it.
    struct Webhook {
        bool used = false; ///< else the rest says nothing
        quint64 delivered = 0;
        quint64 failed = 0; ///< attempts
        quint64 buried = 0; ///< entries that were given up
        bool open = false; ///< the receiver is held for broken
    } webhook = {};
    SharingTotals sharing = {}; ///< filled in by who knows it
};

/// The server's counters: one shard for each worker, added up when somebody asks. Nothing is locked.
class Metrics
{
public:
    Metrics(MetricsLayout layout, int workers);

    /// For worker `index` (0 …) alone.
    [[nodiscard]] MetricsShard &shard(int index) { return *m_shards[static_cast<std::size_t>(index)]; }
    /// Thread-safe. Counters of one moment, give or take what happens meanwhile.
    [[nodiscard]] MetricsSnapshot snapshot() const;

private:
    const MetricsLayout m_layout;
    std::vector<std::unique_ptr<MetricsShard>> m_shards;
};

} // namespace gatehouse::telemetry
