#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace gatehouse::auth {

/// Base64url without padding (RFC 4648, section 5).
[[nodiscard]] QByteArray toBase64Url(QByteArrayView bytes);

/// Decodes into `out`, which holds at least `text.size()` bytes. Accepts only what toBase64Url() writes: no padding,
/// no other characters, unused bits zero, so that no token has two spellings. Returns the size, -1 when refused.
[[nodiscard]] qsizetype fromBase64Url(QByteArrayView text, std::span<char> out);

} // namespace gatehouse::auth
