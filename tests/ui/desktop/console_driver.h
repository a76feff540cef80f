#pragma once

#include "desktop/console_window.h"
#include "embedded/embedded_server.h"

#include <QAbstractButton>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace gatehouse::tests {

/// The console as a person has it before them, with a server and preferences of its own in a folder that goes with it.
class ConsoleDriver
{
public:
    /// Whether somebody has configured the server in the program by hand, or nothing was ever done.
    enum class Machine { Configured, New };

    /// `flags`: of the server in the program, beside those it needs. `thread`: where it looks for secrets.
    explicit ConsoleDriver(const QStringList &flags = {},
                           std::shared_ptr<secrets::SecretThread> thread = std::make_shared<secrets::SecretThread>(),
                           Machine machine = Machine::Configured);
    ~ConsoleDriver();

    /// Where sessions are kept from now on; it lives longer. Null: nowhere.
    void setVault(desktop::SessionVault *vault) { m_vault = vault; }

    /// Opens the window, again if it was open.
    void open();
    /// As if the program had ended; the server goes on.
    void close() { m_window.reset(); }
    /// Goes through the first questions by the keyboard alone, up to the pages. False when that does not work.
    [[nodiscard]] bool arrive();
    /// Signs in to a server that has an administrator.
    [[nodiscard]] bool signIn();

    [[nodiscard]] desktop::ConsoleWindow &window() { return *m_window; }
    [[nodiscard]] desktop::Workspace *workspace() { return m_window->workspace(); }
    [[nodiscard]] embedded::EmbeddedServer &server() { return *m_server; }
    [[nodiscard]] desktop::Theme &theme() { return m_theme; }
    [[nodiscard]] desktop::Language &language() { return m_language; }
    [[nodiscard]] QSettings &preferences() { return *m_preferences; }
    /// Everything that is kept in files is in it.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// The file that the server in the program is configured by.
    [[nodiscard]] QString configuration() const { return m_folder.filePath(QStringLiteral("config/gatehouse/gatehouse.yaml")); }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] telemetry::Logger &logger() { return *m_logger; }

    /// The one widget of that type below `parent` (the window) that a screen reader knows by that name; null: there is none.
    template<typename Widget> [[nodiscard]] Widget *find(const QString &accessibleName) const
    {
        for (Widget *const widget : m_window->findChildren<Widget *>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisibleTo(m_window.get()))
                return widget;
        }
        return nullptr;
    }
    /// A button by its words, wherever it is.
    [[nodiscard]] QAbstractButton *button(const QString &words) const;
    /// Whether some label shows `text`.
    [[nodiscard]] bool shows(const QString &text) const;
    void go(const QString &page);
    /// Asks the server without the console, so that there is something to see.
    void makeTraffic(int requests) const;
    /// Writes a picture of the window for people to look at.
    void picture(const QString &name);
    /// The same of the dialog that is open.
    void dialogPicture(const QString &name);

    static constexpr char kPassword[] = "Correct-Horse-7!";

private:
    void write(QWidget *widget, const QString &name);
    void configure() const;

    QTemporaryDir m_folder;
    QFile m_log;
    quint16 m_port;
    desktop::Theme m_theme;
    desktop::Language m_language;
    std::unique_ptr<QSettings> m_preferences;
    SystemClock m_clock;
    std::unique_ptr<telemetry::Logger> m_logger;
    std::unique_ptr<embedded::EmbeddedServer> m_server;
    desktop::SessionVault *m_vault = nullptr;
    std::unique_ptr<desktop::ConsoleWindow> m_window;
};

} // namespace gatehouse::tests
