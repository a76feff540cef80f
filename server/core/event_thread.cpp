#include "core/event_thread.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <future>

#include <pthread.h>

namespace gatehouse {

EventThread::EventThread(const char *name)
{
    std::promise<void> started;
    m_thread = std::thread([this, name, &started] { run(name, [&started] { started.set_value(); }); });
    started.get_future().wait();
}

EventThread::~EventThread()
{
    quit();
    join();
}

void EventThread::run(const char *name, const std::function<void()> &started)
{
    pthread_setname_np(pthread_self(), QByteArrayView(name).first(std::min<qsizetype>(qstrlen(name), 15)).toByteArray());
    QEventLoop loop; // the thread has a dispatcher from now on
    m_handle = QThread::currentThread();
    started();
    loop.exec();
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void EventThread::quit()
{
    const std::lock_guard lock(m_mutex);
    if (!m_ended)
        m_handle->quit();
}

void EventThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace gatehouse
