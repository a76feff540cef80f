#pragma once

#include "auth/password_hasher.h"
#include "auth/security_events.h"
#include "auth/user_administration.h"
#include "core/command.h"
#include "storage/database.h"

#include <functional>
#include <memory>

namespace gatehouse::auth {

/// What the commands on users and sessions work on: the database of a data folder, whether or not a server runs on it.
struct AccountFiles {
    std::unique_ptr<storage::Database> database;
    UserAdministration administration;
    PasswordHasherSettings passwordCost;
    std::unique_ptr<SecurityEvents> events; ///< where the acts of commands are recorded

    /// Records `action`, together with it.
    [[nodiscard]] UserAdministration::Recorder recorderOf(SecurityAction action,
                                                          std::vector<std::pair<QByteArray, QByteArray>> facts = {}) const;
};

/// Opens the database that `settings` (flags, beside file and environment) name. `create`: make it when there is none.
/// Asks at `terminal` for what it takes to find it. Fails with Malformed or Invalid when the settings do not hold.
using AccountFilesOpener = std::function<Result<AccountFiles>(const QStringList &settings, bool create, Terminal &terminal)>;

/// The user called `name`. Fails with NotFound.
[[nodiscard]] Result<User> findUser(AccountFiles &files, const QString &name);

} // namespace gatehouse::auth
