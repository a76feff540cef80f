#include "account_commands.h"

#include "assembly/data_folder.h"
#include "auth/session_commands.h"
#include "auth/user_commands.h"
#include "config/settings_loader.h"
#include "process_hardening.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Result<auth::AccountFiles> openAccountFiles(const QStringList &flags, bool create)
{
    static const SystemClock clock;
    hardenProcess(true); // a password is about to be read
    const auto loaded = config::loadSettings(config::processSources(flags));
    if (!loaded)
        return std::unexpected(loaded.error());
    const config::Settings &settings = loaded->settings;
    const QDir folder(settings.app.dataDir);
    const QString path = folder.filePath(u"gatehouse.db"_s);
    if (create) {
        if (const Result<void> made = assembly::makeDataFolder(folder.path()); !made)
            return std::unexpected(made.error());
    } else if (!QFileInfo::exists(path)) {
        return failure(ErrorKind::NotFound, u"there are no users in %1 yet; is --data-dir right?"_s.arg(folder.path()));
    }
    auto database = storage::Database::openSqlite(path);
    if (!database)
        return std::unexpected(database.error());
    return auth::AccountFiles{
        .database = std::move(*database),
        .administration = {auth::SessionStore({settings.auth.refreshExpiry, settings.auth.refreshLeeway}, clock),
                           auth::SetupCode(folder.filePath(u"setup-code"_s)), nullptr, clock},
        .passwordCost = {.memoryKib = static_cast<quint32>(settings.auth.passwordMemoryKib),
                         .passes = static_cast<quint32>(settings.auth.passwordPasses)}};
}

} // namespace

std::vector<Command> accountCommands()
{
    std::vector<Command> commands = auth::userCommands(openAccountFiles);
    std::ranges::move(auth::sessionCommands(openAccountFiles), std::back_inserter(commands));
    return commands;
}
