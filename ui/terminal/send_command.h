#pragma once

#include "core/error.h"
#include "core/terminal.h"

#include <QStringList>

namespace gatehouse::terminal {

/// `gatehouse send`, with what follows that word.
[[nodiscard]] Result<void> send(const QStringList &given, Terminal &terminal);
/// What may follow it.
[[nodiscard]] QString sendUsage();

} // namespace gatehouse::terminal
