#pragma once

#include "http/route.h"
#include "stream/stream_session.h"

namespace gatehouse::stream {

/// What the endpoint works with; all of it outlives the routes.
struct StreamRouteParts {
    StreamHub &hub;
    const Clock &clock;
    /// Makes, in a worker's thread, what its sessions ask whether their callers may go on.
    std::function<StillAllowed()> makeStillAllowed;
};

/// Declares the WebSocket `/api/v1/admin/stream`, for operators.
void declareStreamRoutes(http::RouteTable &routes, const StreamRouteParts &parts);

} // namespace gatehouse::stream
