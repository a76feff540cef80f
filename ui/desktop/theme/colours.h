#pragma once

#include <QColor>
#include <QPalette>

#include <vector>

namespace gatehouse::desktop {

/// What a colour says. Neutral says nothing.
enum class Tone { Neutral, Accent, Good, Warning, Danger };

/// Every colour of the windows.
struct Colours {
    bool dark = false;
    QColor canvas; ///< behind everything
    QColor surface; ///< cards, fields, tables
    QColor sunken; ///< the side bar, heads of tables
    QColor hover;
    QColor border; ///< around cards; decorative
    QColor fieldBorder; ///< around what is operated: 3:1
    QColor text;
    QColor muted; ///< text that matters less
    QColor accent; ///< filled buttons, the line of a chart
    QColor onAccent;
    QColor selection; ///< behind selected rows
    QColor onSelection;

    /// A mark or text of that tone on canvas, surface and sunken.
    [[nodiscard]] QColor tone(Tone tone) const;
    /// Behind text of that tone.
    [[nodiscard]] QColor soft(Tone tone) const;

    QColor accentText;
    QColor good;
    QColor warning;
    QColor danger;
};

/// Made for the system's light or dark and its accent.
[[nodiscard]] Colours coloursFor(bool dark, const QColor &accent);

/// Whether a system's palette is a dark one, and what its accent is; ours where it has only that of the style.
[[nodiscard]] bool isDark(const QPalette &system);
[[nodiscard]] QColor accentOf(const QPalette &system);

/// The same colours for the style that draws what has no rule of its own.
[[nodiscard]] QPalette paletteOf(const Colours &colours);

/// Text that is shown, and what it is shown on.
struct TextPair {
    const char *name = nullptr;
    QColor text;
    QColor background;
};

/// All of them: a test holds each to 4.5:1.
[[nodiscard]] std::vector<TextPair> textPairs(const Colours &colours);

} // namespace gatehouse::desktop
