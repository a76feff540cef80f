#pragma once

#include "core/error.h"

#include <QString>

#include <chrono>

namespace gatehouse::terminal {

/// How long something is to last, as people and Hakanai write it: `30m`, `24h`, `7d`, `1h 30m`, `2 weeks`. Whole seconds, at
/// least one, at most ten years. Fails with Invalid.
[[nodiscard]] Result<std::chrono::seconds> lifetimeFrom(const QString &text);

/// The same in one unit, the largest that says it exactly: "7d", "90m".
[[nodiscard]] QString lifetimeText(std::chrono::seconds lifetime);

/// A number of bytes: `1024`, `500k`, `1.5m`, `1g`, in units of 1,024. Fails with Invalid.
[[nodiscard]] Result<qint64> sizeFrom(const QString &text);

/// "1.5 MiB", for people.
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace gatehouse::terminal
