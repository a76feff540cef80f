#include "assembly/webhook_assembly.h"

#include "outbound/http_poster.h"

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

using webhooks::WebhookSender;
using webhooks::WebhookStatus;

namespace {

bool failsNow(const WebhookStatus &status)
{
    return status.state == WebhookStatus::State::Open || status.state == WebhookStatus::State::Ended;
}

std::unexpected<Error> refused(const QString &field, const Error &why)
{
    return std::unexpected(Error{why.kind, u"the webhook cannot be used"_s, {{field, why.detail}}});
}

void addCounts(WebhookStatus &status, const WebhookStatus &other)
{
    status.delivered += other.delivered;
    status.failed += other.failed;
    status.buried += other.buried;
}

} // namespace

Result<Webhook::Wanted> Webhook::wantedBy(const config::Settings &settings, const GivenSecrets &given)
{
    // Also where nothing is posted yet: who mistyped one hears of it now.
    auto events = webhooks::EventFilter::parse(settings.webhook.events);
    if (!events)
        return refused(u"webhook.events"_s, events.error());
    if (settings.webhook.url.isEmpty())
        return std::nullopt;
    const Result<QUrl> url = outbound::postTarget(settings.webhook.url);
    if (!url)
        return refused(u"webhook.url"_s, url.error());
    webhooks::WebhookSettings wanted{.url = *url, .events = std::move(*events)};
    wanted.attempts = settings.webhook.attempts;
    if (given.webhookToken)
        wanted.token = given.webhookToken->clone();
    if (given.webhookSigningKey) {
        Result<SecretBytes> key = webhooks::signingKeyFrom(*given.webhookSigningKey);
        if (!key)
            return refused(u"WEBHOOK_SIGNING_KEY"_s, key.error());
        wanted.signingKey = std::move(*key);
    }
    return Wanted(std::move(wanted));
}

Webhook::Webhook(storage::Database &database, const Clock &clock, Wanted wanted)
    : m_database(database)
    , m_clock(clock)
    , m_sender(wanted ? std::make_unique<WebhookSender>(database, clock, std::move(*wanted)) : nullptr)
{
}

void Webhook::use(Wanted wanted)
{
    std::unique_ptr<WebhookSender> before;
    {
        const std::lock_guard lock(m_mutex);
        const bool same = m_sender && wanted ? areSame(m_sender->settings(), *wanted) : !m_sender && !wanted;
        if (same)
            return;
        before = std::move(m_sender);
    }
    if (before)
        before->stop(); // not under the lock: nobody who asks how it goes waits for a receiver
    const std::lock_guard lock(m_mutex);
    if (before)
        addCounts(m_before, before->status());
    if (wanted)
        m_sender = std::make_unique<WebhookSender>(m_database, m_clock, std::move(*wanted));
}

std::optional<WebhookStatus> Webhook::status() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_sender)
        return std::nullopt;
    WebhookStatus status = m_sender->status();
    addCounts(status, m_before);
    return status;
}

health::CheckResult Webhook::check() const
{
    const std::optional<WebhookStatus> status = this->status();
    if (!status)
        return {health::Status::Healthy, u"no webhook is set up"_s};
    return {failsNow(*status) ? health::Status::Degraded : health::Status::Healthy,
            status->problem.isEmpty() ? u"%1 delivered, %2 given up"_s.arg(status->delivered).arg(status->buried)
                                      : status->problem};
}

telemetry::MetricsSnapshot::Webhook Webhook::snapshot() const
{
    const std::optional<WebhookStatus> status = this->status();
    if (!status)
        return {};
    return {.used = true,
            .delivered = status->delivered,
            .failed = status->failed,
            .buried = status->buried,
            .open = failsNow(*status)};
}

} // namespace gatehouse::assembly
