#include "terminal_run.h"

#include <array>
#include <csignal>

#include <poll.h>
#include <pty.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gatehouse::e2e {

namespace {

constexpr int kPatienceMs = 20'000;

/// What execve() wants: the words, and null behind them. Valid as long as `words` stays as it is.
std::vector<char *> pointersTo(QByteArrayList &words)
{
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

QByteArrayList toLocal8Bit(const QStringList &texts)
{
    QByteArrayList bytes;
    for (const QString &text : texts)
        bytes.append(text.toLocal8Bit());
    return bytes;
}

/// Adds what the terminal shows next to `shown`. False when nothing comes any more.
bool readMore(int terminal, QByteArray &shown)
{
    std::array<char, 1024> buffer{};
    pollfd waiting{terminal, POLLIN, 0};
    if (::poll(&waiting, 1, kPatienceMs) <= 0)
        return false;
    const auto size = ::read(terminal, buffer.data(), buffer.size());
    if (size > 0)
        shown.append(buffer.data(), size);
    return size > 0;
}

/// Types every answer after its question. False when one was not asked.
bool converse(int terminal, const std::vector<Typed> &conversation, QByteArray &shown)
{
    qsizetype heard = 0;
    for (const Typed &typed : conversation) {
        while (!shown.sliced(heard).contains(typed.question)) {
            if (!readMore(terminal, shown))
                return false;
        }
        heard = shown.indexOf(typed.question, heard) + typed.question.size();
        const QByteArray line = typed.answer + '\n';
        if (::write(terminal, line.constData(), static_cast<size_t>(line.size())) != line.size())
            return false;
    }
    return true;
}

} // namespace

Outcome runOnTerminal(const ServerFolder &folder, const QStringList &words, const std::vector<Typed> &conversation)
{
    return runOnTerminal(folder.environment(), words + folder.flags(), conversation);
}

Outcome runOnTerminal(const QProcessEnvironment &environment, const QStringList &words, const std::vector<Typed> &conversation)
{
    QByteArrayList arguments = toLocal8Bit(QStringList{gatehouseProgram()} + words);
    QByteArrayList variables = toLocal8Bit(environment.toStringList());
    const std::vector<char *> argv = pointersTo(arguments);
    const std::vector<char *> envp = pointersTo(variables);
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child < 0)
        qFatal("no terminal can be had");
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::execve(argv.front(), argv.data(), envp.data());
        ::_exit(127);
    }
    Outcome outcome;
    const bool asked = converse(terminal, conversation, outcome.output);
    if (!asked)
        ::kill(child, SIGKILL);
    while (readMore(terminal, outcome.output)) { }
    ::close(terminal); // hangs up on who is still there
    int status = -1;
    ::waitpid(child, &status, 0);
    if (asked && WIFEXITED(status))
        outcome.exitCode = WEXITSTATUS(status);
    return outcome;
}

} // namespace gatehouse::e2e
