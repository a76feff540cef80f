#pragma once

#include "core/command.h"

#include <vector>

namespace gatehouse::terminal {

/// The commands for one-time secrets: `send`, `get` and `token` as Hakanai's command line has them, and `receipt`, `burn`,
/// `request`, `answer` and `collect`. They speak to a server's public API.
[[nodiscard]] std::vector<Command> sharingCommands();

/// How such a command ends that failed so: 2 for what was asked wrongly or without the right to ask, 3 for a secret that is not
/// there, 4 for one that is not for who asks, else 1; as Hakanai's command line documents it.
[[nodiscard]] ExitCode sharingExitCode(const Error &error);

} // namespace gatehouse::terminal
