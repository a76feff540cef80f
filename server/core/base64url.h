#pragma once

#include "core/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>

namespace gatehouse {

/// Base64url without padding (RFC 4648, section 5).
[[nodiscard]] QByteArray toBase64Url(QByteArrayView bytes);

/// Decodes into `out`, which holds at least `text.size()` bytes. Accepts only what toBase64Url() writes: no padding,
/// no other characters, unused bits zero, so that no token has two spellings. Returns the size, -1 when refused.
[[nodiscard]] qsizetype fromBase64Url(QByteArrayView text, std::span<char> out);

/// The `size` bytes that `text` stands for; nothing when it is not exactly what toBase64Url() writes for so many.
[[nodiscard]] std::optional<SecretBytes> secretFromBase64Url(QByteArrayView text, qsizetype size);

} // namespace gatehouse
