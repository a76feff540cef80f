#include "http/tunnel.h"

#include <algorithm>

namespace gatehouse::http {

Tunnel::Tunnel(Guard guard, const QHostAddress &peer, quint16 peerPort)
    : m_guard(std::move(guard))
{
    setSocketState(QAbstractSocket::ConnectedState);
    setPeerAddress(peer);
    setPeerPort(peerPort);
    QIODevice::open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

Tunnel::~Tunnel()
{
    if (m_connected)
        m_guard.finish();
}

void Tunnel::inspect(std::function<bool(QByteArrayView bytes)> accepts, QByteArray farewell)
{
    m_accepts = std::move(accepts);
    m_farewell = std::move(farewell);
}

void Tunnel::receive(QByteArrayView bytes)
{
    if (!m_connected)
        return;
    if (m_accepts && !m_accepts(bytes)) {
        m_guard.send(m_farewell);
        return disconnectFromHost();
    }
    if (m_holding) {
        m_held.append(bytes);
        return;
    }
    passOn(bytes);
}

void Tunnel::passOn(QByteArrayView bytes)
{
    m_received.append(bytes);
    Q_EMIT readyRead();
}

void Tunnel::peerGone()
{
    if (std::exchange(m_connected, false))
        leave();
}

void Tunnel::leave()
{
    setSocketState(QAbstractSocket::UnconnectedState);
    // Not from within a function of whoever reads or writes here.
    const auto tell = [this] {
        Q_EMIT stateChanged(QAbstractSocket::UnconnectedState);
        Q_EMIT disconnected();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void Tunnel::replayHandshake(const QByteArray &bytes)
{
    m_received = bytes;
    m_swallowing = m_holding = true;
}

void Tunnel::endHandshake()
{
    m_holding = false;
    if (!m_held.isEmpty())
        passOn(std::exchange(m_held, QByteArray()));
}

qint64 Tunnel::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_received.size() - m_read;
}

qint64 Tunnel::bytesToWrite() const
{
    return m_connected ? m_guard.unsent() : 0;
}

void Tunnel::disconnectFromHost()
{
    if (!std::exchange(m_connected, false))
        return;
    m_guard.finish();
    leave();
}

void Tunnel::close()
{
    disconnectFromHost();
}

qint64 Tunnel::readData(char *data, qint64 size)
{
    const qsizetype taken = std::min<qsizetype>(size, m_received.size() - m_read);
    std::copy_n(m_received.constData() + m_read, taken, data); // not memcpy: Qt asks for nothing with a null pointer
    return skipData(taken);
}

qint64 Tunnel::skipData(qint64 size)
{
    const qsizetype skipped = std::min<qsizetype>(size, m_received.size() - m_read);
    m_read += skipped;
    if (m_read == m_received.size()) {
        m_received.clear();
        m_read = 0;
    }
    return skipped;
}

qint64 Tunnel::writeData(const char *data, qint64 size)
{
    QByteArrayView bytes(data, size);
    if (m_swallowing) {
        m_swallowed.append(bytes);
        const qsizetype end = m_swallowed.indexOf("\r\n\r\n");
        if (end < 0)
            return size;
        m_swallowing = false;
        const qsizetype rest = m_swallowed.size() - (end + 4);
        bytes = bytes.last(rest);
        m_swallowed.clear();
    }
    if (m_connected && !bytes.isEmpty())
        m_guard.send(bytes);
    return size;
}

} // namespace gatehouse::http
