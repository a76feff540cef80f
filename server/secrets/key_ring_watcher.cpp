#include "secrets/key_ring_watcher.h"

#include "secrets/key_ring.h"

namespace gatehouse::secrets {

using namespace std::chrono_literals;

KeyRingWatcher::KeyRingWatcher(KeyRing &ring, QObject *parent)
    : QObject(parent)
    , m_ring(ring)
{
    connect(&m_timer, &QTimer::timeout, this, &KeyRingWatcher::look);
    m_timer.start(400ms);
}

void KeyRingWatcher::look()
{
    const quint64 before = m_ring.keys().generation();
    const Result<void> done = m_ring.refresh();
    const QString problem = done ? QString() : done.error().detail;
    if (!problem.isEmpty() && problem != m_lastProblem)
        qWarning("signing keys: %s", qPrintable(problem));
    if (done && m_ring.keys().generation() != before)
        qInfo("the signing keys have changed; %s signs", m_ring.keys().get()->active().id.constData());
    // A file that cannot be read is said once, though only its change is looked at again.
    if (!problem.isEmpty() || m_ring.keys().generation() != before)
        m_lastProblem = problem;
}

} // namespace gatehouse::secrets
