#include "stream/stream_hub.h"

#include "stream/stream_session.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::stream {

using namespace Qt::StringLiterals;

StreamHub::StreamHub(const Clock &clock)
    : m_clock(clock)
{
}

StreamHub::~StreamHub()
{
    Q_ASSERT(m_sessions.empty());
}

void StreamHub::publish(Topic topic, const QJsonValue &data)
{
    if (!isWanted(topic))
        return;
    const QJsonObject message{{u"topic"_s, QString::fromLatin1(toText(topic))},
                              {u"time"_s, QString::fromLatin1(toRfc3339(m_clock.now()))},
                              {u"data"_s, data}};
    const QString text = QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
    const std::lock_guard lock(m_mutex);
    for (StreamSession *session : m_sessions)
        QMetaObject::invokeMethod(session, [session, topic, text] { session->deliver(topic, text); }, Qt::QueuedConnection);
}

bool StreamHub::isFull() const
{
    return sessions() >= kMostSessions;
}

std::size_t StreamHub::sessions() const
{
    const std::lock_guard lock(m_mutex);
    return m_sessions.size();
}

void StreamHub::close()
{
    m_closing = true;
    const std::lock_guard lock(m_mutex);
    for (StreamSession *session : m_sessions)
        QMetaObject::invokeMethod(session, [session] { session->goAway(); }, Qt::QueuedConnection);
}

void StreamHub::enter(StreamSession &session)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.insert(&session);
}

void StreamHub::leave(StreamSession &session)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.erase(&session);
}

} // namespace gatehouse::stream
