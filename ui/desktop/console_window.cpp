#include "desktop/console_window.h"

#include "desktop/console_pages.h"
#include "desktop/guide/server_choice.h"
#include "desktop/guide/sign_in.h"
#include "desktop/guide/starting.h"
#include "desktop/presence/lock_screen.h"
#include "desktop/shell/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr QSize kUsualSize(1280, 832);
constexpr QSize kLeastSize(960, 640);

} // namespace

ConsoleWindow::ConsoleWindow(Theme &theme, LocalServer &localServer, QSettings &kept, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_localServer(localServer)
    , m_kept(kept)
    , m_preferences(kept, theme)
    , m_stack(new QStackedWidget)
{
    theme.adopt(this);
    theme.follow(this, [this] { setWindowIcon(m_theme.icon(Icon::Gatehouse, Tone::Accent)); });
    setWindowTitle(u"Gatehouse"_s);
    setCentralWidget(m_stack);
    setMinimumSize(kLeastSize);
    if (!restoreGeometry(m_kept.value(u"window/geometry"_s).toByteArray()))
        resize(kUsualSize);
    connect(&m_localServer, &LocalServer::changed, this, &ConsoleWindow::followLocalServer);
    connect(&m_idle, &IdleWatch::idled, this, &ConsoleWindow::lock);
    const auto setPatience = [this] { m_idle.setPatience(m_preferences.idleLock()); };
    connect(&m_preferences, &Preferences::changed, this, setPatience);
    setPatience();
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
    m_tray = std::make_unique<TrayIcon>(m_theme, m_localServer);
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
    if (!m_kept.contains(u"server/name"_s)) {
        askForServer();
        return;
    }
    use({.name = m_kept.value(u"server/name"_s).toString(),
         .url = m_kept.value(u"server/url"_s).toUrl(),
         .stage = ServerProfile::Stage(m_kept.value(u"server/stage"_s).toInt()),
         .embedded = m_kept.value(u"server/embedded"_s).toBool()});
}

/// What was there before goes, with all that it had under way.
void ConsoleWindow::put(QWidget *widget)
{
    m_lock = nullptr;
    while (QWidget *const before = m_stack->widget(0)) {
        m_stack->removeWidget(before);
        before->hide();
        before->deleteLater();
    }
    m_workspace = qobject_cast<Workspace *>(widget);
    m_stack->addWidget(widget);
    m_stack->setCurrentWidget(widget);
}

void ConsoleWindow::askForServer()
{
    auto *const choice = new ServerChoice(m_theme, m_localServer.dataFolder());
    connect(choice, &ServerChoice::chosen, this, &ConsoleWindow::use);
    put(choice);
}

void ConsoleWindow::use(const ServerProfile &profile)
{
    m_profile = profile;
    if (!profile.embedded) {
        connectTo(profile.url);
        return;
    }
    auto *const starting = new Starting(m_theme, m_localServer);
    connect(starting, &Starting::serverChangeRequested, this, &ConsoleWindow::askForServer);
    put(starting);
    if (m_localServer.state() == LocalServer::State::Running)
        followLocalServer();
    else
        m_localServer.start();
}

void ConsoleWindow::followLocalServer()
{
    if (!m_profile.embedded || m_localServer.state() != LocalServer::State::Running || m_session)
        return;
    m_profile.url = m_localServer.url();
    connectTo(m_profile.url);
}

void ConsoleWindow::connectTo(const QUrl &url)
{
    auto made = client::ApiClient::make(url, {});
    if (!made) {
        askForServer();
        return;
    }
    remember(m_profile);
    m_session = std::make_unique<client::AdminSession>(std::move(*made));
    m_users = std::make_unique<client::UserDirectory>(*m_session);
    m_stream = std::make_unique<client::LiveStream>(*m_session);
    m_alerts = std::make_unique<Alerts>(*m_session, *m_stream);
    connect(m_alerts.get(), &Alerts::alert, this, &ConsoleWindow::tell);
    connect(m_session.get(), &client::AdminSession::stateChanged, this, &ConsoleWindow::followSession);
    m_session->link().probe();
    askWho();
}

void ConsoleWindow::remember(const ServerProfile &profile)
{
    m_kept.setValue(u"server/name"_s, profile.name);
    m_kept.setValue(u"server/url"_s, profile.embedded ? QUrl() : profile.url);
    m_kept.setValue(u"server/stage"_s, int(profile.stage));
    m_kept.setValue(u"server/embedded"_s, profile.embedded);
}

void ConsoleWindow::followSession()
{
    using State = client::AdminSession::State;
    if (m_session->state() == State::SignedIn && !m_workspace)
        showPages();
    else if (m_session->state() == State::SignedOut && m_workspace)
        askWho();
}

void ConsoleWindow::askWho()
{
    setWindowTitle(u"Gatehouse – %1"_s.arg(m_profile.name));
    const bool isFirst = m_profile.embedded && m_localServer.needsAdministrator() && !m_kept.contains(u"server/used"_s);
    auto *const signIn =
        new SignIn(m_theme, m_profile, *m_session, isFirst ? SignIn::Purpose::FirstAdministrator : SignIn::Purpose::SignIn);
    connect(signIn, &SignIn::serverChangeRequested, this, [this] {
        askForServer();
        m_alerts.reset();
        m_stream.reset();
        m_users.reset();
        m_session.reset();
    });
    put(signIn);
}

void ConsoleWindow::showPages()
{
    m_kept.setValue(u"server/used"_s, true);
    put(new Workspace(m_theme, m_profile, *m_session,
                      consolePages({m_theme, m_profile, *m_session, *m_users, *m_stream, m_preferences})));
}

void ConsoleWindow::lock()
{
    if (!m_workspace || m_lock)
        return;
    auto made = client::ApiClient::make(m_session->server(), {});
    if (!made)
        return;
    auto *const screen = new LockScreen(m_theme, *m_session, std::move(*made));
    connect(screen, &LockScreen::unlocked, this, &ConsoleWindow::unlock);
    connect(screen, &LockScreen::signOutRequested, m_session.get(), &client::AdminSession::signOut);
    m_lock = screen;
    m_stack->addWidget(screen);
    m_stack->setCurrentWidget(screen);
}

void ConsoleWindow::unlock()
{
    m_stack->setCurrentWidget(m_workspace);
    m_stack->removeWidget(m_lock);
    m_lock->deleteLater();
    m_lock = nullptr;
}

} // namespace gatehouse::desktop
