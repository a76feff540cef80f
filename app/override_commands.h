#pragma once

#include "core/command.h"

/// `config overrides …`: what administrators have changed while the server ran, and how to take it back, whoever is locked out.
[[nodiscard]] std::vector<gatehouse::Command> overrideCommands();
