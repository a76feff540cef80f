#pragma once

#include <QByteArray>
#include <QMap>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gatehouse::tests {

/// What a client has posted.
struct Received {
    QByteArray target; ///< "POST /hook HTTP/1.1"
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// An HTTP server on a free port of 127.0.0.1 that does to its clients what receivers of webhooks do: in a thread of its own, one
/// connection at a time, on plain sockets so that it can misbehave.
class HttpReceiver
{
public:
    /// What is written back; empty: the connection is closed without a word.
    using Responder = std::function<QByteArray(const Received &request)>;
    explicit HttpReceiver(Responder responder);
    ~HttpReceiver();
    HttpReceiver(const HttpReceiver &) = delete;
    HttpReceiver &operator=(const HttpReceiver &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port) + "/hook"; }
    /// What came so far.
    [[nodiscard]] std::vector<Received> received() const;
    /// What it does from now on.
    void respond(Responder responder);
    /// Has it keep connections open without a word from now on, or no longer.
    void hang(bool hanging) { m_hanging = hanging; }

    [[nodiscard]] static QByteArray answer(const QByteArray &status, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    }

private:
    void run(const std::stop_token &stop);
    void serve(int socket, const std::stop_token &stop);

    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_hanging = false;
    mutable std::mutex m_mutex; ///< of all below
    Responder m_responder;
    std::vector<Received> m_received;
    std::jthread m_thread;
};

} // namespace gatehouse::tests
