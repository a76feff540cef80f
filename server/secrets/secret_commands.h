#pragma once

#include "core/command.h"

#include <vector>

namespace gatehouse::secrets {

/// `gatehouse secrets list|set|generate|rotate|import|export`. None takes a secret as an argument, and none prints one unless
/// `export --to-stdout` says so.
[[nodiscard]] std::vector<Command> secretCommands();

} // namespace gatehouse::secrets
