#include "assembly/webhook_assembly.h"

#include "outbound/http_poster.h"

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

using webhooks::WebhookStatus;

Result<std::unique_ptr<webhooks::WebhookSender>> startWebhook(const config::Settings &settings, const GivenSecrets &given,
                                                              storage::Database &database, const Clock &clock)
{
    if (settings.webhook.url.isEmpty())
        return nullptr;
    const Result<QUrl> url = outbound::postTarget(settings.webhook.url);
    if (!url)
        return std::unexpected(url.error());
    auto events = webhooks::EventFilter::parse(settings.webhook.events);
    if (!events)
        return failure(ErrorKind::Invalid, u"webhook.events: "_s + events.error().detail);
    webhooks::WebhookSettings wanted{.url = *url, .events = std::move(*events)};
    wanted.attempts = settings.webhook.attempts;
    if (given.webhookToken)
        wanted.token = given.webhookToken->clone();
    if (given.webhookSigningKey) {
        Result<SecretBytes> key = webhooks::signingKeyFrom(*given.webhookSigningKey);
        if (!key)
            return std::unexpected(key.error());
        wanted.signingKey = std::move(*key);
    }
    return std::make_unique<webhooks::WebhookSender>(database, clock, std::move(wanted));
}

health::CheckResult checkWebhook(const webhooks::WebhookSender &sender)
{
    const WebhookStatus status = sender.status();
    const bool fails = status.state == WebhookStatus::State::Open || status.state == WebhookStatus::State::Ended;
    return {fails ? health::Status::Degraded : health::Status::Healthy,
            status.problem.isEmpty() ? u"%1 delivered, %2 given up"_s.arg(status.delivered).arg(status.buried) : status.problem};
}

telemetry::MetricsSnapshot::Webhook snapshotOf(const webhooks::WebhookSender &sender)
{
    const WebhookStatus status = sender.status();
    return {.used = true,
            .delivered = status.delivered,
            .failed = status.failed,
            .buried = status.buried,
            .open = status.state == WebhookStatus::State::Open || status.state == WebhookStatus::State::Ended};
}

} // namespace gatehouse::assembly
