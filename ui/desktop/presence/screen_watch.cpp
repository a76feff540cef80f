#include "desktop/presence/screen_watch.h"

#include <QDBusConnection>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

/// Whether there is a bus already: without one the D-Bus library would start one, which nobody would end.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR", u"/nowhere"_s) + u"/bus"_s);
}

} // namespace

ScreenWatch::ScreenWatch(QObject *parent)
    : QObject(parent)
{
    if (!hasSessionBus())
        return;
    for (const QString &name : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"org.cinnamon.ScreenSaver"_s,
                                u"org.mate.ScreenSaver"_s, u"org.xfce.ScreenSaver"_s})
        QDBusConnection::sessionBus().connect(QString(), QString(), name, u"ActiveChanged"_s, this,
                                              SLOT(followScreenSaver(bool)));
}

void ScreenWatch::followScreenSaver(bool isActive)
{
    if (isActive)
        Q_EMIT locked();
}

} // namespace gatehouse::desktop
