#include "assembly/limits_redis.h"

#include "assembly/redis_settings.h"
#include "telemetry/logger.h"

#include <algorithm>
#include <utility>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

Result<storage::RedisOptions> LimitsRedis::optionsFor(const config::Settings &settings, const GivenSecrets &secrets)
{
    const bool ownUrl = secrets.limitsRedisUrl.has_value();
    const QString field = ownUrl ? u"RATE_LIMIT_REDIS_URL"_s : u"REDIS_URL"_s;
    const SecretBytes &text = ownUrl ? *secrets.limitsRedisUrl : *secrets.redisUrl;
    Result<storage::RedisOptions> options = redisOptions(text, field, settings, secrets);
    if (options && (ownUrl || !sharesInRedis(settings)))
        options->use = storage::RedisUse::LimitsOnly;
    return options;
}

LimitsRedis::LimitsRedis(storage::RedisOptions options, const QByteArray &prefix, const HashKey &hashKey,
                         limits::RateLimiter &local)
    : m_options(std::move(options))
    , m_limiterOptions{.hashKey = hashKey, .prefix = prefix, .resets = &m_resets}
    , m_local(local)
    , m_facts{.problem = u"not connected yet"_s}
    , m_watcher(std::make_shared<storage::RedisClient>(m_options, m_watcherCounts))
    , m_resetter(std::make_unique<limits::RedisLimiter>(m_watcher, m_local, m_limiterOptions, m_resetterCounts))
    , m_resetsKey(prefix + "resets")
{
    QObject::connect(m_watcher.get(), &storage::RedisClient::connected, &m_looking, [this] {
        qCInfo(telemetry::lcServer, "limits are counted in Redis at %s", qPrintable(m_options.url.toDisplay()));
        for (const QString &warning : storage::serverWarnings(m_watcher->server(), m_options.use))
            qCWarning(telemetry::lcServer, "Redis: %s", qPrintable(warning));
        (void)look();
    });
    QObject::connect(m_watcher.get(), &storage::RedisClient::disconnected, &m_looking, [this](const QString &reason) {
        qCWarning(telemetry::lcServer, "Redis is away (%s): each policy's outage decides", qPrintable(reason));
        show({.problem = reason});
    });
    QObject::connect(&m_looking, &QTimer::timeout, &m_looking, [this] { (void)look(); });
    m_looking.start(kLookInterval);
    m_watcher->start();
}

LimitsRedis::~LimitsRedis()
{
    m_closing = true; // whoever waits for Redis is told now that it is away
}

std::unique_ptr<limits::SharedLimiter> LimitsRedis::makeLimiter()
{
    const std::lock_guard lock(m_mutex);
    Counts &counts = m_counts.emplace_back();
    auto client = std::make_shared<storage::RedisClient>(m_options, counts.client);
    client->start();
    return std::make_unique<limits::RedisLimiter>(std::move(client), m_local, m_limiterOptions, counts.limiter);
}

OneShot<bool> LimitsRedis::reset(std::shared_ptr<const limits::PolicySet> policies, limits::LimitedCaller caller)
{
    OneShot<bool> done;
    QMetaObject::invokeMethod(&m_looking, [this, policies = std::move(policies), caller = std::move(caller), done] {
        (void)resetHere(policies, caller, done);
    });
    return done;
}

QCoro::Task<> LimitsRedis::resetHere(std::shared_ptr<const limits::PolicySet> policies, limits::LimitedCaller caller,
                                     OneShot<bool> done)
{
    bool known = false;
    for (const limits::LimitedCaller::Key &key : caller.keysIn(*policies)) {
        if (m_closing)
            break;
        QCoro::Task<bool> resetting = m_resetter->reset(*key.policy, key.key);
        const bool knownThere = co_await resetting;
        known = known || knownThere;
    }
    m_resets.fetch_add(1, std::memory_order_release);
    m_resetsToTell = true;
    if (!m_closing) {
        QCoro::Task<Result<void>> telling = exchangeResets();
        const Result<void> told = co_await telling;
        if (!told && !m_closing)
            m_looking.start(kLookAgain);
    }
    done.give(known);
}

QCoro::Task<> LimitsRedis::look()
{
    QCoro::Task<RedisFacts> asking = RedisFacts::ask(*m_watcher);
    RedisFacts facts = co_await asking;
    if (!m_closing) { // also when it told nothing of itself in time: whoever was reset waits for this
        QCoro::Task<Result<void>> exchanging = exchangeResets();
        const Result<void> exchanged = co_await exchanging;
        if (!exchanged && facts.server)
            facts = {.problem = exchanged.error().detail};
        if (!m_closing)
            m_looking.start(exchanged ? kLookInterval : kLookAgain);
    }
    show(std::move(facts));
}

/// Tells the other instances that somebody was reset here, if they may not know, or else learns it of them.
QCoro::Task<Result<void>> LimitsRedis::exchangeResets()
{
    const bool telling = std::exchange(m_resetsToTell, false);
    storage::RedisCall call = m_watcher->call({telling ? "INCR" : "GET", m_resetsKey});
    const Result<storage::RedisValue> resets = co_await call;
    if (!resets) {
        m_resetsToTell = m_resetsToTell || telling;
        co_return std::unexpected(resets.error());
    }
    noteResets(telling ? QByteArray::number(resets->integer) : resets->bytes);
    co_return {};
}

/// Another instance may have reset somebody whom workers of this one go on refusing.
void LimitsRedis::noteResets(const QByteArray &counted)
{
    if (std::exchange(m_resetsSeen, counted) != counted)
        m_resets.fetch_add(1, std::memory_order_release);
}

void LimitsRedis::show(RedisFacts facts)
{
    const std::lock_guard lock(m_mutex);
    m_facts = std::move(facts);
}

health::CheckResult LimitsRedis::check() const
{
    const std::lock_guard lock(m_mutex);
    health::CheckResult result = m_facts.check();
    if (m_facts.server && !std::ranges::all_of(m_counts, [](const Counts &counts) { return counts.client.connected.load(); }))
        result.status = health::Status::Degraded;
    return result;
}

void LimitsRedis::addTo(telemetry::MetricsSnapshot &metrics) const
{
    telemetry::RedisTotals calls{.use = "limits"};
    telemetry::LimitEngineTotals decided;
    const std::lock_guard lock(m_mutex);
    for (const Counts &counts : m_counts) {
        counts.client.addTo(calls);
        decided.redis += counts.limiter.shared.value();
        decided.memory += counts.limiter.remembered.value();
        decided.outage += counts.limiter.without.value();
    }
    metrics.redis.push_back(std::move(calls));
    metrics.limitEngines = decided;
}

} // namespace gatehouse::assembly
