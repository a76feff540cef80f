#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A real gnome-keyring on a session bus of its own, with a home of its own; ends with this, or with the process.
class PrivateKeyring
{
public:
    /// Starts both and points this process to them. Before the first use of D-Bus in it, and before its threads.
    [[nodiscard]] bool start();
    ~PrivateKeyring();

    /// Ends the keyring, as if it had crashed.
    [[nodiscard]] bool kill();
    [[nodiscard]] QString home() const { return m_home.path(); }

private:
    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};
