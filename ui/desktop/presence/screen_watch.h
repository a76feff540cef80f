#pragma once

#include <QObject>

namespace gatehouse::desktop {

/// Notices that the screen of the desktop is locked, where the desktop tells so on the session's bus: as
/// org.freedesktop.ScreenSaver, or by the name that GNOME, Cinnamon, MATE or Xfce have for it. Any program of the session could
/// say it; all that comes of it is a lock.
class ScreenWatch : public QObject
{
    Q_OBJECT

public:
    explicit ScreenWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void followScreenSaver(bool isActive);
};

} // namespace gatehouse::desktop
