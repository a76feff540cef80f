#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace gatehouse::stream {

/// What one may listen to.
enum class Topic {
    Metrics, ///< the traffic of the last second
    Audit, ///< entries of the record as they become durable
    Health, ///< how each dependency is doing
    Limits, ///< who is near or over a limit
    Log, ///< lines of the log, secrets masked
};

inline constexpr std::array kTopics{Topic::Metrics, Topic::Audit, Topic::Health, Topic::Limits, Topic::Log};

/// `metrics`, `audit` …
[[nodiscard]] constexpr QByteArrayView toText(Topic topic)
{
    constexpr std::array<QByteArrayView, kTopics.size()> kNames{"metrics", "audit", "health", "limits", "log"};
    return kNames[static_cast<std::size_t>(topic)];
}

[[nodiscard]] constexpr std::optional<Topic> topicFromText(QByteArrayView text)
{
    for (const Topic topic : kTopics) {
        if (toText(topic) == text)
            return topic;
    }
    return std::nullopt;
}

} // namespace gatehouse::stream
