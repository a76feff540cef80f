#pragma once

#include "core/terminal.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace gatehouse {

/// How a command ends: the process's exit code.
enum class ExitCode {
    Success = 0,
    Failure = 1, ///< it was tried and did not work, or a check found something
    Usage = 2, ///< what was asked for cannot be asked for
    // Of the commands for one-time secrets only (docs/decisions/121):
    NotThere = 3, ///< unknown, expired, or taken already
    Denied = 4, ///< it is there, but not for who asks
};

/// One option of a command, for its help.
struct OptionHelp {
    QString form; ///< "-l, --limit SIZE"
    QString meaning; ///< with the variable that stands for it, if there is one
};

/// One subcommand of `gatehouse`, such as `users add`. Each capability brings its own; app/ collects them.
struct Command {
    QStringList words; ///< {"users", "add"}
    QString arguments; ///< for the help: "NAME [--role ROLE]"
    QString summary; ///< one line
    /// Receives what follows the words. Runs in the main thread; may run an event loop of its own.
    std::function<ExitCode(const QStringList &arguments, Terminal &terminal)> run;
    std::vector<OptionHelp> options = {}; ///< all that `arguments` names; empty: they explain themselves
};

/// The command whose words `arguments` (without the program's name) start with, longest first; null when none.
[[nodiscard]] const Command *findCommand(const std::vector<Command> &commands, const QStringList &arguments);

/// Prints `error` for a person: the detail, then one line for each field.
void printFailure(Terminal &terminal, const Error &error);

/// How a command ends that failed so: with Usage when it was asked for wrongly.
[[nodiscard]] ExitCode exitCodeOf(const Error &error);

/// What a command does with what follows its words.
using CommandWork = std::function<Result<void>(const QStringList &arguments, Terminal &terminal)>;

/// `Command::run` of a command that does `work`: prints the failure it comes to, and ends as `exitCode` has it.
[[nodiscard]] std::function<ExitCode(const QStringList &, Terminal &)>
reportingFailure(CommandWork work, ExitCode (*exitCode)(const Error &) = exitCodeOf);

} // namespace gatehouse
