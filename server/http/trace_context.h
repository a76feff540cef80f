#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QRandomGenerator>

#include "core/clock.h"

namespace gatehouse::http {

struct Request;

/// What ties a request's log lines together, here and across services.
struct TraceContext {
    QByteArray requestId; ///< ULID or UUID
    QByteArray traceId; ///< 32 lower-case hex digits
    QByteArray parentSpan; ///< 16 lower-case hex digits; empty when the trace begins here
};

/// Makes trace contexts for one worker, in whose thread it lives. Identifiers of requests are no secrets, so they come
/// from a generator of its own that is seeded by the operating system once.
class TraceContextSource
{
public:
    /// Continues the caller's `traceparent` (W3C Trace Context) and X-Request-Id where they are valid.
    [[nodiscard]] TraceContext next(QByteArrayView requestId, QByteArrayView traceparent, WallTime now);

    /// Gives the request its identifiers: its own where they hold, see next(). A `traceparent` that is there twice is nobody's.
    void identify(Request &request, WallTime now);

    /// A new ULID for an error.
    [[nodiscard]] QByteArray nextUlid(WallTime now);

private:
    QRandomGenerator64 m_random = QRandomGenerator64::securelySeeded();
};

} // namespace gatehouse::http
