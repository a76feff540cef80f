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

} // namespace gatehouse
