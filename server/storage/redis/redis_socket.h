#pragma once

#include "redis/redis_options.h"

#include <QByteArrayView>
#include <QLocalSocket>
#include <QObject>
#include <QSslSocket>

#include <memory>

namespace gatehouse::storage {

/// The bytes to and from one server: TCP and TLS over QSslSocket, or a Unix socket.
class RedisSocket : public QObject
{
    Q_OBJECT

public:
    explicit RedisSocket(const RedisOptions &options, QObject *parent);
    ~RedisSocket() override;

    /// Once. Ends in connected() or closed().
    void connectTo(const RedisAddress &address);
    void connectTo(const QString &socketPath);

    /// Reads what is there, at most `size` bytes; 0 when nothing is.
    [[nodiscard]] qint64 read(char *data, qint64 size);
    /// Hands the bytes to the system at once, as far as it takes them.
    void write(const QByteArray &bytes);
    [[nodiscard]] qint64 unsent() const;
    /// Without a signal.
    void abort();

Q_SIGNALS:
    void connected(); ///< with TLS: and verified
    void readable();
    void closed(const QString &reason);

private:
    void onTlsErrors(const QList<QSslError> &errors);

    const RedisOptions &m_options;
    std::unique_ptr<QSslSocket> m_tcp;
    std::unique_ptr<QLocalSocket> m_local;
};

} // namespace gatehouse::storage
