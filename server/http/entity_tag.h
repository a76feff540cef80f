#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::http {

/// A strong entity tag, quotes included, that changes when `content` does (RFC 9110, section 8.8.3).
[[nodiscard]] QByteArray entityTagOf(QByteArrayView content);

/// Whether `ifNoneMatch`, the field as it came, names `tag`, so that 304 is the answer (RFC 9110, section 13.1.2).
[[nodiscard]] bool namesTag(QByteArrayView ifNoneMatch, QByteArrayView tag);

} // namespace gatehouse::http
