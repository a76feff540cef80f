#pragma once

#include "core/clock.h"

#include <QByteArray>

#include <utility>

namespace gatehouse::health {

/// Which program this is and since when it runs. Thread-safe.
class ProcessInfo
{
public:
    ProcessInfo(const Clock &clock, QByteArray version)
        : m_clock(clock)
        , m_version(std::move(version))
        , m_started(clock.steadyNow())
    {
    }

    [[nodiscard]] const QByteArray &version() const { return m_version; }
    [[nodiscard]] std::chrono::seconds uptime() const
    {
        return std::chrono::floor<std::chrono::seconds>(m_clock.steadyNow() - m_started);
    }

private:
    const Clock &m_clock;
    QByteArray m_version;
    SteadyTime m_started;
};

} // namespace gatehouse::health
