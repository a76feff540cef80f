#pragma once

#include <QByteArray>

namespace gatehouse::secrets {

/// HMAC with SHA-256 (RFC 2104): 32 bytes. Leaves no copy of `key` nor of `text`.
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView text);

} // namespace gatehouse::secrets
