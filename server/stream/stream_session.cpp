#include "stream/stream_session.h"

#include "core/strict_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gatehouse::stream {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Qt takes an application's own codes, 4000 to 4999, no other way.
QWebSocketProtocol::CloseCode closeCode(int code)
{
    return static_cast<QWebSocketProtocol::CloseCode>(code); // NOLINT(clang-analyzer-optin.core.EnumCastOutOfRange)
}

} // namespace

StreamSession::StreamSession(std::unique_ptr<QWebSocket> socket, http::Principal caller, StreamHub &hub,
                             StillAllowed stillAllowed, const Clock &clock)
    : m_socket(std::move(socket))
    , m_caller(std::move(caller))
    , m_hub(hub)
    , m_stillAllowed(std::move(stillAllowed))
    , m_clock(clock)
{
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &StreamSession::read);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, [this] {
        m_closing = true;
        m_socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, u"text is expected"_s);
    });
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_answered = true; });
    connect(m_socket.get(), &QWebSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_pings, &QTimer::timeout, this, &StreamSession::ping);
    m_pings.start(kPingInterval);
    connect(&m_looks, &QTimer::timeout, this, &StreamSession::look);
    m_looks.start(1s);
    m_hub.enter(*this);
}

StreamSession::~StreamSession()
{
    m_hub.leave(*this); // nobody calls from now on
    for (const Topic topic : kTopics)
        subscribe(topic, false);
    disconnect(m_socket.get(), nullptr, this, nullptr);
}

void StreamSession::subscribe(Topic topic, bool wanted)
{
    const auto index = static_cast<std::size_t>(topic);
    if (m_topics.test(index) == wanted)
        return;
    m_topics.set(index, wanted);
    m_hub.listen(topic, wanted ? 1 : -1);
}

void StreamSession::read(const QString &text)
{
    if (m_closing)
        return;
    const Result<QJsonObject> message = parseStrictJsonObject(text.toUtf8());
    if (!message || message->isEmpty())
        return complain(u"a JSON object with subscribe or unsubscribe is expected"_s);
    for (auto it = message->begin(); it != message->end(); ++it) {
        if (it.key() != u"subscribe" && it.key() != u"unsubscribe")
            return complain(u"only subscribe and unsubscribe are understood"_s);
    }
    for (auto it = message->begin(); it != message->end(); ++it)
        readTopics(it.value(), it.key() == u"subscribe");
}

void StreamSession::readTopics(const QJsonValue &names, bool wanted)
{
    if (!names.isArray())
        return complain(u"a list of topics is expected"_s);
    for (const QJsonValue name : names.toArray()) {
        const std::optional<Topic> topic = topicFromText(name.toString().toUtf8());
        if (topic)
            subscribe(*topic, wanted);
        else
            complain(u"there is no such topic"_s);
    }
}

void StreamSession::complain(const QString &problem)
{
    if (m_closing)
        return;
    if (++m_mistakes > kMostMistakes) {
        m_closing = true;
        return m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, u"too many mistakes"_s);
    }
    const QJsonObject message{{u"error"_s, problem}};
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void StreamSession::deliver(Topic topic, const QString &message)
{
    if (m_closing || !m_topics.test(static_cast<std::size_t>(topic)))
        return;
    if (m_socket->bytesToWrite() > kMostUnsent) {
        m_closing = true;
        return m_socket->close(closeCode(kTooSlow), u"messages are not read fast enough"_s);
    }
    m_socket->sendTextMessage(message);
}

void StreamSession::goAway()
{
    m_closing = true;
    m_socket->close(QWebSocketProtocol::CloseCodeGoingAway, u"the server is stopping"_s);
}

void StreamSession::ping()
{
    if (!m_answered)
        return m_socket->abort(); // nobody is there any more
    m_answered = false;
    m_socket->ping();
}

void StreamSession::look()
{
    if (m_closing || (m_clock.now() < m_caller.expiresAt && m_stillAllowed(m_caller)))
        return;
    m_closing = true;
    m_socket->close(closeCode(kEnded), u"the session has ended"_s);
}

} // namespace gatehouse::stream
