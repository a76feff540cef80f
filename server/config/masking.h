#pragma once

#include <QByteArray>

namespace gatehouse::config {

/// `text` with what is secret in the URLs in it replaced by `***`: passwords, and the values of their query parameters.
[[nodiscard]] QByteArray withSecretsMasked(const QByteArray &text);

} // namespace gatehouse::config
