#pragma once

#include <QByteArrayView>

namespace gatehouse::sharing {

/// Whether these are the 65 bytes of a point of P-256 in its uncompressed form (SEC 1, section 2.3.3), and that point lies on the
/// curve. Thread-safe.
[[nodiscard]] bool isPublicKey(QByteArrayView bytes);

} // namespace gatehouse::sharing
