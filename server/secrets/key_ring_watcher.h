#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse::secrets {

class KeyRing;

/// Has a ring follow its file, and drop what retires, while an event loop runs in this thread: what another process rotates holds
/// here within half a second. By looking, not by a notification, as those miss changes on shared file systems.
class KeyRingWatcher final : public QObject
{
    Q_OBJECT

public:
    /// `ring` outlives this.
    explicit KeyRingWatcher(KeyRing &ring, QObject *parent = nullptr);

private:
    void look();

    KeyRing &m_ring;
    QTimer m_timer;
    QString m_lastProblem;
};

} // namespace gatehouse::secrets
