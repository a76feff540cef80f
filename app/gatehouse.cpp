#include "account_commands.h"
#include "assembly/secret_changes.h"
#include "assembly/secret_record.h"
#include "audit_commands.h"
#include "check_command.h"
#include "config_commands.h"
#include "configured_database.h"
#include "database_commands.h"
#include "help.h"
#include "override_commands.h"
#include "secrets/secret_commands.h"
#include "serve_command.h"
#include "terminal/sharing_commands.h"
#include "terminal/smoke_command.h"
#include "webhook_commands.h"

#include <QCoreApplication>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

std::vector<Command> allCommands()
{
    std::vector<Command> commands{serveCommand(), checkCommand()};
    std::ranges::move(accountCommands(), std::back_inserter(commands));
    std::ranges::move(auditCommands(), std::back_inserter(commands));
    std::ranges::move(databaseCommands(), std::back_inserter(commands));
    std::ranges::move(configCommands(), std::back_inserter(commands));
    std::ranges::move(overrideCommands(), std::back_inserter(commands));
    std::ranges::move(secrets::secretCommands({sharedDatabase, assembly::openSecretActs, assembly::refusedAtStart}),
                      std::back_inserter(commands));
    std::ranges::move(terminal::sharingCommands(), std::back_inserter(commands));
    std::ranges::move(webhookCommands(), std::back_inserter(commands));
    commands.push_back(terminal::smokeCommand());
    return commands;
}

/// The words before the first flag.
QStringList wordsOf(const QStringList &arguments)
{
    const auto end = std::ranges::find_if(arguments, [](const QString &word) { return word.startsWith(u'-'); });
    return arguments.first(end - arguments.begin());
}

ExitCode printHelp(const std::vector<Command> &commands, const QStringList &words, Terminal &terminal)
{
    const QString text = words.isEmpty() ? helpText(commands) : helpText(commands, words);
    if (text.isEmpty()) {
        terminal.printError(unknownCommandText(commands, words));
        return ExitCode::Usage;
    }
    terminal.print(text);
    return ExitCode::Success;
}

ExitCode run(const QStringList &arguments, Terminal &terminal)
{
    const std::vector<Command> commands = allCommands();
    if (arguments.isEmpty()) {
        terminal.printError(helpText(commands));
        return ExitCode::Usage;
    }
    if (arguments.first() == u"--version") {
        terminal.print(u"gatehouse "_s + QCoreApplication::applicationVersion());
        return ExitCode::Success;
    }
    const QStringList words = wordsOf(arguments);
    if (arguments.first() == u"help")
        return printHelp(commands, words.sliced(1), terminal);
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s))
        return printHelp(commands, words, terminal);
    if (const Command *command = findCommand(commands, arguments))
        return command->run(arguments.sliced(command->words.size()), terminal);
    if (words.isEmpty())
        terminal.printError(u"gatehouse: %1 comes after a command; see gatehouse --help"_s.arg(arguments.first()));
    else if (const QString text = helpText(commands, words); !text.isEmpty())
        terminal.printError(text);
    else
        terminal.printError(unknownCommandText(commands, words));
    return ExitCode::Usage;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gatehouse"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    Terminal terminal;
    return static_cast<int>(run(QCoreApplication::arguments().sliced(1), terminal));
}
