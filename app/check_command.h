#pragma once

#include "core/command.h"

/// `gatehouse check`: whether `gatehouse serve` with the same flags would start and serve.
[[nodiscard]] gatehouse::Command checkCommand();
