#include "secrets/key_ring_watcher.h"

#include "secrets/key_ring.h"

#include <utility>

namespace gatehouse::secrets {

using namespace std::chrono_literals;

KeyRingWatcher::KeyRingWatcher(KeyRing &ring, QObject *parent)
    : KeyRingWatcher(ring, [this] { report(m_ring.refresh()); }, parent)
{
}

KeyRingWatcher::KeyRingWatcher(KeyRing &ring, std::function<void()> turn, QObject *parent)
    : QObject(parent)
    , m_ring(ring)
    , m_reported(ring.keys().generation())
{
    connect(&m_timer, &QTimer::timeout, this, std::move(turn));
    m_timer.start(400ms);
}

Result<void> KeyRingWatcher::look(const KeyRingStore &store)
{
    Result<void> done = m_ring.refresh(store);
    report(done);
    return done;
}

void KeyRingWatcher::report(const Result<void> &done)
{
    const std::lock_guard guard(m_mutex);
    const QString problem = done ? QString() : done.error().detail;
    if (!problem.isEmpty() && problem != m_lastProblem)
        qWarning("signing keys: %s", qPrintable(problem));
    m_lastProblem = problem;
    const quint64 generation = m_ring.keys().generation();
    if (std::exchange(m_reported, generation) != generation)
        qInfo("the signing keys have changed; %s signs", m_ring.keys().get()->active().id.constData());
}

} // namespace gatehouse::secrets
