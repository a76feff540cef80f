#include "http/door.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBacklog = 4096;

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

SocketAddress socketAddress(const IpAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.isIpv4()) {
        auto *out = reinterpret_cast<sockaddr_in *>(&result.storage);
        out->sin_family = AF_INET;
        out->sin_port = htons(port);
        std::memcpy(&out->sin_addr, address.bytes().data() + 12, 4);
        result.size = sizeof(sockaddr_in);
    } else {
        auto *out = reinterpret_cast<sockaddr_in6 *>(&result.storage);
        out->sin6_family = AF_INET6;
        out->sin6_port = htons(port);
        std::memcpy(&out->sin6_addr, address.bytes().data(), 16);
        result.size = sizeof(sockaddr_in6);
    }
    return result;
}

quint16 boundPort(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    getsockname(descriptor, reinterpret_cast<sockaddr *>(&storage), &size);
    return ntohs(storage.ss_family == AF_INET ? reinterpret_cast<sockaddr_in *>(&storage)->sin_port
                                              : reinterpret_cast<sockaddr_in6 *>(&storage)->sin6_port);
}

Result<int> listenOn(const IpAddress &address, quint16 port)
{
    const SocketAddress target = socketAddress(address, port);
    const int descriptor = ::socket(target.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    const bool listening = descriptor >= 0 && setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0
        && setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) == 0
        && ::bind(descriptor, reinterpret_cast<const sockaddr *>(&target.storage), target.size) == 0
        && ::listen(descriptor, kBacklog) == 0;
    if (listening)
        return descriptor;
    const QString reason = QString::fromLocal8Bit(std::strerror(errno));
    if (descriptor >= 0)
        ::close(descriptor);
    return failure(ErrorKind::Unavailable,
                   u"cannot listen on %1 port %2: %3"_s.arg(QString::fromLatin1(address.toText())).arg(port).arg(reason));
}

/// Whether somebody else listens on the port already; SO_REUSEPORT alone would quietly share it with another process
/// of the same user.
bool isTaken(const IpAddress &address, quint16 port)
{
    const SocketAddress target = socketAddress(address, port);
    const int probe = ::socket(target.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (probe < 0)
        return false; // listening will fail for the same reason, and tell it
    const int on = 1;
    setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const bool taken =
        ::bind(probe, reinterpret_cast<const sockaddr *>(&target.storage), target.size) != 0 && errno == EADDRINUSE;
    ::close(probe);
    return taken;
}

/// Ten thousand connections need more descriptors than a login shell is given.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

Result<std::unique_ptr<Door>> Door::open(DoorSettings settings, const GateFactory &gateFactory, const Clock &clock)
{
    raiseDescriptorLimit();
    if (settings.port != 0 && isTaken(settings.listen, settings.port))
        return failure(ErrorKind::Unavailable, u"port %1 is in use by another program"_s.arg(settings.port));

    std::unique_ptr<Door> door(new Door);
    door->m_limits = settings.limits;
    door->m_census = std::make_unique<ConnectionCensus>(settings.maxConnections, settings.maxConnectionsPerAddress,
                                                        std::move(settings.trustedProxies));
    door->m_bodyMemory = std::make_unique<BodyMemory>(settings.bodyMemory);
    door->m_port = settings.port;
    for (int i = 0; i < std::max(1, settings.workers); ++i) {
        const Result<int> descriptor = listenOn(settings.listen, door->m_port);
        if (!descriptor)
            return std::unexpected(descriptor.error());
        if (door->m_port == 0)
            door->m_port = boundPort(*descriptor);
        const WorkerEnvironment environment{.census = *door->m_census,
                                            .bodyMemory = *door->m_bodyMemory,
                                            .limits = door->m_limits,
                                            .clock = clock,
                                            .tls = settings.tls};
        door->m_workers.push_back(std::make_unique<Worker>(*descriptor, gateFactory, environment));
    }
    return door;
}

void Door::drain()
{
    for (const auto &worker : m_workers)
        worker->drain();
}

bool Door::drained() const
{
    return std::ranges::all_of(m_workers, [](const auto &worker) { return worker->connections() == 0; });
}

} // namespace gatehouse::http
