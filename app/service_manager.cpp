#include "service_manager.h"

#include <QByteArray>

#include <cstddef>
#include <cstring>
#include <ctime>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

void notify(const QByteArray &state)
{
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    if (path.startsWith('@')) // the abstract namespace
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return;
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(path.size()));
    (void)!::sendto(socket, state.constData(), static_cast<std::size_t>(state.size()), MSG_NOSIGNAL,
                    reinterpret_cast<const sockaddr *>(&address), size);
    ::close(socket);
}

} // namespace

namespace service_manager {

void notifyReady()
{
    notify("READY=1");
}

void notifyReloading()
{
    // Type=notify-reload goes by the time to tell this reload from an earlier one.
    timespec now{};
    (void)::clock_gettime(CLOCK_MONOTONIC, &now); // a clock that every Linux has
    notify("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000));
}

void notifyStopping()
{
    notify("STOPPING=1");
}

} // namespace service_manager
