#pragma once

#include <QDBusConnection>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <optional>

namespace gatehouse::tests {

/// A program as a screen reader has it: over AT-SPI 2, on a session bus and a display (Xvfb) of its own, both of which end with
/// this. See https://gnome.pages.gitlab.gnome.org/at-spi2-core/.
class ScreenReader
{
public:
    /// Where something is on the bus.
    struct Place {
        QString service;
        QString path;
    };
    /// Something in a window, as it is told of.
    struct Thing {
        Place place;
        QString role; ///< "push button"
        QString name;
        QString description;
        bool showing = false;
        bool focusable = false;
    };

    ScreenReader();
    ~ScreenReader();

    /// False, with problem(), when the bus, its accessibility service or the display does not come.
    [[nodiscard]] bool start();
    [[nodiscard]] QString problem() const { return m_problem; }
    /// For a program that is to be read.
    [[nodiscard]] QProcessEnvironment environment() const { return m_environment; }

    /// What shows now in all programs, from the outside in.
    [[nodiscard]] QList<Thing> everything() const;
    /// What shows with that role and name, as soon as it does; nothing when it does not in time.
    /// A "text" may be one that hides what is entered, as some versions of Qt tell apart.
    [[nodiscard]] std::optional<Thing> find(const QString &role, const QString &name) const;
    /// The first thing that can be done with it: presses a button, chooses an item.
    [[nodiscard]] bool act(const Thing &thing) const;
    [[nodiscard]] bool enter(const Thing &field, const QString &text) const;

private:
    [[nodiscard]] bool startDisplay();
    [[nodiscard]] bool startBus();
    [[nodiscard]] bool connectToAccessibilityBus();
    void collect(const Place &place, QList<Thing> &things) const;
    [[nodiscard]] QDBusMessage ask(const Place &place, const QString &interface, const QString &method,
                                   const QVariantList &arguments = {}) const;
    [[nodiscard]] QString property(const Place &place, const QString &name) const;

    QTemporaryDir m_folder;
    QProcess m_display;
    QProcess m_bus;
    QProcessEnvironment m_environment;
    QDBusConnection m_accessibility;
    QString m_problem;
};

} // namespace gatehouse::tests
