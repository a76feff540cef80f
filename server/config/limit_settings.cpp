#include "config/setting_parsers.h"
#include "config/setting_sections.h"

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void addPolicy(std::vector<SettingEntry> &table, const QByteArray &name, const QByteArray &quota, const QString &meaning,
               const std::function<PolicySettings &(Settings &)> &policy, std::vector<QByteArray> aliases = {},
               std::vector<QByteArray> fileAliases = {})
{
    const QByteArray prefix = "limits." + name + '.';
    table.push_back({prefix + "quota", quota, meaning, std::move(aliases), std::move(fileAliases),
                     into([policy](Settings &settings) -> auto & { return policy(settings).quota; }, integer(1, 1'000'000'000))});
    table.push_back({prefix + "window",
                     "1m",
                     u"The time that quota is for."_s,
                     {},
                     {},
                     into([policy](Settings &settings) -> auto & { return policy(settings).window; }, duration(1s, 24h))});
    table.push_back({prefix + "burst",
                     "0",
                     u"Requests that may come at once; 0: as many as the quota."_s,
                     {},
                     {},
                     into([policy](Settings &settings) -> auto & { return policy(settings).burst; }, integer(0, 1'000'000'000))});
    table.push_back({prefix + "shadow",
                     "false",
                     u"Counts and reports, but refuses nobody."_s,
                     {},
                     {},
                     into([policy](Settings &settings) -> auto & { return policy(settings).shadow; }, parseBool)});
    table.push_back({prefix + "outage",
                     "local",
                     u"While Redis is away: local (each instance counts for itself), refuse (503) or allow."_s,
                     {},
                     {},
                     into([policy](Settings &settings) -> auto & { return policy(settings).outage; },
                          choice<Outage>({{"local", Outage::Local}, {"refuse", Outage::Refuse}, {"allow", Outage::Allow}}))});
}

} // namespace

std::vector<SettingEntry> limitSettings()
{
    std::vector<SettingEntry> table{
        {"limits.enabled",
         "true",
         u"The kill switch: off, nobody is limited."_s,
         {"RATE_LIMIT_ENABLED"},
         {},
         into(GATEHOUSE_FIELD(limits.enabled), parseBool)},
        {"limits.backend",
         "auto",
         u"Who counts: embedded (each instance for itself), redis, or auto: redis where REDIS_URL is given. Production wants "
         "one of the two."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(limits.backend),
              choice<LimitsBackend>(
                  {{"auto", LimitsBackend::Automatic}, {"embedded", LimitsBackend::Embedded}, {"redis", LimitsBackend::Redis}}))},
        {"limits.exempt",
         "",
         u"Addresses and ranges that are never limited."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(limits.exempt), parseNetworks),
         SettingEntry::Shape::List},
        {"limits.max_keys",
         "1000000",
         u"Callers remembered at once."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(limits.maxKeys), integer(1024, 100'000'000))},
    };
    addPolicy(table, "general", "60", u"Requests of one address, for everything."_s, GATEHOUSE_FIELD(limits.general), {},
              {"api.rate_limit"});
    addPolicy(table, "account", "600", u"Requests of one account."_s, GATEHOUSE_FIELD(limits.account));
    addPolicy(table, "sign_in", "5",
              u"Sign-ins, registrations, refreshes and changes of the own password, by address and by account."_s,
              GATEHOUSE_FIELD(limits.signIn));
    addPolicy(table, "probe", "600", u"Probes and metrics of one address."_s, GATEHOUSE_FIELD(limits.probe));
    for (SettingEntry &entry : table)
        entry.live = entry.key != "limits.backend" && entry.key != "limits.max_keys";
    return table;
}

} // namespace gatehouse::config
