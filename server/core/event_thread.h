#pragma once

#include <QThread>

#include <functional>
#include <mutex>
#include <thread>

namespace gatehouse {

/// A thread with an event loop. Once join() has returned it has ended in every respect: what libraries keep for it is given back
/// as well, so that the process may go on to its own end. (QThread::wait() returns while a thread still ends, and OpenSSL must
/// not be torn down under one; see docs/decisions/162.) All functions may be called from any thread.
class EventThread
{
public:
    /// Runs when this returns. `name`: what debuggers and `top` show, 15 characters of it.
    explicit EventThread(const char *name);
    /// Quits and joins.
    ~EventThread();
    EventThread(const EventThread &) = delete;
    EventThread &operator=(const EventThread &) = delete;

    /// For QObject::moveToThread(); valid until the thread was told to quit.
    [[nodiscard]] QThread *handle() const { return m_handle; }
    /// Ends the event loop, and those that run within it. What was posted before and is not done yet may not be done at all.
    void quit();
    /// Waits for the end, after a quit(). Not from within.
    void join();

private:
    void run(const char *name, const std::function<void()> &started);

    std::mutex m_mutex; ///< of the end
    QThread *m_handle = nullptr; ///< Qt's idea of m_thread
    bool m_ended = false; ///< m_handle is valid no more
    std::thread m_thread;
};

} // namespace gatehouse
