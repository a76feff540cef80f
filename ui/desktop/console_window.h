#pragma once

#include "client/admin_session.h"
#include "client/live_stream.h"
#include "client/user_directory.h"
#include "desktop/guide/local_server.h"
#include "desktop/guide/session_memory.h"
#include "desktop/presence/alerts.h"
#include "desktop/presence/idle_watch.h"
#include "desktop/presence/screen_watch.h"
#include "desktop/presence/tray_icon.h"
#include "desktop/shell/control_places.h"
#include "desktop/shell/language.h"
#include "desktop/shell/preferences.h"
#include "desktop/shell/profile_store.h"
#include "desktop/shell/server_profile.h"
#include "desktop/tables/table_memory.h"
#include "desktop/theme/theme.h"

#include <QMainWindow>
#include <QStackedWidget>

#include <map>
#include <memory>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace gatehouse::desktop {

class ServerChoice;
class SignIn;
class Workspace;

/// The console's window, from the first question to the pages: which server, who, and then the work.
class ConsoleWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All of them live longer. `kept` remembers the server that was chosen, and the window's size; `vault`, the sessions of who
    /// wants to stay signed in: null when there is none to be had.
    ConsoleWindow(Theme &theme, Language &language, LocalServer &localServer, QSettings &kept, SessionVault *vault = nullptr,
                  QWidget *parent = nullptr);
    ~ConsoleWindow() override;

    /// The pages, while somebody is signed in; else null.
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    /// The session with the server, once there is one; else null.
    [[nodiscard]] client::AdminSession *session() const { return m_current ? m_current->session.get() : nullptr; }
    /// Before all other windows, from the tray too.
    void bringToFront();
    /// Covers the pages until the password is entered again. Nothing happens while nobody is signed in.
    void lock();
    [[nodiscard]] bool isLocked() const { return m_lock != nullptr; }
    /// From now on this is the console's icon in the tray, in place of the one it makes where the desktop has a tray.
    void useTray(std::unique_ptr<TrayIcon> tray);
    [[nodiscard]] Preferences &preferences() { return m_preferences; }
    [[nodiscard]] IdleWatch &idleWatch() { return m_idle; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    /// A session, and what lives by it.
    struct Connection {
        std::unique_ptr<client::AdminSession> session;
        std::unique_ptr<client::UserDirectory> users;
        std::unique_ptr<client::LiveStream> stream;
        std::unique_ptr<Alerts> alerts;
        ServerProfile profile; ///< as it was when it was made
    };

    void begin();
    void askForServer();
    void use(const ServerProfile &profile);
    void setUpLocalServer();
    void startLocalServer();
    void followLocalServer();
    void checkCertificate();
    void connectTo(const QUrl &url);
    void leaveSession();
    void followSession();
    void askWho();
    void tryRemembered();
    void warn(const QString &text);
    void showPages();
    [[nodiscard]] Workspace *makeWorkspace();
    void retranslate();
    void unlock();
    void makeTray();
    void tell(const QString &title, const QString &text);
    void put(QWidget *widget);
    void clear();

    Theme &m_theme;
    Language &m_language;
    LocalServer &m_localServer;
    QSettings &m_kept;
    Preferences m_preferences;
    ProfileStore m_profiles;
    SessionMemory m_memory;
    TableMemory m_tables;
    QStackedWidget *m_stack;
    ServerProfile m_profile;
    /// One for each server that was visited: who comes back is still signed in.
    std::map<QString, Connection> m_connections;
    Connection *m_current = nullptr; ///< one of them
    std::unique_ptr<TrayIcon> m_tray; ///< null: this desktop has none
    IdleWatch m_idle;
    ScreenWatch m_screen;
    ControlPlaces m_places;
    ServerChoice *m_choice = nullptr; ///< what shows, as the three below; null: something else
    SignIn *m_signIn = nullptr;
    Workspace *m_workspace = nullptr;
    QWidget *m_lock = nullptr; ///< over the workspace
};

} // namespace gatehouse::desktop
