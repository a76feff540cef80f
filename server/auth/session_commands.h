#pragma once

#include "auth/account_files.h"

#include <vector>

namespace gatehouse::auth {

/// `sessions list|revoke`. They change the database directly; a server that runs on it goes by the change within 100 ms.
[[nodiscard]] std::vector<Command> sessionCommands(const AccountFilesOpener &open);

} // namespace gatehouse::auth
