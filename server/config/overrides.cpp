#include "config/overrides.h"

#include "config/masking.h"
#include "config/settings_table.h"

namespace gatehouse::config {

using namespace Qt::StringLiterals;

SettingsReport withOverrides(LoadedSettings loaded, const Overrides &overrides)
{
    SettingsReport report{.loaded = std::move(loaded), .problems = {}};
    for (auto it = overrides.begin(); it != overrides.end(); ++it) {
        const QString key = QString::fromUtf8(it.key());
        const SettingEntry *entry = findSetting(it.key());
        if (entry == nullptr || entry->key != it.key()) {
            report.problems.push_back({key, u"is not a setting"_s});
        } else if (!entry->live) {
            report.problems.push_back({key, u"changes with a restart only: set it in the file, the environment or a flag"_s});
        } else if (const auto parsed = entry->parse(report.loaded.settings, it.value()); !parsed) {
            report.problems.push_back({key, parsed.error()});
        } else {
            report.loaded.texts.insert(it.key(), withSecretsMasked(it.value()));
            report.loaded.origins.insert(it.key(), kOverrideOrigin.toString());
        }
    }
    return report;
}

} // namespace gatehouse::config
