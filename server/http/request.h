#pragma once

#include "core/ip_address.h"
#include "http/principal.h"
#include "http/request_head.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::http {

struct Route;

/// The connection a request came over.
struct Peer {
    IpAddress address;
    quint16 port = 0;
    bool tls = false;
};

/// Name, in small letters, and value of headers that the record is to tell of.
using NotedHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// What the pipeline has found out about a request so far, in the order of its stages.
struct Request {
    RequestHead head;
    QByteArray body; ///< whole and decoded once the handler runs
    Peer peer;
    SteadyTime arrived{}; ///< when the head was complete

    QByteArray id; ///< ULID or UUID: X-Request-Id
    QByteArray traceId; ///< 32 hex digits (W3C Trace Context)
    QByteArray parentSpan; ///< 16 hex digits, empty when the trace begins here
    IpAddress client; ///< through trusted proxies
    bool secure = false; ///< arrived over TLS, here or at a trusted proxy
    bool byForeignPage = false; ///< a browser sends it for a page of another site; see isByForeignPage()
    const Route *route = nullptr; ///< null when no route matched
    QByteArrayList parameters; ///< of the path, in the order of its `{…}`, percent-decoded
    Principal caller;
    NotedHeaders noted; ///< once the handler runs: those of PipelineSettings::notedHeaders that it has
    std::string limitLines; ///< what the answer says about limits: complete header lines
    QJsonObject json; ///< the body, when the route declares a schema; validated

    /// The value of `name` in the query string, percent-decoded; null when absent.
    [[nodiscard]] QByteArray queryValue(QByteArrayView name) const;

    SteadyTime admitted{}; ///< end of the stages before the body
    SteadyTime bodyComplete{}; ///< when the handler could begin
    SteadyTime handled{}; ///< when the handler had answered
};

/// Shared because the connection and the handler's coroutine both hold it, and either may end first: a client may
/// leave while the handler waits.
using RequestPtr = std::shared_ptr<Request>;

} // namespace gatehouse::http
