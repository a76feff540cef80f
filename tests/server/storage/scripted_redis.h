#pragma once

#include <QTcpServer>
#include <QTcpSocket>

/// What no real server does: answers the handshake with `hello` and `info`, then every read with `reply`.
class ScriptedRedis : public QTcpServer
{
public:
    QByteArray hello = "*4\r\n$7\r\nversion\r\n$5\r\n7.0.0\r\n$4\r\nrole\r\n$6\r\nmaster\r\n";
    QByteArray info = "redis_version:7.0.0\r\nrole:master\r\nmaxmemory_policy:noeviction\r\n";
    QByteArray reply = "+OK\r\n";
    QByteArrayList reads; ///< after the handshake
    int accepted = 0;

    ScriptedRedis()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            ++accepted;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray bytes = socket->readAll();
                if (bytes.contains("HELLO")) {
                    socket->write(hello + '$' + QByteArray::number(info.size()) + "\r\n" + info + "\r\n");
                } else {
                    reads << bytes;
                    socket->write(reply);
                }
            });
        });
    }

    [[nodiscard]] QByteArray url() const { return "redis://127.0.0.1:" + QByteArray::number(serverPort()); }
};
