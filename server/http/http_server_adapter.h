#pragma once

#include "http/gate.h"
#include "http/lane.h"

#include <QAbstractHttpServer>
#include <QTcpServer>

#include <functional>
#include <optional>
#include <vector>

namespace gatehouse::http {

/// The listening socket as QHttpServer sees it. Accepted descriptors go to the guard; what QHttpServer gets from here
/// are lanes.
class GuardedTcpServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Accept = std::function<void(qintptr descriptor)>;
    explicit GuardedTcpServer(Accept accept)
        : m_accept(std::move(accept))
    {
    }
    void handOver(Lane *lane);

protected:
    void incomingConnection(qintptr descriptor) override { m_accept(descriptor); }

private:
    Accept m_accept;
};

/// The one place that knows QHttpServer, whose interface differs between Qt 6.4 and 6.8. Carries whole, admitted
/// requests to the gate through lanes and brings the answers back. Belongs to one worker's thread.
class HttpServerAdapter final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Answered = std::function<void(Response response)>;

    /// `server` is listening already; it becomes this object's child. `gate` outlives this.
    HttpServerAdapter(GuardedTcpServer *server, Gate &gate);

    /// Carries one request. `answered` is called exactly once, from this or a later turn of the event loop, unless
    /// this adapter is destroyed first.
    void carry(RequestPtr request, Answered answered);

    /// Requests whose answer is still being made.
    [[nodiscard]] int inFlight() const { return m_inFlight; }

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    struct Job {
        RequestPtr request;
        Answered answered;
        Lane *lane = nullptr;
    };
    struct Finished {
        Response response;
        Answered answered;
        Lane *lane = nullptr;
    };
    [[nodiscard]] Lane *borrowLane();
    void finish(Finished finished);
    QCoro::Task<> answer(Job job, QHttpServerResponder responder);

    GuardedTcpServer *m_server;
    Gate &m_gate;
    std::vector<Lane *> m_idleLanes; ///< children of m_server: QHttpServer 6.4 never deletes what it is handed
    std::optional<Job> m_feeding; ///< the job whose lane is being read right now
    Lane *m_fedLane = nullptr;
    std::optional<Finished> m_finishedWhileFeeding;
    int m_inFlight = 0;
};

} // namespace gatehouse::http
