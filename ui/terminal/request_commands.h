#pragma once

#include "core/error.h"
#include "core/terminal.h"

#include <QStringList>

namespace gatehouse::terminal {

/// `gatehouse request`, with what follows that word: asks somebody for a secret.
[[nodiscard]] Result<void> request(const QStringList &given, Terminal &terminal);
[[nodiscard]] QString requestUsage();

/// `gatehouse answer`, with what follows that word.
[[nodiscard]] Result<void> answer(const QStringList &given, Terminal &terminal);
[[nodiscard]] QString answerUsage();

/// `gatehouse collect`, with what follows that word.
[[nodiscard]] Result<void> collect(const QStringList &given, Terminal &terminal);
[[nodiscard]] QString collectUsage();

} // namespace gatehouse::terminal
