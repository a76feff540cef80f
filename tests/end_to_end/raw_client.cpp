#include "raw_client.h"

#include <sys/socket.h>

namespace gatehouse::e2e {

RawClient::RawClient(const Target &target, std::chrono::milliseconds patience)
    : m_patience(static_cast<int>(patience.count()))
{
    m_socket.bind(target.from);
    if (target.tls) {
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), target.port);
        m_socket.waitForEncrypted(m_patience);
    } else {
        m_socket.connectToHost(QHostAddress::LocalHost, target.port);
        m_socket.waitForConnected(m_patience);
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

bool RawClient::send(QByteArrayView bytes)
{
    if (m_socket.write(bytes.data(), bytes.size()) != bytes.size())
        return false;
    while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(m_patience))
            return false;
    }
    return true;
}

QByteArray RawClient::readUntil(QByteArrayView end)
{
    qsizetype searched = 0;
    for (;;) {
        const qsizetype at = m_received.indexOf(end, searched);
        if (at >= 0)
            return take(at + end.size());
        searched = std::max<qsizetype>(0, m_received.size() - end.size());
        if (!more())
            return take(m_received.size());
    }
}

QByteArray RawClient::readBytes(qsizetype count)
{
    while (m_received.size() < count && more()) { }
    return take(std::min(count, m_received.size()));
}

QByteArray RawClient::readToEnd()
{
    while (more()) { }
    return take(m_received.size());
}

bool RawClient::waitForClose()
{
    while (more()) { }
    return !isConnected();
}

void RawClient::abort()
{
    const linger reset{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    m_socket.abort();
}

bool RawClient::more()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(m_patience))
        return false;
    m_received += m_socket.readAll();
    return true;
}

QByteArray RawClient::take(qsizetype count)
{
    QByteArray taken = m_received.first(count);
    m_received.remove(0, count);
    return taken;
}

} // namespace gatehouse::e2e
