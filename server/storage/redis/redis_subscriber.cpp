#include "redis/redis_subscriber.h"

#include <QVarLengthArray>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

constexpr std::chrono::milliseconds kPingInterval{1000};

} // namespace

RedisSubscriber::RedisSubscriber(const RedisOptions &options, RedisStatistics &statistics, QByteArrayList channels,
                                 QObject *parent)
    : QObject(parent)
    , m_channels(std::move(channels))
    , m_link(options, statistics, nullptr)
{
    connect(&m_link, &RedisLink::up, this, &RedisSubscriber::onUp);
    connect(&m_link, &RedisLink::down, this, &RedisSubscriber::onDown);
    connect(&m_pings, &QTimer::timeout, this, &RedisSubscriber::listenForLife);
}

RedisSubscriber::~RedisSubscriber() = default;

void RedisSubscriber::start()
{
    m_link.start();
}

void RedisSubscriber::onUp()
{
    m_confirmed = 0;
    m_lastPing = {};
    QVarLengthArray<QByteArrayView, 8> words{"SUBSCRIBE"};
    for (const QByteArray &channel : m_channels)
        words.append(channel);
    m_link.connection()->listen([this](const RedisValue &reply) { onReply(reply); });
    m_link.connection()->post({words.data(), static_cast<std::size_t>(words.size())});
    m_pings.start(kPingInterval);
}

void RedisSubscriber::onDown(const QString &reason)
{
    m_pings.stop();
    if (std::exchange(m_subscribed, false))
        Q_EMIT lost(reason);
}

void RedisSubscriber::onReply(const RedisValue &reply)
{
    if (reply.isError())
        return m_link.renew(u"Redis refuses the subscription"_s);
    if (!reply.isArrayOf(3))
        return; // the answer to a ping
    const QByteArray &kind = reply.elements[0].bytes;
    if (kind == "message") {
        Q_EMIT message(reply.elements[1].bytes, reply.elements[2].bytes);
    } else if (kind == "subscribe" && ++m_confirmed == m_channels.size()) {
        m_subscribed = true;
        Q_EMIT subscribed();
    }
}

void RedisSubscriber::listenForLife()
{
    RedisConnection *connection = m_link.connection();
    if (connection == nullptr)
        return;
    if (connection->lastHeard() < m_lastPing)
        return m_link.renew(u"it does not answer"_s);
    m_lastPing = std::chrono::steady_clock::now();
    const std::array<QByteArrayView, 1> ping{"PING"};
    connection->post(ping);
}

} // namespace gatehouse::storage
