#pragma once

#include "core/clock.h"

#include <QtGlobal>

#include <atomic>

namespace gatehouse::health {

/// Whether the server takes requests. Thread-safe.
class HealthState
{
public:
    explicit HealthState(const Clock &clock) : m_clock(clock), m_started(clock.steadyNow()) {}

    void setDraining() { m_draining.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isDraining() const { return m_draining.load(std::memory_order_relaxed); }
    [[nodiscard]] qint64 uptimeSeconds() const
    {
        return std::chrono::duration_cast<std::chrono::seconds>(m_clock.steadyNow() - m_started).count();
    }

private:
    const Clock &m_clock;
    const SteadyTime m_started;
    std::atomic<bool> m_draining = false;
};

} // namespace gatehouse::health
