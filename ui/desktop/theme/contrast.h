#pragma once

#include <QColor>

namespace gatehouse::desktop {

/// Between 1 and 21, as WCAG 2.2 defines it. Both opaque.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// `foreground` with as much less or more lightness as it takes to reach `ratio` on `background`; black or white where
/// no lightness does.
[[nodiscard]] QColor legibleOn(const QColor &background, const QColor &foreground, double ratio);

/// `share` (0 to 1) of `over` on `under`.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, double share);

} // namespace gatehouse::desktop
