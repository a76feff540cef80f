#pragma once

#include "redis/redis_statistics.h"

namespace gatehouse::storage {

/// Stops calls to a server that does not answer them in time. Closed: calls pass. After `kFailures` in a row without an
/// answer it opens: none passes. Every now and then its owner asks by a probe of its own (half-open), whose outcome closes
/// or opens it: no caller waits for a server that is probably still away.
class CircuitBreaker
{
public:
    using State = RedisStatistics::Breaker;
    static constexpr int kFailures = 5;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool lets() const { return m_state == State::Closed; }

    /// A call's outcome. Returns whether this opened the breaker. What was sent before it opened changes nothing any more.
    [[nodiscard]] bool count(bool answered)
    {
        if (m_state != State::Closed)
            return false;
        m_failures = answered ? 0 : m_failures + 1;
        if (m_failures < kFailures)
            return false;
        m_state = State::Open;
        return true;
    }

    void probing() { m_state = State::HalfOpen; }
    void probed(bool answered) { answered ? close() : void(m_state = State::Open); }

    /// A new connection begins with trust.
    void close()
    {
        m_state = State::Closed;
        m_failures = 0;
    }

private:
    State m_state = State::Closed;
    int m_failures = 0;
};

} // namespace gatehouse::storage
