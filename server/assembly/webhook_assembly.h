#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "health/health_registry.h"
#include "telemetry/metrics.h"
#include "webhooks/webhook_sender.h"

#include <memory>
#include <mutex>
#include <optional>

namespace gatehouse::assembly {

/// Sends the record to the webhook that is configured, if one is; after a reload to another one, from where the one before had
/// come to. What says how it goes is for any thread, the rest for the one that starts the server.
class Webhook
{
public:
    using Wanted = std::optional<webhooks::WebhookSettings>; ///< nothing: none is named

    /// Fails with Invalid when the settings or the signing key cannot be used, naming which in the fields.
    [[nodiscard]] static Result<Wanted> wantedBy(const config::Settings &settings, const GivenSecrets &given);

    /// Begins at once. `database` and `clock` outlive this.
    Webhook(storage::Database &database, const Clock &clock, Wanted wanted);

    /// Goes on as `wanted` says; where that is nothing new, undisturbed. Waits for an attempt that is under way to be broken off.
    void use(Wanted wanted);

    /// With what was sent to those before as well; nothing: none is named.
    [[nodiscard]] std::optional<webhooks::WebhookStatus> status() const;
    [[nodiscard]] health::CheckResult check() const;
    /// For metrics.
    [[nodiscard]] telemetry::MetricsSnapshot::Webhook snapshot() const;

private:
    storage::Database &m_database;
    const Clock &m_clock;
    mutable std::mutex m_mutex; ///< of all below
    webhooks::WebhookStatus m_before; ///< counts of those that were replaced
    std::unique_ptr<webhooks::WebhookSender> m_sender; ///< null: none is named
};

} // namespace gatehouse::assembly
