#include "http/lane.h"

#include <algorithm>
#include <cstring>

namespace gatehouse::http {

Lane::Lane(QObject *parent)
    : QTcpSocket(parent)
{
    setSocketState(QAbstractSocket::ConnectedState);
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    QIODevice::open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void Lane::feed(const RequestHead &head, const QByteArray &body)
{
    // Only what QHttpServer needs to find the end of the request: the handlers read everything else from the guard's
    // own parse, so no two parsers can disagree about a client's bytes.
    const QByteArrayView method = toText(head.method);
    m_request.clear();
    m_request.reserve(method.size() + head.target.size() + body.size() + 64);
    m_request.append(method).append(" ").append(head.target == "*" ? QByteArrayView("/") : head.target);
    m_request.append(" HTTP/1.1\r\nHost: gatehouse\r\nContent-Length: ");
    m_request.append(QByteArray::number(body.size())).append("\r\n\r\n").append(body);
    m_read = 0;
    Q_EMIT readyRead();
}

qint64 Lane::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_request.size() - m_read;
}

qint64 Lane::readData(char *data, qint64 size)
{
    const qsizetype taken = std::min<qsizetype>(size, m_request.size() - m_read);
    std::memcpy(data, m_request.constData() + m_read, static_cast<size_t>(taken));
    m_read += taken;
    if (m_read == m_request.size()) {
        m_request = QByteArray();
        m_read = 0;
    }
    return taken;
}

qint64 Lane::skipData(qint64 size)
{
    const qsizetype skipped = std::min<qsizetype>(size, m_request.size() - m_read);
    m_read += skipped;
    return skipped;
}

qint64 Lane::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace gatehouse::http
