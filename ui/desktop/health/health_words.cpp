#include "desktop/health/health_words.h"

#include <QLocale>

namespace gatehouse::desktop {

using namespace Qt::StringLiterals;
using client::Health;

QString HealthWords::state(Health health)
{
    return health == Health::Healthy ? tr("Works") : health == Health::Degraded ? tr("In trouble") : tr("Does not work");
}

Tone HealthWords::tone(Health health)
{
    return health == Health::Healthy ? Tone::Good : health == Health::Degraded ? Tone::Warning : Tone::Danger;
}

Icon HealthWords::icon(Health health)
{
    return health == Health::Healthy ? Icon::Done : health == Health::Degraded ? Icon::Warning : Icon::Failed;
}

QString HealthWords::checkName(const QString &name)
{
    if (name == "database"_L1)
        return tr("Database");
    if (name == "audit"_L1)
        return tr("Audit record");
    if (name == "redis"_L1)
        return tr("Redis");
    if (name == "one_time_secrets"_L1)
        return tr("One-time secrets");
    if (name == "webhook"_L1)
        return tr("Webhook");
    return name;
}

QString HealthWords::consequence(const QString &name)
{
    if (name == "database"_L1)
        return tr("Without it nobody signs in and nothing is administered; tokens that were given out go on working.");
    if (name == "audit"_L1)
        return tr("Without it no administrative act happens, as none may go unrecorded.");
    if (name == "redis"_L1)
        return tr("Without it each instance counts limits by itself, or refuses, as its policy says.");
    if (name == "one_time_secrets"_L1)
        return tr("Without it no one-time secret is taken in or handed out.");
    if (name == "webhook"_L1)
        return tr("Without it events wait here, and are told later.");
    return {};
}

HealthWords::Duration HealthWords::duration(std::chrono::seconds time)
{
    const QLocale locale;
    const qint64 seconds = time.count();
    if (seconds < 60)
        return {locale.toString(seconds), tr("s", "seconds")};
    if (seconds < 3600)
        return {locale.toString(seconds / 60), tr("min", "minutes")};
    if (seconds < 2 * 86400)
        return {locale.toString(seconds / 3600), tr("h", "hours")};
    const qint64 days = seconds / 86400;
    return {locale.toString(days), tr("days", "after the number", int(days))};
}

} // namespace gatehouse::desktop
