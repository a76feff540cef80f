#include "storage/watchdog.h"

#include <utility>

#include <sys/socket.h>

namespace gatehouse::storage {

Watchdog::Watchdog()
    : m_thread([this] { run(); })
{
}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
}

void Watchdog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto now = std::chrono::steady_clock::now();
        const auto waiting = m_sockets.upper_bound(now);
        for (auto late = m_sockets.begin(); late != waiting; ++late) {
            if (const int socket = std::exchange(late->second, -1); socket >= 0)
                ::shutdown(socket, SHUT_RDWR);
        }
        m_wakesAt = waiting == m_sockets.end() ? std::chrono::steady_clock::time_point::max() : waiting->first;
        if (waiting == m_sockets.end())
            m_changed.wait(lock);
        else
            m_changed.wait_until(lock, m_wakesAt);
    }
}

Watchdog::Guard::Guard(Watchdog &watchdog, int socket, std::chrono::milliseconds limit)
    : m_watchdog(watchdog)
{
    const std::lock_guard lock(watchdog.m_mutex);
    m_entry = watchdog.m_sockets.emplace(std::chrono::steady_clock::now() + limit, socket);
    if (m_entry->first < watchdog.m_wakesAt)
        watchdog.m_changed.notify_all();
}

Watchdog::Guard::~Guard()
{
    const std::lock_guard lock(m_watchdog.m_mutex);
    m_watchdog.m_sockets.erase(m_entry);
}

} // namespace gatehouse::storage
