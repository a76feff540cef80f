#pragma once

#include "telemetry/metrics.h"
#include "telemetry/process_stats.h"

#include <QJsonObject>

namespace gatehouse::telemetry {

/// Everything for `/metrics`. `droppedLogLines` is Logger::droppedLines().
[[nodiscard]] QByteArray toPrometheus(const MetricsSnapshot &metrics, const ProcessStats &process, QByteArrayView version,
                                      quint64 droppedLogLines);

/// For `/monitoring/metrics`: `{"metrics": {"<route>": {request_count, avg_response_time_ms, p50_ms, p95_ms, p99_ms, error_count,
/// error_rate}}}`. Methods of a path are added up; errors are answers of 500 and over.
[[nodiscard]] QJsonObject toJson(const MetricsSnapshot &metrics);

} // namespace gatehouse::telemetry
