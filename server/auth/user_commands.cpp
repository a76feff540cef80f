#include "auth/user_commands.h"

#include "auth/credential_rules.h"
#include "core/arguments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

namespace {

/// What a command is given to do its work.
struct Job {
    const Arguments &arguments;
    Terminal &terminal;
    AccountFiles files;

    [[nodiscard]] const QString &name() const { return arguments.positional().first(); }
    template<typename Work> auto inDatabase(Work work) { return files.database->runBlocking(std::move(work)); }
};

/// A command of this file: its words and help, how many positional arguments it takes, and what it does.
struct Description {
    const char *word;
    QString arguments;
    QString summary;
    qsizetype positional;
    Arguments::Options options;
    bool createsDatabase;
    Result<void> (*work)(Job &job);
};

std::unexpected<Error> invalid(const FieldError &problem)
{
    return std::unexpected(Error{ErrorKind::Invalid, u"the %1 %2"_s.arg(problem.field, problem.problem)});
}

Result<Role> roleFrom(const QString &text)
{
    if (const std::optional<Role> role = roleFromText(text.toUtf8()))
        return *role;
    return failure(ErrorKind::Invalid, u"\"%1\" is no role; a role is user, operator or admin"_s.arg(text));
}

/// Asked twice on a terminal, where a slip of the finger cannot be seen.
Result<PasswordHash> readNewPassword(Job &job, const QString &name)
{
    const Result<SecretBytes> password = job.terminal.readSecret(u"Password for %1"_s.arg(name));
    if (!password)
        return std::unexpected(password.error());
    if (const auto problem = passwordProblem(password->view(), name.toUtf8(), u"password"_s))
        return invalid(*problem);
    if (job.terminal.isInteractive()) {
        const Result<SecretBytes> again = job.terminal.readSecret(u"Again"_s);
        if (!again)
            return std::unexpected(again.error());
        if (!equalInConstantTime(password->view(), again->view()))
            return failure(ErrorKind::Invalid, u"the two passwords are not the same"_s);
    }
    return PasswordHasher(job.files.passwordCost).hashBlocking(password->view());
}

Result<void> addUser(Job &job)
{
    std::optional<Role> role;
    if (job.arguments.has(u"--role"_s)) {
        const Result<Role> wanted = roleFrom(job.arguments.value(u"--role"_s));
        if (!wanted)
            return std::unexpected(wanted.error());
        role = *wanted;
    }
    const QByteArray name = job.name().toUtf8();
    if (const auto problem = usernameProblem(name))
        return invalid(*problem);
    const Result<PasswordHash> hash = readNewPassword(job, job.name());
    if (!hash)
        return std::unexpected(hash.error());
    const Result<User> added = job.inDatabase([&](QSqlDatabase &database) {
        return job.files.administration.add(database, {name, hash->encoded, role},
                                            job.files.recorderOf(SecurityAction::AddUser, {{"username", name}}));
    });
    if (!added)
        return std::unexpected(added.error());
    job.terminal.print(
        u"%1 is %2, with the role %3"_s.arg(job.name(), QString::fromUtf8(added->id), QString::fromUtf8(toText(added->role))));
    return {};
}

Result<void> listUsers(Job &job)
{
    const Result<std::vector<User>> users = job.inDatabase(user_store::all);
    if (!users)
        return std::unexpected(users.error());
    std::vector<QStringList> rows;
    QJsonArray items;
    for (const User &user : *users) {
        const QString id = QString::fromUtf8(user.id);
        const QString name = QString::fromUtf8(user.username);
        const QString role = QString::fromUtf8(toText(user.role));
        const QString created = QString::fromUtf8(toRfc3339(user.created));
        rows.push_back({name, role, user.disabled ? u"disabled"_s : u"enabled"_s, created, id});
        items.append(QJsonObject{
            {u"id"_s, id}, {u"username"_s, name}, {u"role"_s, role}, {u"disabled"_s, user.disabled}, {u"created_at"_s, created}});
    }
    if (job.arguments.has(u"--json"_s))
        job.terminal.printJson(QJsonDocument(items));
    else
        job.terminal.printTable({u"NAME"_s, u"ROLE"_s, u"STATE"_s, u"SINCE"_s, u"ID"_s}, rows);
    return {};
}

Result<void> changeUser(Job &job, const UserAdministration::UserChange &change)
{
    const Result<User> user = findUser(job.files, job.name());
    if (!user)
        return std::unexpected(user.error());
    const auto record = job.files.recorderOf(SecurityAction::ChangeUser, factsOf(change));
    return job.inDatabase(
        [&](QSqlDatabase &database) { return job.files.administration.change(database, user->id, change, record); });
}

Result<void> setPassword(Job &job)
{
    // Looked for first, so that nobody types a password for nobody.
    const Result<User> user = findUser(job.files, job.name());
    if (!user)
        return std::unexpected(user.error());
    const Result<PasswordHash> hash = readNewPassword(job, QString::fromUtf8(user->username));
    return hash ? changeUser(job, {.role = {}, .disabled = {}, .passwordHash = hash->encoded}) : std::unexpected(hash.error());
}

Result<void> disableUser(Job &job)
{
    return changeUser(job, {.role = {}, .disabled = true, .passwordHash = {}});
}

Result<void> enableUser(Job &job)
{
    return changeUser(job, {.role = {}, .disabled = false, .passwordHash = {}});
}

Result<void> setRole(Job &job)
{
    const Result<Role> role = roleFrom(job.arguments.positional().at(1));
    return role ? changeUser(job, {.role = *role, .disabled = {}, .passwordHash = {}}) : std::unexpected(role.error());
}

Result<void> removeUser(Job &job)
{
    const Result<User> user = findUser(job.files, job.name());
    if (!user)
        return std::unexpected(user.error());
    const auto record = job.files.recorderOf(SecurityAction::RemoveUser);
    return job.inDatabase([&](QSqlDatabase &database) { return job.files.administration.remove(database, user->id, record); });
}

/// A password on the command line stands in the shell's history and in /proc for all to read.
Result<void> checkPositional(const Description &description, const Arguments &arguments)
{
    const bool password = std::ranges::any_of(
        arguments.settings(), [](const QString &word) { return word.startsWith(u"--pass") || word.startsWith(u"-p"); });
    const bool takesPassword = description.work == addUser || description.work == setPassword;
    if (takesPassword && (password || arguments.positional().size() > description.positional))
        return failure(ErrorKind::Malformed,
                       u"a password is never given on the command line: it is read from standard input, or asked for"_s);
    if (arguments.positional().size() != description.positional)
        return failure(ErrorKind::Malformed,
                       u"usage: gatehouse users %1 %2"_s.arg(QLatin1String(description.word), description.arguments).trimmed());
    return {};
}

Result<void> run(const Description &description, const AccountFilesOpener &open, const QStringList &given, Terminal &terminal)
{
    const Result<Arguments> arguments = Arguments::parse(given, description.options);
    if (!arguments)
        return std::unexpected(arguments.error());
    if (const Result<void> fits = checkPositional(description, *arguments); !fits)
        return fits;
    Result<AccountFiles> files = open(arguments->settings(), description.createsDatabase, terminal);
    if (!files)
        return std::unexpected(files.error());
    Job job{*arguments, terminal, std::move(*files)};
    return description.work(job);
}

std::vector<Description> descriptions()
{
    return {
        {"add",
         u"NAME [--role user|operator|admin]"_s,
         u"Adds a user; the password is read from standard input or asked for. The first becomes admin."_s,
         1,
         {{}, {u"--role"_s}},
         true,
         addUser},
        {"list", u"[--json]"_s, u"Lists the users."_s, 0, {{u"--json"_s}, {}}, false, listUsers},
        {"passwd",
         u"NAME"_s,
         u"Sets a user's password, read like that of `users add`, and ends their sessions."_s,
         1,
         {},
         false,
         setPassword},
        {"disable", u"NAME"_s, u"Keeps a user out and ends their sessions."_s, 1, {}, false, disableUser},
        {"enable", u"NAME"_s, u"Lets a disabled user sign in again."_s, 1, {}, false, enableUser},
        {"role", u"NAME user|operator|admin"_s, u"Gives a user another role and ends their sessions."_s, 2, {}, false, setRole},
        {"remove", u"NAME"_s, u"Removes a user with all sessions."_s, 1, {}, false, removeUser},
    };
}

} // namespace

std::vector<Command> userCommands(const AccountFilesOpener &open)
{
    std::vector<Command> commands;
    for (const Description &description : descriptions()) {
        const auto work = [description, open](const QStringList &given, Terminal &terminal) {
            return run(description, open, given, terminal);
        };
        commands.push_back({{u"users"_s, QString::fromLatin1(description.word)},
                            description.arguments,
                            description.summary,
                            reportingFailure(work)});
    }
    return commands;
}

} // namespace gatehouse::auth
