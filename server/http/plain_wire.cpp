#include "http/plain_wire.h"

#include <cerrno>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::http {

PlainWire::PlainWire(int descriptor, Callbacks callbacks, Poller &poller)
    : m_descriptor(descriptor)
    , m_callbacks(std::move(callbacks))
    , m_poller(poller)
{
    watch({.reading = true});
}

PlainWire::~PlainWire()
{
    m_poller.forget(m_descriptor, *this, m_interest);
    ::close(m_descriptor);
}

void PlainWire::ready(bool readable, bool writable)
{
    // One callback at most, as it may destroy this; what else is ready is told again.
    if (writable && m_interest.writing)
        m_callbacks.writable();
    else if (readable && m_interest.reading)
        m_callbacks.readable();
}

void PlainWire::watch(Poller::Interest interest)
{
    m_poller.change(m_descriptor, *this, m_interest, interest);
    m_interest = interest;
}

Wire::ReadResult PlainWire::read(char *buffer, qsizetype size)
{
    const auto got = ::recv(m_descriptor, buffer, static_cast<size_t>(size), 0);
    if (got > 0)
        return {ReadStatus::Data, got};
    if (got == 0)
        return {ReadStatus::End, 0};
    return {errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? ReadStatus::Nothing : ReadStatus::Failed, 0};
}

qsizetype PlainWire::write(QByteArrayView bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const auto sent = ::send(m_descriptor, bytes.data() + written, static_cast<size_t>(bytes.size() - written), MSG_NOSIGNAL);
        if (sent > 0)
            written += sent;
        else if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            break;
        else if (sent < 0 && errno != EINTR)
            return -1;
    }
    return written;
}

qsizetype PlainWire::undelivered() const
{
    int bytes = 0;
    return ::ioctl(m_descriptor, SIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

void PlainWire::setReading(bool on)
{
    watch({.reading = on, .writing = m_interest.writing});
}

void PlainWire::setWriting(bool on)
{
    watch({.reading = m_interest.reading, .writing = on});
}

void PlainWire::shutdownWriting()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

} // namespace gatehouse::http
