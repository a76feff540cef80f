#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace gatehouse::client {

/// What is handed over: some bytes, with a name when they are a file; else they are a text.
struct SecretPayload {
    SecretBytes data;
    std::optional<QString> filename; ///< as the sender wrote it: not to be trusted with a path
};

/// The MessagePack array `[data, filename or nil]` of Hakanai 3. `data` is an array of integers, as Hakanai's command line writes
/// it, as long as that is hardly longer than the bytes are, which holds for any short secret and for most texts; else a `bin`.
[[nodiscard]] SecretBytes toMessagePack(const SecretPayload &payload);

/// Reads what toMessagePack() and Hakanai's clients write: `data` is a `bin` or an array of integers from 0 to 255. Fails with
/// Malformed on anything else, also behind the array; takes no more memory than `text` is long, whatever lengths it claims.
[[nodiscard]] Result<SecretPayload> payloadFrom(QByteArrayView text);

/// How a link names its content: the first 16 bytes of the SHA-256 of the MessagePack text.
[[nodiscard]] QByteArray digestOf(QByteArrayView messagePack);

} // namespace gatehouse::client
