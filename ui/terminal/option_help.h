#pragma once

#include "core/command.h"

namespace gatehouse::terminal {

/// What the options of a command for one-time secrets mean, for its help. `word`: "send", "get", and so on.
[[nodiscard]] std::vector<OptionHelp> optionHelp(const QString &word);

} // namespace gatehouse::terminal
