#include "http/poller.h"

#include <algorithm>

#include <unistd.h>

namespace gatehouse::http {

namespace {

/// -1 leaves nothing to serve with; a process that has no descriptor left at its start cannot go on.
int makeEpoll()
{
    const int descriptor = epoll_create1(EPOLL_CLOEXEC);
    if (descriptor < 0)
        qFatal("epoll_create1: no descriptor left");
    return descriptor;
}

} // namespace

Poller::Poller()
    : m_epoll(makeEpoll())
    , m_notifier(m_epoll, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { serve(); });
}

Poller::~Poller()
{
    m_notifier.setEnabled(false);
    ::close(m_epoll);
}

void Poller::change(int descriptor, Watcher &watcher, Interest before, Interest after) const
{
    if (before == after)
        return;
    epoll_event event{};
    event.events = (after.reading ? EPOLLIN : 0U) | (after.writing ? EPOLLOUT : 0U);
    event.data.ptr = &watcher;
    // A descriptor without interest leaves the set: epoll would go on telling that the peer has hung up.
    const int operation = !after.any() ? EPOLL_CTL_DEL : before.any() ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    epoll_ctl(m_epoll, operation, descriptor, &event);
}

void Poller::forget(int descriptor, const Watcher &watcher, Interest before)
{
    if (before.any())
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    const auto end = m_batch.begin() + m_batchSize;
    std::replace(m_batch.begin(), end, const_cast<Watcher *>(&watcher), static_cast<Watcher *>(nullptr));
}

void Poller::serve()
{
    const int count = epoll_wait(m_epoll, m_events.data(), kMostAtOnce, 0);
    m_batchSize = std::max(count, 0);
    for (int i = 0; i < m_batchSize; ++i)
        m_batch[i] = static_cast<Watcher *>(m_events[i].data.ptr);
    for (int i = 0; i < m_batchSize; ++i) {
        if (m_batch[i] == nullptr)
            continue;
        const bool broken = (m_events[i].events & (EPOLLHUP | EPOLLERR)) != 0;
        m_batch[i]->ready(broken || (m_events[i].events & EPOLLIN) != 0, broken || (m_events[i].events & EPOLLOUT) != 0);
    }
    m_batchSize = 0;
}

} // namespace gatehouse::http
