#include "assembly/redis_watch.h"

#include "telemetry/logger.h"

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;
using storage::RedisClient;

RedisWatch::RedisWatch(const storage::RedisOptions &options, QString what)
    : m_options(options)
    , m_what(std::move(what))
    , m_facts{.problem = u"not connected yet"_s}
    , m_client(std::make_unique<RedisClient>(m_options, m_counts))
{
    QObject::connect(m_client.get(), &RedisClient::connected, &m_looking, [this] {
        qCInfo(telemetry::lcServer, "%s: Redis at %s", qPrintable(m_what), qPrintable(m_options.url.toDisplay()));
        for (const QString &warning : storage::serverWarnings(m_client->server(), m_options.use))
            qCWarning(telemetry::lcServer, "Redis: %s", qPrintable(warning));
        (void)look();
    });
    QObject::connect(m_client.get(), &RedisClient::disconnected, &m_looking, [this](const QString &reason) {
        qCWarning(telemetry::lcServer, "%s: Redis is away (%s)", qPrintable(m_what), qPrintable(reason));
        show({.problem = reason});
    });
    QObject::connect(&m_looking, &QTimer::timeout, &m_looking, [this] { (void)look(); });
    m_looking.start(kLookInterval);
    m_client->start();
}

RedisWatch::~RedisWatch() = default;

QCoro::Task<> RedisWatch::look()
{
    QCoro::Task<RedisFacts> asking = RedisFacts::ask(*m_client);
    RedisFacts facts = co_await asking;
    show(std::move(facts));
}

void RedisWatch::show(RedisFacts facts)
{
    const std::lock_guard lock(m_mutex);
    m_facts = std::move(facts);
}

health::CheckResult RedisWatch::check() const
{
    const std::lock_guard lock(m_mutex);
    health::CheckResult result = m_facts.check();
    if (m_facts.server && m_facts.server->savesFail)
        result.status = health::Status::Degraded;
    return result;
}

} // namespace gatehouse::assembly
