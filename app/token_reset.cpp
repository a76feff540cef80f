#include "token_reset.h"

#include "assembly/data_folder.h"
#include "assembly/one_time_secrets.h"
#include "configured_database.h"

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using sharing::ShareToken;

namespace {

const QString kResetShare = u"--reset-user-tokens"_s;
const QString kResetAdmin = u"--reset-admin-token"_s;

Result<QStringList> reset(const QStringList &arguments, Terminal &terminal)
{
    QStringList flags = arguments;
    const bool admin = flags.removeAll(kResetAdmin) > 0;
    const bool share = flags.removeAll(kResetShare) > 0;
    auto configured = configuredDatabase(flags, terminal);
    if (!configured)
        return std::unexpected(configured.error());
    if (admin && !configured->settings.sharing.enableAdminToken)
        return failure(ErrorKind::Invalid, u"%1 needs --enable-admin-token: there is no admin token"_s.arg(kResetAdmin));
    if (const Result<void> made = assembly::makeDataFolder(configured->settings.app.dataDir); !made)
        return std::unexpected(made.error());
    if (configured->target.postgres)
        configured->target.postgres->maxConnections = 1;
    auto database = storage::Database::open(std::move(configured->target));
    if (!database)
        return std::unexpected(database.error());

    const SystemClock clock;
    assembly::CommandShares events;
    QStringList lines;
    const auto replace = [&](ShareToken::Kind kind, const QString &name) -> Result<void> {
        const auto token = (*database)->runBlocking(
            [&](QSqlDatabase &connection) { return sharing::resetTokens(connection, kind, clock.now(), events, {}); });
        if (!token)
            return std::unexpected(token.error());
        lines.append(u"%1: %2"_s.arg(name, QString::fromLatin1(*token)));
        return {};
    };
    if (const Result<void> done = share ? replace(ShareToken::Kind::Share, u"Share token"_s) : Result<void>(); !done)
        return std::unexpected(done.error());
    if (const Result<void> done = admin ? replace(ShareToken::Kind::Admin, u"Admin token"_s) : Result<void>(); !done)
        return std::unexpected(done.error());
    return lines;
}

} // namespace

bool resetsTokens(const QStringList &arguments)
{
    return arguments.contains(kResetShare) || arguments.contains(kResetAdmin);
}

ExitCode resetTokens(const QStringList &arguments, Terminal &terminal)
{
    const Result<QStringList> lines = reset(arguments, terminal);
    if (!lines) {
        printFailure(terminal, lines.error());
        return lines.error().kind == ErrorKind::Invalid ? ExitCode::Usage : ExitCode::Failure;
    }
    for (const QString &line : *lines)
        terminal.print(line);
    return ExitCode::Success;
}
