#include "desktop/console_window.h"

#include "desktop/console_pages.h"
#include "desktop/guide/server_choice.h"
#include "desktop/guide/sign_in.h"
#include "desktop/guide/starting.h"
#include "desktop/shell/workspace.h"

#include <QCloseEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr QSize kUsualSize(1280, 832);
constexpr QSize kLeastSize(960, 640);

} // namespace

ConsoleWindow::ConsoleWindow(Theme &theme, LocalServer &localServer, QSettings &preferences, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_localServer(localServer)
    , m_preferences(preferences)
    , m_stack(new QStackedWidget)
{
    theme.adopt(this);
    theme.follow(this, [this] { setWindowIcon(m_theme.icon(Icon::Gatehouse, Tone::Accent)); });
    setWindowTitle(u"Gatehouse"_s);
    setCentralWidget(m_stack);
    setMinimumSize(kLeastSize);
    if (!restoreGeometry(m_preferences.value(u"window/geometry"_s).toByteArray()))
        resize(kUsualSize);
    connect(&m_localServer, &LocalServer::changed, this, &ConsoleWindow::followLocalServer);
    begin();
}

ConsoleWindow::~ConsoleWindow()
{
    // What the pages refer to ends after them.
    delete takeCentralWidget();
}

void ConsoleWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.setValue(u"window/geometry"_s, saveGeometry());
    QMainWindow::closeEvent(event);
}

void ConsoleWindow::begin()
{
    if (!m_preferences.contains(u"server/name"_s)) {
        askForServer();
        return;
    }
    use({.name = m_preferences.value(u"server/name"_s).toString(),
         .url = m_preferences.value(u"server/url"_s).toUrl(),
         .stage = ServerProfile::Stage(m_preferences.value(u"server/stage"_s).toInt()),
         .embedded = m_preferences.value(u"server/embedded"_s).toBool()});
}

/// What was there before goes, with all that it had under way.
void ConsoleWindow::put(QWidget *widget)
{
    if (QWidget *const before = m_stack->currentWidget()) {
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
    connect(m_session.get(), &client::AdminSession::stateChanged, this, &ConsoleWindow::followSession);
    m_session->link().probe();
    askWho();
}

void ConsoleWindow::remember(const ServerProfile &profile)
{
    m_preferences.setValue(u"server/name"_s, profile.name);
    m_preferences.setValue(u"server/url"_s, profile.embedded ? QUrl() : profile.url);
    m_preferences.setValue(u"server/stage"_s, int(profile.stage));
    m_preferences.setValue(u"server/embedded"_s, profile.embedded);
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
    const bool isFirst = m_profile.embedded && m_localServer.needsAdministrator() && !m_preferences.contains(u"server/used"_s);
    auto *const signIn =
        new SignIn(m_theme, m_profile, *m_session, isFirst ? SignIn::Purpose::FirstAdministrator : SignIn::Purpose::SignIn);
    connect(signIn, &SignIn::serverChangeRequested, this, [this] {
        askForServer();
        m_users.reset();
        m_session.reset();
    });
    put(signIn);
}

void ConsoleWindow::showPages()
{
    m_preferences.setValue(u"server/used"_s, true);
    put(new Workspace(m_theme, m_profile, *m_session, consolePages({m_theme, m_profile, *m_session, *m_users})));
}

} // namespace gatehouse::desktop
