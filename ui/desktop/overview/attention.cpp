#include "desktop/overview/attention.h"

#include "desktop/health/health_words.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr double kManyErrors = 0.05;
constexpr double kSomeTraffic = 0.5; ///< requests a second: below it one error would be many
constexpr int kManyRefusals = 5;

Attention forCheck(const client::HealthReport::Check &check)
{
    const bool down = check.health == client::Health::Unhealthy;
    return {
        down ? Tone::Danger : Tone::Warning,
        (down ? Attention::tr("%1 does not work") : Attention::tr("%1 is in trouble")).arg(HealthWords::checkName(check.name)),
        check.detail.isEmpty() ? Attention::tr("The server's last check of it failed.") : check.detail,
        Attention::tr("See health"), u"health"_s};
}

/// Where what the server names so is mended.
Attention forMatter(const client::Matter &matter)
{
    Attention attention{matter.critical ? Tone::Danger : Tone::Warning, matter.title, matter.remedy + u'.',
                        Attention::tr("See settings"), u"settings"_s};
    if (matter.id.startsWith("limits."_L1)) {
        attention.action = Attention::tr("See limits");
        attention.page = u"limits"_s;
    }
    return attention;
}

} // namespace

std::vector<Attention> Attention::from(const client::Overview &overview, const std::vector<client::AuditEntry> &events)
{
    std::vector<Attention> all;
    for (const client::HealthReport::Check &check : overview.health.checks) {
        if (check.health != client::Health::Healthy)
            all.push_back(forCheck(check));
    }
    for (const client::Matter &matter : overview.matters)
        all.push_back(forMatter(matter));
    const client::TrafficRates &now = overview.now;
    if (now.requests > kSomeTraffic && now.errorShare > kManyErrors) {
        all.push_back({Tone::Danger, tr("%1 % of requests fail").arg(QLocale().toString(now.errorShare * 100, 'f', 0)),
                       tr("The log says why."), tr("See the log"), u"logs"_s});
    }
    const auto isReuse = [](const client::AuditEntry &entry) { return entry.action == "auth.reuse"_L1; };
    if (const auto reuse = std::ranges::find_if(events, isReuse); reuse != events.end()) {
        all.push_back({Tone::Danger, tr("A spent token was used again"),
                       tr("From %1. Somebody may have stolen it; its sessions were ended.").arg(reuse->address),
                       tr("See the record"), u"audit"_s});
    }
    const auto refusedSignIns = std::ranges::count_if(events, [](const client::AuditEntry &entry) {
        return entry.action == "auth.login"_L1 && entry.outcome == client::AuditEntry::Outcome::Refused;
    });
    if (refusedSignIns >= kManyRefusals) {
        all.push_back({Tone::Warning, tr("Sign-ins refused lately: %1").arg(QLocale().toString(refusedSignIns)),
                       tr("Somebody may be guessing passwords."), tr("See the record"), u"audit"_s});
    }
    std::ranges::stable_sort(
        all, [](const Attention &a, const Attention &b) { return a.tone == Tone::Danger && b.tone != Tone::Danger; });
    return all;
}

} // namespace gatehouse::desktop
