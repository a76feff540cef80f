#pragma once

#include "core/error.h"
#include "core/terminal.h"

#include <QStringList>

namespace gatehouse::terminal {

/// `gatehouse receipt`, with what follows that word.
[[nodiscard]] Result<void> receipt(const QStringList &given, Terminal &terminal);
[[nodiscard]] QString receiptUsage();

/// `gatehouse burn`, with what follows that word.
[[nodiscard]] Result<void> burn(const QStringList &given, Terminal &terminal);
[[nodiscard]] QString burnUsage();

} // namespace gatehouse::terminal
