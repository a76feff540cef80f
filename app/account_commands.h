#pragma once

#include "core/command.h"

#include <vector>

/// `gatehouse users …` and `gatehouse sessions …`, on the configured data folder.
[[nodiscard]] std::vector<gatehouse::Command> accountCommands();
