#pragma once

#include "config/settings.h"
#include "core/error.h"
#include "core/secret_bytes.h"

#include <optional>

namespace gatehouse::assembly {

/// Whether `secret` can hold 256 bits, judged by what it is made of: hex digits carry four bits each, base64 six, and
/// a text no more than its different characters allow.
[[nodiscard]] bool holds256Bits(QByteArrayView secret);

/// What is wrong with the files of `tls.*`, or nothing without them; `warnings` gets what should be looked after.
[[nodiscard]] Result<void> checkTlsFiles(const config::Settings &settings, QStringList &warnings);

/// What keeps this configuration from being safe to start with; everything at once, in the error's fields.
[[nodiscard]] Result<void> checkStartRules(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret);

} // namespace gatehouse::assembly
