#include "http/http_server_adapter.h"

#include "http/route.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaObject>

#include <utility>

namespace gatehouse::http {

void GuardedTcpServer::handOver(Lane *lane)
{
    addPendingConnection(lane);
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    // QTcpServer emits this itself only after it has accepted a descriptor.
    QMetaObject::invokeMethod(this, "newConnection", Qt::DirectConnection);
#endif
}

HttpServerAdapter::HttpServerAdapter(GuardedTcpServer *server, Gate &gate)
    : m_server(server)
    , m_gate(gate)
{
    bind(server);
}

Lane *HttpServerAdapter::borrowLane()
{
    if (!m_idleLanes.empty()) {
        Lane *lane = m_idleLanes.back();
        m_idleLanes.pop_back();
        return lane;
    }
    auto *lane = new Lane(m_server);
    m_server->handOver(lane);
    return lane;
}

void HttpServerAdapter::carry(RequestPtr request, Answered answered)
{
    const RequestPtr kept = request;
    Lane *lane = borrowLane();
    m_feeding = Job{std::move(request), std::move(answered), lane};
    m_fedLane = lane;
    // QHttpServer reads none of it, so what is large is not copied for it.
    const bool leavesBody = kept->route != nullptr && kept->route->readsOwnBody;
    lane->feed(kept->head, leavesBody ? QByteArray() : kept->body);
    m_fedLane = nullptr;

    // A handler that did not wait has answered already; only now is QHttpServer done with the lane.
    if (std::optional<Finished> finished = std::exchange(m_finishedWhileFeeding, std::nullopt))
        finish(std::move(*finished));
}

void HttpServerAdapter::finish(Finished finished)
{
    m_idleLanes.push_back(finished.lane);
    --m_inFlight;
    finished.answered(std::move(finished.response));
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
bool HttpServerAdapter::handleRequest(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    Q_ASSERT(m_feeding);
    answer(*std::exchange(m_feeding, std::nullopt), std::move(responder));
    return true;
}

void HttpServerAdapter::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) { }
#else
bool HttpServerAdapter::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    Q_ASSERT(m_feeding && socket == m_fedLane);
    answer(*std::exchange(m_feeding, std::nullopt), makeResponder(request, socket));
    return true;
}

void HttpServerAdapter::missingHandler(const QHttpServerRequest &, QTcpSocket *) { }
#endif

QCoro::Task<> HttpServerAdapter::answer(Job job, QHttpServerResponder responder)
{
    ++m_inFlight;
    // Awaited on a line of its own: GCC 12 destroys the parts of an aggregate twice when one of them is awaited.
    Response response = co_await m_gate.handle(job.request);
    Finished finished{std::move(response), std::move(job.answered), job.lane};
    {
        // Frees QHttpServer's side of the lane. The guard frames the real answer, with the same writer as a refusal.
        QHttpServerResponder last = std::move(responder);
        last.write(QHttpServerResponder::StatusCode::NoContent);
    }
    if (finished.lane == m_fedLane)
        m_finishedWhileFeeding = std::move(finished);
    else
        finish(std::move(finished));
}

} // namespace gatehouse::http
