#pragma once

#include "core/error.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace gatehouse::client {

/// The name a file may be given here that somebody else called `foreign`: the last part of a path, on whatever system, without
/// characters that steer a terminal, not hidden (a `.profile` is run unasked: it becomes `_.profile`), no name of Qt's resources,
/// at most 200 bytes. Nothing when no name is left.
[[nodiscard]] std::optional<QString> localName(const QString &foreign);

/// Writes a new file that its owner alone can read, and never over another: if there is one at `path`, the time is added to the
/// name. Returns the path that it got. Fails with Unavailable when it cannot be written; then it is not there.
[[nodiscard]] Result<QString> saveNew(const QString &path, QByteArrayView content);

} // namespace gatehouse::client
