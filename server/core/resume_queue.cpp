#include "core/resume_queue.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace gatehouse {

std::shared_ptr<ResumeQueue> ResumeQueue::ofThisThread()
{
    static thread_local const auto queue = std::make_shared<ResumeQueue>();
    return queue;
}

void ResumeQueue::resumeLater(std::coroutine_handle<> coroutine)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(coroutine);
        if (m_waiting.size() > 1) // whoever was first has posted the event
            return;
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

bool ResumeQueue::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    std::vector<std::coroutine_handle<>> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting = std::exchange(m_waiting, {});
    }
    for (const std::coroutine_handle<> coroutine : waiting)
        coroutine.resume();
    return true;
}

} // namespace gatehouse
