#pragma once

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace gatehouse::webhooks {

/// How long to wait before the next attempt to deliver: doubling from a second to five minutes, each less a random part of up to
/// a half, so that many senders do not come back at once.
class DeliveryBackoff
{
public:
    explicit DeliveryBackoff(std::chrono::milliseconds shortest = std::chrono::seconds(1),
                             std::chrono::milliseconds longest = std::chrono::minutes(5))
        : m_shortest(shortest)
        , m_longest(longest)
    {
    }

    /// `wanted`: what the receiver asked for, which is heeded up to the longest wait.
    [[nodiscard]] std::chrono::milliseconds next(std::chrono::milliseconds wanted = {})
    {
        const auto most = std::min(m_shortest * (1 << std::min(m_failures, 16)), m_longest);
        ++m_failures;
        const auto jittered = std::chrono::milliseconds(
            QRandomGenerator::global()->bounded(static_cast<int>(most.count() / 2), static_cast<int>(most.count()) + 1));
        return std::clamp(wanted, jittered, std::max(jittered, m_longest));
    }
    /// In a row.
    [[nodiscard]] int failures() const { return m_failures; }
    void reset() { m_failures = 0; }

private:
    const std::chrono::milliseconds m_shortest;
    const std::chrono::milliseconds m_longest;
    int m_failures = 0;
};

} // namespace gatehouse::webhooks
