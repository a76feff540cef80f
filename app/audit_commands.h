#pragma once

#include "core/command.h"

#include <vector>

/// `gatehouse audit …`, on the configured database.
[[nodiscard]] std::vector<gatehouse::Command> auditCommands();
