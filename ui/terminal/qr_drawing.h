#pragma once

#include "core/error.h"

#include <QString>

namespace gatehouse::terminal {

/// How dark and light modules are told apart.
enum class QrColours {
    Own, ///< black on white by escape sequences, whatever the terminal's colours are
    Terminals, ///< block characters for light modules, for a terminal that writes light on dark
};

/// `text` as a QR code of half blocks, two modules one above the other in each character, with the quiet zone of four modules
/// (ISO/IEC 18004); lines end with a line break. Fails with TooLarge when it does not fit into a code.
[[nodiscard]] Result<QString> qrDrawing(const QString &text, QrColours colours);

} // namespace gatehouse::terminal
