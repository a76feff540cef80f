#include "auth/session_commands.h"

#include "core/arguments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

namespace {

/// The identifier of `--user`'s user; nothing when the option was not given.
Result<std::optional<QByteArray>> chosenUser(AccountFiles &files, const Arguments &arguments)
{
    if (!arguments.has(u"--user"_s))
        return std::nullopt;
    const Result<User> user = findUser(files, arguments.value(u"--user"_s));
    if (!user)
        return std::unexpected(user.error());
    return user->id;
}

Result<QMap<QByteArray, QString>> namesOfUsers(AccountFiles &files)
{
    const Result<std::vector<User>> users = files.database->runBlocking(user_store::all);
    if (!users)
        return std::unexpected(users.error());
    QMap<QByteArray, QString> names;
    for (const User &user : *users)
        names.insert(user.id, QString::fromUtf8(user.username));
    return names;
}

Result<void> list(const Arguments &arguments, AccountFiles &files, Terminal &terminal)
{
    const Result<std::optional<QByteArray>> user = chosenUser(files, arguments);
    if (!user)
        return std::unexpected(user.error());
    const auto names = namesOfUsers(files);
    if (!names)
        return std::unexpected(names.error());
    const Result<std::vector<Session>> sessions = files.database->runBlocking([&](QSqlDatabase &database) {
        return *user ? files.administration.sessionsOf(database, **user) : files.administration.sessions(database);
    });
    if (!sessions)
        return std::unexpected(sessions.error());

    std::vector<QStringList> rows;
    QJsonArray items;
    for (const Session &session : *sessions) {
        const QString id = QString::fromUtf8(session.id);
        const QString name = names->value(session.userId);
        const QString created = QString::fromUtf8(toRfc3339(session.created));
        const QString lastUsed = QString::fromUtf8(toRfc3339(session.lastUsed));
        const QString expires = QString::fromUtf8(toRfc3339(session.expires));
        const QString client = QString::fromUtf8(session.clientAddress);
        rows.push_back({id, name, created, lastUsed, expires, client});
        items.append(QJsonObject{{u"id"_s, id},
                                 {u"username"_s, name},
                                 {u"created_at"_s, created},
                                 {u"last_used_at"_s, lastUsed},
                                 {u"expires_at"_s, expires},
                                 {u"client"_s, client}});
    }
    if (arguments.has(u"--json"_s))
        terminal.printJson(QJsonDocument(items));
    else
        terminal.printTable({u"ID"_s, u"USER"_s, u"SINCE"_s, u"LAST USED"_s, u"UNTIL"_s, u"FROM"_s}, rows);
    return {};
}

Result<void> revoke(const Arguments &arguments, AccountFiles &files, Terminal &terminal)
{
    const auto record = files.recorderOf(SecurityAction::RevokeSession);
    if (!arguments.positional().isEmpty()) {
        const QByteArray id = arguments.positional().first().toUtf8();
        return files.database->runBlocking(
            [&](QSqlDatabase &database) { return files.administration.revokeAnybodys(database, id, record); });
    }
    const Result<std::optional<QByteArray>> user = chosenUser(files, arguments);
    if (!user)
        return std::unexpected(user.error());
    const Result<qsizetype> ended = files.database->runBlocking([&](QSqlDatabase &database) {
        return *user ? files.administration.revokeAllOf(database, **user, record)
                     : files.administration.revokeAll(database, record);
    });
    if (!ended)
        return std::unexpected(ended.error());
    terminal.print(*ended == 1 ? u"1 session ended"_s : u"%1 sessions ended"_s.arg(*ended));
    return {};
}

using Work = Result<void> (*)(const Arguments &, AccountFiles &, Terminal &);

/// Which sessions are meant must be said in exactly one way, so that a slip never ends all of them.
Result<void> checkChoice(Work work, const Arguments &arguments)
{
    const qsizetype given = arguments.positional().size();
    if (work == list)
        return given == 0 ? Result<void>()
                          : failure(ErrorKind::Malformed, u"usage: gatehouse sessions list [--user NAME] [--json]"_s);
    const int ways = static_cast<int>(given) + int(arguments.has(u"--user"_s)) + int(arguments.has(u"--all"_s));
    return ways == 1 ? Result<void>()
                     : failure(ErrorKind::Malformed, u"usage: gatehouse sessions revoke ID | --user NAME | --all"_s);
}

Result<void> run(Work work, const Arguments::Options &options, const AccountFilesOpener &open, const QStringList &given,
                 Terminal &terminal)
{
    const Result<Arguments> arguments = Arguments::parse(given, options);
    if (!arguments)
        return std::unexpected(arguments.error());
    if (const Result<void> fits = checkChoice(work, *arguments); !fits)
        return fits;
    Result<AccountFiles> files = open(arguments->settings(), false, terminal);
    if (!files)
        return std::unexpected(files.error());
    return work(*arguments, *files, terminal);
}

Command command(const QString &word, const QString &arguments, const QString &summary, Work work,
                const Arguments::Options &options, const AccountFilesOpener &open)
{
    const auto perform = [=](const QStringList &given, Terminal &terminal) { return run(work, options, open, given, terminal); };
    return {{u"sessions"_s, word}, arguments, summary, reportingFailure(perform)};
}

} // namespace

std::vector<Command> sessionCommands(const AccountFilesOpener &open)
{
    return {command(u"list"_s, u"[--user NAME] [--json]"_s, u"Lists the live sessions."_s, list, {{u"--json"_s}, {u"--user"_s}},
                    open),
            command(u"revoke"_s, u"ID | --user NAME | --all"_s, u"Ends one session, those of a user, or all."_s, revoke,
                    {{u"--all"_s}, {u"--user"_s}}, open)};
}

} // namespace gatehouse::auth
