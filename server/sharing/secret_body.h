#pragma once

#include "core/error.h"
#include "http/schema_validator.h"

#include <QByteArray>
#include <QJsonObject>

namespace gatehouse::sharing {

/// A body of which one field holds megabytes.
struct LargeBody {
    QJsonObject fields; ///< all but `data`, which the schema has checked too
    QByteArray data; ///< base64: its characters are checked, what they mean is not
};

/// Reads a JSON object as strictly as parseStrictJsonObject() and `validator` do, but takes its member `data` out as it stands in
/// the text, so that megabytes are neither copied into UTF-16 nor looked at more than once. Beside it there may be
/// 64 KiB. Fails with Malformed for what is no JSON object, Invalid naming the field for what breaks the schema, TooLarge.
/// Thread-safe.
[[nodiscard]] Result<LargeBody> readLargeBody(QByteArrayView text, const http::SchemaValidator &validator);

} // namespace gatehouse::sharing
