#pragma once

#include "redis/redis_link.h"

#include <QByteArrayList>

namespace gatehouse::storage {

/// Listens to channels on a connection of its own, which it makes again whenever it is lost. A server that falls silent is
/// noticed within two seconds.
///
/// Lives in one thread, with an event loop. Messages that were published while it was not subscribed are lost: whoever
/// needs them reads the state itself upon subscribed().
class RedisSubscriber : public QObject
{
    Q_OBJECT

public:
    /// `options` and `statistics` outlive it. `channels` are names, not patterns.
    RedisSubscriber(const RedisOptions &options, RedisStatistics &statistics, QByteArrayList channels, QObject *parent = nullptr);
    ~RedisSubscriber() override;

    /// Once.
    void start();
    [[nodiscard]] bool isSubscribed() const { return m_subscribed; }

Q_SIGNALS:
    void message(const QByteArray &channel, const QByteArray &payload);
    /// From now on every message arrives; what was published before, since the last time, may have been missed.
    void subscribed();
    /// From now on messages are missed.
    void lost(const QString &reason);

private:
    void onUp();
    void onDown(const QString &reason);
    void onReply(const RedisValue &reply);
    void listenForLife();

    const QByteArrayList m_channels;
    RedisLink m_link;
    QTimer m_pings;
    std::chrono::steady_clock::time_point m_lastPing{};
    qsizetype m_confirmed = 0;
    bool m_subscribed = false;
};

} // namespace gatehouse::storage
