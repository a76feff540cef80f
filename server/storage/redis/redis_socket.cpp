#include "redis/redis_socket.h"

#include <QNetworkProxy>

#include <algorithm>

namespace gatehouse::storage {

RedisSocket::RedisSocket(const RedisOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

RedisSocket::~RedisSocket()
{
    abort();
}

void RedisSocket::connectTo(const RedisAddress &address)
{
    m_tcp = std::make_unique<QSslSocket>();
    m_tcp->setProxy(QNetworkProxy::NoProxy);
    const bool tls = m_options.url.tls;
    connect(m_tcp.get(), &QSslSocket::readyRead, this, &RedisSocket::readable);
    connect(m_tcp.get(), &QSslSocket::errorOccurred, this, [this] { Q_EMIT closed(m_tcp->errorString()); });
    connect(m_tcp.get(), &QSslSocket::sslErrors, this, &RedisSocket::onTlsErrors);
    connect(m_tcp.get(), &QSslSocket::connected, this, [this, tls] {
        m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_tcp->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        if (!tls)
            Q_EMIT connected();
    });
    connect(m_tcp.get(), &QSslSocket::encrypted, this, &RedisSocket::connected);
    if (tls) {
        m_tcp->setSslConfiguration(m_options.tls);
        m_tcp->setPeerVerifyMode(QSslSocket::VerifyPeer);
        m_tcp->connectToHostEncrypted(address.host, address.port);
    } else {
        m_tcp->connectToHost(address.host, address.port);
    }
}

void RedisSocket::connectTo(const QString &socketPath)
{
    m_local = std::make_unique<QLocalSocket>();
    connect(m_local.get(), &QLocalSocket::readyRead, this, &RedisSocket::readable);
    connect(m_local.get(), &QLocalSocket::errorOccurred, this, [this] { Q_EMIT closed(m_local->errorString()); });
    connect(m_local.get(), &QLocalSocket::connected, this, &RedisSocket::connected);
    m_local->connectToServer(socketPath);
}

void RedisSocket::onTlsErrors(const QList<QSslError> &errors)
{
    const auto isName = [](const QSslError &error) { return error.error() == QSslError::HostNameMismatch; };
    if (!m_options.verifyHostName && std::ranges::all_of(errors, isName))
        m_tcp->ignoreSslErrors(errors);
}

qint64 RedisSocket::read(char *data, qint64 size)
{
    const qint64 got = m_tcp ? m_tcp->read(data, size) : m_local ? m_local->read(data, size) : 0;
    return std::max<qint64>(got, 0);
}

void RedisSocket::write(const QByteArray &bytes)
{
    if (m_tcp) {
        m_tcp->write(bytes);
        m_tcp->flush();
    } else if (m_local) {
        m_local->write(bytes);
        m_local->flush();
    }
}

qint64 RedisSocket::unsent() const
{
    return m_tcp ? m_tcp->bytesToWrite() + m_tcp->encryptedBytesToWrite() : m_local ? m_local->bytesToWrite() : 0;
}

void RedisSocket::abort()
{
    if (m_tcp) {
        m_tcp->disconnect(this);
        m_tcp->abort();
    }
    if (m_local) {
        m_local->disconnect(this);
        m_local->abort();
    }
}

} // namespace gatehouse::storage
