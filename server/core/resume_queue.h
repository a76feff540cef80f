#pragma once

#include <QObject>

#include <coroutine>
#include <memory>
#include <mutex>
#include <vector>

namespace gatehouse {

/// Where coroutines of one thread are resumed that waited for others. Those that other threads hand over before this one gets to
/// them share one event, in their order: a thread is woken once for a batch. What is resumed runs no event loop of its own.
class ResumeQueue final : public QObject
{
public:
    /// That of the calling thread, which has an event loop.
    [[nodiscard]] static std::shared_ptr<ResumeQueue> ofThisThread();

    /// From any thread. Never resumes it where the thread of this queue ends before.
    void resumeLater(std::coroutine_handle<> coroutine);

    bool event(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::vector<std::coroutine_handle<>> m_waiting;
};

} // namespace gatehouse
