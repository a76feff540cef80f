#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace gatehouse::storage {

/// Ends what waits for a server that does not answer. A statement that is under way cannot be told to stop when nobody is there
/// to tell it to, but its socket can be shut down, and then it fails. Thread-safe; one thread, asleep while nothing is guarded.
class Watchdog
{
public:
    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    /// As long as it lives the socket is shut down once the time is over. The socket stays open until after that.
    class Guard
    {
    public:
        Guard(Watchdog &watchdog, int socket, std::chrono::milliseconds limit);
        ~Guard();
        Guard(const Guard &) = delete;
        Guard &operator=(const Guard &) = delete;

    private:
        Watchdog &m_watchdog;
        std::multimap<std::chrono::steady_clock::time_point, int>::iterator m_entry;
    };

private:
    void run();

    std::mutex m_mutex; ///< of all below
    std::condition_variable m_changed;
    std::multimap<std::chrono::steady_clock::time_point, int> m_sockets; ///< by when they are shut down; -1: they were
    std::chrono::steady_clock::time_point m_wakesAt{};
    bool m_stopping = false;
    std::jthread m_thread;
};

} // namespace gatehouse::storage
