#include "client/limit_report.h"

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

quint64 countOf(const QJsonObject &object, QLatin1String key)
{
    return quint64(qMax<qint64>(0, object.value(key).toInteger()));
}

} // namespace

LimitPolicy LimitPolicy::fromJson(const QJsonObject &object)
{
    return {.name = object.value("name"_L1).toString(),
            .isPerAccount = object.value("scope"_L1).toString() == "account"_L1,
            .quota = object.value("quota"_L1).toInteger(),
            .windowSeconds = object.value("window_seconds"_L1).toDouble(),
            .burst = object.value("burst"_L1).toInteger(),
            .shadow = object.value("shadow"_L1).toBool(),
            .outage = object.value("outage"_L1).toString(),
            .allowed = countOf(object, "allowed"_L1),
            .refused = countOf(object, "refused"_L1),
            .shadowed = countOf(object, "shadowed"_L1)};
}

QJsonObject LimitPolicy::toJson() const
{
    return {{u"quota"_s, quota},
            {u"window_seconds"_s, windowSeconds},
            {u"burst"_s, burst == quota ? 0 : burst},
            {u"shadow"_s, shadow},
            {u"outage"_s, outage}};
}

bool LimitPolicy::hasSameNumbers(const LimitPolicy &other) const
{
    return toJson() == other.toJson();
}

LimitReport LimitReport::fromJson(const QJsonObject &object)
{
    LimitReport report;
    report.enabled = object.value("enabled"_L1).toBool(true);
    report.exempt = object.value("exempt"_L1).toString().split(u',', Qt::SkipEmptyParts);
    for (QString &network : report.exempt)
        network = network.trimmed();
    const QJsonArray items = object.value("items"_L1).toArray();
    for (const auto &item : items)
        report.policies.push_back(LimitPolicy::fromJson(item.toObject()));
    return report;
}

std::vector<LimitUsage> limitUsagesFromJson(const QJsonArray &array)
{
    std::vector<LimitUsage> usages;
    for (const auto &item : array) {
        const QJsonObject usage = item.toObject();
        usages.push_back({.key = usage.value("key"_L1).toString(),
                          .policy = usage.value("policy"_L1).toString(),
                          .caller = usage.value("caller"_L1).toString(),
                          .isAccount = usage.value("scope"_L1).toString() == "account"_L1,
                          .burst = usage.value("burst"_L1).toInteger(),
                          .remaining = usage.value("remaining"_L1).toInteger(),
                          .refused = countOf(usage, "refused"_L1),
                          .secondsSinceSeen = usage.value("seconds_since_seen"_L1).toDouble(),
                          .resetsInSeconds = usage.value("resets_in_seconds"_L1).toDouble()});
    }
    return usages;
}

} // namespace gatehouse::client
