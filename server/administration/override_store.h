#pragma once

#include "config/overrides.h"
#include "core/clock.h"
#include "core/error.h"

#include <QSqlDatabase>

#include <optional>

/// Overrides of settings as the database keeps them, for all instances. To be called in the database's thread.
namespace gatehouse::administration::override_store {

[[nodiscard]] Result<config::Overrides> all(QSqlDatabase &database);

/// Who changes something, and when.
struct Change {
    QByteArray by;
    WallTime at{};
};
[[nodiscard]] Result<void> set(QSqlDatabase &database, const QByteArray &name, const QByteArray &value, const Change &change);
/// Nothing happens where there is none.
[[nodiscard]] Result<void> remove(QSqlDatabase &database, const QByteArray &name);

} // namespace gatehouse::administration::override_store
