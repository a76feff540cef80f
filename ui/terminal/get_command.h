#pragma once

#include "core/error.h"
#include "core/terminal.h"

#include <QStringList>

namespace gatehouse::terminal {

/// `gatehouse get`, with what follows that word.
[[nodiscard]] Result<void> get(const QStringList &given, Terminal &terminal);
/// What may follow it.
[[nodiscard]] QString getUsage();

} // namespace gatehouse::terminal
