#pragma once

#include "core/command.h"

#include <vector>

[[nodiscard]] std::vector<gatehouse::Command> webhookCommands();
