#include "raw_client.h"

#include <cerrno>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

RawClient::RawClient(quint16 port)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect to port %d", port);
}

RawClient::~RawClient()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void RawClient::send(QByteArrayView bytes) const
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto written = ::send(m_descriptor, bytes.data() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (written <= 0)
            return;
        sent += written;
    }
}

void RawClient::shutdownWriting() const
{
    ::shutdown(m_descriptor, SHUT_WR);
}

QByteArray RawClient::readAll(int milliseconds) const
{
    return readUntil({}, milliseconds);
}

QByteArray RawClient::readUntil(QByteArrayView end, int milliseconds) const
{
    QByteArray all;
    while (end.isEmpty() || !all.contains(end)) {
        const QByteArray more = readSome(milliseconds);
        if (more.isEmpty())
            break;
        all.append(more);
    }
    return all;
}

QByteArray RawClient::readSome(int milliseconds) const
{
    char buffer[65536];
    pollfd waiting{m_descriptor, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) != 1)
        return {};
    const auto got = ::recv(m_descriptor, buffer, sizeof buffer, 0);
    if (got < 0)
        m_error = errno;
    return got > 0 ? QByteArray(buffer, got) : QByteArray();
}

void RawClient::abort()
{
    const linger now{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(m_descriptor);
    m_descriptor = -1;
}
