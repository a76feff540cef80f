#pragma once

#include "core/clock.h"
#include "http/principal.h"
#include "stream/stream_hub.h"
#include "stream/topic.h"

#include <QTimer>
#include <QWebSocket>

#include <bitset>
#include <functional>
#include <memory>

namespace gatehouse::stream {

/// Whether a caller who was let in may go on listening. Called in the worker's thread, every second.
using StillAllowed = std::function<bool(const http::Principal &caller)>;

/// One listener: a WebSocket over which a client says what it wants to hear of, and hears it. Lives in the thread of its worker
/// and deletes itself when the connection ends.
///
/// The client sends `{"subscribe": ["metrics", …]}` and `{"unsubscribe": […]}`; gets `{"topic", "time", "data"}`, and
/// `{"error": "…"}` for what it may not ask.
class StreamSession final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kPingInterval{30};
    /// Of bytes that wait for a client. Who lets more pile up is told so and closed.
    static constexpr qint64 kMostUnsent = 1024 * 1024;
    static constexpr int kMostMistakes = 10;

    /// Private codes of this protocol (RFC 6455, section 7.4.2).
    static constexpr int kEnded = 4401; ///< the session or its token came to an end: sign in, or refresh, and come back
    static constexpr int kTooSlow = 4408;

    /// `hub` and `clock` outlive this.
    StreamSession(std::unique_ptr<QWebSocket> socket, http::Principal caller, StreamHub &hub, StillAllowed stillAllowed,
                  const Clock &clock);
    ~StreamSession() override;

    void subscribe(Topic topic, bool wanted);
    void deliver(Topic topic, const QString &message);
    void goAway();

private:
    void read(const QString &text);
    void readTopics(const QJsonValue &names, bool wanted);
    void complain(const QString &problem);
    void ping();
    void look();

    const std::unique_ptr<QWebSocket> m_socket;
    const http::Principal m_caller;
    StreamHub &m_hub;
    const StillAllowed m_stillAllowed;
    const Clock &m_clock;
    std::bitset<kTopics.size()> m_topics;
    QTimer m_pings;
    QTimer m_looks;
    bool m_answered = true; ///< the last ping
    bool m_closing = false;
    int m_mistakes = 0;
};

} // namespace gatehouse::stream
