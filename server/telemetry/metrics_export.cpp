#include "telemetry/metrics_export.h"

#include "telemetry/prometheus_text.h"
#include "telemetry/sharing_export.h"

#include <cmath>
#include <functional>
#include <map>

namespace gatehouse::telemetry {

namespace {

using Type = PrometheusText::Type;

constexpr QByteArrayView kClassNames[kStatusClasses] = {"1xx", "2xx", "3xx", "4xx", "5xx"};
constexpr QByteArrayView kLimitOutcomeNames[kLimitOutcomes] = {"allowed", "refused", "shadow"};
constexpr QByteArrayView kAuthOutcomeNames[kAuthOutcomes] = {"anonymous", "accepted", "rejected"};

void single(PrometheusText &text, QByteArrayView name, Type type, QByteArrayView help, double value)
{
    text.family(name, type, help);
    text.sample({}, value);
}

/// `labels` are those that every sample has.
void writeHistogram(PrometheusText &text, const LatencySnapshot &latency, std::vector<PrometheusText::Label> labels)
{
    const std::size_t common = labels.size();
    labels.emplace_back("le", QByteArrayView());
    quint64 cumulative = 0;
    for (std::size_t i = 0; i < kLatencyBounds.size(); ++i) {
        cumulative += latency.buckets[i];
        const QByteArray bound = QByteArray::number(double(kLatencyBounds[i]) / 1e6);
        labels.back().second = bound;
        text.sample(labels, double(cumulative), "_bucket");
    }
    const auto count = double(latency.count());
    labels.back().second = "+Inf";
    text.sample(labels, count, "_bucket");
    labels.resize(common);
    text.sample(labels, double(latency.microseconds) / 1e6, "_sum");
    text.sample(labels, count, "_count");
}

void writeRoutes(PrometheusText &text, const MetricsSnapshot &metrics)
{
    text.family("gatehouse_http_requests_total", Type::Counter, "Requests answered, by route and class of status.");
    for (const auto &route : metrics.routes) {
        for (std::size_t i = 0; i < kStatusClasses; ++i) {
            if (route.byClass[i] > 0)
                text.sample({{"method", route.label.method}, {"route", route.label.path}, {"status", kClassNames[i]}},
                            double(route.byClass[i]));
        }
    }
    text.family("gatehouse_http_request_duration_seconds", Type::Histogram,
                "From the complete request head to the answer handed over.");
    for (const auto &route : metrics.routes) {
        const auto &[method, path] = route.label;
        writeHistogram(text, route.latency, {{"method", method}, {"route", path}});
    }
    text.family("gatehouse_http_responses_total", Type::Counter, "Answers by exact status.");
    for (const auto &[status, count] : metrics.byStatus)
        text.sample({{"code", QByteArray::number(status)}}, double(count));
}

void writeDoor(PrometheusText &text, const MetricsSnapshot &metrics)
{
    single(text, "gatehouse_http_requests_in_flight", Type::Gauge, "Requests being worked on.", double(metrics.inFlight));
    single(text, "gatehouse_http_requests_abandoned_total", Type::Counter, "Requests whose client left before the answer.",
           double(metrics.abandoned));
    single(text, "gatehouse_http_connections_open", Type::Gauge, "Open connections.", double(metrics.openConnections));
    single(text, "gatehouse_http_connections_total", Type::Counter, "Connections accepted.", double(metrics.connections));
    text.family("gatehouse_http_connections_dropped_total", Type::Counter, "Connections closed without an answer, by reason.");
    for (const auto &[reason, count] : metrics.drops)
        text.sample({{"reason", reason}}, double(count));
    single(text, "gatehouse_http_received_bytes_total", Type::Counter, "Bytes of requests.", double(metrics.bytesReceived));
    single(text, "gatehouse_http_sent_bytes_total", Type::Counter, "Bytes of answers.", double(metrics.bytesSent));

    text.family("gatehouse_limit_decisions_total", Type::Counter, "Rate-limit decisions, by policy and outcome.");
    for (const auto &[policy, counts] : metrics.limits) {
        for (std::size_t i = 0; i < kLimitOutcomes; ++i)
            text.sample({{"policy", policy}, {"outcome", kLimitOutcomeNames[i]}}, double(counts[i]));
    }
    text.family("gatehouse_auth_decisions_total", Type::Counter, "What became of credentials.");
    for (std::size_t i = 0; i < kAuthOutcomes; ++i)
        text.sample({{"outcome", kAuthOutcomeNames[i]}}, double(metrics.auth[i]));
}

void writeDatabase(PrometheusText &text, const MetricsSnapshot::Database &database)
{
    if (database.engine.isEmpty())
        return;
    const auto one = [&](QByteArrayView name, Type type, QByteArrayView help, double value) {
        text.family(name, type, help);
        text.sample({{"engine", database.engine}}, value);
    };
    one("gatehouse_database_calls_total", Type::Counter, "Pieces of work done by the database.", double(database.calls));
    one("gatehouse_database_failures_total", Type::Counter, "Pieces of work that it failed or could not begin.",
        double(database.failures));
    one("gatehouse_database_call_seconds_total", Type::Counter, "Time that work took in the database.", database.seconds);
    one("gatehouse_database_connections_open", Type::Gauge, "Open connections.", database.connections);
    one("gatehouse_database_connections_busy", Type::Gauge, "Connections with work.", database.busy);
    one("gatehouse_database_waiting", Type::Gauge, "Pieces of work that wait for a connection.", database.waiting);
    one("gatehouse_database_connections_lost_total", Type::Counter, "Connections that broke.", double(database.lost));
}

void writeWebhook(PrometheusText &text, const MetricsSnapshot::Webhook &webhook)
{
    if (!webhook.used)
        return;
    single(text, "gatehouse_webhook_delivered_total", Type::Counter, "Entries that the webhook took.", double(webhook.delivered));
    single(text, "gatehouse_webhook_failures_total", Type::Counter, "Attempts that came to nothing.", double(webhook.failed));
    single(text, "gatehouse_webhook_dead_letters_total", Type::Counter, "Entries that were given up.", double(webhook.buried));
    single(text, "gatehouse_webhook_breaker_open", Type::Gauge, "Whether the webhook is held for broken.", webhook.open ? 1 : 0);
}

void writeRedis(PrometheusText &text, const std::vector<RedisTotals> &uses)
{
    const auto all = [&](QByteArrayView name, Type type, QByteArrayView help, const auto &valueOf) {
        text.family(name, type, help);
        for (const RedisTotals &redis : uses)
            text.sample({{"use", redis.use}}, double(valueOf(redis)));
    };
    if (uses.empty())
        return;
    all("gatehouse_redis_calls_total", Type::Counter, "Commands sent to Redis.", std::mem_fn(&RedisTotals::calls));
    text.family("gatehouse_redis_failures_total", Type::Counter, "Commands that came to nothing, by reason.");
    for (const RedisTotals &redis : uses) {
        text.sample({{"use", redis.use}, {"reason", "error"}}, double(redis.errors));
        text.sample({{"use", redis.use}, {"reason", "timeout"}}, double(redis.timeouts));
        text.sample({{"use", redis.use}, {"reason", "not_sent"}}, double(redis.rejected));
    }
    all("gatehouse_redis_connections_open", Type::Gauge, "Open connections to Redis.", std::mem_fn(&RedisTotals::connected));
    all("gatehouse_redis_connections_total", Type::Counter, "Connections made to Redis.", std::mem_fn(&RedisTotals::connects));
    all("gatehouse_redis_breakers_open", Type::Gauge, "Connections over which Redis is held for away.",
        std::mem_fn(&RedisTotals::openBreakers));
    text.family("gatehouse_redis_call_duration_seconds", Type::Histogram, "From a command to its answer.");
    for (const RedisTotals &redis : uses)
        writeHistogram(text, redis.latency, {{"use", redis.use}});
}

void writeLimitEngines(PrometheusText &text, const std::optional<LimitEngineTotals> &decided)
{
    if (!decided)
        return;
    text.family("gatehouse_limit_engine_decisions_total", Type::Counter, "Who decided about limits.");
    text.sample({{"engine", "redis"}}, double(decided->redis));
    text.sample({{"engine", "memory"}}, double(decided->memory));
    text.sample({{"engine", "outage"}}, double(decided->outage));
}

double rounded(double value, double digits)
{
    const double factor = std::pow(10.0, digits);
    return std::round(value * factor) / factor;
}

} // namespace

QByteArray toPrometheus(const MetricsSnapshot &metrics, const ProcessStats &process, QByteArrayView version,
                        quint64 droppedLogLines)
{
    PrometheusText text;
    writeRoutes(text, metrics);
    writeDoor(text, metrics);
    writeDatabase(text, metrics.database);
    writeRedis(text, metrics.redis);
    writeLimitEngines(text, metrics.limitEngines);
    writeSharing(text, metrics.sharing);
    writeWebhook(text, metrics.webhook);
    text.family("gatehouse_build_info", Type::Gauge, "Always 1; the label tells the version.");
    text.sample({{"version", version}}, 1);
    single(text, "gatehouse_log_lines_dropped_total", Type::Counter, "Log lines lost because their reader did not keep up.",
           double(droppedLogLines));
    single(text, "process_resident_memory_bytes", Type::Gauge, "Resident memory size in bytes.", double(process.residentBytes));
    single(text, "process_open_fds", Type::Gauge, "Number of open file descriptors.", process.openDescriptors);
    single(text, "process_cpu_seconds_total", Type::Counter, "Total user and system CPU time spent in seconds.",
           process.cpuSeconds);
    single(text, "process_start_time_seconds", Type::Gauge, "Start time of the process since unix epoch in seconds.",
           process.startTime);
    return text.take();
}

QJsonObject toJson(const MetricsSnapshot &metrics)
{
    struct PathTotals {
        LatencySnapshot latency;
        quint64 errors = 0;
    };
    std::map<QByteArray, PathTotals> paths;
    for (const auto &route : metrics.routes) {
        PathTotals &totals = paths[route.label.path];
        for (std::size_t i = 0; i < totals.latency.buckets.size(); ++i)
            totals.latency.buckets[i] += route.latency.buckets[i];
        totals.latency.microseconds += route.latency.microseconds;
        totals.errors += route.byClass[kStatusClasses - 1];
    }

    QJsonObject routes;
    for (const auto &[path, totals] : paths) {
        const auto count = double(totals.latency.count());
        routes.insert(
            QString::fromUtf8(path),
            QJsonObject{{QStringLiteral("request_count"), count},
                        {QStringLiteral("avg_response_time_ms"), rounded(double(totals.latency.microseconds) / 1000 / count, 3)},
                        {QStringLiteral("p50_ms"), rounded(totals.latency.quantile(0.50) / 1000, 3)},
                        {QStringLiteral("p95_ms"), rounded(totals.latency.quantile(0.95) / 1000, 3)},
                        {QStringLiteral("p99_ms"), rounded(totals.latency.quantile(0.99) / 1000, 3)},
                        {QStringLiteral("error_count"), double(totals.errors)},
                        {QStringLiteral("error_rate"), rounded(double(totals.errors) / count, 4)}});
    }
    return {{QStringLiteral("metrics"), routes}};
}

} // namespace gatehouse::telemetry
