#pragma once

#include <chrono>

class QByteArray;

namespace gatehouse {

/// Milliseconds since 1970-01-01 UTC.
using WallTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;
/// The same, in microseconds.
using PreciseWallTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;
/// Microseconds on a clock that never goes back; meaningful only as a difference within one process.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::microseconds>;

/// Where a class gets the time from, so that a test can move it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime now() const = 0;
    /// now(), as precisely as the clock tells.
    [[nodiscard]] virtual PreciseWallTime preciseNow() const { return now(); }
    [[nodiscard]] virtual SteadyTime steadyNow() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const override;
    [[nodiscard]] PreciseWallTime preciseNow() const override;
    [[nodiscard]] SteadyTime steadyNow() const override;
};

/// RFC 3339 in UTC with milliseconds: `2026-01-31T12:00:00.000Z`.
[[nodiscard]] QByteArray toRfc3339(WallTime time);
/// The same with microseconds: `2026-01-31T12:00:00.000000Z`.
[[nodiscard]] QByteArray toRfc3339Precise(PreciseWallTime time);

} // namespace gatehouse
