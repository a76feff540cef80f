#include "terminal/get_command.h"

#include "client/secret_exchange.h"
#include "terminal/progress_line.h"
#include "terminal/secret_output.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

/// The first link on standard input, among whatever else: as `gatehouse send` printed it, or in a mail. What follows its line
/// stays there, as it may be a key or a passphrase.
Result<client::SecretLink> linkFromInput(Terminal &terminal)
{
    static const QRegularExpression address(u"https?://[^\\s\"'<>]+"_s, QRegularExpression::CaseInsensitiveOption);
    const bool severalLines = !terminal.isInteractive();
    Result<SecretBytes> line = terminal.readSecret(u"Link"_s);
    if (!line)
        return std::unexpected(line.error());
    Result<client::SecretLink> found = client::SecretLink::parse({}); // says what a link looks like
    do {
        const QString text = QString::fromUtf8(line->view());
        for (const QRegularExpressionMatch &match : address.globalMatch(text)) {
            found = client::SecretLink::parse(match.captured());
            if (found)
                return found;
        }
        if (severalLines)
            line = terminal.readSecret(u"Link"_s);
    } while (severalLines && line);
    return found;
}

/// The link that was given, or that stands on standard input.
Result<client::SecretLink> linkFrom(const SharingArguments &arguments, Terminal &terminal)
{
    if (!arguments.words().isEmpty())
        return client::SecretLink::parse(arguments.words().first());
    return linkFromInput(terminal);
}

/// The key, if `link` has none.
Result<void> completeKey(client::SecretLink &link, const SharingArguments &arguments, Terminal &terminal)
{
    const bool given = arguments.has(u"--key"_s) || arguments.has(u"--ask-key"_s);
    if (link.key)
        return given ? failure(ErrorKind::Malformed, u"the link has a key already; which one is meant?"_s) : Result<void>();
    if (!given)
        return failure(ErrorKind::Malformed, u"the link has no key: say --ask-key or --key KEY"_s);
    const Result<SecretBytes> text =
        arguments.has(u"--key"_s) ? SecretBytes(arguments.value(u"--key"_s).toUtf8()) : terminal.readSecret(u"Key"_s);
    if (!text)
        return std::unexpected(text.error());
    Result<client::SecretKey> key = client::SecretKey::parse(text->view());
    if (!key)
        return std::unexpected(key.error());
    link.key = std::move(*key);
    return {};
}

Result<client::SecretPayload> receive(const SharingConnection &connection, const client::SecretLink &link,
                                      const SecretBytes &passphrase, Terminal &terminal)
{
    ProgressLine progress(u"Receiving"_s, terminal);
    const QByteArray hash = passphrase.isEmpty() ? QByteArray() : client::passphraseHash(passphrase.view());
    client::SecretLink copy{link.server, link.id, client::SecretKey{link.key->key.clone(), link.key->digest}};
    return QCoro::waitFor(client::receiveSecret(*connection.sharing, std::move(copy), hash,
                                                progress.watching(client::TransferProgress::Direction::Download)));
}

} // namespace

QString getUsage()
{
    return u"[LINK] [-k KEY | --ask-key] [--ask-passphrase | --passphrase-file FILE] [-f NAME | --to-stdout | -e] [-o FOLDER] "
           "[--ca-file FILE]"_s;
}

Result<void> get(const QStringList &given, Terminal &terminal)
{
    const Arguments::Options own{.flags = {u"--ask-key"_s, u"--ask-passphrase"_s},
                                 .valued = {u"--key"_s, u"--passphrase-file"_s, u"--ca-file"_s},
                                 .aliases = {{u"-k"_s, u"--key"_s}}};
    const Result<SharingArguments> arguments =
        SharingArguments::parse(given, {u"gatehouse get "_s + getUsage(), SecretOutput::withOutput(own), 1});
    if (!arguments)
        return std::unexpected(arguments.error());
    if (arguments->has(u"--key"_s) && arguments->has(u"--ask-key"_s))
        return failure(ErrorKind::Malformed, u"--key and --ask-key do not go together"_s);
    const Result<SecretOutput> output = SecretOutput::from(*arguments);
    if (!output)
        return std::unexpected(output.error());
    Result<client::SecretLink> link = linkFrom(*arguments, terminal);
    if (!link)
        return std::unexpected(link.error());
    if (const Result<void> completed = completeKey(*link, *arguments, terminal); !completed)
        return completed;
    Result<SecretBytes> passphrase = arguments->passphrase("HAKANAI_PASSPHRASE", arguments->has(u"--ask-passphrase"_s), terminal);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    const Result<SharingConnection> connection = connectTo(link->server, *arguments, !passphrase->isEmpty(), terminal);
    if (!connection)
        return std::unexpected(connection.error());

    Result<client::SecretPayload> payload = receive(*connection, *link, *passphrase, terminal);
    if (!payload && payload.error().kind == ErrorKind::Unauthenticated && passphrase->isEmpty() && terminal.isInteractive()) {
        passphrase = terminal.readSecret(u"It has a passphrase"_s);
        if (!passphrase)
            return std::unexpected(passphrase.error());
        payload = receive(*connection, *link, *passphrase, terminal);
    }
    if (!payload)
        return std::unexpected(payload.error());
    return output->put(*payload, terminal);
}

} // namespace gatehouse::terminal
