#include "stream/stream_routes.h"

#include "http/web_socket.h"

namespace gatehouse::stream {

using namespace Qt::StringLiterals;
using http::Request;
using http::Response;

namespace {

/// What `?topics=metrics,audit` asks for from the start.
Result<std::vector<Topic>> topicsOf(const Request &request)
{
    std::vector<Topic> topics;
    const QByteArray names = request.queryValue("topics");
    if (names.isEmpty())
        return topics;
    for (const QByteArray &name : names.split(',')) {
        const std::optional<Topic> topic = topicFromText(name);
        if (!topic)
            return std::unexpected(Error{ErrorKind::Invalid,
                                         u"the query breaks a rule"_s,
                                         {{u"topics"_s, u"must be of metrics, audit, health, limits, log"_s}},
                                         {}});
        topics.push_back(*topic);
    }
    return topics;
}

Result<Response> openStream(const StreamRouteParts &parts, const Request &request)
{
    const Result<std::vector<Topic>> topics = topicsOf(request);
    if (!topics)
        return std::unexpected(topics.error());
    if (parts.hub.isClosing() || parts.hub.isFull())
        return std::unexpected(Error{ErrorKind::Unavailable, u"no more listeners at the moment"_s, {}, std::chrono::seconds(5)});
    auto taker = [parts, topics = *topics, caller = request.caller](std::unique_ptr<QWebSocket> socket) {
        auto *session = new StreamSession(std::move(socket), caller, parts.hub, parts.makeStillAllowed(), parts.clock);
        for (const Topic topic : topics)
            session->subscribe(topic, true);
        if (parts.hub.isClosing())
            session->goAway();
    };
    return http::upgradeToWebSocket(request, std::move(taker));
}

} // namespace

void declareStreamRoutes(http::RouteTable &routes, const StreamRouteParts &parts)
{
    routes.addTag({"stream", "Live", "What happens, as it happens."});
    http::Route route;
    route.methods = {http::Method::Get};
    route.path = "/api/v1/admin/stream";
    route.operationId = "openStream";
    route.tag = "stream";
    route.summary = "Listen to what happens";
    route.description =
        "A WebSocket. Say `{\"subscribe\": [\"metrics\", \"audit\"]}` or `unsubscribe`; each message is `{\"topic\", \"time\", "
        "\"data\"}`. Closed with 4401 when the token ends or is revoked, 4408 for who does not read, 1001 when the server stops.";
    route.access = http::Access::Operator;
    route.parameters = {{"topics", "To begin with: of `metrics`, `audit`, `health`, `limits` and `log`, separated by commas"}};
    route.responses = {{.status = 101, .description = "It is a WebSocket now"},
                       {.status = 426,
                        .description = "This is only for WebSockets",
                        .schema = R"({"type":"string"})",
                        .contentType = "text/plain; charset=utf-8"},
                       {.status = 503, .description = "There are as many listeners as there may be"}};
    route.immediate = [parts](const Request &request) { return openStream(parts, request); };
    routes.add(std::move(route));
}

} // namespace gatehouse::stream
