#include "desktop/theme/colours.h"

#include "desktop/theme/contrast.h"

namespace gatehouse::desktop {

namespace {

constexpr double kTextContrast = 4.6; // a little over what WCAG asks for, so that rounding keeps it
constexpr double kMarkContrast = 3.1;
constexpr double kSoftShare = 0.14;
const QColor kOwnAccent(0x1f, 0x6f, 0x68);
/// What Qt's Fusion style highlights with when the system has not said anything.
const QColor kStyleAccent(0x30, 0x8c, 0xc6);

/// Legible on each of the three grounds and on its own soft one.
QColor legibleEverywhere(const Colours &colours, QColor color)
{
    for (const QColor &ground : {colours.canvas, colours.surface, colours.sunken})
        color = legibleOn(ground, color, kTextContrast);
    for (const QColor &ground : {colours.canvas, colours.surface, colours.sunken})
        color = legibleOn(mixed(ground, color, kSoftShare), color, kTextContrast);
    return color;
}

} // namespace

QColor Colours::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return muted;
    case Tone::Accent: return accentText;
    case Tone::Good: return good;
    case Tone::Warning: return warning;
    case Tone::Danger: return danger;
    }
    return muted;
}

QColor Colours::soft(Tone wanted) const
{
    return wanted == Tone::Neutral ? sunken : mixed(surface, tone(wanted), kSoftShare);
}

Colours coloursFor(bool dark, const QColor &accent)
{
    Colours colours;
    colours.dark = dark;
    colours.canvas = dark ? QColor(0x15, 0x18, 0x1b) : QColor(0xf6, 0xf7, 0xf8);
    colours.surface = dark ? QColor(0x1d, 0x21, 0x25) : QColor(0xff, 0xff, 0xff);
    colours.sunken = dark ? QColor(0x10, 0x12, 0x15) : QColor(0xec, 0xee, 0xf0);
    colours.hover = dark ? QColor(0x27, 0x2c, 0x31) : QColor(0xe3, 0xe6, 0xe9);
    colours.border = dark ? QColor(0x30, 0x36, 0x3c) : QColor(0xdc, 0xe0, 0xe4);
    colours.text = dark ? QColor(0xe8, 0xeb, 0xee) : QColor(0x1a, 0x1f, 0x24);
    colours.muted = dark ? QColor(0xa3, 0xac, 0xb5) : QColor(0x55, 0x5f, 0x69);
    colours.fieldBorder = legibleOn(colours.surface, dark ? QColor(0x6a, 0x73, 0x7c) : QColor(0x8b, 0x94, 0x9d), kMarkContrast);

    colours.accent = legibleOn(colours.surface, accent, kMarkContrast);
    colours.onAccent = contrastRatio(colours.accent, Qt::white) >= kTextContrast
        ? QColor(Qt::white)
        : legibleOn(colours.accent, Qt::black, kTextContrast);
    colours.accentText = legibleEverywhere(colours, accent);
    colours.good = legibleEverywhere(colours, dark ? QColor(0x52, 0xc4, 0x7a) : QColor(0x1a, 0x7f, 0x3c));
    colours.warning = legibleEverywhere(colours, dark ? QColor(0xe0, 0xaf, 0x3e) : QColor(0x9a, 0x62, 0x00));
    colours.danger = legibleEverywhere(colours, dark ? QColor(0xff, 0x7f, 0x78) : QColor(0xc4, 0x26, 0x2e));
    colours.selection = mixed(colours.surface, accent, dark ? 0.35 : 0.16);
    colours.onSelection = legibleOn(colours.selection, colours.text, kTextContrast);
    return colours;
}

bool isDark(const QPalette &system)
{
    return system.color(QPalette::Active, QPalette::Window).lightnessF()
        < system.color(QPalette::Active, QPalette::WindowText).lightnessF();
}

QColor accentOf(const QPalette &system)
{
    const QColor highlight = system.color(QPalette::Active, QPalette::Highlight);
    return highlight == kStyleAccent || highlight.saturationF() < 0.1F ? kOwnAccent : highlight;
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    set(QPalette::Window, colours.canvas);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.surface);
    set(QPalette::AlternateBase, colours.canvas);
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.muted);
    set(QPalette::Button, colours.surface);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.danger);
    set(QPalette::Highlight, colours.selection);
    set(QPalette::HighlightedText, colours.onSelection);
    set(QPalette::Link, colours.accentText);
    set(QPalette::LinkVisited, colours.accentText);
    set(QPalette::ToolTipBase, colours.text);
    set(QPalette::ToolTipText, colours.canvas);
    set(QPalette::Light, colours.surface);
    set(QPalette::Midlight, colours.hover);
    set(QPalette::Mid, colours.border);
    set(QPalette::Dark, colours.fieldBorder);
    set(QPalette::Shadow, colours.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(colours.surface, colours.text, 0.45));
    return palette;
}

std::vector<TextPair> textPairs(const Colours &colours)
{
    std::vector<TextPair> pairs{
        {"text on canvas", colours.text, colours.canvas},         {"text on surface", colours.text, colours.surface},
        {"text on sunken", colours.text, colours.sunken},         {"text on hover", colours.text, colours.hover},
        {"muted on canvas", colours.muted, colours.canvas},       {"muted on surface", colours.muted, colours.surface},
        {"muted on sunken", colours.muted, colours.sunken},       {"on accent", colours.onAccent, colours.accent},
        {"on selection", colours.onSelection, colours.selection}, {"tool tip", colours.canvas, colours.text},
    };
    for (const auto &[name, tone] : {std::pair("accent", Tone::Accent), std::pair("good", Tone::Good),
                                     std::pair("warning", Tone::Warning), std::pair("danger", Tone::Danger)}) {
        for (const QColor &ground : {colours.canvas, colours.surface, colours.sunken, colours.soft(tone)})
            pairs.push_back({name, colours.tone(tone), ground});
    }
    return pairs;
}

} // namespace gatehouse::desktop
