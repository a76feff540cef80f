#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>

#include <chrono>
#include <memory>

namespace gatehouse::tests {

/// A blocking client that sends exact bytes, and takes nothing off its socket that it was not asked to read: what a test needs to
/// misbehave. Used in the thread that made it; needs no event loop.
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

    /// `patience`: how long any one step may take.
    explicit RawClient(const Target &target, std::chrono::milliseconds patience = std::chrono::seconds(10));
    explicit RawClient(quint16 port);
    /// Closes without a word, whatever has not been read.
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    /// Whether it connected (with TLS: securely), and the server has not ended its side since.
    [[nodiscard]] bool isConnected() const;
    /// Whether all of it was handed to the kernel.
    bool send(QByteArrayView bytes);
    /// Ends this side; what the server sends can still be read.
    void shutdownWriting();
    /// What comes until `end` has come; everything so far when the server closes or `patience` passes before.
    [[nodiscard]] QByteArray readUntil(QByteArrayView end);
    [[nodiscard]] QByteArray readBytes(qsizetype count);
    [[nodiscard]] QByteArray readToEnd();
    /// What comes in one piece; empty at the end.
    [[nodiscard]] QByteArray readSome();
    /// errno of a read that failed; 0: none did, so an end was an orderly one.
    [[nodiscard]] int lastError() const { return m_error; }
    /// Whether the server closes within the client's patience.
    [[nodiscard]] bool waitForClose();
    /// Ends with a reset instead of an orderly close.
    void abort();

private:
    struct Tls;

    [[nodiscard]] bool connectTo(const Target &target);
    void close();
    /// Until the socket is ready for `events` of poll(). False when patience has run out.
    [[nodiscard]] bool wait(short events) const;
    /// Whether an OpenSSL call that returned `result` is to be made again, now that the socket is ready for it.
    [[nodiscard]] bool canRetry(int result);
    [[nodiscard]] qsizetype receive(char *buffer, qsizetype size);
    [[nodiscard]] bool more();
    [[nodiscard]] QByteArray take(qsizetype count);

    int m_descriptor = -1;
    std::unique_ptr<Tls> m_tls; ///< null: none
    QByteArray m_received; ///< and not yet asked for
    bool m_ended = false; ///< nothing more will come
    int m_error = 0;
    std::chrono::milliseconds m_patience;
};

} // namespace gatehouse::tests
