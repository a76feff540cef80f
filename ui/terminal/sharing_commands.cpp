#include "terminal/sharing_commands.h"

#include "terminal/get_command.h"
#include "terminal/option_help.h"
#include "terminal/receipt_commands.h"
#include "terminal/request_commands.h"
#include "terminal/send_command.h"
#include "terminal/token_command.h"

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

struct Description {
    QString word;
    QString arguments;
    QString summary;
    Result<void> (*work)(const QStringList &given, Terminal &terminal);
};

std::vector<Description> descriptions()
{
    return {
        {u"send"_s, sendUsage(), u"Encrypts a text or files and stores them; prints the link that opens them once."_s, send},
        {u"get"_s, getUsage(), u"Takes what a link leads to, which works once; the link may come on standard input."_s, get},
        {u"token"_s, tokenUsage(), u"Makes a token for somebody who may send; asks for the admin token."_s, token},
        {u"receipt"_s, receiptUsage(),
         u"Says what became of a secret that was sent with --receipt: taken, when, and from where."_s, receipt},
        {u"burn"_s, burnUsage(), u"Removes a secret that was sent with --receipt, if nobody has taken it."_s, burn},
        {u"request"_s, requestUsage(),
         u"Asks somebody for a secret; prints a link for them, keeps the key to the answer in FILE."_s, request},
        {u"answer"_s, answerUsage(), u"Answers somebody's request: encrypts a text or files that only they can read."_s, answer},
        {u"collect"_s, collectUsage(), u"Takes the answer to a request, which works once, and removes FILE."_s, collect},
    };
}

} // namespace

ExitCode sharingExitCode(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Malformed:
    case ErrorKind::Invalid:
    case ErrorKind::Unauthenticated: return ExitCode::Usage;
    case ErrorKind::NotFound:
    case ErrorKind::Gone: return ExitCode::NotThere;
    case ErrorKind::Forbidden: return ExitCode::Denied;
    default: return ExitCode::Failure;
    }
}

std::vector<Command> sharingCommands()
{
    std::vector<Command> commands;
    for (const Description &description : descriptions()) {
        const auto work = [work = description.work](const QStringList &given, Terminal &terminal) {
            Result<void> done = work(given, terminal);
            // A server's own words may be among them.
            if (!done)
                done.error().detail = printable(done.error().detail);
            return done;
        };
        commands.push_back({{description.word},
                            description.arguments,
                            description.summary,
                            reportingFailure(work, sharingExitCode),
                            optionHelp(description.word)});
    }
    return commands;
}

} // namespace gatehouse::terminal
