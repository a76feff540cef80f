#include "frame_watch.h"

#include <algorithm>
#include <ctime>

namespace {

constexpr double kWorthKeeping = 0.1; ///< milliseconds

double now(clockid_t clock)
{
    timespec time{};
    (void)clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

void FrameWatch::begin()
{
    m_walls.clear();
    m_processor = 0;
    m_depth = 0;
    m_watching = true;
}

FrameWatch::Longest FrameWatch::end()
{
    m_watching = false;
    if (m_walls.empty())
        return {};
    std::ranges::sort(m_walls);
    return {.wall = m_walls.back(), .processor = m_processor, .wallOfHundredth = m_walls[m_walls.size() * 99 / 100]};
}

bool FrameWatch::notify(QObject *receiver, QEvent *event)
{
    // Other threads have events too, and the frames are those of this one.
    if (QThread::currentThread() != thread() || !m_watching || m_depth > 0)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const double began = now(CLOCK_MONOTONIC);
    const double worked = now(CLOCK_THREAD_CPUTIME_ID);
    const bool handled = QApplication::notify(receiver, event);
    if (const double wall = now(CLOCK_MONOTONIC) - began; wall >= kWorthKeeping)
        m_walls.push_back(wall);
    m_processor = std::max(m_processor, now(CLOCK_THREAD_CPUTIME_ID) - worked);
    --m_depth;
    return handled;
}
