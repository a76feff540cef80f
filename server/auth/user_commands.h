#pragma once

#include "auth/account_files.h"

#include <vector>

namespace gatehouse::auth {

/// `users add|list|passwd|disable|enable|role|remove`. They change the database directly; a server that runs on it goes by
/// the change within 100 ms.
[[nodiscard]] std::vector<Command> userCommands(const AccountFilesOpener &open);

} // namespace gatehouse::auth
