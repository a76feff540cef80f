#include "private_keyring.h"

#include <QFile>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace {

/// Without services that the bus would start by itself: a keyring that has gone is gone.
constexpr char kBusConfiguration[] =
    R"(<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)";

/// Ends with the test, even when that crashes.
void endWithParent()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

bool PrivateKeyring::start()
{
    // gnome-keyring keeps nothing outside, and nobody's own session is asked.
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home.path().toUtf8());
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "DBUS_SESSION_BUS_ADDRESS"})
        qunsetenv(name);

    QFile configuration(m_home.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(kBusConfiguration) <= 0)
        return false;
    configuration.close();
    m_bus.setChildProcessModifier(endWithParent);
    m_bus.start(u"dbus-daemon"_s,
                {u"--config-file=%1"_s.arg(configuration.fileName()), u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s,
                 u"--address=unix:path=%1"_s.arg(m_home.filePath(u"bus"_s))});
    if (!m_bus.waitForReadyRead(10'000))
        return false;
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());

    m_keyring.setChildProcessModifier(endWithParent);
    const QString password = m_home.filePath(u"password"_s);
    QFile file(password);
    if (!file.open(QIODevice::WriteOnly) || file.write("a password for the keyring") <= 0)
        return false;
    file.close();
    m_keyring.setStandardInputFile(password);
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_keyring.waitForStarted(5000))
        return false;
    for (int i = 0; i < 100; ++i) {
        QProcess names;
        names.start(u"dbus-send"_s,
                    {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                     u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        names.waitForFinished(5000);
        if (names.readAllStandardOutput().contains("true"))
            return true;
        QThread::msleep(50);
    }
    return false;
}

PrivateKeyring::~PrivateKeyring()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->kill();
        process->waitForFinished(5000);
    }
}

bool PrivateKeyring::kill()
{
    m_keyring.kill();
    return m_keyring.waitForFinished(5000);
}
