#pragma once

#include "assembly/audited_shares.h"
#include "config/settings.h"
#include "sharing/guess_limit.h"
#include "sharing/secret_routes.h"
#include "sharing/share_tokens.h"

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
    /// Makes the first tokens of a new deployment.
    [[nodiscard]] static Result<std::unique_ptr<OneTimeSecrets>> open(const config::Settings &settings, const Parts &parts);

    void declareRoutes(http::RouteTable &routes, sharing::SecretPage page = {});
    /// Tokens that were made by open().
    [[nodiscard]] const sharing::FirstTokens &firstTokens() const { return m_firstTokens; }
    /// Any thread.
    [[nodiscard]] telemetry::SharingTotals totals() const { return m_statistics.totals(); }

private:
    OneTimeSecrets(const config::Settings &settings, const Parts &parts);

    const Parts m_parts;
    const sharing::SharingSettings m_settings;
    AuditedShares m_events;
    sharing::Statistics m_statistics;
    sharing::GuessLimit m_guesses;
    sharing::SecretStore m_store;
    sharing::FirstTokens m_firstTokens;
    QTimer m_sweep;
};

} // namespace gatehouse::assembly
