#pragma once

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace gatehouse::storage {

/// How long to wait before the next attempt to connect: 0 to 20 ms after a connection was lost, then doubling from 50 ms to
/// 500 ms, each less a random part of up to a half, so that many clients do not come back at once.
class RedisBackoff
{
public:
    [[nodiscard]] std::chrono::milliseconds next()
    {
        const int longest = m_failures == 0 ? kFirst : std::min(kSecond << std::min(m_failures - 1, 8), kLongest);
        const int shortest = m_failures == 0 ? 0 : longest / 2;
        ++m_failures;
        return std::chrono::milliseconds(QRandomGenerator::global()->bounded(shortest, longest + 1));
    }

    /// A connection lasted.
    void reset() { m_failures = 0; }

private:
    static constexpr int kFirst = 20;
    static constexpr int kSecond = 50;
    static constexpr int kLongest = 500;
    int m_failures = 0;
};

} // namespace gatehouse::storage
