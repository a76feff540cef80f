#pragma once

#include "core/error.h"
#include "core/terminal.h"

#include <QStringList>

namespace gatehouse::terminal {

/// `gatehouse token`, with what follows that word.
[[nodiscard]] Result<void> token(const QStringList &given, Terminal &terminal);
/// What may follow it.
[[nodiscard]] QString tokenUsage();

} // namespace gatehouse::terminal
