#pragma once

#include "config/settings_table.h"

namespace gatehouse::config {

// The sections of the table of settings; each in the file named like it.

[[nodiscard]] std::vector<SettingEntry> programSettings();
[[nodiscard]] std::vector<SettingEntry> httpSettings();
[[nodiscard]] std::vector<SettingEntry> authSettings();
[[nodiscard]] std::vector<SettingEntry> limitSettings();
[[nodiscard]] std::vector<SettingEntry> storageSettings();
[[nodiscard]] std::vector<SettingEntry> auditSettings();
[[nodiscard]] std::vector<SettingEntry> sharingSettings();
[[nodiscard]] std::vector<SettingEntry> webhookSettings();

} // namespace gatehouse::config
