#include "config/settings_table.h"

#include "config/secret_keys.h"
#include "config/setting_sections.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace gatehouse::config {

namespace {

std::vector<SettingEntry> makeTable()
{
    std::vector<SettingEntry> table;
    for (auto *section : {programSettings, httpSettings, authSettings, limitSettings, storageSettings})
        std::ranges::move(section(), std::back_inserter(table));
    return table;
}

int distance(QByteArrayView a, QByteArrayView b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    std::ranges::copy(std::views::iota(0, static_cast<int>(row.size())), row.begin());
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (size_t j = 0; j < static_cast<size_t>(b.size()); ++j) {
            const int replaced = diagonal + (a[i] == b[static_cast<qsizetype>(j)] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
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
    const QByteArray typed = QByteArray(key).replace('_', '.');
    const auto nearness = [&typed](const SettingEntry &entry) {
        const QByteArray whole = QByteArray(entry.key).replace('_', '.');
        const qsizetype section = entry.key.indexOf('.') + 1;
        return std::min(distance(whole, typed), distance(whole.sliced(section), typed));
    };
    return std::ranges::min_element(settingsTable(), {}, nearness)->key;
}

} // namespace gatehouse::config
