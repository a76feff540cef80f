#pragma once

#include "assembly/audited_shares.h"
#include "assembly/given_secrets.h"
#include "assembly/redis_watch.h"
#include "config/settings.h"
#include "sharing/geo_database.h"
#include "sharing/grouped_transactions.h"
#include "sharing/guess_limit.h"
#include "sharing/redis_share_link.h"
#include "sharing/secret_routes.h"
#include "sharing/share_tokens.h"
#include "sharing/storage_room.h"
#include "telemetry/metrics.h"

#include <QTimer>

#include <memory>

namespace gatehouse::assembly {

/// What the configuration makes of sharing's settings.
[[nodiscard]] sharing::SharingSettings sharingSettings(const config::Settings &settings);

/// One-time secrets, put together. Made in the thread that starts the server; declares routes once. What is borrowed outlives
/// it, but for the database, which ends first.
class OneTimeSecrets
{
public:
    struct Parts {
        storage::Database &database;
        audit::AuditLog &log;
        limits::RateLimiter &limiter;
        const Snapshot<http::PipelineSettings> &pipeline;
        const Clock &clock;
    };
    /// Makes the first tokens of a new deployment. Invalid when the Redis that secrets are to lie in, or a database about
    /// addresses, cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<OneTimeSecrets>> open(const config::Settings &settings, const GivenSecrets &given,
                                                                      const Parts &parts);

    void declareRoutes(http::RouteTable &routes, sharing::SecretPage page = {});
    /// Tokens that were made by open().
    [[nodiscard]] const sharing::FirstTokens &firstTokens() const { return m_firstTokens; }
    /// Of the Redis that secrets lie in; null when it is the database. Any thread.
    [[nodiscard]] const RedisWatch *redis() const { return m_redisWatch.get(); }
    /// What lies at the paths of the databases about addresses by now. Fails with Invalid when one of them cannot be used.
    [[nodiscard]] Result<sharing::GeoDatabasesPtr> openGeoDatabases() const;
    /// Any thread.
    void use(sharing::GeoDatabasesPtr databases) { m_geo.set(std::move(databases)); }
    /// Ends what goes on by itself: nobody is served any more, and the database is still there.
    void stop();
    /// Any thread.
    void addTo(telemetry::MetricsSnapshot &metrics) const;

private:
    OneTimeSecrets(const config::Settings &settings, const Parts &parts);
    [[nodiscard]] Result<void> openStore(const config::Settings &settings, const GivenSecrets &given);

    const Parts m_parts;
    const sharing::SharingSettings m_settings;
    const QString m_countryFile;
    const QString m_asnFile;
    Snapshot<sharing::GeoDatabases> m_geo;
    AuditedShares m_events;
    sharing::Statistics m_statistics;
    sharing::GuessLimit m_guesses;
    sharing::StorageRoom m_room;
    sharing::GroupedTransactions m_transactions;
    sharing::RedisShareLink::Counts m_redisCounts;
    std::optional<storage::RedisOptions> m_redisOptions; ///< nothing: secrets lie in the database
    std::unique_ptr<RedisWatch> m_redisWatch;
    std::unique_ptr<sharing::SecretStore> m_store;
    sharing::FirstTokens m_firstTokens;
    QTimer m_sweep;
};

} // namespace gatehouse::assembly
