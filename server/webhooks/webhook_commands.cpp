#include "webhooks/webhook_commands.h"

#include "core/arguments.h"
#include "webhooks/delivery_queue.h"

using namespace Qt::StringLiterals;

namespace gatehouse::webhooks {

namespace {

constexpr int kLettersShown = 1'000;

Result<void> showStatus(const WebhookFiles &files, Terminal &terminal)
{
    const auto connection = files.connect();
    if (!connection)
        return std::unexpected(connection.error());
    QSqlDatabase &database = (*connection)->database();
    const Result<QueueStatus> status = queueStatus(database);
    const auto letters = status ? deadLetters(database, kLettersShown) : std::unexpected(status.error());
    if (!letters)
        return std::unexpected(letters.error());
    terminal.print(u"%1 entries in the record, %2 of them not sent yet, %3 given up"_s.arg(status->size)
                       .arg(status->size - std::min(status->next, status->size))
                       .arg(status->deadLetters));
    std::vector<QStringList> rows;
    for (const DeadLetter &letter : *letters)
        rows.push_back({QString::number(letter.sequence), QString::fromLatin1(toRfc3339(letter.failed)),
                        QString::number(letter.attempts), QString::fromUtf8(letter.reason)});
    if (!rows.empty())
        terminal.printTable({u"ENTRY"_s, u"GIVEN UP"_s, u"ATTEMPTS"_s, u"WHY"_s}, rows);
    return {};
}

Result<void> retry(const WebhookFiles &files, Terminal &terminal)
{
    const Result<quint64> retried = files.retry();
    if (!retried)
        return std::unexpected(retried.error());
    terminal.print(u"%1 are sent again"_s.arg(*retried));
    return {};
}

} // namespace

std::vector<Command> webhookCommands(const WebhookFilesOpener &open)
{
    const auto command = [&open](const char *word, const QString &summary,
                                 Result<void> (*work)(const WebhookFiles &, Terminal &)) {
        const auto perform = [open, work](const QStringList &given, Terminal &terminal) {
            const auto arguments = Arguments::parse(given, {});
            const auto files = arguments ? open(arguments->settings(), terminal) : std::unexpected(arguments.error());
            const Result<void> done = files ? work(*files, terminal) : std::unexpected(files.error());
            if (done)
                return ExitCode::Success;
            printFailure(terminal, done.error());
            const bool usage = done.error().kind == ErrorKind::Malformed || done.error().kind == ErrorKind::Invalid;
            return usage ? ExitCode::Usage : ExitCode::Failure;
        };
        return Command{{u"webhook"_s, QString::fromLatin1(word)}, {}, summary, perform};
    };
    return {command("status", u"Says what the webhook has still to send, and what was given up."_s, showStatus),
            command("retry", u"Has what was given up sent again."_s, retry)};
}

} // namespace gatehouse::webhooks
