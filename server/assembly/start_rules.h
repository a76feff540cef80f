#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "core/error.h"

#include <QStringList>

#include <vector>

namespace gatehouse::assembly {

/// Whether limits are counted in Redis; else in process.
[[nodiscard]] bool countsInRedis(const config::Settings &settings, const GivenSecrets &secrets);

/// What of the settings is not safe to start with; of the secrets, only the addresses of shared engines and the webhook's
/// key are looked at. Never holds a part of either.
[[nodiscard]] std::vector<FieldError> unsafeSettings(const config::Settings &settings, const GivenSecrets &secrets);
/// The same of those that change while the server runs, which no secret has to do with.
[[nodiscard]] std::vector<FieldError> unsafeLiveSettings(const config::Settings &settings);
/// What is wrong with the files of `tls.*`, or nothing without them; the error names the setting in its fields; `warnings` gets
/// what should be looked after.
[[nodiscard]] Result<void> checkTlsFiles(const config::Settings &settings, QStringList &warnings);

/// What keeps this configuration from being safe to start with; everything at once, in the error's fields.
[[nodiscard]] Result<void> checkStartRules(const config::Settings &settings, const GivenSecrets &secrets);

/// What may start but should be looked after, a line each: in production what crosses a network in the clear; in development what
/// production would refuse of the secrets.
[[nodiscard]] QStringList startWarnings(const config::Settings &settings, const GivenSecrets &secrets);

} // namespace gatehouse::assembly
