#pragma once

#include "desktop/guide/local_setup.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

namespace gatehouse::desktop {

/// A server in this process. The console starts and stops it, and otherwise speaks to it as to any other: over HTTP.
/// Whoever puts the program together makes one; main thread.
class LocalServer : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Running, Stopping, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    /// Where it keeps its data unless told otherwise.
    [[nodiscard]] virtual QString dataFolder() const = 0;
    /// Whether there is neither a configuration nor data yet, so that a person may choose.
    [[nodiscard]] virtual bool isNew() const = 0;
    /// Tries a set-up and changes nothing. Does not wait; tried() follows.
    virtual void tryOut(LocalSetup setup) = 0;
    /// Has the server go by a set-up from its next start on, if it does. Does not wait; adopted() follows.
    virtual void adopt(LocalSetup setup) = 0;
    /// Does not wait; changed() follows.
    virtual void start() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual QUrl url() const = 0; ///< while it runs
    [[nodiscard]] virtual QByteArray pin() const = 0; ///< SHA-256 of its certificate while it runs; empty: it has none
    [[nodiscard]] virtual QString problem() const = 0; ///< why it failed
    /// Whether there is no user yet, so that the first will be its administrator.
    [[nodiscard]] virtual bool needsAdministrator() const = 0;

Q_SIGNALS:
    void changed();
    void tried(const gatehouse::desktop::SetupReport &report);
    /// Without problems: it is set up.
    void adopted(const gatehouse::desktop::SetupReport &report);
};

} // namespace gatehouse::desktop
