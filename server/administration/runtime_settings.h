#pragma once

#include "administration/override_store.h"
#include "config/overrides.h"
#include "config/settings_loader.h"
#include "core/error.h"

#include <QMap>
#include <QSqlDatabase>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace gatehouse::administration {

/// How one setting changes; both as they are shown, passwords in URLs masked.
struct SettingChange {
    QByteArray key;
    QByteArray before;
    QByteArray after;
};

/// The settings in force: what was configured at start or by a reload, and on top what administrators override while the server
/// runs. Overrides are in the database, so that all instances of a deployment have the same and a restart keeps them.
/// Thread-safe.
class RuntimeSettings
{
public:
    using SettingsPtr = std::shared_ptr<const config::LoadedSettings>; ///< shared, as many read what few replace

    /// What is unsafe about settings; empty: they may be used.
    using Judge = std::function<std::vector<FieldError>(const config::Settings &settings)>;
    /// Makes live settings hold for every request that follows. Any thread, one at a time.
    using Apply = std::function<void(const config::Settings &settings)>;

    /// `configured` is in force already.
    RuntimeSettings(config::LoadedSettings configured, Judge judge, Apply apply);

    [[nodiscard]] SettingsPtr current() const;

    /// Reads what is overridden, and goes by it. An override that no longer holds, as the configuration beneath it may have
    /// changed, is told of in the log and left out. In the database's thread.
    [[nodiscard]] Result<void> follow(QSqlDatabase &database);

    /// Takes what was configured anew, which is safe by itself, with the overrides that are known on top.
    void reconfigure(config::LoadedSettings configured);

    /// By key: what to override it with; nothing: what is configured is to hold again.
    using Wanted = QMap<QByteArray, std::optional<QByteArray>>;
    /// Records the changes within their transaction.
    using Recorder = std::function<Result<void>(QSqlDatabase &database, const std::vector<SettingChange> &changes)>;

    /// What `wanted` would change. Invalid, naming each field, when it does not hold as a whole.
    [[nodiscard]] Result<std::vector<SettingChange>> preview(const Wanted &wanted) const;
    /// Changes all of it or nothing, and holds when this returns. In the database's thread.
    [[nodiscard]] Result<std::vector<SettingChange>> change(QSqlDatabase &database, const Wanted &wanted,
                                                            const override_store::Change &by, const Recorder &record);

private:
    /// Configuration and overrides, put together.
    struct Candidate {
        config::Overrides overrides;
        config::LoadedSettings loaded;
        std::vector<FieldError> problems; ///< with overrides; those are left out of `loaded`
    };
    [[nodiscard]] static Candidate candidateOf(const config::LoadedSettings &configured, config::Overrides overrides);
    [[nodiscard]] Result<Candidate> soundCandidateOf(config::Overrides overrides, const Wanted &wanted) const;
    void adopt(config::Overrides overrides);
    void publish(Candidate candidate);

    const Judge m_judge;
    const Apply m_apply;
    mutable std::mutex m_changing; ///< held from before the database is read until what it says is in force
    config::LoadedSettings m_configured; ///< these two are of m_changing
    config::Overrides m_overrides;
    mutable std::mutex m_mutex; ///< of the one below
    SettingsPtr m_current;
};

} // namespace gatehouse::administration
