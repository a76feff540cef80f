#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "health/health_registry.h"
#include "telemetry/metrics.h"
#include "webhooks/webhook_sender.h"

#include <memory>

namespace gatehouse::assembly {

/// Begins to send the record to the webhook; null when none is configured. `database` and `clock` outlive it. Fails with Invalid
/// when the settings or the signing key cannot be used.
[[nodiscard]] Result<std::unique_ptr<webhooks::WebhookSender>>
startWebhook(const config::Settings &settings, const GivenSecrets &given, storage::Database &database, const Clock &clock);

[[nodiscard]] health::CheckResult checkWebhook(const webhooks::WebhookSender &sender);
/// For metrics.
[[nodiscard]] telemetry::MetricsSnapshot::Webhook snapshotOf(const webhooks::WebhookSender &sender);

} // namespace gatehouse::assembly
