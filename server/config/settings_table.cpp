#include "config/settings_table.h"

#include "config/secret_keys.h"
#include "config/setting_sections.h"
#include "core/edit_distance.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::config {

namespace {

std::vector<SettingEntry> makeTable()
{
    std::vector<SettingEntry> table;
    for (auto *section : {programSettings, httpSettings, authSettings, limitSettings, storageSettings, auditSettings,
                          webhookSettings, sharingSettings})
        std::ranges::move(section(), std::back_inserter(table));
    return table;
}

} // namespace

const std::vector<SettingEntry> &settingsTable()
{
    static const std::vector<SettingEntry> table = makeTable();
    return table;
}

const SettingEntry *findSetting(const QByteArray &key)
{
    for (const SettingEntry &entry : settingsTable()) {
        if (entry.key == key || std::ranges::find(entry.fileAliases, key) != entry.fileAliases.end())
            return &entry;
    }
    return nullptr;
}

QByteArray variableOf(const QByteArray &key)
{
    return "GATEHOUSE_" + QByteArray(key).replace('.', '_').toUpper();
}

std::vector<QByteArray> variablesOf(const SettingEntry &entry)
{
    return variablesByPrecedence(entry.key, entry.fileAliases, entry.aliases);
}

QByteArray flagOf(const QByteArray &key)
{
    return "--" + QByteArray(key).replace('.', '-').replace('_', '-');
}

QByteArray nearestKey(const QByteArray &key)
{
    // What was typed may lack the section, as short flags do.
    const auto comparable = [](const QByteArray &name) { return QString::fromUtf8(name).replace(u'_', u'.'); };
    const QString typed = comparable(key);
    const auto nearness = [&](const SettingEntry &entry) {
        const QString whole = comparable(entry.key);
        const qsizetype section = entry.key.indexOf('.') + 1;
        return std::min(editDistance(whole, typed), editDistance(QStringView(whole).sliced(section), typed));
    };
    return std::ranges::min_element(settingsTable(), {}, nearness)->key;
}

} // namespace gatehouse::config
