#include "account_commands.h"

#include "assembly/audited_events.h"
#include "assembly/data_folder.h"
#include "assembly/part_settings.h"
#include "auth/session_commands.h"
#include "auth/user_commands.h"
#include "configured_database.h"

#include <QFileInfo>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Result<auth::AccountFiles> openAccountFiles(const QStringList &flags, bool create, Terminal &terminal)
{
    static const SystemClock clock;
    auto configured = configuredDatabase(flags, terminal);
    if (!configured)
        return std::unexpected(configured.error());
    const config::Settings &settings = configured->settings;
    if (create) {
        if (const Result<void> made = assembly::makeDataFolder(settings.app.dataDir); !made)
            return std::unexpected(made.error());
    } else if (!configured->target.postgres && !QFileInfo::exists(configured->target.sqliteFile)) {
        return failure(ErrorKind::NotFound, u"there are no users in %1 yet; is --data-dir right?"_s.arg(settings.app.dataDir));
    }
    if (configured->target.postgres)
        configured->target.postgres->maxConnections = 1;
    auto database = storage::Database::open(std::move(configured->target));
    if (!database)
        return std::unexpected(database.error());
    return auth::AccountFiles{.database = std::move(*database),
                              .administration = {auth::SessionStore(assembly::sessionSettings(settings), clock),
                                                 auth::SetupCode(assembly::setupCodeFile(settings)), nullptr, clock},
                              .passwordCost = assembly::passwordHasherSettings(settings),
                              .events = std::make_unique<assembly::CommandEvents>()};
}

} // namespace

std::vector<Command> accountCommands()
{
    std::vector<Command> commands = auth::userCommands(openAccountFiles);
    std::ranges::move(auth::sessionCommands(openAccountFiles), std::back_inserter(commands));
    return commands;
}
