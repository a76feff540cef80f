#pragma once

#include <QSocketNotifier>

#include <array>

#include <sys/epoll.h>

namespace gatehouse::http {

/// Watches the sockets of one worker's connections. One epoll set stands behind one QSocketNotifier, so that a turn of the
/// event loop costs the same with ten connections as with ten thousand, and serves all that are ready at once. Belongs to
/// one thread; Linux only.
class Poller
{
public:
    /// What is told of a descriptor.
    class Watcher
    {
    public:
        /// May forget any descriptor, its own included.
        virtual void ready(bool readable, bool writable) = 0;

    protected:
        ~Watcher() = default;
    };

    Poller();
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// What one descriptor is watched for. Level-triggered. With neither, not even the peer's end is told.
    struct Interest {
        bool reading = false;
        bool writing = false;
        [[nodiscard]] bool any() const { return reading || writing; }
        friend bool operator==(const Interest &, const Interest &) = default;
    };
    /// Changes what `descriptor` is watched for, from `before` to `after`. `watcher` lives until forget().
    void change(int descriptor, Watcher &watcher, Interest before, Interest after) const;
    /// To be called before the watcher goes, and before its descriptor is closed.
    void forget(int descriptor, const Watcher &watcher, Interest before);

private:
    void serve();

    static constexpr int kMostAtOnce = 256; ///< then the event loop gets its turn
    int m_epoll;
    QSocketNotifier m_notifier;
    std::array<epoll_event, kMostAtOnce> m_events{};
    std::array<Watcher *, kMostAtOnce> m_batch{}; ///< whom m_events are about; null: gone since
    int m_batchSize = 0;
};

} // namespace gatehouse::http
