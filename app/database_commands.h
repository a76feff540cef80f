#pragma once

#include "core/command.h"

#include <vector>

/// `migrate`, `backup` and `restore`.
[[nodiscard]] std::vector<gatehouse::Command> databaseCommands();
