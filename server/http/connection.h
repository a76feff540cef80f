#pragma once

#include "http/body_memory.h"
#include "http/chunked_decoder.h"
#include "http/gate.h"
#include "http/guard_limits.h"
#include "http/http_server_adapter.h"
#include "http/response_writer.h"
#include "http/tunnel.h"
#include "http/wire.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse::http {

/// What the connections of one worker share.
struct ConnectionEnvironment {
    Gate &gate;
    RequestObserver &observer; ///< the gate's
    HttpServerAdapter &adapter;
    DateCache &date;
    const Clock &clock;
    const GuardLimits &limits;
    BodyMemory &bodyMemory;
    QByteArray &scratch; ///< what a read goes into; used only within one call
    int &deciding; ///< requests that the gate has not decided on yet
    std::function<void(class Connection *)> ended; ///< destroys the connection, not before the event loop runs again
};

/// The framing guard of one client: reads strictly framed requests from the wire, asks the gate, passes whole requests
/// on and writes the answers, one after the other. Lives in its worker's thread.
class Connection
{
public:
    Connection(ConnectionEnvironment &environment, Peer peer);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Takes the wire and starts. Called once.
    void start(std::unique_ptr<Wire> wire);
    void readable();
    void writable();
    /// Acts on what has taken too long; called now and then by the worker.
    void checkTimeouts(SteadyTime now);
    /// No further request after the one in flight; an idle connection ends at once.
    void drain();

    [[nodiscard]] const IpAddress &peerAddress() const { return m_peer.address; }
    [[nodiscard]] bool isInFlight() const { return m_state == State::Handling || m_state == State::Deciding; }

private:
    enum class State {
        Idle, ///< between requests
        Head,
        Deciding, ///< the gate waits for somebody else before it lets the request in
        Body,
        Handling, ///< the request is with the gate
        Answering, ///< the rest of an answer waits for the client
        Tunnelled, ///< in another protocol
        Lingering, ///< answered for the last time; what still comes is thrown away
        Ended,
    };

    void consume(QByteArrayView bytes);
    [[nodiscard]] bool consumeHead(QByteArrayView &bytes);
    [[nodiscard]] bool consumeBody(QByteArrayView &bytes);
    void beginRequest(RequestHead head);
    static QCoro::Task<> waitFor(Gate::Deciding deciding, std::shared_ptr<Connection *> self, ConnectionEnvironment &environment);
    void decided(Gate::Decision decision);
    void act(Gate::Decision decision, bool allRead);
    void dispatch();
    void refuse(Refusal error);
    void answer(const Response &response, bool keepAlive);
    void answered();
    void tunnel();
    void forward(QByteArrayView bytes);
    void sendTunnelled(QByteArrayView bytes);
    void finishTunnel();
    void resume();
    void linger();
    void end();
    [[nodiscard]] bool send(QByteArrayView bytes);
    [[nodiscard]] qsizetype unsent() const { return m_output.size() - m_written; }
    [[nodiscard]] qint64 taken() const;
    [[nodiscard]] bool readsTooSlowly(SteadyTime now);

    ConnectionEnvironment &m_environment;
    Peer m_peer;
    std::unique_ptr<Wire> m_wire;
    std::shared_ptr<Connection *> m_self; ///< shared with answers on their way: null once this is gone
    RequestParser m_parser;
    State m_state = State::Idle;
    RequestPtr m_request;
    BodyLease *m_bodyLease = nullptr; ///< of that: there as long as it is, wherever it is
    std::optional<Gate::Decision> m_decision; ///< that came before admit()'s caller went on
    std::optional<ChunkedDecoder> m_decoder;
    qsizetype m_bodyLimit = 0;
    qsizetype m_bodyAtStretch = 0; ///< size of the body when its rate was last looked at
    QByteArray m_pending; ///< came while a request was in flight
    QByteArray m_output; ///< what the socket would not take yet
    qsizetype m_written = 0; ///< of m_output
    qint64 m_handedOver = 0; ///< to the wire, in all
    qint64 m_takenAtStretch = 0; ///< by the client, when its rate was last looked at
    SteadyTime m_since{}; ///< when the state began, or last made progress, or its stretch of time began
    SteadyTime m_answeredAt{}; ///< when lingering began
    std::function<void(std::unique_ptr<Tunnel> tunnel)> m_takeOver; ///< of the answer in hand
    QPointer<Tunnel> m_tunnel; ///< null once whoever took it has let go of it
    bool m_tunnelFinished = false; ///< the connection ends when all is sent
    bool m_holdsBack = false; ///< reads nothing, as too much waits for the client
    AnswerLease m_answerLease; ///< of the answer in hand
    bool m_keepAlive = true; ///< after the answer in hand
    bool m_peerEnded = false;
    bool m_draining = false;
    bool m_consuming = false;
};

} // namespace gatehouse::http
