#pragma once

#include "client/admin_session.h"

#include <QJsonValue>
#include <QWebSocket>

#include <vector>

namespace gatehouse::client {

/// What a server tells of as it happens.
enum class StreamTopic {
    Metrics, ///< TrafficRates, every second
    Audit, ///< an AuditEntry, as each becomes durable
    Health, ///< the checks of a HealthReport, every few seconds
    Limits, ///< who is near or over a limit, when that changes
    Log, ///< a line of the log
};

/// Hears what happens on the server of a session, over one WebSocket for all who listen. Connects again by itself, ever less
/// often, and with a new token when the old one has ended. Lives in the thread that made it; the session lives longer.
class LiveStream : public QObject
{
    Q_OBJECT

public:
    using Heard = std::function<void(const QJsonValue &data)>;

    explicit LiveStream(AdminSession &session, QObject *parent = nullptr);
    ~LiveStream() override;

    /// Calls `heard` with what comes of `topic`, until leave() or the end of `context`.
    void listen(StreamTopic topic, QObject *context, Heard heard);
    /// `context` hears nothing of `topic` any more.
    void leave(StreamTopic topic, const QObject *context);
    /// Whether something that happens now will be heard of. What happened while it was not, is to be read.
    [[nodiscard]] bool isLive() const { return m_live; }

Q_SIGNALS:
    void liveChanged();

private:
    struct Listener {
        StreamTopic topic;
        const QObject *context;
        Heard heard;
    };

    void open();
    void connectSocket();
    void connected();
    void ended();
    void openLater();
    void close();
    void read(const QString &text);
    void ping();
    void ask(QLatin1String verb, StreamTopic topic);
    [[nodiscard]] bool isWanted(StreamTopic topic) const;
    void setLive(bool live);

    AdminSession &m_session;
    std::vector<Listener> m_listeners;
    std::unique_ptr<QWebSocket> m_socket;
    QPointer<ApiCall> m_probe;
    QTimer m_retry;
    QTimer m_pings;
    std::chrono::milliseconds m_wait;
    bool m_live = false;
    bool m_answered = true; ///< the last ping
};

} // namespace gatehouse::client
