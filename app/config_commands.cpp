#include "config_commands.h"

#include "assembly/start_rules.h"
#include "config/settings_loader.h"
#include "config/settings_table.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

ExitCode show(const QStringList &arguments, Terminal &terminal)
{
    QStringList flags = arguments;
    const bool origin = flags.removeAll(u"--origin"_s) > 0;
    const auto loaded = config::loadSettings(config::processSources(flags));
    if (!loaded) {
        printFailure(terminal, loaded.error());
        return ExitCode::Usage;
    }
    std::vector<QStringList> rows;
    for (const config::SettingEntry &entry : config::settingsTable()) {
        const QString value = QString::fromUtf8(loaded->texts.value(entry.key, entry.defaultText));
        QStringList row{QString::fromLatin1(entry.key), value};
        if (origin)
            row.append(loaded->origins.value(entry.key));
        rows.push_back(row);
    }
    QStringList header{u"SETTING"_s, u"VALUE"_s};
    if (origin)
        header.append(u"ORIGIN"_s);
    terminal.printTable(header, rows);
    return ExitCode::Success;
}

ExitCode check(const QStringList &arguments, Terminal &terminal)
{
    const auto loaded = config::loadSettings(config::processSources(arguments));
    if (!loaded) {
        printFailure(terminal, loaded.error());
        return ExitCode::Usage;
    }
    QStringList warnings;
    const Result<void> tls = assembly::checkTlsFiles(loaded->settings, warnings);
    for (const QString &warning : warnings)
        terminal.printError(u"warning: "_s + warning);
    if (!tls) {
        printFailure(terminal, tls.error());
        return ExitCode::Usage;
    }
    terminal.print(u"the configuration holds"_s);
    return ExitCode::Success;
}

/// docs/configuration.md, made from the table.
ExitCode reference(const QStringList &, Terminal &terminal)
{
    terminal.print(u"# Configuration reference\n\nMade by `gatehouse config reference`; edit the table of settings instead.\n"_s);
    terminal.print(u"| setting | default | meaning | environment |\n| --- | --- | --- | --- |"_s);
    for (const config::SettingEntry &entry : config::settingsTable()) {
        QByteArrayList variables{config::variableOf(entry.key)};
        variables.append(QByteArrayList(entry.aliases.begin(), entry.aliases.end()));
        terminal.print(u"| `%1` | %2 | %3 | `%4` |"_s.arg(
            QString::fromLatin1(entry.key),
            entry.defaultText.isEmpty() ? u"–"_s : u"`%1`"_s.arg(QString::fromLatin1(entry.defaultText)), entry.meaning,
            QString::fromLatin1(variables.join("`, `"))));
    }
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
