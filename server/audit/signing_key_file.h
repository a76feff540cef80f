#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QString>

namespace gatehouse::audit {

/// The 32 bytes that sign checkpoints, from the file `path`, readable by its owner alone; made when there is none. They are kept
/// outside of the database, so that who can change that cannot sign. Fails with Unavailable when the file is damaged, cannot be
/// read or made, or can be read by others.
[[nodiscard]] Result<SecretBytes> openSigningKeyFile(const QString &path);

} // namespace gatehouse::audit
