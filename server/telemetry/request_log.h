#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <chrono>

namespace gatehouse::telemetry {

/// Where a request's time went.
struct RequestStages {
    std::chrono::microseconds admit{}; ///< head complete → limited, authenticated, authorised
    std::chrono::microseconds body{}; ///< → body complete
    std::chrono::microseconds handle{}; ///< → handler done
    std::chrono::microseconds write{}; ///< → answer handed to the socket

    [[nodiscard]] std::chrono::microseconds total() const { return admit + body + handle + write; }
};

/// What the access log says of a request. Never its query, its headers or its body.
struct RequestSummary {
    QByteArrayView method;
    QByteArrayView route; ///< the pattern of the route, or "unmatched": a path may hold somebody's secret identifier
    int status = 0;
    qint64 bytesSent = 0;
    QByteArrayView client; ///< address
    QByteArrayView errorId = {}; ///< of the problem it was answered with; empty: none
    RequestStages stages;
};

/// One line in `gatehouse.access`. The request's identifiers come from the thread's LogContext.
void logAccess(const RequestSummary &request);

/// Tells of requests that took longer than a threshold, with the time of each stage. Thread-safe.
class SlowRequestLog
{
public:
    explicit SlowRequestLog(std::chrono::microseconds threshold)
        : m_threshold(threshold)
    {
    }

    [[nodiscard]] bool isSlow(const RequestStages &stages) const { return stages.total() > m_threshold; }
    /// One warning in `gatehouse.http` when the request was slow.
    void consider(const RequestSummary &request) const;

private:
    std::chrono::microseconds m_threshold;
};

} // namespace gatehouse::telemetry
