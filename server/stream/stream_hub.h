#pragma once

#include "core/clock.h"
#include "stream/topic.h"

#include <QJsonValue>
#include <QString>

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <set>

namespace gatehouse::stream {

class StreamSession;

/// Brings what happens to everybody who listens, in whichever worker they are. Outlives the workers. Thread-safe.
class StreamHub
{
public:
    static constexpr std::size_t kMostSessions = 1000;

    explicit StreamHub(const Clock &clock);
    ~StreamHub();
    StreamHub(const StreamHub &) = delete;
    StreamHub &operator=(const StreamHub &) = delete;

    /// Whether anybody listens: else nothing need be found out.
    [[nodiscard]] bool isWanted(Topic topic) const
    {
        return m_listeners[static_cast<std::size_t>(topic)].load(std::memory_order_relaxed) > 0;
    }
    /// Sends `data` to who listens. Never waits.
    void publish(Topic topic, const QJsonValue &data);

    [[nodiscard]] bool isFull() const;
    [[nodiscard]] std::size_t sessions() const;
    [[nodiscard]] bool isClosing() const { return m_closing.load(std::memory_order_relaxed); }
    /// Ends all sessions as the server is going away, and takes none any more.
    void close();

private:
    friend class StreamSession;
    void enter(StreamSession &session);
    void leave(StreamSession &session);
    void listen(Topic topic, int difference) { m_listeners[static_cast<std::size_t>(topic)] += difference; }

    const Clock &m_clock;
    std::array<std::atomic<int>, kTopics.size()> m_listeners{};
    std::atomic<bool> m_closing = false;
    mutable std::mutex m_mutex; ///< of the sessions, each of which lives in the thread of its worker
    std::set<StreamSession *> m_sessions;
};

} // namespace gatehouse::stream
