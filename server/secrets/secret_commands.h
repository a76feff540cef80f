#pragma once

#include "core/command.h"
#include "secrets/command_session.h"

#include <vector>

namespace gatehouse::secrets {

/// `gatehouse secrets list|set|generate|rotate|import|export`. None takes a secret as an argument, and none prints one unless
/// `export --to-stdout` says so. What they do is told of in `surroundings` before it is done.
[[nodiscard]] std::vector<Command> secretCommands(CommandSurroundings surroundings);

} // namespace gatehouse::secrets
