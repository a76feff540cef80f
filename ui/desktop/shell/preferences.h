#pragma once

#include "desktop/shell/language.h"
#include "desktop/theme/theme.h"

#include <QObject>

#include <chrono>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace gatehouse::desktop {

/// What a person wants of this console, wherever they are signed in. Kept in the system's place for preferences.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// All live longer. Theme and language get what was chosen, and whatever is chosen from now on is kept.
    Preferences(QSettings &kept, Theme &theme, Language &language, QObject *parent = nullptr);

    [[nodiscard]] Language &language() const { return m_language; }
    /// Whether closing the window leaves the program running beneath its icon in the tray.
    [[nodiscard]] bool closesToTray() const;
    void setClosesToTray(bool closes);
    /// Whether what needs attention is told of while the window does not show.
    [[nodiscard]] bool notifies() const;
    void setNotifies(bool notifies);
    /// After how long without a key or a move of the mouse a password is asked for; 0: never.
    [[nodiscard]] std::chrono::minutes idleLock() const;
    void setIdleLock(std::chrono::minutes time);
    /// Whether it is asked for, too, after the screen of the desktop was locked.
    [[nodiscard]] bool locksWithScreen() const;
    void setLocksWithScreen(bool locks);

Q_SIGNALS:
    void changed();

private:
    void keep(const QString &key, const QVariant &value);

    QSettings &m_kept;
    Language &m_language;
};

} // namespace gatehouse::desktop
