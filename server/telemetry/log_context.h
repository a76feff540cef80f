#pragma once

#include <QByteArrayView>

#include <utility>

namespace gatehouse::telemetry {

/// The request that the current thread is working on, for its log lines.
struct RequestContext {
    QByteArrayView requestId;
    QByteArrayView traceId;
};

/// Puts a request into the context of the current thread for as long as it lives; scopes nest. It is for straight
/// runs of code: across a co_await another request may run in the same thread, so the scope ends before it and a
/// new one begins after. What it names must outlive it.
class LogContext
{
public:
    explicit LogContext(RequestContext context)
        : m_before(std::exchange(s_current, context))
    {
    }
    ~LogContext() { s_current = m_before; }
    LogContext(const LogContext &) = delete;
    LogContext &operator=(const LogContext &) = delete;

    [[nodiscard]] static RequestContext current() { return s_current; }

private:
    static inline thread_local RequestContext s_current;
    RequestContext m_before;
};

} // namespace gatehouse::telemetry
