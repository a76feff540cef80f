#pragma once

#include "core/error.h"

#include <QByteArrayView>

namespace gatehouse::storage {

/// What an error reply of Redis means to a caller:
/// - NOSCRIPT: NotFound;
/// - full, read-only, loading, busy, failing to persist, losing replicas: Unavailable, with a detail of our own;
/// - all else: Internal, with Redis's words, less the arguments of a command that it may repeat.
[[nodiscard]] Error errorOfReply(QByteArrayView text);

/// Whether the reply says that this server is not, or not any more, the master.
[[nodiscard]] bool saysReadOnly(QByteArrayView text);

} // namespace gatehouse::storage
