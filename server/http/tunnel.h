#pragma once

#include <QByteArray>
#include <QTcpSocket>

#include <functional>

namespace gatehouse::http {

/// A connection that has left HTTP for another protocol, as a socket to whoever speaks that. What the client sends comes from the
/// framing guard and what is written goes through it, so its timeouts, its TLS and its census go on. Lives in the worker's
/// thread; whoever took it owns it, and may keep it after the client has left.
class Tunnel final : public QTcpSocket
{
    Q_OBJECT

public:
    /// The guard's side; none of them is called after peerGone().
    struct Guard {
        std::function<void(QByteArrayView bytes)> send; ///< keeps what the client does not take yet
        std::function<qint64()> unsent; ///< bytes that are kept
        std::function<void()> finish; ///< sends what is kept, then ends the connection
    };
    Tunnel(Guard guard, const QHostAddress &peer, quint16 peerPort);
    /// Ends the connection.
    ~Tunnel() override;

    /// Bytes that the client sent.
    void receive(QByteArrayView bytes);
    [[nodiscard]] qsizetype unread() const { return m_received.size() - m_read + m_held.size(); }
    /// The client has left.
    void peerGone();

    /// Has whoever reads from this get `bytes` first, and swallows what is written up to the first empty line: for a library that
    /// insists on a handshake which the guard has been through already. What the client sends waits for endHandshake(), as the
    /// library may throw away what comes too early.
    void replayHandshake(const QByteArray &bytes);
    void endHandshake();
    /// Has everything that the client sends looked at first: when `accepts` says no, it gets `farewell` and the connection ends.
    void inspect(std::function<bool(QByteArrayView bytes)> accepts, QByteArray farewell);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 bytesToWrite() const override;
    void disconnectFromHost() override;
    void close() override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;
    qint64 skipData(qint64 size) override;

private:
    void passOn(QByteArrayView bytes);
    void leave();

    Guard m_guard;
    std::function<bool(QByteArrayView bytes)> m_accepts; ///< null: anything
    QByteArray m_farewell;
    QByteArray m_received;
    qsizetype m_read = 0; ///< of m_received
    bool m_swallowing = false;
    bool m_holding = false; ///< until the end of the handshake
    QByteArray m_held;
    QByteArray m_swallowed; ///< its end, to find the empty line
    bool m_connected = true;
};

} // namespace gatehouse::http
