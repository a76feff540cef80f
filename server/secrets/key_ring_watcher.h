#pragma once

#include "core/error.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <functional>
#include <mutex>

namespace gatehouse::secrets {

class KeyRing;
class KeyRingStore;

/// Has a ring follow its place, and drop what retires, while an event loop runs in this thread: what another process rotates
/// holds here within half a second. By looking, whatever notifications there are besides, as those can be missed.
class KeyRingWatcher final : public QObject
{
    Q_OBJECT

public:
    /// Looks from this thread: for a place that answers at once. `ring` outlives this.
    explicit KeyRingWatcher(KeyRing &ring, QObject *parent = nullptr);
    /// Calls `turn` instead, several times a second, which has look() called from a thread that may wait.
    KeyRingWatcher(KeyRing &ring, std::function<void()> turn, QObject *parent = nullptr);

    /// Has the ring take over what changed, asking by way of `store`, and logs it. Thread-safe.
    Result<void> look(const KeyRingStore &store);

private:
    void report(const Result<void> &done);

    KeyRing &m_ring;
    QTimer m_timer;
    std::mutex m_mutex; ///< of what follows
    quint64 m_reported; ///< generation of the keys
    QString m_lastProblem;
};

} // namespace gatehouse::secrets
