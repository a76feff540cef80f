#pragma once

#include "core/error.h"
#include "http/request.h"
#include "http/response.h"

#include <QWebSocket>

#include <functional>
#include <memory>

namespace gatehouse::http {

/// Gets the socket once it is open, in the worker's thread and not before the answer is on its way.
using WebSocketTaker = std::function<void(std::unique_ptr<QWebSocket> socket)>;

/// The largest message that a client may send, in bytes; frames are held to the same.
inline constexpr quint64 kLargestWebSocketMessage = 1024 * 1024;

/// The answer that makes a WebSocket of the request's connection (RFC 6455, section 4.2): 101. Fails with 426 where the request
/// does not ask for one of version 13, 400 where it does so wrongly, 403 when a browser sent a cookie along from somebody
/// else's page, whom nothing else would keep from listening (section 10.2).
[[nodiscard]] Result<Response> upgradeToWebSocket(const Request &request, WebSocketTaker taker);

} // namespace gatehouse::http
