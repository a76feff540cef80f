#pragma once

#include "config/settings.h"
#include "core/error.h"
#include "core/secret_bytes.h"

#include <QStringList>

#include <optional>

namespace gatehouse::assembly {

/// What keeps this configuration from being safe to start with; everything at once, in the error's fields.
[[nodiscard]] Result<void> checkStartRules(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret);

/// What development mode lets pass and production would refuse, of the secrets: a line each.
[[nodiscard]] QStringList startWarnings(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret);

} // namespace gatehouse::assembly
