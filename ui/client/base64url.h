#pragma once

#include "core/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace gatehouse::client {

/// Base64url without padding (RFC 4648, section 5).
[[nodiscard]] QByteArray toBase64Url(QByteArrayView bytes);

/// The `size` bytes that `text` stands for; nothing when it is not exactly what toBase64Url() writes for so many.
[[nodiscard]] std::optional<SecretBytes> fromBase64Url(QByteArrayView text, qsizetype size);

} // namespace gatehouse::client
