#pragma once

#include <QFont>

namespace gatehouse::desktop {

/// The one scale of letters, relative to the system's font.
enum class TextStyle {
    Caption, ///< beside something larger
    Body, ///< the system's own size
    Strong, ///< the same, heavier
    Heading, ///< of a card or section
    Title, ///< of a page
    Figure, ///< a number that is read across the room
    Mono, ///< identifiers, bytes, log lines
};

[[nodiscard]] QFont fontFor(TextStyle style);

} // namespace gatehouse::desktop
