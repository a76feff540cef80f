#include "http/plain_wire.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::http {

PlainWire::PlainWire(int descriptor, Callbacks callbacks)
    : m_descriptor(descriptor)
    , m_callbacks(std::move(callbacks))
    , m_readNotifier(descriptor, QSocketNotifier::Read)
{
    QObject::connect(&m_readNotifier, &QSocketNotifier::activated, &m_readNotifier, [this] { m_callbacks.readable(); });
}

PlainWire::~PlainWire()
{
    m_readNotifier.setEnabled(false);
    m_writeNotifier.reset();
    ::close(m_descriptor);
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

void PlainWire::setReading(bool on)
{
    if (m_readNotifier.isEnabled() != on)
        m_readNotifier.setEnabled(on);
}

void PlainWire::setWriting(bool on)
{
    if (!m_writeNotifier && on) {
        m_writeNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        QObject::connect(m_writeNotifier.get(), &QSocketNotifier::activated, m_writeNotifier.get(),
                         [this] { m_callbacks.writable(); });
    } else if (m_writeNotifier) {
        m_writeNotifier->setEnabled(on);
    }
}

void PlainWire::shutdownWriting()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

} // namespace gatehouse::http
