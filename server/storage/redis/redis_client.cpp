#include "redis/redis_client.h"

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

constexpr std::chrono::milliseconds kProbeInterval{100};

} // namespace

RedisClient::RedisClient(const RedisOptions &options, RedisStatistics &statistics, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_statistics(statistics)
    , m_link(options, statistics, nullptr)
{
    m_probeTimer.setSingleShot(true);
    connect(&m_probeTimer, &QTimer::timeout, this, &RedisClient::probe);
    connect(&m_link, &RedisLink::up, this, &RedisClient::onUp);
    connect(&m_link, &RedisLink::down, this, &RedisClient::onDown);
}

RedisClient::~RedisClient() = default;

void RedisClient::start()
{
    m_link.start();
}

bool RedisClient::isReady() const
{
    return m_link.connection() != nullptr && m_breaker.lets();
}

std::optional<Error> RedisClient::problem() const
{
    return m_link.connection() == nullptr ? m_link.problem() : std::nullopt;
}

RedisCall RedisClient::call(std::span<const QByteArrayView> words, std::chrono::milliseconds deadline)
{
    RedisConnection *connection = m_link.connection();
    if (connection != nullptr && m_breaker.lets() && connection->hasRoom())
        return connection->send(words, deadline);
    m_statistics.rejected.add();
    const QString reason = connection == nullptr ? u"there is no connection to Redis"_s
        : !m_breaker.lets()                      ? u"Redis does not answer in time"_s
                                                 : u"too many calls to Redis are in flight"_s;
    return RedisCall::failed({ErrorKind::Unavailable, reason});
}

void RedisClient::onUp()
{
    m_breaker.close();
    m_probeTimer.stop();
    showBreaker();
    m_link.connection()->onOutcome([this](RedisConnection::Outcome outcome) { onOutcome(outcome); });
    connect(m_link.connection(), &RedisConnection::saidReadOnly, this, &RedisClient::onReadOnly);
    Q_EMIT connected();
}

void RedisClient::onDown(const QString &reason)
{
    m_probeTimer.stop();
    Q_EMIT disconnected(reason);
}

/// A master that has become a replica: the name or the Sentinels may lead to the new one. One that was a replica all along
/// stays, as it may be made master and serves reads meanwhile.
void RedisClient::onReadOnly()
{
    if (m_link.server().role != RedisServerInfo::Role::Replica)
        m_link.renew(u"it has become a replica"_s);
}

void RedisClient::onOutcome(RedisConnection::Outcome outcome)
{
    if (!m_breaker.count(outcome == RedisConnection::Outcome::Answered))
        return;
    m_statistics.opened.add();
    showBreaker();
    m_probeTimer.start(kProbeInterval);
}

QCoro::Task<> RedisClient::probe()
{
    RedisConnection *connection = m_link.connection();
    if (connection == nullptr)
        co_return;
    m_breaker.probing();
    showBreaker();
    RedisCall ping = connection->send({"PING"}, m_options.deadline);
    const Result<RedisValue> answer = co_await ping;
    if (m_link.connection() != connection || m_breaker.state() != CircuitBreaker::State::HalfOpen)
        co_return;
    m_breaker.probed(answer.has_value() || answer.error().kind != ErrorKind::Unavailable);
    showBreaker();
    if (!m_breaker.lets())
        m_probeTimer.start(kProbeInterval);
}

void RedisClient::showBreaker()
{
    m_statistics.breaker.store(m_breaker.state(), std::memory_order_relaxed);
}

} // namespace gatehouse::storage
