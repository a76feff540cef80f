#include "http/connection.h"

#include <algorithm>
#include <utility>

namespace gatehouse::http {

namespace {

/// What its body takes is counted until nobody needs the request any more, be the connection gone or not.
struct LeasingRequest : Request {
    BodyLease lease;
};

constexpr Refusal kNoRoom{503, "there is no memory left for bodies; try again soon"};
/// Of bytes that wait for a client in another protocol: beyond this nothing of it is read, so what answers it cannot pile up.
constexpr qsizetype kMostUnsentReading = 64 * 1024;
/// Beyond this its connection ends. Whoever took it over is to stop long before.
constexpr qsizetype kMostUnsent = 2 * 1024 * 1024;
/// What whoever took the connection over may leave unread: a message of the largest size, and some more.
constexpr qsizetype kMostUnread = 2 * 1024 * 1024;

} // namespace

Connection::Connection(ConnectionEnvironment &environment, Peer peer)
    : m_environment(environment)
    , m_peer(peer)
    , m_self(std::make_shared<Connection *>(this))
    , m_since(environment.clock.steadyNow())
{
}

Connection::~Connection()
{
    *m_self = nullptr;
    if (!m_tunnel.isNull())
        m_tunnel->peerGone();
}

void Connection::start(std::unique_ptr<Wire> wire)
{
    m_wire = std::move(wire);
    // Until its first byte a connection is given no longer than a head is.
    m_state = State::Head;
}

void Connection::readable()
{
    if (m_state == State::Ended)
        return;
    if (m_state == State::Deciding || m_state == State::Handling || m_state == State::Answering)
        return m_wire->setReading(false);
    const Wire::ReadResult result = m_wire->read(m_environment.scratch.data(), m_environment.scratch.size());
    switch (result.status) {
    case Wire::ReadStatus::Nothing: return;
    case Wire::ReadStatus::Refused: m_environment.observer.connectionDropped("tls_handshake"); return end();
    case Wire::ReadStatus::Failed: return end();
    case Wire::ReadStatus::End: m_peerEnded = true; return end();
    case Wire::ReadStatus::Data:
        if (m_state == State::Tunnelled)
            forward(QByteArrayView(m_environment.scratch.constData(), result.size));
        else if (m_state == State::Lingering)
            m_since = m_environment.clock.steadyNow();
        else
            consume(QByteArrayView(m_environment.scratch.constData(), result.size));
        return;
    }
}

void Connection::consume(QByteArrayView bytes)
{
    // An answer that is made at once comes back into here: the loop below goes on instead.
    if (m_consuming) {
        m_pending.append(bytes);
        return;
    }
    m_consuming = true;
    while (!bytes.isEmpty()) {
        if (m_state == State::Idle) {
            m_state = State::Head;
            m_since = m_environment.clock.steadyNow();
        }
        const bool goOn = m_state == State::Head ? consumeHead(bytes) : m_state == State::Body ? consumeBody(bytes) : false;
        if (!goOn)
            break;
    }
    m_consuming = false;
    if (m_state == State::Tunnelled && !bytes.isEmpty())
        return forward(bytes); // sent without waiting for the answer
    if (m_state == State::Deciding || m_state == State::Handling || m_state == State::Answering) {
        // At most one read's worth: reading stops until the answer is out.
        m_pending = bytes.toByteArray();
        // A decision comes soon, and few clients send on before they have an answer: reading stops when one does.
        if (m_state != State::Deciding)
            m_wire->setReading(false);
    }
}

bool Connection::consumeHead(QByteArrayView &bytes)
{
    // A TLS handshake counts as part of the first head's time, or a client could have that time twice.
    if (!m_parser.isInside() && !m_peer.tls)
        m_since = m_environment.clock.steadyNow();
    const RequestParser::Progress progress = m_parser.feed(bytes);
    bytes = bytes.sliced(progress.consumed);
    if (progress.state == RequestParser::State::Refused) {
        const Refusal refusal = m_parser.refusal();
        beginRequest(m_parser.takeRefusedHead());
        refuse(refusal);
        return false;
    }
    if (progress.state == RequestParser::State::Incomplete)
        return false;
    beginRequest(m_parser.takeHead());
    m_since = m_request->arrived;

    auto admission = m_environment.gate.admit(m_request);
    if (auto *deciding = std::get_if<Gate::Deciding>(&admission)) {
        m_state = State::Deciding;
        waitFor(std::move(*deciding), m_self, m_environment);
        // What needed no waiting after all has been decided by now.
        if (std::optional<Gate::Decision> decision = std::exchange(m_decision, std::nullopt))
            act(std::move(*decision), bytes.isEmpty());
    } else if (auto *response = std::get_if<Response>(&admission)) {
        act({std::move(*response)}, bytes.isEmpty());
    } else {
        act({std::get<Gate::Admission>(admission)}, bytes.isEmpty());
    }
    return m_state == State::Idle || m_state == State::Body;
}

/// Outlives the connection if need be, but not the worker, which waits until it has ended.
QCoro::Task<> Connection::waitFor(Gate::Deciding deciding, std::shared_ptr<Connection *> self, ConnectionEnvironment &environment)
{
    ++environment.deciding;
    Gate::Decision decision = co_await deciding;
    --environment.deciding;
    if (*self != nullptr && (*self)->m_state == State::Deciding)
        (*self)->decided(std::move(decision));
}

void Connection::decided(Gate::Decision decision)
{
    if (m_consuming) {
        m_decision = std::move(decision);
        return;
    }
    m_since = m_environment.clock.steadyNow();
    act(std::move(decision), m_pending.isEmpty());
    if (m_state == State::Body)
        resume();
}

/// Answers the request, or reads its body, or hands it on when it has none. `allRead`: nothing after its head is here yet.
void Connection::act(Gate::Decision decision, bool allRead)
{
    if (const auto *response = std::get_if<Response>(&decision.outcome)) {
        // A body that nobody will read cannot be told from the next request: the connection ends with the answer.
        return answer(*response, !m_request->head.hasBody());
    }
    m_bodyLimit = std::get<Gate::Admission>(decision.outcome).bodyLimit;
    if (m_request->head.contentLength.value_or(0) > m_bodyLimit)
        return refuse({413, "the body is too large"});
    if (!m_request->head.hasBody())
        return dispatch();
    if (m_request->head.chunked)
        m_decoder.emplace();
    m_state = State::Body;
    m_bodyAtStretch = 0;
    if (m_request->head.expectContinue && allRead)
        (void)send("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::beginRequest(RequestHead head)
{
    auto request = std::make_shared<LeasingRequest>();
    m_bodyLease = &request->lease;
    m_request = std::move(request);
    m_request->head = std::move(head);
    m_request->peer = m_peer;
    m_request->arrived = m_environment.clock.steadyNow();
    m_environment.observer.begun();
}

bool Connection::consumeBody(QByteArrayView &bytes)
{
    Request &request = *m_request;
    bool complete = false;
    if (m_decoder) {
        const ChunkedDecoder::Progress progress = m_decoder->feed(bytes, m_bodyLimit, request.body);
        bytes = bytes.sliced(progress.consumed);
        if (progress.state == ChunkedDecoder::State::Refused) {
            refuse(m_decoder->refusal());
            return false;
        }
        if (m_decoder->announcedSize() > m_bodyLimit) {
            refuse({413, "the body is too large"});
            return false;
        }
        complete = progress.state == ChunkedDecoder::State::Complete;
    } else {
        const qsizetype taken = std::min<qsizetype>(bytes.size(), *request.head.contentLength - request.body.size());
        request.body.append(bytes.first(taken));
        bytes = bytes.sliced(taken);
        complete = request.body.size() == *request.head.contentLength;
    }
    // What came, not what was announced: promises would cost nothing, and keep everybody else out.
    if (!m_bodyLease->growTo(m_environment.bodyMemory, request.client, request.body.size())) {
        refuse(kNoRoom);
        return false;
    }
    if (!complete)
        return false;
    m_decoder.reset();
    dispatch();
    return m_state == State::Idle;
}

void Connection::dispatch()
{
    m_state = State::Handling;
    m_environment.adapter.carry(m_request, [self = m_self](const Response &response) {
        // The client may have left meanwhile; then nobody is there to be answered.
        if (Connection *connection = *self; connection != nullptr && connection->m_state == State::Handling)
            connection->answer(response, true);
    });
}

void Connection::refuse(Refusal error)
{
    if (!m_request)
        beginRequest(RequestHead());
    answer(m_environment.gate.refuse(error.status, error.reason, *m_request), false);
}

void Connection::answer(const Response &response, bool keepAlive)
{
    const RequestHead &head = m_request->head;
    m_takeOver = response.takeOver;
    m_keepAlive = m_takeOver || (keepAlive && head.keepAlive && !response.closeConnection && !m_draining);
    std::string bytes;
    appendAnswer(bytes, response, m_environment.date.get(),
                 {.minorVersion = head.minorVersion, .keepAlive = m_keepAlive, .headOnly = head.method == Method::Head});
    m_answerLease.take(m_environment.bodyMemory, response.body.size());
    m_state = State::Answering;
    m_since = m_environment.clock.steadyNow();
    m_environment.observer.finished(*m_request, response, std::ssize(bytes));
    if (!send(QByteArrayView(bytes.data(), std::ssize(bytes))))
        return;
    if (m_output.isEmpty())
        answered();
}

bool Connection::send(QByteArrayView bytes)
{
    const qsizetype written = m_output.isEmpty() ? m_wire->write(bytes) : 0;
    if (written < 0) {
        end();
        return false;
    }
    m_handedOver += written;
    if (written < bytes.size()) {
        if (m_output.isEmpty()) {
            m_since = m_environment.clock.steadyNow();
            m_takenAtStretch = taken();
        } else if (m_written > m_output.size() / 2) {
            m_output.remove(0, std::exchange(m_written, 0)); // in a tunnel there may never be a moment when all is written
        }
        m_output.append(bytes.sliced(written));
        m_wire->setWriting(true);
    }
    return true;
}

void Connection::writable()
{
    if (m_state == State::Ended || m_output.isEmpty())
        return;
    const qsizetype written = m_wire->write(QByteArrayView(m_output).sliced(m_written));
    if (written < 0)
        return end();
    m_handedOver += written;
    m_written += written;
    if (m_holdsBack && unsent() <= kMostUnsentReading) {
        m_holdsBack = false;
        m_wire->setReading(true);
    }
    if (m_written < m_output.size())
        return;
    m_output = QByteArray();
    m_written = 0;
    m_wire->setWriting(false);
    if (m_state == State::Answering)
        answered();
    else if (m_tunnelFinished)
        linger();
}

void Connection::answered()
{
    m_decoder.reset();
    m_answerLease.release();
    if (m_takeOver)
        return tunnel();
    m_request.reset();
    if (!m_keepAlive)
        return linger();
    m_state = State::Idle;
    m_since = m_environment.clock.steadyNow();
    if (!m_consuming)
        resume();
}

void Connection::tunnel()
{
    m_state = State::Tunnelled;
    m_request.reset();
    // It may outlive the connection, which is gone when `self` points to nothing.
    Tunnel::Guard guard{
        .send =
            [self = m_self](QByteArrayView bytes) {
                if (*self != nullptr && (*self)->m_state == State::Tunnelled)
                    (*self)->sendTunnelled(bytes);
            },
        .unsent = [self = m_self] { return *self == nullptr ? 0 : (*self)->unsent(); },
        .finish =
            [self = m_self] {
                if (*self != nullptr && (*self)->m_state == State::Tunnelled)
                    (*self)->finishTunnel();
            },
    };
    auto made =
        std::make_unique<Tunnel>(std::move(guard), QHostAddress(QString::fromLatin1(m_peer.address.toText())), m_peer.port);
    m_tunnel = made.get();
    const auto takeOver = std::exchange(m_takeOver, {});
    takeOver(std::move(made));
    const QByteArray early = std::exchange(m_pending, QByteArray());
    m_wire->setReading(true);
    if (!early.isEmpty())
        forward(early);
}

void Connection::forward(QByteArrayView bytes)
{
    if (m_tunnel.isNull())
        return;
    m_tunnel->receive(bytes);
    // Whoever reads there takes what makes sense at once; the rest of a message may be on its way, but not for ever.
    if (m_state == State::Tunnelled && !m_tunnel.isNull() && m_tunnel->unread() > kMostUnread)
        end();
}

void Connection::sendTunnelled(QByteArrayView bytes)
{
    if (unsent() + bytes.size() > kMostUnsent) {
        m_environment.observer.connectionDropped("unread_answer");
        return end();
    }
    if (!send(bytes) || m_holdsBack || unsent() <= kMostUnsentReading)
        return;
    m_holdsBack = true;
    m_wire->setReading(false);
}

void Connection::finishTunnel()
{
    m_tunnelFinished = true;
    if (m_output.isEmpty())
        linger();
}

void Connection::resume()
{
    m_wire->setReading(true);
    if (m_pending.isEmpty())
        return;
    const QByteArray pending = std::exchange(m_pending, QByteArray());
    consume(pending);
}

void Connection::linger()
{
    // Closing at once could reset the connection and take the answer away from a client that is still sending
    // (RFC 9112, section 9.6).
    m_pending.clear();
    m_state = State::Lingering;
    m_since = m_answeredAt = m_environment.clock.steadyNow();
    m_wire->shutdownWriting();
    m_wire->setReading(true);
}

void Connection::end()
{
    if (m_state == State::Ended)
        return;
    if (m_request && m_state != State::Answering)
        m_environment.observer.abandoned(*m_request);
    m_state = State::Ended;
    if (!m_tunnel.isNull())
        m_tunnel->peerGone();
    m_wire->setReading(false);
    m_wire->setWriting(false);
    m_environment.ended(this);
}

void Connection::drain()
{
    m_draining = true;
    if (m_state == State::Idle || (m_state == State::Head && !m_parser.isInside()))
        end();
}

/// Of all that was handed to the wire, what the client is known to have.
qint64 Connection::taken() const
{
    return m_handedOver - m_wire->undelivered();
}

/// Whether a client whose answer waits takes it more slowly than anybody has to be waited for.
bool Connection::readsTooSlowly(SteadyTime now)
{
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_since);
    if (waited <= m_environment.limits.writeTimeout)
        return false;
    // Each stretch counts for itself, as with bodies.
    const qint64 before = std::exchange(m_takenAtStretch, taken());
    m_since = now;
    return m_takenAtStretch - before < m_environment.limits.answerMinimumRate * waited.count() / 1000;
}

void Connection::checkTimeouts(SteadyTime now)
{
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_since);
    const GuardLimits &limits = m_environment.limits;
    switch (m_state) {
    case State::Idle:
        if (waited > limits.idleTimeout)
            end();
        return;
    case State::Head:
        if (waited <= limits.headTimeout)
            return;
        if (m_parser.isInside())
            return refuse({408, "the request head took too long"});
        m_environment.observer.connectionDropped("silent");
        return end();
    case State::Body:
        if (waited <= limits.bodyGrace)
            return;
        // Each stretch counts for itself, or a fast start would buy hours of silence.
        if (m_request->body.size() - m_bodyAtStretch < limits.bodyMinimumRate * waited.count() / 1000)
            return refuse({408, "the request body came too slowly"});
        m_bodyAtStretch = m_request->body.size();
        m_since = now;
        return;
    case State::Answering:
    case State::Tunnelled:
        if (!m_output.isEmpty() && readsTooSlowly(now)) {
            m_environment.observer.connectionDropped("unread_answer");
            end();
        }
        return;
    case State::Lingering:
        if (waited > limits.lingerTimeout || now - m_answeredAt > limits.lingerLimit)
            end();
        return;
    case State::Deciding:
    case State::Handling:
    case State::Ended: return;
    }
}

} // namespace gatehouse::http
