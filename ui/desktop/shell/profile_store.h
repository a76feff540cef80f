#pragma once

#include "core/error.h"
#include "desktop/shell/server_profile.h"

#include <QObject>

#include <optional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace gatehouse::desktop {

/// The servers this console knows, and which of them it is at. Kept in the system's place for preferences.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    /// `kept` lives longer.
    explicit ProfileStore(QSettings &kept, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<ServerProfile> &profiles() const { return m_profiles; }
    /// The one that was used last.
    [[nodiscard]] std::optional<ServerProfile> current() const;
    /// Keeps it, in place of the one with its id; without an id, of the one at its address, or as a new one. Returns it as kept.
    ServerProfile save(ServerProfile profile);
    void setCurrent(const QString &id);
    /// Whether who signs in there wants to stay so between two runs of the program. Goes with the profile.
    void setRemembered(const QString &id, bool remembered);
    [[nodiscard]] bool isRemembered(const QString &id) const;
    /// Whether a session of theirs was kept where it is safe, and not forgotten since.
    void setSessionKept(const QString &id, bool kept);
    [[nodiscard]] bool isSessionKept(const QString &id) const;
    [[nodiscard]] std::optional<ServerProfile> find(const QString &id) const;
    void remove(const QString &id);
    /// Whether somebody has signed in to the server in this program before.
    [[nodiscard]] bool wasUsed() const;
    void setUsed();

    /// All remote ones for another console; nothing that lets anybody in, as there is nothing.
    [[nodiscard]] QByteArray toFile() const;
    /// What became of the servers in a file.
    struct Added {
        int added = 0;
        int known = 0; ///< are here already, and stay as they are: their certificates most of all
    };
    /// Keeps those in `text` beside the others. Malformed when it is no such file: then none is kept.
    [[nodiscard]] Result<Added> addFromFile(const QByteArray &text);

Q_SIGNALS:
    void changed();
    void removed(const QString &id, bool wasRemembered);

private:
    void read();
    void write();

    QSettings &m_kept;
    std::vector<ServerProfile> m_profiles;
};

} // namespace gatehouse::desktop
