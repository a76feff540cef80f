#include "desktop/console_window.h"

#include "desktop/console_pages.h"
#include "desktop/guide/certificate_step.h"
#include "desktop/guide/local_setup_step.h"
#include "desktop/guide/server_choice.h"
#include "desktop/guide/sign_in.h"
#include "desktop/guide/starting.h"
#include "desktop/presence/lock_screen.h"
#include "desktop/shell/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSettings>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr QSize kUsualSize(1280, 832);
constexpr QSize kLeastSize(960, 640);
constexpr std::chrono::milliseconds kRetirement = 1s;
const QString kLocked = u"console/locked"_s; ///< the server whose pages were covered: who starts the program again finds them so

} // namespace

ConsoleWindow::ConsoleWindow(Theme &theme, Language &language, LocalServer &localServer, QSettings &kept, SessionVault *vault,
                             QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_language(language)
    , m_localServer(localServer)
    , m_kept(kept)
    , m_preferences(kept, theme, language)
    , m_profiles(kept)
    , m_memory(vault, m_profiles)
    , m_tables(kept)
    , m_stack(new QStackedWidget)
{
    theme.adopt(this);
    theme.follow(this, [this] { setWindowIcon(m_theme.icon(Icon::Gatehouse, Tone::Accent)); });
    setWindowTitle(u"Gatehouse"_s);
    setAccessibleName(u"Gatehouse"_s); // the title has the server's name besides
    setCentralWidget(m_stack);
    setMinimumSize(kLeastSize);
    if (!restoreGeometry(m_kept.value(u"window/geometry"_s).toByteArray()))
        resize(kUsualSize);
    connect(&m_localServer, &LocalServer::changed, this, &ConsoleWindow::followLocalServer);
    connect(&m_idle, &IdleWatch::idled, this, &ConsoleWindow::lock);
    connect(&m_screen, &ScreenWatch::locked, this, [this] {
        if (m_preferences.locksWithScreen())
            lock();
    });
    const auto setPatience = [this] { m_idle.setPatience(m_preferences.idleLock()); };
    connect(&m_preferences, &Preferences::changed, this, setPatience);
    setPatience();
    // Later, as what it was chosen on goes with its page.
    connect(&language, &Language::changed, this, &ConsoleWindow::retranslate, Qt::QueuedConnection);
    connect(&m_memory, &SessionMemory::troubled, this, &ConsoleWindow::warn);
    connect(&m_memory, &SessionMemory::looked, this, [this] {
        if (m_signIn)
            m_signIn->showLooking(false);
    });
    makeTray();
    begin();
}

ConsoleWindow::~ConsoleWindow()
{
    // What the pages refer to ends after them.
    delete takeCentralWidget();
}

void ConsoleWindow::closeEvent(QCloseEvent *event)
{
    m_kept.setValue(u"window/geometry"_s, saveGeometry());
    if (m_tray && m_tray->isVisible() && m_preferences.closesToTray()) {
        hide();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void ConsoleWindow::makeTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    useTray(std::make_unique<TrayIcon>(m_theme, m_localServer));
}

void ConsoleWindow::useTray(std::unique_ptr<TrayIcon> tray)
{
    m_tray = std::move(tray);
    connect(m_tray.get(), &TrayIcon::openRequested, this, &ConsoleWindow::bringToFront);
    connect(m_tray.get(), &TrayIcon::quitRequested, qApp, &QApplication::quit);
    m_tray->show();
}

void ConsoleWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void ConsoleWindow::tell(const QString &title, const QString &text)
{
    if (m_tray && m_preferences.notifies() && !isActiveWindow())
        m_tray->tell(title, text);
}

void ConsoleWindow::begin()
{
    if (const std::optional<ServerProfile> profile = m_profiles.current())
        use(*profile);
    else
        askForServer();
}

/// What was there before goes, with all that it had under way.
void ConsoleWindow::put(QWidget *widget)
{
    clear();
    m_workspace = qobject_cast<Workspace *>(widget);
    m_signIn = qobject_cast<SignIn *>(widget);
    m_choice = qobject_cast<ServerChoice *>(widget);
    m_stack->addWidget(widget);
    m_stack->setCurrentWidget(widget);
}

void ConsoleWindow::askForServer()
{
    leaveSession();
    auto *const choice = new ServerChoice(m_theme, m_language, m_localServer.dataFolder());
    connect(choice, &ServerChoice::chosen, this, &ConsoleWindow::use);
    put(choice);
}

/// Goes to a server, from wherever the console is.
void ConsoleWindow::use(const ServerProfile &profile)
{
    leaveSession();
    m_profile = profile;
    if (!profile.embedded) {
        checkCertificate();
        return;
    }
    m_localServer.isNew() ? setUpLocalServer() : startLocalServer();
}

void ConsoleWindow::setUpLocalServer()
{
    auto *const step = new LocalSetupStep(m_theme, m_localServer);
    connect(step, &LocalSetupStep::serverChangeRequested, this, &ConsoleWindow::askForServer);
    connect(step, &LocalSetupStep::done, this, &ConsoleWindow::startLocalServer);
    put(step);
}

void ConsoleWindow::startLocalServer()
{
    auto *const starting = new Starting(m_theme, m_localServer);
    connect(starting, &Starting::serverChangeRequested, this, &ConsoleWindow::askForServer);
    put(starting);
    if (m_localServer.state() == LocalServer::State::Running)
        followLocalServer();
    else
        m_localServer.start();
}

/// Pages end before what they refer to, which stays for who comes back.
void ConsoleWindow::leaveSession()
{
    m_current = nullptr;
    clear();
}

void ConsoleWindow::clear()
{
    m_workspace = nullptr;
    m_signIn = nullptr;
    m_choice = nullptr;
    m_lock = nullptr;
    while (QWidget *const before = m_stack->widget(0)) {
        m_stack->removeWidget(before);
        before->hide();
        before->deleteLater();
    }
}

void ConsoleWindow::followLocalServer()
{
    if (!m_profile.embedded || m_localServer.state() != LocalServer::State::Running || m_current)
        return;
    m_profile.url = m_localServer.url();
    m_profile.pin = m_localServer.pin();
    connectTo(m_profile.url);
}

void ConsoleWindow::checkCertificate()
{
    if (m_profile.url.scheme() != u"https") {
        connectTo(m_profile.url);
        return;
    }
    auto *const step = new CertificateStep(m_theme, m_profile);
    connect(step, &CertificateStep::serverChangeRequested, this, &ConsoleWindow::askForServer);
    connect(step, &CertificateStep::trusted, this, [this](const QByteArray &pin) {
        m_profile.pin = pin;
        connectTo(m_profile.url);
    });
    put(step);
    step->look();
}

void ConsoleWindow::connectTo(const QUrl &url)
{
    auto made = client::ApiClient::make(url, {.caFile = {}, .pin = m_profile.pin});
    if (!made) {
        askForServer();
        return;
    }
    const ServerProfile kept = m_profiles.save(m_profile);
    m_profile.id = kept.id;
    m_profiles.setCurrent(kept.id);
    Connection &connection = m_connections[kept.id];
    m_current = &connection;
    if (!connection.session || connection.profile.url != url || connection.profile.pin != m_profile.pin) {
        // Pages that refer to the one before are still going.
        QTimer::singleShot(kRetirement, this, [retired = std::make_shared<Connection>(std::exchange(connection, {}))] { });
        connection.session = std::make_unique<client::AdminSession>(std::move(*made));
        connection.users = std::make_unique<client::UserDirectory>(*connection.session);
        connection.stream = std::make_unique<client::LiveStream>(*connection.session);
        connection.alerts = std::make_unique<Alerts>(*connection.session, *connection.stream);
        connect(connection.session.get(), &client::AdminSession::stateChanged, this, &ConsoleWindow::followSession);
        connect(connection.alerts.get(), &Alerts::alert, this, &ConsoleWindow::tell);
        connect(&connection.session->link(), &client::LinkWatch::returned, this, &ConsoleWindow::tryRemembered);
        m_memory.follow(*connection.session, kept);
    }
    connection.profile = m_profile;
    connection.session->setReadOnly(m_profile.readOnly);
    connection.session->link().probe();
    if (connection.session->state() == client::AdminSession::State::SignedIn)
        showPages();
    else
        askWho();
}

void ConsoleWindow::followSession()
{
    using State = client::AdminSession::State;
    if (!m_current)
        return;
    const State state = m_current->session->state();
    if (state == State::SignedIn && !m_workspace)
        showPages();
    else if (state == State::SignedOut && m_workspace)
        askWho();
}

void ConsoleWindow::askWho()
{
    setWindowTitle(u"Gatehouse – %1"_s.arg(m_profile.name));
    const bool isFirst = m_profile.embedded && m_localServer.needsAdministrator() && !m_profiles.wasUsed();
    auto *const signIn = new SignIn(m_theme, m_profile, *m_current->session,
                                    isFirst ? SignIn::Purpose::FirstAdministrator : SignIn::Purpose::SignIn);
    connect(signIn, &SignIn::serverChangeRequested, this, &ConsoleWindow::askForServer);
    connect(signIn, &SignIn::rememberingChosen, this, [this](bool wanted) { m_memory.setWanted(m_profile.id, wanted); });
    if (m_memory.isOffered())
        signIn->offerToRemember(m_memory.isWanted(m_profile.id));
    put(signIn);
    tryRemembered();
}

/// Goes on with a session of before, unless somebody is quicker with a password.
void ConsoleWindow::tryRemembered()
{
    if (!m_signIn || !m_current || m_current->session->state() != client::AdminSession::State::SignedOut
        || !m_memory.isKept(m_profile.id))
        return;
    m_signIn->showLooking(true);
    m_memory.resume(*m_current->session, m_profile);
}

void ConsoleWindow::warn(const QString &text)
{
    if (m_workspace)
        m_workspace->warn(text);
    else if (m_signIn)
        m_signIn->warn(text);
}

void ConsoleWindow::showPages()
{
    setWindowTitle(u"Gatehouse – %1"_s.arg(m_profile.name));
    if (m_profile.embedded)
        m_profiles.setUsed();
    put(makeWorkspace());
    if (m_current->session->wasResumed() && m_kept.value(kLocked).toString() == m_profile.id)
        lock();
    else
        m_kept.remove(kLocked);
}

Workspace *ConsoleWindow::makeWorkspace()
{
    // Later, as whoever asks is on the stack, and would not outlive it.
    const auto switchTo = [this](const ServerProfile &profile) {
        QMetaObject::invokeMethod(this, [this, profile] { use(profile); }, Qt::QueuedConnection);
    };
    auto *const workspace = new Workspace(m_theme, m_profile, *m_current->session,
                                          consolePages({m_theme, m_profile, *m_current->session, *m_current->users,
                                                        *m_current->stream, m_preferences, m_profiles, m_tables, switchTo}));
    connect(workspace, &Workspace::lockRequested, this, &ConsoleWindow::lock);
    return workspace;
}

/// A page's texts are all over it: it is made anew. So is the first question; whoever signs in, or is away, has nothing before
/// them to choose a language on.
void ConsoleWindow::retranslate()
{
    if (m_tray)
        m_tray->retranslate();
    if (m_choice)
        askForServer();
    if (!m_workspace || m_lock)
        return;
    Workspace *const workspace = makeWorkspace();
    workspace->succeed(*m_workspace);
    put(workspace);
}

void ConsoleWindow::lock()
{
    if (!m_workspace || m_lock)
        return;
    auto made = client::ApiClient::make(m_current->session->server(), {.caFile = {}, .pin = m_profile.pin});
    if (!made)
        return;
    auto *const screen = new LockScreen(m_theme, *m_current->session, std::move(*made));
    connect(screen, &LockScreen::unlocked, this, &ConsoleWindow::unlock);
    connect(screen, &LockScreen::signOutRequested, m_current->session.get(), &client::AdminSession::signOut);
    m_lock = screen;
    m_stack->addWidget(screen);
    m_stack->setCurrentWidget(screen);
    m_kept.setValue(kLocked, m_profile.id);
    m_kept.sync(); // whatever becomes of the process
}

void ConsoleWindow::unlock()
{
    m_stack->setCurrentWidget(m_workspace);
    m_stack->removeWidget(m_lock);
    m_lock->deleteLater();
    m_lock = nullptr;
    m_kept.remove(kLocked);
}

} // namespace gatehouse::desktop
