#pragma once

#include "core/event_thread.h"

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace gatehouse::secrets {

/// The one thread of a process that asks keychains: QtKeychain's queue belongs to the thread that used it first. Does one thing
/// after the other. All functions may be called from any thread but that one.
class SecretThread
{
public:
    struct Job {
        std::function<void()> run; ///< in the thread; may run an event loop of its own
        std::function<void()> refuse; ///< instead of it, wherever that is found out: there is no time left
    };

    SecretThread();
    /// Ends what waits for a keychain, and waits for the work that goes on; what has not begun is refused.
    ~SecretThread();
    SecretThread(const SecretThread &) = delete;
    SecretThread &operator=(const SecretThread &) = delete;

    void post(Job job);

private:
    void work();
    [[nodiscard]] std::optional<Job> next();

    bool m_working = false; ///< of the thread: a keychain's event loop must not begin other work
    std::mutex m_mutex; ///< of the two below
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    EventThread m_thread{"secrets"};
    QObject m_inside; ///< lives in the thread
};

} // namespace gatehouse::secrets
