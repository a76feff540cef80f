#pragma once

#include <QtGlobal>

namespace gatehouse::tests {

/// A port of 127.0.0.1 that nobody listens on right now, for programs that cannot choose one themselves.
[[nodiscard]] quint16 freePort();

} // namespace gatehouse::tests
