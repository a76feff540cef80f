#pragma once

#include "core/command.h"

#include <vector>

/// `gatehouse config show|check|reference`.
[[nodiscard]] std::vector<gatehouse::Command> configCommands();
