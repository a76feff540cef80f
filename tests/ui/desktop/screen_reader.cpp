#include "screen_reader.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>

Q_DECLARE_METATYPE(gatehouse::tests::ScreenReader::Place)

using namespace Qt::StringLiterals;

namespace gatehouse::tests {

namespace {

constexpr int kPatience = 20'000; ///< milliseconds, on a busy machine
const QString kAccessible = u"org.a11y.atspi.Accessible"_s;
const QString kOurConnection = u"screen-reader"_s;

/// Of AtspiStateType.
constexpr unsigned kFocusable = 11;
constexpr unsigned kShowing = 25;

bool hasState(const QList<uint> &states, unsigned state)
{
    return !states.isEmpty() && (states.first() >> state & 1U) != 0;
}

/// Ends with the test, even when that crashes.
void endWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

// As QtDBus finds them: beside their type.
QDBusArgument &operator<<(QDBusArgument &argument, const ScreenReader::Place &place)
{
    argument.beginStructure();
    argument << place.service << QDBusObjectPath(place.path);
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ScreenReader::Place &place)
{
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> place.service >> path;
    argument.endStructure();
    place.path = path.path();
    return argument; // NOLINT(bugprone-return-const-ref-from-parameter): so QtDBus wants it
}

ScreenReader::ScreenReader()
    : m_environment(QProcessEnvironment::systemEnvironment())
    , m_accessibility(kOurConnection)
{
    qDBusRegisterMetaType<Place>();
    qDBusRegisterMetaType<QList<Place>>();
}

ScreenReader::~ScreenReader()
{
    QDBusConnection::disconnectFromBus(kOurConnection);
    for (QProcess *process : {&m_bus, &m_display}) {
        process->terminate();
        process->waitForFinished(kPatience);
    }
}

bool ScreenReader::start()
{
    return startDisplay() && startBus() && connectToAccessibilityBus();
}

bool ScreenReader::startDisplay()
{
    m_display.setChildProcessModifier(endWithParent);
    m_display.start(u"Xvfb"_s,
                    {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x900x24"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    const bool shows =
        QTest::qWaitFor([this] { return m_display.canReadLine() || m_display.state() == QProcess::NotRunning; }, kPatience);
    if (!shows || !m_display.canReadLine()) {
        m_problem = u"Xvfb: "_s + QString::fromUtf8(m_display.readAllStandardError());
        return false;
    }
    m_environment.insert(u"DISPLAY"_s, u':' + QString::fromUtf8(m_display.readLine().trimmed()));
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.remove(u"WAYLAND_DISPLAY"_s);
    return true;
}

bool ScreenReader::startBus()
{
    for (const auto *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        m_environment.insert(QString::fromLatin1(name), m_folder.path());
    m_bus.setChildProcessModifier(endWithParent);
    m_bus.setProcessEnvironment(m_environment);
    m_bus.start(u"dbus-daemon"_s,
                {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s,
                 u"--address=unix:path=%1"_s.arg(m_folder.filePath(u"bus"_s))});
    const bool speaks =
        QTest::qWaitFor([this] { return m_bus.canReadLine() || m_bus.state() == QProcess::NotRunning; }, kPatience);
    if (!speaks || !m_bus.canReadLine()) {
        m_problem = u"dbus-daemon: "_s + QString::fromUtf8(m_bus.readAllStandardError());
        return false;
    }
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromUtf8(m_bus.readLine().trimmed()));
    return true;
}

/// The session bus starts the service that knows the other bus, and programs speak of themselves while a screen reader says it is
/// there.
bool ScreenReader::connectToAccessibilityBus()
{
    const QString session = u"session of the screen reader"_s;
    {
        QDBusConnection bus = QDBusConnection::connectToBus(m_environment.value(u"DBUS_SESSION_BUS_ADDRESS"_s), session);
        QDBusMessage where =
            QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s);
        const QDBusMessage address = bus.call(where, QDBus::Block, kPatience);
        QDBusMessage here =
            QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.freedesktop.DBus.Properties"_s, u"Set"_s);
        here << u"org.a11y.Status"_s << u"ScreenReaderEnabled"_s << QVariant::fromValue(QDBusVariant(true));
        const QDBusMessage told = bus.call(here, QDBus::Block, kPatience);
        if (address.type() != QDBusMessage::ReplyMessage || told.type() != QDBusMessage::ReplyMessage)
            m_problem = address.errorMessage() + told.errorMessage();
        else
            m_accessibility = QDBusConnection::connectToBus(address.arguments().value(0).toString(), kOurConnection);
    }
    QDBusConnection::disconnectFromBus(session);
    return m_accessibility.isConnected();
}

QDBusMessage ScreenReader::ask(const Place &place, const QString &interface, const QString &method,
                               const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(place.service, place.path, interface, method);
    message.setArguments(arguments);
    return m_accessibility.call(message, QDBus::Block, kPatience);
}

QString ScreenReader::property(const Place &place, const QString &name) const
{
    const QDBusMessage answer = ask(place, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {kAccessible, name});
    return answer.arguments().value(0).value<QDBusVariant>().variant().toString();
}

void ScreenReader::collect(const Place &place, QList<Thing> &things) const
{
    const auto states = qdbus_cast<QList<uint>>(ask(place, kAccessible, u"GetState"_s).arguments().value(0));
    Thing thing{.place = place,
                .role = ask(place, kAccessible, u"GetRoleName"_s).arguments().value(0).toString(),
                .name = property(place, u"Name"_s),
                .description = property(place, u"Description"_s),
                .showing = hasState(states, kShowing),
                .focusable = hasState(states, kFocusable)};
    const bool isProgram = thing.role == "application"_L1;
    if (!thing.showing && !isProgram)
        return;
    const bool hasRows = thing.role == "table"_L1 || thing.role == "tree"_L1; // of which there are many
    things.append(std::move(thing));
    if (hasRows)
        return;
    for (const Place &child : qdbus_cast<QList<Place>>(ask(place, kAccessible, u"GetChildren"_s).arguments().value(0)))
        collect(child, things);
}

QList<ScreenReader::Thing> ScreenReader::everything() const
{
    const Place desktop{u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s};
    QList<Thing> things;
    for (const Place &program : qdbus_cast<QList<Place>>(ask(desktop, kAccessible, u"GetChildren"_s).arguments().value(0)))
        collect(program, things);
    return things;
}

std::optional<ScreenReader::Thing> ScreenReader::find(const QString &role, const QString &name) const
{
    std::optional<Thing> found;
    (void)QTest::qWaitFor(
        [&] {
            const QList<Thing> things = everything();
            const auto at = std::ranges::find_if(things, [&](const Thing &thing) {
                const bool isIt = thing.role == role || (role == "text"_L1 && thing.role == "password text"_L1);
                return thing.showing && isIt && thing.name == name;
            });
            if (at != things.end())
                found = *at;
            return found.has_value();
        },
        kPatience);
    return found;
}

bool ScreenReader::act(const Thing &thing) const
{
    return ask(thing.place, u"org.a11y.atspi.Action"_s, u"DoAction"_s, {0}).arguments().value(0).toBool();
}

bool ScreenReader::enter(const Thing &field, const QString &text) const
{
    return ask(field.place, u"org.a11y.atspi.EditableText"_s, u"SetTextContents"_s, {text}).arguments().value(0).toBool();
}

} // namespace gatehouse::tests
