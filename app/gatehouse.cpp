#include "config_commands.h"
#include "secrets/secret_commands.h"
#include "serve_command.h"

#include <QCoreApplication>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

std::vector<Command> allCommands()
{
    std::vector<Command> commands{serveCommand()};
    std::ranges::move(configCommands(), std::back_inserter(commands));
    std::ranges::move(secrets::secretCommands(), std::back_inserter(commands));
    return commands;
}

void printHelp(const std::vector<Command> &commands, Terminal &terminal)
{
    terminal.print(u"Usage: gatehouse COMMAND [ARGUMENTS]\n"_s);
    for (const Command &command : commands)
        terminal.print(u"  %1 %2\n      %3"_s.arg(command.words.join(u' '), command.arguments, command.summary));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gatehouse"_s);
    Terminal terminal;
    const std::vector<Command> commands = allCommands();
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.isEmpty() || arguments.first() == u"help" || arguments.first() == u"--help") {
        printHelp(commands, terminal);
        return static_cast<int>(arguments.isEmpty() ? ExitCode::Usage : ExitCode::Success);
    }
    const Command *command = findCommand(commands, arguments);
    if (command == nullptr) {
        terminal.printError(u"gatehouse: there is no command \"%1\"; see gatehouse --help"_s.arg(arguments.first()));
        return static_cast<int>(ExitCode::Usage);
    }
    return static_cast<int>(command->run(arguments.sliced(command->words.size()), terminal));
}
