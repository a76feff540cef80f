#pragma once

#include "core/error.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace gatehouse {

/// Parses one JSON object (RFC 8259) and refuses what Qt's own parser lets pass: repeated keys, bytes after the
/// end, invalid UTF-8, numbers with leading zeros, lone surrogates. Nesting is at most 64 deep.
/// Fails with ErrorKind::Malformed. Thread-safe.
[[nodiscard]] Result<QJsonObject> parseStrictJsonObject(QByteArrayView text);

} // namespace gatehouse
