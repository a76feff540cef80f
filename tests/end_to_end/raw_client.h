#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QSslSocket>

#include <chrono>

namespace gatehouse::e2e {

/// A blocking client that sends exact bytes: what a test needs to misbehave. Used in the thread that made it; needs no event
/// loop.
class RawClient
{
public:
    /// Where and as whom to connect. All of 127.0.0.0/8 is this machine, so each test can have an address, and with it
    /// a rate limit, of its own.
    struct Target {
        quint16 port = 0;
        QHostAddress from = QHostAddress::LocalHost;
        bool tls = false; ///< any certificate is fine
    };

    explicit RawClient(const Target &target, std::chrono::milliseconds patience = std::chrono::seconds(10));

    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// Whether all of it was handed to the kernel.
    bool send(QByteArrayView bytes);
    /// What comes until `end` has come; everything so far when the server closes or `patience` passes before.
    [[nodiscard]] QByteArray readUntil(QByteArrayView end);
    [[nodiscard]] QByteArray readBytes(qsizetype count);
    [[nodiscard]] QByteArray readToEnd();
    /// Whether the server closes within the client's patience.
    [[nodiscard]] bool waitForClose();
    /// Ends with a reset instead of an orderly close.
    void abort();

private:
    [[nodiscard]] bool more();
    [[nodiscard]] QByteArray take(qsizetype count);

    QSslSocket m_socket;
    QByteArray m_received; ///< and not yet asked for
    int m_patience; ///< milliseconds
};

} // namespace gatehouse::e2e
