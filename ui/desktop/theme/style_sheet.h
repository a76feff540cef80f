#pragma once

#include "desktop/theme/colours.h"

#include <QString>

namespace gatehouse::desktop {

/// What the style draws differently from how Fusion would. Widgets say what they are by properties: `surface`
/// ("card", "sunken", "canvas"), `tone` and `badge` ("good", "warning", "danger", "accent", "neutral"), `kind` of a
/// button ("primary", "danger", "plain").
[[nodiscard]] QString styleSheet(const Colours &colours);

} // namespace gatehouse::desktop
