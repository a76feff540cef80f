#include "client/live_stream.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::client {

namespace {

constexpr std::chrono::milliseconds kFirstWait = 500ms;
constexpr std::chrono::milliseconds kLongestWait = 15s;
constexpr std::chrono::milliseconds kPingInterval = 10s;
constexpr quint64 kLargestMessage = 1024 * 1024; ///< bytes, as the server sends them at most
constexpr std::array kTopics{"metrics"_L1, "audit"_L1, "health"_L1, "limits"_L1, "log"_L1};

QLatin1String nameOf(StreamTopic topic)
{
    return kTopics.at(std::size_t(topic));
}

} // namespace

LiveStream::LiveStream(AdminSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_wait(kFirstWait)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LiveStream::open);
    connect(&m_pings, &QTimer::timeout, this, &LiveStream::ping);
    connect(&session, &AdminSession::stateChanged, this, [this] {
        if (m_session.state() == AdminSession::State::SignedIn)
            open();
        else
            close();
    });
    connect(&session.link(), &LinkWatch::returned, this, [this] {
        m_wait = kFirstWait;
        open();
    });
}

LiveStream::~LiveStream()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void LiveStream::listen(StreamTopic topic, QObject *context, Heard heard)
{
    const bool isNew = !isWanted(topic);
    m_listeners.push_back({topic, context, std::move(heard)});
    connect(context, &QObject::destroyed, this, [this, topic, context] { leave(topic, context); });
    if (m_live && isNew)
        ask("subscribe"_L1, topic);
    else
        open();
}

void LiveStream::leave(StreamTopic topic, const QObject *context)
{
    const auto gone = std::erase_if(
        m_listeners, [&](const Listener &listener) { return listener.topic == topic && listener.context == context; });
    if (gone > 0 && m_live && !isWanted(topic))
        ask("unsubscribe"_L1, topic);
}

bool LiveStream::isWanted(StreamTopic topic) const
{
    return std::ranges::any_of(m_listeners, [topic](const Listener &listener) { return listener.topic == topic; });
}

void LiveStream::ask(QLatin1String verb, StreamTopic topic)
{
    const QJsonObject message{{verb, QJsonArray{nameOf(topic)}}};
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

/// Asks who one is before: that renews a token that has ended, and tells the link whether the server is there at all.
void LiveStream::open()
{
    if (m_socket || m_probe || m_listeners.empty() || m_session.state() != AdminSession::State::SignedIn)
        return;
    m_retry.stop();
    m_probe = m_session.get(u"/auth/me"_s, {}, this, [this](const ApiAnswer &answer) {
        m_probe.clear();
        if (answer.status == 200 && m_session.state() == AdminSession::State::SignedIn)
            connectSocket();
        else
            openLater();
    });
}

void LiveStream::connectSocket()
{
    QStringList topics;
    for (const StreamTopic topic :
         {StreamTopic::Metrics, StreamTopic::Audit, StreamTopic::Health, StreamTopic::Limits, StreamTopic::Log}) {
        if (isWanted(topic))
            topics.append(nameOf(topic));
    }
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(kLargestMessage);
    m_socket->setMaxAllowedIncomingFrameSize(kLargestMessage);
    connect(m_socket.get(), &QWebSocket::connected, this, &LiveStream::connected);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &LiveStream::read);
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_answered = true; });
    connect(m_socket.get(), &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState)
            ended();
    });
    connect(m_socket.get(), &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (m_session.api().isPinned(m_socket->sslConfiguration().peerCertificate()))
            m_socket->ignoreSslErrors(errors);
    });
    const QNetworkRequest request = m_session.socketRequest(u"/api/v1/admin/stream"_s, u"topics="_s + topics.join(u','));
    m_socket->setSslConfiguration(request.sslConfiguration());
    m_socket->open(request);
}

void LiveStream::connected()
{
    if (m_session.server().scheme() == u"https" && m_session.api().isForeign(m_socket->sslConfiguration().peerCertificate())) {
        m_socket->abort();
        return;
    }
    m_wait = kFirstWait;
    m_answered = true;
    m_pings.start(kPingInterval);
    setLive(true);
}

/// The connection is no more, or never came to be.
void LiveStream::ended()
{
    QWebSocket *const socket = m_socket.release(); // on the stack of its own signal
    socket->disconnect(this);
    socket->deleteLater();
    m_pings.stop();
    setLive(false);
    if (m_session.state() == AdminSession::State::SignedIn)
        openLater();
}

void LiveStream::openLater()
{
    m_retry.start(m_wait);
    m_wait = std::min(m_wait * 2, kLongestWait);
}

void LiveStream::close()
{
    m_retry.stop();
    if (m_socket)
        m_socket->abort();
}

/// A server whose machine has gone does not say so.
void LiveStream::ping()
{
    if (!m_answered) {
        m_socket->abort();
        return;
    }
    m_answered = false;
    m_socket->ping();
}

void LiveStream::read(const QString &text)
{
    m_answered = true;
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString topic = message.value("topic"_L1).toString();
    const QJsonValue data = message.value("data"_L1);
    const std::vector<Listener> listeners = m_listeners; // who hears something may leave
    for (const Listener &listener : listeners) {
        if (topic == nameOf(listener.topic))
            listener.heard(data);
    }
}

void LiveStream::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    Q_EMIT liveChanged();
}

} // namespace gatehouse::client
