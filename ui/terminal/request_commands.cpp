#include "terminal/request_commands.h"

#include "client/kept_files.h"
#include "client/local_file.h"
#include "client/secret_exchange.h"
#include "terminal/human_units.h"
#include "terminal/progress_line.h"
#include "terminal/qr_drawing.h"
#include "terminal/secret_input.h"
#include "terminal/secret_output.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr qsizetype kLongestNote = 200;

Result<SharingArguments> parse(const QStringList &given, const QString &usage, const Arguments::Options &options)
{
    Result<SharingArguments> arguments = SharingArguments::parse(given, {usage, options, 1});
    if (arguments && arguments->words().isEmpty())
        return failure(ErrorKind::Malformed, u"usage: "_s + usage);
    return arguments;
}

/// Asks, and keeps what opens the answer in `path`.
Result<client::RequestLink> ask(const SharingArguments &arguments, const QString &path, Terminal &terminal)
{
    const Result<std::chrono::seconds> lifetime = lifetimeFrom(arguments.value(u"--ttl"_s, "HAKANAI_TTL", u"24h"_s));
    if (!lifetime)
        return std::unexpected(lifetime.error());
    const QString note = arguments.value(u"--note"_s);
    if (note.size() > kLongestNote)
        return failure(ErrorKind::Invalid, u"a note has at most %1 characters"_s.arg(kLongestNote));
    const Result<QByteArray> token = arguments.token();
    if (!token)
        return std::unexpected(token.error());
    const Result<SharingConnection> connection = connectTo(arguments.server(), arguments, !token->isEmpty(), terminal);
    if (!connection)
        return std::unexpected(connection.error());
    Result<client::RequestKey> key = client::RequestKey::generate();
    if (!key)
        return std::unexpected(key.error());
    const Result<client::CreatedRequest> created =
        QCoro::waitFor(connection->sharing->ask(key->publicPoint(), *lifetime, note, *token));
    if (!created)
        return std::unexpected(refusalOf(*connection, *lifetime, created.error()));
    client::RequestLink link{connection->sharing->server(), created->id, client::fingerprintOf(key->publicPoint())};
    const client::KeptRequest kept{link.server, link.id, std::move(*key), SecretBytes(created->collectToken)};
    const Result<QString> saved = client::saveNew(path, kept.toFile().view());
    if (!saved)
        return std::unexpected(saved.error());
    terminal.printError(u"The key to the answer is in %1: gatehouse collect %1"_s.arg(*saved));
    return link;
}

} // namespace

QString requestUsage()
{
    return u"FILE [--note TEXT] [--ttl 24h] [-q] [-s URL] [--token-file FILE] [--ca-file FILE]"_s;
}

Result<void> request(const QStringList &given, Terminal &terminal)
{
    const Arguments::Options own{
        .flags = {u"--qr-code"_s}, .valued = {u"--ttl"_s, u"--note"_s}, .repeated = {}, .aliases = {{u"-q"_s, u"--qr-code"_s}}};
    const Result<SharingArguments> arguments = parse(given, u"gatehouse request "_s + requestUsage(), withToken(own));
    if (!arguments)
        return std::unexpected(arguments.error());
    const QString path = arguments->words().first();
    const QFileInfo place(path);
    if (place.exists() || place.isSymLink() || !QFileInfo(place.path()).isWritable())
        return failure(ErrorKind::Invalid, u"%1 exists, or cannot be made; it is to hold the key to the answer"_s.arg(path));
    const Result<client::RequestLink> link = ask(*arguments, path, terminal);
    if (!link)
        return std::unexpected(link.error());
    terminal.print(u"Request link: %1"_s.arg(link->toText()));
    if (!arguments->flag(u"--qr-code"_s, "HAKANAI_QR_CODE"))
        return {};
    const Result<QString> drawing =
        qrDrawing(link->toText(), terminal.isOutputTerminal() ? QrColours::Own : QrColours::Terminals);
    if (!drawing)
        return std::unexpected(drawing.error());
    terminal.write(drawing->toUtf8());
    return {};
}

QString answerUsage()
{
    return u"LINK [-f FILE]… [-a [--filename NAME]] [--ca-file FILE]"_s;
}

Result<void> answer(const QStringList &given, Terminal &terminal)
{
    const Result<SharingArguments> arguments =
        parse(given, u"gatehouse answer "_s + answerUsage(), withInput({.flags = {}, .valued = {u"--ca-file"_s}}));
    if (!arguments)
        return std::unexpected(arguments.error());
    const Result<client::RequestLink> link = client::RequestLink::parse(arguments->words().first());
    if (!link)
        return std::unexpected(link.error());
    const Result<SharingConnection> connection = connectTo(link->server, *arguments, false, terminal);
    if (!connection)
        return std::unexpected(connection.error());
    const Result<client::SecretRequest> request = QCoro::waitFor(client::openRequest(*connection->sharing, *link));
    if (!request)
        return std::unexpected(request.error());
    if (!request->note.isEmpty())
        terminal.printError(u"They ask for: %1"_s.arg(printable(request->note)));
    Result<client::SecretPayload> payload = readSecretInput(*arguments, terminal);
    if (!payload)
        return std::unexpected(payload.error());

    ProgressLine progress(u"Sending"_s, terminal);
    const Result<void> answered =
        QCoro::waitFor(client::answerRequest(*connection->sharing, *link, *request, std::move(*payload),
                                             progress.watching(client::TransferProgress::Direction::Upload)));
    if (!answered)
        return answered;
    progress.clear();
    terminal.print(u"Answered: only who made the request can read it."_s);
    return {};
}

QString collectUsage()
{
    return u"FILE [-f NAME | --to-stdout | -e] [-o FOLDER] [--ca-file FILE]"_s;
}

Result<void> collect(const QStringList &given, Terminal &terminal)
{
    const Result<SharingArguments> arguments = parse(given, u"gatehouse collect "_s + collectUsage(),
                                                     SecretOutput::withOutput({.flags = {}, .valued = {u"--ca-file"_s}}));
    if (!arguments)
        return std::unexpected(arguments.error());
    const Result<SecretOutput> output = SecretOutput::from(*arguments);
    if (!output)
        return std::unexpected(output.error());
    const QString path = arguments->words().first();
    const Result<SecretBytes> file = readSmallFile(path);
    if (!file)
        return std::unexpected(file.error());
    const Result<client::KeptRequest> kept = client::KeptRequest::fromFile(file->view());
    if (!kept)
        return std::unexpected(kept.error());
    const Result<SharingConnection> connection = connectTo(kept->server, *arguments, true, terminal);
    if (!connection)
        return std::unexpected(connection.error());

    ProgressLine progress(u"Receiving"_s, terminal);
    const Result<client::SecretPayload> payload =
        QCoro::waitFor(client::collectAnswer(*connection->sharing, kept->id, kept->key, kept->collectToken.view().toByteArray(),
                                             progress.watching(client::TransferProgress::Direction::Download)));
    if (!payload)
        return std::unexpected(payload.error());
    progress.clear();
    if (const Result<void> put = output->put(*payload, terminal); !put)
        return put;
    // Who finds the key later, and kept what went over the wire, would read it.
    if (!QFile::remove(path))
        terminal.printError(u"Warning: %1 could not be removed; it holds a key that is of no more use to you."_s.arg(path));
    return {};
}

} // namespace gatehouse::terminal
