#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <optional>

/// JWT_SECRET, from the environment or the file that JWT_SECRET_FILE names. The variable is overwritten once read, so
/// that neither a core dump nor /proc shows it.
[[nodiscard]] gatehouse::Result<std::optional<gatehouse::SecretBytes>> readJwtSecret();
