#pragma once

#include <QString>

#include <chrono>

namespace gatehouse {

/// Whether another machine's clock, so far ahead of ours, is off by more than clocks that are kept ever are: 5 seconds.
[[nodiscard]] bool isWrongBy(std::chrono::milliseconds ahead);

/// For an operator: `clock +3 ms`.
[[nodiscard]] QString describeClock(std::chrono::milliseconds ahead);

} // namespace gatehouse
