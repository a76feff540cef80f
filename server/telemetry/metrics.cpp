#include "telemetry/metrics.h"

#include <algorithm>

namespace gatehouse::telemetry {

namespace {

/// Where `name` is in `names`, or one past the end: the counter for all others.
std::size_t indexOf(const QByteArrayList &names, QByteArrayView name)
{
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

QByteArray nameAt(const QByteArrayList &names, std::size_t index)
{
    return static_cast<qsizetype>(index) < names.size() ? names[static_cast<qsizetype>(index)] : QByteArrayLiteral("other");
}

} // namespace

MetricsShard::MetricsShard(const MetricsLayout &layout)
    : m_layout(layout)
    , m_routes(layout.routes.size() + 1)
    , m_drops(static_cast<std::size_t>(layout.dropReasons.size()) + 1)
    , m_limits(static_cast<std::size_t>(layout.policies.size()) + 1)
{
}

void MetricsShard::requestFinished(int route, int status, std::chrono::microseconds duration, qint64 bytesReceived,
                                   qint64 bytesSent)
{
    const bool known = route >= 0 && static_cast<std::size_t>(route) < m_layout.routes.size();
    RouteCounters &counters = known ? m_routes[static_cast<std::size_t>(route)] : m_routes.back();
    const int bounded = std::clamp(status, 100, 599);
    counters.latency.observe(duration);
    counters.byClass[static_cast<std::size_t>(bounded / 100 - 1)].add();
    m_byStatus[static_cast<std::size_t>(bounded)].add();
    m_received.add(static_cast<quint64>(std::max<qint64>(bytesReceived, 0)));
    m_sent.add(static_cast<quint64>(std::max<qint64>(bytesSent, 0)));
    m_finished.add();
}

void MetricsShard::connectionDropped(QByteArrayView reason)
{
    m_drops[indexOf(m_layout.dropReasons, reason)].add();
}

void MetricsShard::limitDecided(QByteArrayView policy, LimitOutcome outcome)
{
    m_limits[indexOf(m_layout.policies, policy)][static_cast<std::size_t>(outcome)].add();
}

Metrics::Metrics(MetricsLayout layout, int workers)
    : m_layout(std::move(layout))
{
    for (int i = 0; i < workers; ++i)
        m_shards.push_back(std::make_unique<MetricsShard>(m_layout));
}

MetricsSnapshot Metrics::snapshot() const
{
    MetricsSnapshot sum;
    std::vector<MetricsSnapshot::RouteTotals> routes(m_layout.routes.size() + 1);
    std::array<quint64, 600> byStatus{};
    sum.drops.resize(static_cast<std::size_t>(m_layout.dropReasons.size()) + 1);
    sum.limits.resize(static_cast<std::size_t>(m_layout.policies.size()) + 1);
    quint64 started = 0;
    quint64 finished = 0;
    quint64 closed = 0;

    for (const auto &shard : m_shards) {
        // What ends is read before what begins, so that differences are never negative.
        finished += shard->m_finished.value();
        sum.abandoned += shard->m_abandoned.value();
        closed += shard->m_closed.value();
        started += shard->m_started.value();
        sum.connections += shard->m_opened.value();
        for (std::size_t i = 0; i < routes.size(); ++i) {
            shard->m_routes[i].latency.addTo(routes[i].latency);
            for (std::size_t c = 0; c < kStatusClasses; ++c)
                routes[i].byClass[c] += shard->m_routes[i].byClass[c].value();
        }
        for (std::size_t i = 0; i < byStatus.size(); ++i)
            byStatus[i] += shard->m_byStatus[i].value();
        for (std::size_t i = 0; i < sum.drops.size(); ++i)
            sum.drops[i].second += shard->m_drops[i].value();
        for (std::size_t i = 0; i < sum.limits.size(); ++i) {
            for (std::size_t o = 0; o < kLimitOutcomes; ++o)
                sum.limits[i].second[o] += shard->m_limits[i][o].value();
        }
        for (std::size_t i = 0; i < sum.auth.size(); ++i)
            sum.auth[i] += shard->m_auth[i].value();
        sum.bytesReceived += shard->m_received.value();
        sum.bytesSent += shard->m_sent.value();
    }

    for (std::size_t i = 0; i < routes.size(); ++i) {
        routes[i].label = i < m_layout.routes.size() ? m_layout.routes[i] : RouteLabel{{}, QByteArrayLiteral("unmatched")};
        if (routes[i].latency.count() > 0)
            sum.routes.push_back(routes[i]);
    }
    for (std::size_t status = 0; status < byStatus.size(); ++status) {
        if (byStatus[status] > 0)
            sum.byStatus.emplace_back(static_cast<int>(status), byStatus[status]);
    }
    for (std::size_t i = 0; i < sum.drops.size(); ++i)
        sum.drops[i].first = nameAt(m_layout.dropReasons, i);
    for (std::size_t i = 0; i < sum.limits.size(); ++i)
        sum.limits[i].first = nameAt(m_layout.policies, i);
    const quint64 ended = finished + sum.abandoned;
    sum.inFlight = started >= ended ? started - ended : 0;
    sum.openConnections = sum.connections >= closed ? sum.connections - closed : 0;
    return sum;
}

} // namespace gatehouse::telemetry
