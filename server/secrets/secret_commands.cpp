#include "secrets/secret_commands.h"

#include "core/arguments.h"
#include "core/dotenv.h"
#include "secrets/command_session.h"
#include "secrets/private_file.h"
#include "secrets/secret_export.h"
#include "secrets/secret_inventory.h"
#include "secrets/secret_strength.h"

#include <QFileInfo>

#include <algorithm>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

ExitCode failed(Terminal &terminal, const Error &error)
{
    printFailure(terminal, error);
    return exitCodeOf(error);
}

QString text(const QByteArray &name)
{
    return QString::fromLatin1(name);
}

QString ageOf(std::optional<WallTime> changed, WallTime now)
{
    if (!changed)
        return u"–"_s;
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(now - *changed).count();
    return hours < 48 ? u"%1 h"_s.arg(std::max<qint64>(hours, 0)) : u"%1 d"_s.arg(hours / 24);
}

QString strengthOf(const KnownSecret &secret, const SecretBytes &value)
{
    if (secret.minimumBits == 0)
        return u"–"_s;
    const QString weakness = weaknessAgainst(value.view(), secret.minimumBits);
    return weakness.isEmpty() ? u"%1 bits"_s.arg(secret.minimumBits) : u"weak: "_s + weakness;
}

/// Takes a command's line apart. Fails when there are more than `mostWords` words, without repeating any: it may be a secret.
Result<Arguments> argumentsOf(const QStringList &given, const Arguments::Options &options, qsizetype mostWords)
{
    Result<Arguments> arguments = Arguments::parse(given, options);
    if (arguments && arguments->positional().size() > mostWords)
        return failure(
            ErrorKind::Malformed,
            u"there is an argument too many. A secret is never given as an argument, where every user of this machine and "
            "the shell's history see it: if it was one, take another. Values are read from standard input."_s);
    return arguments;
}

/// The secret that the command's first word names; its error does not repeat the word, which may be a secret typed by mistake.
Result<const KnownSecret *> namedIn(const Arguments &arguments)
{
    const KnownSecret *secret =
        arguments.positional().isEmpty() ? nullptr : findKnownSecret(arguments.positional().first().toLatin1());
    if (secret != nullptr)
        return secret;
    QStringList known;
    for (const KnownSecret &each : secretCatalogue())
        known.append(text(each.name));
    return failure(ErrorKind::Malformed, u"expected the name of a secret: "_s + known.join(u", "));
}

Result<void> storable(const KnownSecret &secret, const SecretStore &store)
{
    if (secret.name == kPassphraseName && store.description() != u"keychain")
        return failure(ErrorKind::Malformed, u"the passphrase cannot be kept in the file that it opens"_s);
    return {};
}

std::vector<SecretAct> actsOn(const std::vector<NamedSecret> &secrets, SecretAct::Kind kind, const QString &place)
{
    std::vector<SecretAct> acts;
    acts.reserve(secrets.size());
    for (const NamedSecret &secret : secrets)
        acts.push_back({kind, secret.name, &secret.value, place});
    return acts;
}

/// Puts one secret where `--store` says.
ExitCode storeOne(CommandSession &session, SecretAct::Kind kind, const Arguments &arguments, const KnownSecret &secret,
                  SecretBytes value, Terminal &terminal)
{
    const Result<SecretStore *> store = session.storeFor(arguments.value(u"--store"_s));
    if (!store)
        return failed(terminal, store.error());
    if (const Result<void> allowed = storable(secret, **store); !allowed)
        return failed(terminal, allowed.error());
    std::vector<NamedSecret> secrets;
    secrets.push_back({secret.name, value.clone()});
    if (std::vector<FieldError> problems = session.refusedAtStart(secrets.front()); !problems.empty())
        return failed(terminal, {ErrorKind::Invalid, u"the server would not start with it"_s, std::move(problems), {}});
    const QString weakness = secret.minimumBits == 0 ? QString() : weaknessAgainst(value.view(), secret.minimumBits);
    if (!weakness.isEmpty())
        terminal.printError(u"gatehouse: warning: %1 %2"_s.arg(text(secret.name), weakness));
    const auto keep = [&] { return (*store)->store(std::move(secrets)); };
    if (const Result<void> stored = session.perform({{kind, secret.name, &value, (*store)->description()}}, keep); !stored)
        return failed(terminal, stored.error());
    terminal.print(u"%1 is now in %2"_s.arg(text(secret.name), (*store)->description()));
    session.warnIfHidden(secret.name, value);
    return ExitCode::Success;
}

void printKeys(CommandSession &session, Terminal &terminal)
{
    const Result<RingPlace> place = session.findRing();
    const Result<RingContent> ring = place ? place->store->read() : std::unexpected(place.error());
    if (!ring) {
        terminal.printError(u"gatehouse: warning: %1"_s.arg(ring.error().detail));
        return;
    }
    std::vector<QStringList> rows;
    const WallTime now = session.clock().now();
    for (const SigningKey &key : ring->keys) {
        static constexpr const char16_t *kStates[]{u"next", u"active", u"verify-only", u"retired"};
        const auto left = std::chrono::duration_cast<std::chrono::minutes>(key.retiresAt - now).count();
        rows.push_back({text(key.id), QString::fromUtf16(kStates[static_cast<int>(key.state)]),
                        key.algorithm == KeyAlgorithm::Hs256 ? u"HS256"_s : u"EdDSA"_s,
                        key.givenAs.isEmpty() ? u"generated"_s : u"JWT_SECRET"_s, ageOf(key.created, now),
                        key.state == KeyState::VerifyOnly ? u"%1 min"_s.arg(std::max<qint64>(left, 0)) : u"–"_s});
    }
    if (rows.empty())
        return;
    terminal.print({});
    terminal.printTable({u"SIGNING KEY"_s, u"STATE"_s, u"ALGORITHM"_s, u"FROM"_s, u"AGE"_s, u"RETIRES IN"_s}, rows);
}

ExitCode list(const CommandSurroundings &surroundings, const QStringList &given, Terminal &terminal)
{
    const auto arguments = argumentsOf(given, {}, 0);
    auto session =
        arguments ? CommandSession::open(surroundings, arguments->settings(), terminal) : std::unexpected(arguments.error());
    if (!session)
        return failed(terminal, session.error());
    std::vector<QStringList> rows;
    ExitCode code = ExitCode::Success;
    for (const KnownSecret &secret : secretCatalogue()) {
        const auto found = (*session)->chain().find(secret.name);
        if (!found) {
            rows.push_back({text(secret.name), secret.purpose, u"unknown"_s, u"–"_s, u"–"_s});
            terminal.printError(u"gatehouse: %1: %2"_s.arg(text(secret.name), found.error().detail));
            code = ExitCode::Failure;
        } else if (!*found) {
            rows.push_back({text(secret.name), secret.purpose, u"not set"_s, u"–"_s, u"–"_s});
        } else {
            rows.push_back({text(secret.name), secret.purpose, (*found)->source, strengthOf(secret, (*found)->value),
                            ageOf((*found)->changed, (*session)->clock().now())});
            if (!(*found)->warning.isEmpty())
                terminal.printError(u"gatehouse: warning: %1"_s.arg((*found)->warning));
        }
    }
    terminal.printTable({u"NAME"_s, u"PURPOSE"_s, u"SOURCE"_s, u"STRENGTH"_s, u"AGE"_s}, rows);
    printKeys(**session, terminal);
    return code;
}

ExitCode set(const CommandSurroundings &surroundings, const QStringList &given, Terminal &terminal)
{
    const auto arguments = argumentsOf(given, {{}, {u"--store"_s}}, 1);
    if (!arguments)
        return failed(terminal, arguments.error());
    const auto secret = namedIn(*arguments);
    if (!secret)
        return failed(terminal, secret.error());
    const auto session = CommandSession::open(surroundings, arguments->settings(), terminal);
    if (!session)
        return failed(terminal, session.error());
    Result<SecretBytes> value = terminal.isInteractive() ? terminal.readSecret(u"Value of %1"_s.arg(text((*secret)->name)))
                                                         : terminal.readAll(kLongestSecret);
    if (!value)
        return failed(terminal, value.error());
    SecretBytes trimmed(withoutLineEnd(value->view()));
    if (trimmed.isEmpty())
        return failed(terminal, {ErrorKind::Malformed, u"there is no value on standard input"_s});
    if (trimmed.view().contains('\0'))
        return failed(terminal, {ErrorKind::Malformed, u"the value has a zero byte, which no variable can hold"_s});
    return storeOne(**session, SecretAct::Kind::Set, *arguments, **secret, std::move(trimmed), terminal);
}

ExitCode generate(const CommandSurroundings &surroundings, const QStringList &given, Terminal &terminal)
{
    const auto arguments = argumentsOf(given, {{u"--replace"_s}, {u"--store"_s}}, 1);
    if (!arguments)
        return failed(terminal, arguments.error());
    const auto secret = namedIn(*arguments);
    if (!secret)
        return failed(terminal, secret.error());
    if (!(*secret)->canBeGenerated)
        return failed(terminal, {ErrorKind::Malformed, u"%1 cannot be made up: set it"_s.arg(text((*secret)->name))});
    const auto session = CommandSession::open(surroundings, arguments->settings(), terminal);
    if (!session)
        return failed(terminal, session.error());
    const auto before = (*session)->chain().find((*secret)->name);
    if (!before)
        return failed(terminal, before.error());
    if (*before && !arguments->has(u"--replace"_s))
        return failed(terminal,
                      {ErrorKind::Conflict,
                       u"%1 is there already (%2); --replace makes another"_s.arg(text((*secret)->name), (*before)->source)});
    return storeOne(**session, SecretAct::Kind::Generate, *arguments, **secret, generatedSecret(), terminal);
}

ExitCode rotate(const CommandSurroundings &surroundings, const QStringList &given, Terminal &terminal)
{
    const auto arguments = argumentsOf(given, {{u"--now"_s}, {}}, 1);
    if (!arguments)
        return failed(terminal, arguments.error());
    const auto secret = namedIn(*arguments);
    if (!secret || (*secret)->name != kJwtSecretName)
        return failed(terminal,
                      {ErrorKind::Malformed,
                       u"only JWT_SECRET, the signing key, is rotated; generate --replace makes other "
                       "secrets anew"_s});
    const auto session = CommandSession::open(surroundings, arguments->settings(), terminal);
    if (!session)
        return failed(terminal, session.error());
    const Result<RingPlace> place = (*session)->findRing();
    const auto ring = place ? (*session)->openRing(*place) : std::unexpected(place.error());
    if (!ring)
        return failed(terminal, ring.error());
    const bool now = arguments->has(u"--now"_s);
    const auto turn = [&] { return (*ring)->rotate(now ? KeyRing::Rotation::Now : KeyRing::Rotation::Graceful); };
    const SecretAct act{SecretAct::Kind::Rotate, kJwtSecretName, nullptr, place->store->description()};
    if (const Result<void> done = (*session)->perform({act}, turn); !done)
        return failed(terminal, done.error());
    const auto hours = std::chrono::duration_cast<std::chrono::hours>((*session)->settings().auth.keyGrace).count();
    terminal.print(u"A new key signs. %1"_s.arg(now ? u"Every token signed before is void."_s
                                                    : u"Tokens signed before are good for %1 hours more."_s.arg(hours)));
    if (!place->warning.isEmpty())
        terminal.printError(u"gatehouse: warning: "_s + place->warning);
    if (const auto source = (*session)->chain().find(kJwtSecretName); source && *source)
        terminal.printError(
            u"gatehouse: warning: %1 still gives a JWT_SECRET; if that was the key that signed, it is not used any "
            "more: give another, the same to every host"_s.arg((*source)->source));
    return ExitCode::Success;
}

/// What of a .env file is a secret, under the names of the catalogue. `others` gets the names that are none.
Result<std::vector<NamedSecret>> secretsAmong(std::vector<Assignment> assignments, QStringList &others)
{
    std::vector<NamedSecret> secrets;
    std::vector<FieldError> problems;
    for (Assignment &assignment : assignments) {
        const KnownSecret *known = findKnownSecret(assignment.name);
        if (known == nullptr || known->name == kPassphraseName || assignment.value.isEmpty()) {
            others.append(text(assignment.name));
            continue;
        }
        const auto before = std::ranges::find(secrets, known->name, &NamedSecret::name);
        if (before == secrets.end())
            secrets.push_back({known->name, std::move(assignment.value)});
        else if (!equalInConstantTime(before->value.view(), assignment.value.view()))
            problems.push_back({u"line %1"_s.arg(assignment.line),
                                u"%1 is another name of %2, with another value"_s.arg(text(assignment.name), text(known->name))});
        if (!secrets.empty() && secrets.back().value.size() > kLongestSecret)
            problems.push_back({u"line %1"_s.arg(assignment.line), u"is too long"_s});
    }
    if (!problems.empty())
        return std::unexpected(Error{ErrorKind::Malformed, u"the file cannot be taken"_s, std::move(problems), {}});
    return secrets;
}

/// The file has served another program, whose rules are others: it is taken all the same.
void warnOfRefused(CommandSession &session, const std::vector<NamedSecret> &secrets, Terminal &terminal)
{
    for (const NamedSecret &secret : secrets) {
        for (const FieldError &problem : session.refusedAtStart(secret))
            terminal.printError(
                u"gatehouse: warning: the server would not start with it: %1 %2"_s.arg(problem.field, problem.problem));
    }
}

ExitCode import(const CommandSurroundings &surroundings, const QStringList &given, Terminal &terminal)
{
    const auto arguments = argumentsOf(given, {{}, {u"--store"_s}}, 1);
    if (!arguments)
        return failed(terminal, arguments.error());
    if (arguments->positional().isEmpty())
        return failed(terminal, {ErrorKind::Malformed, u"expected the path of a .env file"_s});
    const QString path = arguments->positional().first();
    auto file = readSecretFile(path, 1024 * 1024);
    if (!file)
        return failed(terminal, file.error());
    if (!*file)
        return failed(terminal, {ErrorKind::NotFound, u"there is no file %1"_s.arg(path)});
    if ((*file)->readableByOthers)
        terminal.printError(u"gatehouse: warning: %1 can be read by others"_s.arg(path));
    auto assignments = parseDotenv((*file)->bytes.view());
    if (!assignments)
        return failed(terminal, assignments.error());
    QStringList others;
    auto secrets = secretsAmong(std::move(*assignments), others);
    if (!secrets)
        return failed(terminal, secrets.error());
    if (secrets->empty())
        return failed(terminal, {ErrorKind::NotFound, u"there is no secret in %1"_s.arg(path)});

    const auto session = CommandSession::open(surroundings, arguments->settings(), terminal);
    if (!session)
        return failed(terminal, session.error());
    const auto store = (*session)->storeFor(arguments->value(u"--store"_s));
    if (!store)
        return failed(terminal, store.error());
    QStringList names;
    for (const NamedSecret &secret : *secrets)
        names.append(text(secret.name));
    std::vector<NamedSecret> taken;
    for (const NamedSecret &secret : *secrets)
        taken.push_back({secret.name, secret.value.clone()});
    const auto keep = [&] { return (*store)->store(std::move(taken)); };
    const auto acts = actsOn(*secrets, SecretAct::Kind::Set, (*store)->description());
    if (const Result<void> stored = (*session)->perform(acts, keep); !stored)
        return failed(terminal, stored.error());
    terminal.print(u"Taken into %1: %2"_s.arg((*store)->description(), names.join(u", ")));
    warnOfRefused(**session, *secrets, terminal);
    if (!others.isEmpty())
        terminal.print(u"Left alone, as no secret or without a value: %1"_s.arg(others.join(u", ")));
    return ExitCode::Success;
}

/// Those of `names`, or all, that are set.
Result<std::vector<NamedSecret>> secretsToExport(SecretChain &chain, const QStringList &names)
{
    std::vector<NamedSecret> secrets;
    for (const KnownSecret &secret : secretCatalogue()) {
        if (secret.name == kPassphraseName || (!names.isEmpty() && !names.contains(text(secret.name))))
            continue;
        auto found = chain.find(secret.name);
        if (!found)
            return std::unexpected(found.error());
        if (*found)
            secrets.push_back({secret.name, std::move((*found)->value)});
    }
    if (secrets.empty())
        return failure(ErrorKind::NotFound, u"there is no secret to export"_s);
    return secrets;
}

ExitCode exportTo(const CommandSurroundings &surroundings, const QStringList &given, Terminal &terminal)
{
    const auto arguments = argumentsOf(given, {{u"--to-stdout"_s}, {u"--format"_s, u"--output"_s}},
                                       static_cast<qsizetype>(secretCatalogue().size()));
    if (!arguments)
        return failed(terminal, arguments.error());
    const auto format = exportFormatFromText(arguments->value(u"--format"_s));
    if (!format)
        return failed(terminal, {ErrorKind::Malformed, u"--format is env, docker, kubernetes or systemd"_s});
    const QString output = arguments->value(u"--output"_s);
    const bool toStdout = arguments->has(u"--to-stdout"_s);
    if (output.isEmpty() != toStdout)
        return failed(terminal, {ErrorKind::Malformed, u"say where to: --output PATH, or --to-stdout"_s});
    for (const QString &word : arguments->positional()) {
        if (const KnownSecret *known = findKnownSecret(word.toLatin1()); known == nullptr || text(known->name) != word)
            return failed(terminal, {ErrorKind::Malformed, u"expected names of secrets, as \"secrets list\" has them"_s});
    }
    const auto session = CommandSession::open(surroundings, arguments->settings(), terminal);
    if (!session)
        return failed(terminal, session.error());
    const auto secrets = secretsToExport((*session)->chain(), arguments->positional());
    if (!secrets)
        return failed(terminal, secrets.error());
    const std::vector<ExportedFile> files = exported(*secrets, *format, QFileInfo(output).absoluteFilePath());
    if (toStdout && files.size() > 1)
        return failed(terminal, {ErrorKind::Malformed, u"that format is a folder, which does not go to standard output"_s});
    const auto give = [&] {
        if (!toStdout)
            return writeExport(files, output);
        terminal.write(files.front().content.view());
        return Result<void>();
    };
    const auto acts = actsOn(*secrets, SecretAct::Kind::Export, toStdout ? u"standard output"_s : output);
    if (const Result<void> done = (*session)->perform(acts, give); !done)
        return failed(terminal, done.error());
    if (toStdout)
        return ExitCode::Success;
    terminal.print(u"Written to %1, which its owner alone can read: %2 secrets"_s.arg(output).arg(secrets->size()));
    return ExitCode::Success;
}

} // namespace

std::vector<Command> secretCommands(CommandSurroundings surroundings)
{
    const auto within = [&surroundings](auto command) {
        return [command, surroundings](const QStringList &given, Terminal &terminal) {
            return command(surroundings, given, terminal);
        };
    };
    return {
        {{u"secrets"_s, u"list"_s},
         u""_s,
         u"Prints each secret's purpose, source, strength and age, and the signing keys; no value."_s,
         within(list)},
        {{u"secrets"_s, u"set"_s},
         u"NAME [--store file|keychain]"_s,
         u"Stores a secret that is read from standard input, or asked for on a terminal."_s,
         within(set)},
        {{u"secrets"_s, u"generate"_s},
         u"NAME [--store file|keychain] [--replace]"_s,
         u"Stores a new random secret."_s,
         within(generate)},
        {{u"secrets"_s, u"rotate"_s},
         u"JWT_SECRET [--now]"_s,
         u"Has a new key sign; tokens signed before stay good for auth.key_grace, or with --now not a moment."_s,
         within(rotate)},
        {{u"secrets"_s, u"import"_s},
         u"FILE.env [--store file|keychain]"_s,
         u"Stores the secrets of a .env file, all or none."_s,
         within(import)},
        {{u"secrets"_s, u"export"_s},
         u"[NAME …] --format env|docker|kubernetes|systemd (--output PATH | --to-stdout)"_s,
         u"Writes secrets for another way of running."_s,
         within(exportTo)},
    };
}

} // namespace gatehouse::secrets
