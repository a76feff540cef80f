#pragma once

#include <QLocalServer>
#include <QLockFile>

#include <memory>

namespace gatehouse::desktop {

/// One console for each person: who starts a second one is shown the first. The two speak over a socket that only its owner
/// can use.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// `folder`: private to its owner, such as XDG_RUNTIME_DIR; made if it is not there.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Whether this is the first. If not, the first has been asked to show itself. Where neither can be found out, this is the
    /// first: better two windows than none.
    [[nodiscard]] bool claim();

Q_SIGNALS:
    /// Somebody has started another.
    void raiseRequested();

private:
    void listen();
    void askFirst() const;

    const QString m_socketPath;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace gatehouse::desktop
