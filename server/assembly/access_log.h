#pragma once

#include "http/request_observer.h"

#include <chrono>

namespace gatehouse::assembly {

/// Writes one line for each request to the log category "gatehouse.access", at debug level, and a warning for a slow
/// or failed one. The query is left out: it may hold what nobody should read.
class AccessLog final : public http::RequestObserver
{
public:
    AccessLog(std::chrono::milliseconds slowThreshold, const Clock &clock) : m_slowThreshold(slowThreshold), m_clock(clock) {}

    void finished(const http::Request &request, int status, qint64 bytesSent) override;
    void limited(const http::Request &request, const limits::Verdict &verdict) override;
    void failed(const http::Request &request, const QString &detail, QByteArrayView errorId) override;
    void connectionDropped(const char *reason) override;

private:
    const std::chrono::milliseconds m_slowThreshold;
    const Clock &m_clock;
};

} // namespace gatehouse::assembly
