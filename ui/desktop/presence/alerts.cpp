#include "desktop/presence/alerts.h"

#include "desktop/health/health_words.h"

namespace gatehouse::desktop {

Alerts::Alerts(client::AdminSession &session, client::LiveStream &stream, QObject *parent)
    : QObject(parent)
{
    connect(&session.link(), &client::LinkWatch::lost, this,
            [this](const client::Trouble &trouble) { Q_EMIT alert(trouble.title, trouble.remedy); });
    stream.listen(client::StreamTopic::Health, this,
                  [this](const QJsonValue &data) { judge(client::HealthReport::fromJson(data.toObject())); });
}

void Alerts::judge(const client::HealthReport &report)
{
    for (const client::HealthReport::Check &check : report.checks) {
        const auto [known, isNew] = m_before.try_emplace(check.name, client::Health::Healthy);
        if (check.health != client::Health::Healthy && known->second == client::Health::Healthy)
            Q_EMIT alert(tr("%1: %2").arg(HealthWords::checkName(check.name), HealthWords::state(check.health)),
                         check.detail.isEmpty() ? HealthWords::consequence(check.name) : check.detail);
        known->second = check.health;
    }
}

} // namespace gatehouse::desktop
