#include "desktop/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::desktop {

namespace {

/// WCAG 2.2, "relative luminance".
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor legibleOn(const QColor &background, const QColor &foreground, double ratio)
{
    if (contrastRatio(background, foreground) >= ratio)
        return foreground;
    const bool lighten = luminance(background) < 0.18; // where black and white stand out alike
    constexpr int kSteps = 50;
    for (int step = 1; step <= kSteps; ++step) {
        const QColor candidate = mixed(foreground, lighten ? Qt::white : Qt::black, double(step) / kSteps);
        if (contrastRatio(background, candidate) >= ratio)
            return candidate;
    }
    return lighten ? Qt::white : Qt::black;
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {channel(under.red(), over.red()), channel(under.green(), over.green()), channel(under.blue(), over.blue())};
}

} // namespace gatehouse::desktop
