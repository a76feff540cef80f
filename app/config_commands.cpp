#include "config_commands.h"

#include "administration/runtime_settings.h"
#include "assembly/given_secrets.h"
#include "assembly/start_rules.h"
#include "config/masking.h"
#include "config/other_guides.h"
#include "config/secret_keys.h"
#include "config/settings_loader.h"
#include "config/settings_table.h"
#include "configured_database.h"
#include "process_hardening.h"
#include "secrets/process_configuration.h"

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

void printWarnings(const std::vector<FieldError> &warnings, Terminal &terminal)
{
    for (const FieldError &warning : warnings)
        terminal.printError(u"warning: %1 %2"_s.arg(warning.field, warning.problem));
}

/// What a server that runs with `configured` goes by: with what administrators have overridden. Where there is no database yet
/// nothing is.
Result<config::LoadedSettings> inForce(const config::LoadedSettings &configured, const QStringList &flags, Terminal &terminal)
{
    const auto database = configuredDatabase(flags, terminal);
    if (!database)
        return std::unexpected(database.error());
    const auto connection = connectToRead(*database, "setting_overrides", u"overrides");
    if (!connection && connection.error().kind == ErrorKind::NotFound)
        return configured;
    if (!connection)
        return std::unexpected(connection.error());
    administration::RuntimeSettings settings(configured, assembly::unsafeLiveSettings, [](const config::Settings &) { });
    if (const Result<void> followed = settings.follow((*connection)->database()); !followed)
        return std::unexpected(followed.error());
    return *settings.current();
}

ExitCode show(const QStringList &arguments, Terminal &terminal)
{
    QStringList flags = arguments;
    const bool origin = flags.removeAll(u"--origin"_s) > 0;
    const auto configured = config::loadSettings(config::processSources(flags));
    if (!configured) {
        printFailure(terminal, configured.error());
        return ExitCode::Usage;
    }
    const auto overridden = inForce(*configured, flags, terminal);
    if (!overridden)
        terminal.printError(u"warning: this is what is configured; whether it is overridden cannot be read: "_s
                            + QString::fromUtf8(config::withSecretsMasked(inOneLine(overridden.error()).toUtf8())));
    const config::LoadedSettings &loaded = overridden ? *overridden : *configured;
    std::vector<QStringList> rows;
    for (const config::SettingEntry &entry : config::settingsTable()) {
        const QString value = QString::fromUtf8(loaded.texts.value(entry.key, entry.defaultText));
        QStringList row{QString::fromLatin1(entry.key), value};
        if (origin)
            row.append(loaded.origins.value(entry.key));
        rows.push_back(row);
    }
    QStringList header{u"SETTING"_s, u"VALUE"_s};
    if (origin)
        header.append(u"ORIGIN"_s);
    terminal.printTable(header, rows);
    printWarnings(loaded.warnings, terminal);
    return ExitCode::Success;
}

/// Whether the addresses of shared engines are safe too, wherever they are kept.
void judgeSafety(config::SettingsReport &report, secrets::ProcessConfiguration configuration, Terminal &terminal)
{
    const SystemClock clock;
    auto chain = configuration.openSecrets(clock, terminal);
    const auto given = chain ? assembly::givenSecretsFrom(*chain) : std::unexpected(chain.error());
    if (!given)
        report.problems.push_back({u"secrets"_s, given.error().detail});
    const assembly::GivenSecrets none;
    std::ranges::move(assembly::unsafeSettings(report.loaded.settings, given ? *given : none),
                      std::back_inserter(report.problems));
}

void judgeTlsFiles(config::SettingsReport &report)
{
    QStringList warnings;
    if (const Result<void> tls = assembly::checkTlsFiles(report.loaded.settings, warnings); !tls)
        std::ranges::copy(tls.error().fields, std::back_inserter(report.problems));
    for (const QString &warning : warnings)
        report.loaded.warnings.push_back({u"tls"_s, warning});
}

ExitCode check(const QStringList &arguments, Terminal &terminal)
{
    hardenProcess(true); // a passphrase may be about to be read
    auto configuration = secrets::ProcessConfiguration::inspect(arguments);
    config::SettingsReport report = configuration.report();
    judgeSafety(report, std::move(configuration), terminal);
    judgeTlsFiles(report);
    printWarnings(report.loaded.warnings, terminal);
    for (const FieldError &problem : report.problems)
        terminal.printError(u"error: %1 %2"_s.arg(problem.field, problem.problem));
    if (!report.problems.empty())
        return ExitCode::Usage;
    terminal.print(u"the configuration holds"_s);
    return ExitCode::Success;
}

QString listOf(const std::vector<QByteArray> &names)
{
    return u"`%1`"_s.arg(QString::fromLatin1(QByteArrayList(names.begin(), names.end()).join("`, `")));
}

void printSettingsTable(Terminal &terminal)
{
    terminal.print(
        u"| setting | default | meaning | live | environment | key of another guide |\n| --- | --- | --- | --- | --- | --- |"_s);
    for (const config::SettingEntry &entry : config::settingsTable()) {
        terminal.print(u"| `%1` | %2 | %3 | %4 | %5 | %6 |"_s.arg(
            QString::fromLatin1(entry.key),
            entry.defaultText.isEmpty() ? u"–"_s : u"`%1`"_s.arg(QString::fromLatin1(entry.defaultText)), entry.meaning,
            entry.live ? u"yes"_s : u"–"_s, listOf(config::variablesOf(entry)),
            entry.fileAliases.empty() ? u"–"_s : listOf(entry.fileAliases)));
    }
}

/// docs/configuration.md, made from the tables.
ExitCode reference(const QStringList &, Terminal &terminal)
{
    terminal.print(
        u"# Configuration reference\n\nMade by `gatehouse config reference`; edit the tables in `server/config` instead.\n"_s);
    terminal.print(
        u"Defaults, then the file, then the environment, then flags: what comes later wins. Of the variables in one row the "
        u"first "
        "that is set wins, and `gatehouse config show --origin` says which. What is live changes with a reload (`SIGHUP`) or is "
        "overridden by an administrator while the server runs (`PATCH /api/v1/admin/config`). A reload also takes over "
        "`JWT_SECRET`, `METRICS_TOKEN`, `WEBHOOK_TOKEN` and `WEBHOOK_SIGNING_KEY` where no variable holds them, `webhook.url`, "
        "`webhook.events`, `webhook.attempts`, `tls.certificate` and `tls.key`, and reads "
        "the files of `sharing.country_database` and `sharing.asn_database` again; all else needs a restart. The flag "
        "of `http.port` is `--http-port`. Sizes are "
        "`32k`, `10m`, `1g`; durations `250ms`, `30s`, `15m`, `24h`, `7d`. In the file `${VAR}` stands for a variable, "
        "`${VAR:-default}` for one that may be unset or empty, `$${` for `${` itself.\n"_s);
    printSettingsTable(terminal);
    terminal.print(
        u"\n## Secrets\n\nNever in the file: there, `${VAR}` may say which variable holds one. Each variable also with `_FILE` "
        "at its end, for a file that holds the value.\n\n| secret | key in the file | environment |\n| --- | --- | --- |"_s);
    for (const config::SecretKey &secret : config::secretKeys()) {
        std::vector<QByteArray> keys{secret.key};
        keys.insert(keys.end(), secret.fileAliases.begin(), secret.fileAliases.end());
        terminal.print(
            u"| `%1` | %2 | %3 |"_s.arg(QString::fromLatin1(secret.name), listOf(keys), listOf(secret.variablesInOrder())));
    }
    terminal.print(
        u"\n## Names of other guides that are no settings here\n\nWho brings them along is warned, and the server starts.\n\n"
        "| name | what became of it |\n| --- | --- |"_s);
    for (const config::OtherName &other : config::otherNames())
        terminal.print(u"| `%1` | %2 |"_s.arg(QString::fromLatin1(other.name), other.note));
    return ExitCode::Success;
}

} // namespace

std::vector<Command> configCommands()
{
    return {
        {{u"config"_s, u"show"_s}, u"[--origin]"_s, u"Prints the settings in force and where each came from."_s, show},
        {{u"config"_s, u"check"_s}, u""_s, u"Checks the configuration; exits 2 when something is wrong."_s, check},
        {{u"config"_s, u"reference"_s}, u""_s, u"Prints the reference of all settings."_s, reference},
    };
}
