#include "desktop/presence/tray_icon.h"

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

Tone toneOf(LocalServer::State state)
{
    return state == LocalServer::State::Failed ? Tone::Danger
        : state == LocalServer::State::Running ? Tone::Accent
                                               : Tone::Neutral;
}

} // namespace

TrayIcon::TrayIcon(Theme &theme, LocalServer &server, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_server(server)
{
    m_open = m_menu.addAction(QString());
    m_menu.addSeparator();
    m_start = m_menu.addAction(QString());
    m_stop = m_menu.addAction(QString());
    m_restart = m_menu.addAction(QString());
    m_menu.addSeparator();
    m_quit = m_menu.addAction(QString());
    connect(m_open, &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(m_start, &QAction::triggered, &m_server, &LocalServer::start);
    connect(m_stop, &QAction::triggered, &m_server, &LocalServer::stop);
    connect(m_restart, &QAction::triggered, this, &TrayIcon::restart);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::openRequested);
    connect(&m_server, &LocalServer::changed, this, &TrayIcon::showState);
    theme.follow(this, [this] { showState(); });
    retranslate();
}

void TrayIcon::retranslate()
{
    m_open->setText(tr("&Open Gatehouse"));
    m_start->setText(tr("&Start the server"));
    m_stop->setText(tr("S&top the server"));
    m_restart->setText(tr("&Restart the server"));
    m_quit->setText(tr("&Quit"));
    m_icon.setToolTip(u"Gatehouse – "_s + stateText());
}

QString TrayIcon::stateText() const
{
    switch (m_server.state()) {
    case LocalServer::State::Stopped: return tr("The server in this program does not run");
    case LocalServer::State::Starting: return tr("The server starts");
    case LocalServer::State::Running: return tr("The server runs");
    case LocalServer::State::Stopping: return tr("The server stops");
    case LocalServer::State::Failed: return tr("The server could not start");
    }
    return {};
}

void TrayIcon::showState()
{
    using State = LocalServer::State;
    const State state = m_server.state();
    if (m_startAgain && state == State::Stopped) {
        m_startAgain = false;
        m_server.start(); // which says so by itself
        return;
    }
    const bool rests = state == State::Stopped || state == State::Failed;
    m_start->setEnabled(rests);
    m_stop->setEnabled(state == State::Running);
    m_restart->setEnabled(state == State::Running);
    m_icon.setIcon(m_theme.icon(Icon::Gatehouse, toneOf(state)));
    m_icon.setToolTip(u"Gatehouse – "_s + stateText());
}

void TrayIcon::restart()
{
    m_startAgain = true;
    m_server.stop();
}

void TrayIcon::tell(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, QSystemTrayIcon::Warning);
}

} // namespace gatehouse::desktop
