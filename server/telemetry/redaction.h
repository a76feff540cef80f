#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::telemetry {

/// What stands in place of a secret.
inline constexpr QByteArrayView kRedacted = "[redacted]";

/// Whether a field of this name holds a secret: token, password, cookie, signature, anything ending in `key` … Dashes,
/// underscores and case do not matter. Names of what merely describes a secret (`token_id`, `secret_count`) do not.
[[nodiscard]] bool isSecretName(QByteArrayView name);

/// `text` without what looks like a secret: JSON Web Tokens, credentials after Bearer or Basic, cookie and authorisation
/// header lines, values after a secret's name (`password=…`, `"token": "…"`), query values, fragments and user
/// information of URLs, and long random-looking runs of base64 or hex. Rather takes too much than too little.
/// Thread-safe.
[[nodiscard]] QByteArray scrubbed(QByteArrayView text);

} // namespace gatehouse::telemetry
