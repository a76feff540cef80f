#pragma once

#include "core/command.h"
#include "secrets/command_session.h"

#include <vector>

namespace gatehouse::secrets {

/// `gatehouse secrets list|set|generate|rotate|import|export`. None takes a secret as an argument, and none prints one unless
/// `export --to-stdout` says so. `openDatabase` is asked for the database that the signing keys may be in.
[[nodiscard]] std::vector<Command> secretCommands(SharedDatabaseOpener openDatabase);

} // namespace gatehouse::secrets
