#include "http/worker.h"

#include "http/connection.h"
#include "http/plain_wire.h"
#include "http/tls_wire.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <unordered_map>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::http {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype kReadSize = 64 * 1024;
constexpr auto kSweepInterval = 250ms;

/// Nothing when the peer reset the connection while it waited to be accepted: then nobody knows any more who it was.
std::optional<Peer> peerOf(int descriptor)
{
    Peer peer;
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return std::nullopt;
    if (storage.ss_family == AF_INET) {
        const auto *address = reinterpret_cast<const sockaddr_in *>(&storage);
        peer.address = IpAddress::fromIpv4(ntohl(address->sin_addr.s_addr));
        peer.port = ntohs(address->sin_port);
    } else if (storage.ss_family == AF_INET6) {
        const auto *address = reinterpret_cast<const sockaddr_in6 *>(&storage);
        std::array<unsigned char, 16> bytes{};
        std::ranges::copy(address->sin6_addr.s6_addr, bytes.begin());
        peer.address = IpAddress(bytes);
        peer.port = ntohs(address->sin6_port);
    }
    return peer;
}

} // namespace

/// What lives in the worker's thread.
class Worker::Loop final : public QObject
{
public:
    Loop(int listeningDescriptor, const GateFactory &gateFactory, const WorkerEnvironment &environment,
         std::shared_ptr<std::atomic<int>> count)
        : m_census(environment.census)
        , m_limits(environment.limits)
        , m_clock(environment.clock)
        , m_count(std::move(count))
        , m_gate(gateFactory())
        , m_date(environment.clock)
        , m_scratch(kReadSize, Qt::Uninitialized)
    {
        if (environment.tls != nullptr)
            m_tls.emplace(*environment.tls);
        m_server = new GuardedTcpServer([this](qintptr descriptor) { accept(static_cast<int>(descriptor)); });
        m_server->setSocketDescriptor(listeningDescriptor);
        m_adapter = std::make_unique<HttpServerAdapter>(m_server, *m_gate);
        m_environment.emplace(*m_gate, m_gate->observer(), *m_adapter, m_date, m_clock, m_limits, environment.bodyMemory,
                              m_scratch, m_deciding, [this](Connection *connection) { bury(connection); });
        connect(&m_sweep, &QTimer::timeout, this, [this] { sweep(); });
        m_sweep.start(kSweepInterval);
    }

    ~Loop() override
    {
        m_server->close();
        clearDead(); // a turn of the loop that was to do it may be yet to come
        while (!m_connections.empty()) {
            m_dead = {m_connections.begin()->first};
            clearDead();
        }
        m_dead.clear();
        QCoreApplication::processEvents(); // who took a connection over is told that it is gone
        // A coroutine must not outlive what it uses: answers that are still being made end before the gate does.
        while (m_adapter->inFlight() > 0 || m_deciding > 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }

    void drain()
    {
        m_server->close();
        for (const auto &[pointer, connection] : m_connections)
            connection->drain();
    }

private:
    void accept(int descriptor)
    {
        const std::optional<Peer> known = peerOf(descriptor);
        if (!known) {
            ::close(descriptor);
            return m_gate->observer().connectionDropped("gone");
        }
        Peer peer = *known;
        peer.tls = m_tls.has_value();
        switch (m_census.enter(peer.address)) {
        case ConnectionCensus::Admission::Admitted: break;
        case ConnectionCensus::Admission::TooMany: ::close(descriptor); return m_gate->observer().connectionDropped("too_many");
        case ConnectionCensus::Admission::TooManyFromAddress:
            ::close(descriptor);
            return m_gate->observer().connectionDropped("too_many_from_address");
        }
        // What QTcpServer hands over would make a write wait for a slow reader, and everybody else with it.
        fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
        const int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_count->fetch_add(1, std::memory_order_relaxed);
        m_gate->observer().connectionOpened();
        auto connection = std::make_unique<Connection>(*m_environment, peer);
        Connection *started = connection.get();
        m_connections.emplace(started, std::move(connection));
        started->start(makeWire(descriptor, {[started] { started->readable(); }, [started] { started->writable(); }}));
    }

    std::unique_ptr<Wire> makeWire(int descriptor, Wire::Callbacks callbacks)
    {
        if (!m_tls)
            return std::make_unique<PlainWire>(descriptor, std::move(callbacks), m_poller);
        return std::make_unique<TlsWire>(descriptor, m_tls->get().newSession(), std::move(callbacks), m_poller);
    }

    /// Connections end in the middle of their own functions, so they are destroyed in the next turn of the loop.
    void bury(Connection *connection)
    {
        if (m_dead.empty())
            QMetaObject::invokeMethod(this, [this] { clearDead(); }, Qt::QueuedConnection);
        m_dead.push_back(connection);
    }

    void clearDead()
    {
        for (Connection *connection : std::exchange(m_dead, {})) {
            m_census.leave(connection->peerAddress());
            m_gate->observer().connectionClosed();
            m_connections.erase(connection);
            m_count->fetch_sub(1, std::memory_order_relaxed);
        }
    }

    void sweep()
    {
        const SteadyTime now = m_clock.steadyNow();
        for (const auto &[pointer, connection] : m_connections)
            connection->checkTimeouts(now);
    }

    ConnectionCensus &m_census;
    const GuardLimits &m_limits;
    const Clock &m_clock;
    std::shared_ptr<std::atomic<int>> m_count;
    std::optional<SnapshotReader<TlsContext>> m_tls;
    std::unique_ptr<Gate> m_gate;
    DateCache m_date;
    QByteArray m_scratch;
    int m_deciding = 0;
    Poller m_poller;
    GuardedTcpServer *m_server = nullptr; ///< owned by the adapter
    std::unique_ptr<HttpServerAdapter> m_adapter;
    std::optional<ConnectionEnvironment> m_environment;
    std::unordered_map<Connection *, std::unique_ptr<Connection>> m_connections;
    std::vector<Connection *> m_dead;
    QTimer m_sweep;
};

Worker::Worker(int listeningDescriptor, const GateFactory &gateFactory, const WorkerEnvironment &environment)
    : m_connections(std::make_shared<std::atomic<int>>(0))
{
    auto *anchor = new QObject;
    anchor->moveToThread(m_thread.handle());
    QMetaObject::invokeMethod(
        anchor,
        [&] {
            m_loop = new Loop(listeningDescriptor, gateFactory, environment, m_connections);
            anchor->deleteLater();
        },
        Qt::BlockingQueuedConnection);
}

Worker::~Worker()
{
    QMetaObject::invokeMethod(m_loop, [this] { delete m_loop; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.join();
}

void Worker::drain()
{
    QMetaObject::invokeMethod(m_loop, [this] { m_loop->drain(); }, Qt::QueuedConnection);
}

int Worker::connections() const
{
    return m_connections->load(std::memory_order_relaxed);
}

} // namespace gatehouse::http
