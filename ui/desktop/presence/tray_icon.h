#pragma once

#include "desktop/guide/local_server.h"
#include "desktop/theme/theme.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace gatehouse::desktop {

/// The console in the desktop's tray: how the server in this program does, and what can be done without opening the window.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    TrayIcon(Theme &theme, LocalServer &server, QObject *parent = nullptr);

    void show() { m_icon.show(); }
    /// In the language that is in use now.
    void retranslate();
    /// Whether there is a way back from it to the window.
    [[nodiscard]] virtual bool isVisible() const { return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable(); }
    /// Tells of something, the way the desktop does.
    virtual void tell(const QString &title, const QString &text);
    [[nodiscard]] QMenu &menu() { return m_menu; }
    [[nodiscard]] QString stateText() const;

Q_SIGNALS:
    void openRequested();
    void quitRequested();

private:
    void showState();
    void restart();

    Theme &m_theme;
    LocalServer &m_server;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_open = nullptr;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_restart = nullptr;
    QAction *m_quit = nullptr;
    bool m_startAgain = false;
};

} // namespace gatehouse::desktop
