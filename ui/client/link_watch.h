#pragma once

#include "client/api_client.h"
#include "client/trouble.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace gatehouse::client {

/// Whether the server answers at all. Once it does not, asks again by itself, ever less often, until it does.
class LinkWatch : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Up, Down };
    Q_ENUM(State)

    explicit LinkWatch(ApiClient &client, QObject *parent = nullptr);
    ~LinkWatch() override;

    [[nodiscard]] State state() const { return m_state; }
    /// When the last answer came; invalid before the first.
    [[nodiscard]] QDateTime lastAnswer() const { return m_lastAnswer; }

    /// Tells of an answer, or that none came.
    void saw(const ApiAnswer &answer);
    /// Asks at once.
    void probe();

Q_SIGNALS:
    void changed();
    /// The server does not answer any more; `trouble` says so to a person.
    void lost(const gatehouse::client::Trouble &trouble);
    /// It does again: what was read before may have changed.
    void returned();

private:
    void setState(State state);

    ApiClient &m_client;
    State m_state = State::Unknown;
    QDateTime m_lastAnswer;
    QTimer m_next;
    std::chrono::milliseconds m_wait;
    std::unique_ptr<QNetworkReply> m_reply;
};

} // namespace gatehouse::client
