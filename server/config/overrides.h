#pragma once

#include "config/settings_loader.h"

#include <QByteArray>
#include <QMap>

namespace gatehouse::config {

/// What administrators have set while the server ran, by key, as it would be written in the file. It wins over the file, the
/// environment and the flags, and holds across restarts until it is taken back.
using Overrides = QMap<QByteArray, QByteArray>;

/// What an overridden setting has as its origin.
inline constexpr QStringView kOverrideOrigin = u"override";

/// `loaded` with `overrides` on top. A problem is a key that is no live setting, or a value that does not hold; such an override
/// is left out of what is loaded. No message holds a value.
[[nodiscard]] SettingsReport withOverrides(LoadedSettings loaded, const Overrides &overrides);

} // namespace gatehouse::config
