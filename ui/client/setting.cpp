#include "client/setting.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

std::vector<Setting> Setting::listFromJson(const QJsonObject &object)
{
    std::vector<Setting> settings;
    const QJsonArray items = object.value("items"_L1).toArray();
    settings.reserve(std::size_t(items.size()));
    for (const auto &item : items) {
        const QJsonObject setting = item.toObject();
        settings.push_back({.key = setting.value("key"_L1).toString(),
                            .value = setting.value("value"_L1).toString(),
                            .defaultValue = setting.value("default"_L1).toString(),
                            .origin = setting.value("origin"_L1).toString(),
                            .meaning = setting.value("meaning"_L1).toString(),
                            .live = setting.value("live"_L1).toBool(),
                            .list = setting.value("list"_L1).toBool()});
    }
    return settings;
}

bool Setting::isOverridden() const
{
    return origin == "override"_L1;
}

bool Setting::isDefault() const
{
    return origin.isEmpty() || origin == "default"_L1;
}

QString Setting::section() const
{
    return key.section(u'.', 0, 0);
}

std::vector<SettingChange> SettingChange::listFromJson(const QJsonObject &object)
{
    std::vector<SettingChange> changes;
    const QJsonArray items = object.value("changes"_L1).toArray();
    for (const auto &item : items) {
        const QJsonObject change = item.toObject();
        changes.push_back(
            {change.value("key"_L1).toString(), change.value("before"_L1).toString(), change.value("after"_L1).toString()});
    }
    return changes;
}

} // namespace gatehouse::client
