#pragma once

#include "config/settings_loader.h"
#include "core/secret_bytes.h"

#include <optional>

/// A secret from the environment: the first of its variables that is set, or the file that VARIABLE_FILE names, or the variable
/// that the configuration file names for it. The variable is overwritten and removed once read, so that neither a core dump nor
/// /proc shows it. `name`: "JWT_SECRET" (config/secret_keys.h).
[[nodiscard]] gatehouse::Result<std::optional<gatehouse::SecretBytes>>
readEnvironmentSecret(const gatehouse::config::LoadedSettings &loaded, QByteArrayView name);
