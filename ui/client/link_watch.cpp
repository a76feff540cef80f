#include "client/link_watch.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::client {

namespace {

constexpr std::chrono::milliseconds kFirstWait = 500ms;
constexpr std::chrono::milliseconds kLongestWait = 8s;

} // namespace

LinkWatch::LinkWatch(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_wait(kFirstWait)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &LinkWatch::probe);
}

LinkWatch::~LinkWatch()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void LinkWatch::saw(const ApiAnswer &answer)
{
    if (answer.status != 0) {
        m_lastAnswer = QDateTime::currentDateTimeUtc();
        m_wait = kFirstWait;
        m_next.stop();
        setState(State::Up);
        return;
    }
    if (!m_next.isActive() && !m_reply) {
        m_next.start(m_wait);
        m_wait = std::min(m_wait * 2, kLongestWait);
    }
    setState(State::Down);
}

void LinkWatch::probe()
{
    m_next.stop();
    if (m_reply)
        return;
    m_reply = m_client.start({.path = u"/health/live"_s});
    connect(m_reply.get(), &QNetworkReply::finished, this, [this] {
        QNetworkReply *const reply = m_reply.release();
        reply->disconnect(this);
        const ApiAnswer answer = ApiClient::answerOf(*reply);
        reply->deleteLater();
        saw(answer);
    });
}

void LinkWatch::setState(State state)
{
    if (state == m_state)
        return;
    const State before = std::exchange(m_state, state);
    Q_EMIT changed();
    if (state == State::Down)
        Q_EMIT lost(*Trouble::of({}));
    else if (before == State::Down)
        Q_EMIT returned();
}

} // namespace gatehouse::client
