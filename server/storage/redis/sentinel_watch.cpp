#include "redis/sentinel_watch.h"

#include "redis/redis_subscriber.h"

namespace gatehouse::storage {

namespace {

/// The Sentinels themselves as servers, tried in turn.
RedisOptions optionsForSentinels(const RedisOptions &options)
{
    RedisOptions sentinels{.url = {.kind = RedisUrl::Kind::Server,
                                   .tls = options.url.tls,
                                   .addresses = options.url.addresses,
                                   .user = options.sentinelUser,
                                   .password = options.sentinelPassword.clone()}};
    sentinels.tls = options.tls;
    sentinels.verifyHostName = options.verifyHostName;
    sentinels.clientName = options.clientName;
    sentinels.connectTimeout = options.connectTimeout;
    return sentinels;
}

} // namespace

SentinelWatch::SentinelWatch(const RedisOptions &options)
    : m_options(optionsForSentinels(options))
    , m_subscriber(std::make_unique<RedisSubscriber>(m_options, m_statistics, QByteArrayList{"+switch-master"}))
{
    const QByteArray name = options.url.master + ' ';
    connect(m_subscriber.get(), &RedisSubscriber::message, this, [this, name](const QByteArray &, const QByteArray &payload) {
        // "mymaster 10.0.0.1 6379 10.0.0.2 6379"
        if (payload.startsWith(name))
            Q_EMIT masterMoved();
    });
    m_subscriber->start();
}

SentinelWatch::~SentinelWatch() = default;

} // namespace gatehouse::storage
