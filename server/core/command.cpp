#include "core/command.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

const Command *findCommand(const std::vector<Command> &commands, const QStringList &arguments)
{
    const Command *best = nullptr;
    for (const Command &command : commands) {
        const bool matches = arguments.size() >= command.words.size() && arguments.first(command.words.size()) == command.words;
        if (matches && (best == nullptr || command.words.size() > best->words.size()))
            best = &command;
    }
    return best;
}

void printFailure(Terminal &terminal, const Error &error)
{
    terminal.printError(u"gatehouse: %1"_s.arg(error.detail));
    for (const FieldError &field : error.fields)
        terminal.printError(u"  %1: %2"_s.arg(field.field, field.problem));
}

ExitCode exitCodeOf(const Error &error)
{
    return error.kind == ErrorKind::Malformed || error.kind == ErrorKind::Invalid ? ExitCode::Usage : ExitCode::Failure;
}

std::function<ExitCode(const QStringList &, Terminal &)> reportingFailure(CommandWork work, ExitCode (*exitCode)(const Error &))
{
    return [work = std::move(work), exitCode](const QStringList &arguments, Terminal &terminal) {
        const Result<void> done = work(arguments, terminal);
        if (done)
            return ExitCode::Success;
        printFailure(terminal, done.error());
        return exitCode(done.error());
    };
}

} // namespace gatehouse
