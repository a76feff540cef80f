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
    if (!m_client->isReady()) {
        const std::optional<Error> problem = m_client->problem();
        show({.problem = problem ? problem->detail : u"not connected"_s});
        co_return;
    }
    storage::RedisServerInfo server = m_client->server();
    const auto asked = std::chrono::steady_clock::now();
    storage::RedisCall call = m_client->call({"INFO"});
    const Result<storage::RedisValue> told = co_await call;
    const auto roundTrip = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - asked);
    if (told) {
        storage::readServerInfo(told->bytes, server);
        show({.server = server, .roundTrip = roundTrip});
    } else { // the client may be going: it is not asked any more
        show({.problem = told.error().detail});
    }
}

void RedisWatch::show(Facts facts)
{
    const std::lock_guard lock(m_mutex);
    m_facts = std::move(facts);
}

health::CheckResult RedisWatch::check() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_facts.server)
        return {health::Status::Unhealthy, m_facts.problem};
    const storage::RedisServerInfo &server = *m_facts.server;
    const bool well = server.role != storage::RedisServerInfo::Role::Replica && !server.savesFail;
    return {well ? health::Status::Healthy : health::Status::Degraded, storage::describe(server), m_facts.roundTrip};
}

} // namespace gatehouse::assembly
