#include "terminal/receipt_commands.h"

#include "client/kept_files.h"
#include "terminal/sharing_arguments.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

/// A receipt in a file, or the link of a secret whose receipt token is asked for.
Result<client::KeptReceipt> receiptFrom(const QString &word, Terminal &terminal)
{
    if (!word.startsWith(u"https://") && !word.startsWith(u"http://")) {
        const Result<SecretBytes> file = readSmallFile(word);
        return file ? client::KeptReceipt::fromFile(file->view()) : std::unexpected(file.error());
    }
    Result<client::SecretLink> link = client::SecretLink::parse(word);
    if (!link)
        return std::unexpected(link.error());
    const Result<SecretBytes> token = terminal.readSecret(u"Receipt token"_s);
    if (!token)
        return std::unexpected(token.error());
    client::KeptReceipt receipt{{link->server, link->id, {}}, token->view().trimmed().toByteArray()};
    // As if it had been kept: what cannot go into a header is refused there.
    return client::KeptReceipt::fromFile(receipt.toFile());
}

/// What both commands begin with.
struct Beginning {
    SharingArguments arguments;
    client::KeptReceipt receipt;
    SharingConnection connection;
};

Result<Beginning> begin(const QStringList &given, const Arguments::Options &own, const QString &usage, Terminal &terminal)
{
    Result<SharingArguments> arguments = SharingArguments::parse(given, {usage, own, 1});
    if (!arguments)
        return std::unexpected(arguments.error());
    if (arguments->words().isEmpty())
        return failure(ErrorKind::Malformed, u"usage: "_s + usage);
    Result<client::KeptReceipt> receipt = receiptFrom(arguments->words().first(), terminal);
    if (!receipt)
        return std::unexpected(receipt.error());
    Result<SharingConnection> connection = connectTo(receipt->link.server, *arguments, true, terminal);
    if (!connection)
        return std::unexpected(connection.error());
    return Beginning{std::move(*arguments), std::move(*receipt), std::move(*connection)};
}

QString sentenceFor(const client::Receipt &receipt)
{
    if (receipt.state == u"waiting")
        return u"Nobody has taken it."_s;
    if (receipt.state == u"taken")
        return u"It was taken."_s;
    if (receipt.state == u"expired")
        return u"It expired; nobody took it."_s;
    if (receipt.state == u"burned")
        return u"It was burned; nobody took it."_s;
    if (receipt.state == u"destroyed")
        return u"It was destroyed after too many wrong passphrases; nobody took it."_s;
    if (receipt.state == u"locked")
        return u"It is locked after too many wrong passphrases; nobody has taken it."_s;
    return u"Its state is %1."_s.arg(printable(receipt.state));
}

void print(const client::Receipt &receipt, Terminal &terminal)
{
    terminal.print(sentenceFor(receipt));
    std::vector<QStringList> rows;
    const auto add = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.push_back({name, value});
    };
    add(u"taken"_s, receipt.taken);
    add(u"from"_s, receipt.takenFrom);
    add(u"created"_s, receipt.created);
    add(u"expires"_s, receipt.expires);
    if (receipt.failedAttempts > 0)
        add(u"wrong passphrases"_s, QString::number(receipt.failedAttempts));
    terminal.printTable({u"state"_s, receipt.state}, rows);
}

} // namespace

QString receiptUsage()
{
    return u"FILE|LINK [--json] [--ca-file FILE]"_s;
}

Result<void> receipt(const QStringList &given, Terminal &terminal)
{
    const Result<Beginning> begun =
        begin(given, {.flags = {u"--json"_s}, .valued = {u"--ca-file"_s}}, u"gatehouse receipt "_s + receiptUsage(), terminal);
    if (!begun)
        return std::unexpected(begun.error());
    const client::KeptReceipt &kept = begun->receipt;
    const Result<client::Receipt> receipt = QCoro::waitFor(begun->connection.sharing->receipt(kept.link.id, kept.token));
    if (!receipt)
        return std::unexpected(receipt.error());
    if (!begun->arguments.has(u"--json"_s)) {
        print(*receipt, terminal);
        return {};
    }
    terminal.printJson(QJsonDocument(QJsonObject{{u"state"_s, receipt->state},
                                                 {u"created_at"_s, receipt->created},
                                                 {u"expires_at"_s, receipt->expires},
                                                 {u"taken_at"_s, receipt->taken},
                                                 {u"taken_from"_s, receipt->takenFrom},
                                                 {u"failed_attempts"_s, receipt->failedAttempts}}));
    return {};
}

QString burnUsage()
{
    return u"FILE|LINK [--ca-file FILE]"_s;
}

Result<void> burn(const QStringList &given, Terminal &terminal)
{
    const Result<Beginning> begun =
        begin(given, {.flags = {}, .valued = {u"--ca-file"_s}}, u"gatehouse burn "_s + burnUsage(), terminal);
    if (!begun)
        return std::unexpected(begun.error());
    const client::KeptReceipt &kept = begun->receipt;
    const Result<void> burned = QCoro::waitFor(begun->connection.sharing->burn(kept.link.id, kept.token));
    if (!burned)
        return burned;
    terminal.print(u"Burned: nobody has taken it, and nobody can any more."_s);
    return {};
}

} // namespace gatehouse::terminal
