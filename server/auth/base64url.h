#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace gatehouse::auth {

/// Base64url without padding (RFC 4648, section 5; RFC 7515, appendix C).
[[nodiscard]] QByteArray toBase64Url(QByteArrayView bytes);

/// How many bytes decodeBase64Url() writes for a text of `size` characters.
[[nodiscard]] constexpr qsizetype decodedBase64UrlSize(qsizetype size)
{
    return size / 4 * 3 + (size % 4 == 0 ? 0 : size % 4 - 1);
}

/// Decodes into `out`, which has room for decodedBase64UrlSize() bytes. Only the one canonical spelling is accepted: no
/// padding, no other characters, unused bits zero. Otherwise two different tokens could carry the same signature.
[[nodiscard]] bool decodeBase64Url(QByteArrayView text, char *out);

} // namespace gatehouse::auth
