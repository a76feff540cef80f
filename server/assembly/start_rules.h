#pragma once

#include "config/settings.h"
#include "core/error.h"
#include "core/secret_bytes.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace gatehouse::assembly {

/// The addresses of shared engines, which are secrets because of the passwords in them; null: not given. Borrowed.
struct SharedEngines {
    const SecretBytes *redisUrl = nullptr;
    const SecretBytes *databaseUrl = nullptr;
};

/// What of the settings is not safe to start with, secrets aside. Never holds a part of an address.
[[nodiscard]] std::vector<FieldError> unsafeSettings(const config::Settings &settings, const SharedEngines &engines);
/// What is wrong with the files of `tls.*`, or nothing without them; the error names the setting in its fields; `warnings` gets
/// what should be looked after.
[[nodiscard]] Result<void> checkTlsFiles(const config::Settings &settings, QStringList &warnings);

/// What keeps this configuration from being safe to start with; everything at once, in the error's fields.
[[nodiscard]] Result<void> checkStartRules(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret,
                                           const SharedEngines &engines = {});

/// What development mode lets pass and production would refuse, of the secrets: a line each.
[[nodiscard]] QStringList startWarnings(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret);

} // namespace gatehouse::assembly
