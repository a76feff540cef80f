#pragma once

#include "core/command.h"

namespace gatehouse::terminal {

/// `gatehouse smoke --url URL`: asks a running server what its callers will ask, and judges the answers.
[[nodiscard]] Command smokeCommand();

} // namespace gatehouse::terminal
