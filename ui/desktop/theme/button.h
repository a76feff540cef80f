#pragma once

#include "desktop/theme/theme.h"

#include <QPushButton>
#include <QToolButton>

namespace gatehouse::desktop {

enum class ButtonKind { Ordinary, Primary, Danger, Plain };

/// A button with words, and perhaps an icon that follows the theme.
[[nodiscard]] QPushButton *makeButton(Theme &theme, const QString &text, ButtonKind kind = ButtonKind::Ordinary,
                                      std::optional<Icon> icon = {});
/// A button that is only an icon: `name` is its tool tip and what a screen reader says.
[[nodiscard]] QToolButton *makeIconButton(Theme &theme, Icon icon, const QString &name);

} // namespace gatehouse::desktop
