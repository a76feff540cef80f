#pragma once

#include "core/clock.h"

#include <QtGlobal>

#include <atomic>

namespace gatehouse::tests {

/// A clock that stands still until it is moved. Thread-safe.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const override { return WallTime(std::chrono::milliseconds(m_now.load())); }
    [[nodiscard]] SteadyTime steadyNow() const override { return SteadyTime(now().time_since_epoch()); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 1'800'000'000'000;
};

} // namespace gatehouse::tests
