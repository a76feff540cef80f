#pragma once

#include "core/command.h"

#include <vector>

/// What `gatehouse --help` prints.
[[nodiscard]] QString helpText(const std::vector<gatehouse::Command> &commands);

/// What `gatehouse WORDS --help` prints: one command, or those that begin with `words`. Empty when there are none.
[[nodiscard]] QString helpText(const std::vector<gatehouse::Command> &commands, const QStringList &words);

/// What to say about a command that does not exist: names the nearest.
[[nodiscard]] QString unknownCommandText(const std::vector<gatehouse::Command> &commands, const QStringList &words);
