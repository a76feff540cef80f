#include "terminal/send_command.h"

#include "client/kept_files.h"
#include "client/local_file.h"
#include "client/secret_exchange.h"
#include "core/ip_address.h"
#include "terminal/human_units.h"
#include "terminal/progress_line.h"
#include "terminal/qr_drawing.h"
#include "terminal/secret_input.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr qsizetype kShortestPassphrase = 8;

/// The values of an option, each of which may be a list with commas, else those of a variable.
QStringList listOf(const SharingArguments &arguments, const QString &option, const char *variable)
{
    QStringList items;
    for (const QString &value : arguments.has(option) ? arguments.values(option) : QStringList{qEnvironmentVariable(variable)}) {
        for (const QString &item : value.split(u',')) {
            if (!item.trimmed().isEmpty())
                items.append(item.trimmed());
        }
    }
    return items;
}

Result<QByteArrayList> networksFrom(const QStringList &items)
{
    QByteArrayList networks;
    for (const QString &item : items) {
        if (!IpNetwork::parse(item.toUtf8()))
            return failure(ErrorKind::Invalid, u"\"%1\" is no address and no CIDR range"_s.arg(item));
        networks.append(item.toUtf8());
    }
    return networks;
}

Result<QByteArrayList> countriesFrom(const QStringList &items)
{
    QByteArrayList countries;
    for (const QString &item : items) {
        const QByteArray code = item.toUpper().toUtf8();
        if (code.size() != 2 || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }))
            return failure(ErrorKind::Invalid, u"\"%1\" is no country code of two letters (ISO 3166-1)"_s.arg(item));
        countries.append(code);
    }
    return countries;
}

Result<QList<quint32>> asnsFrom(const QStringList &items)
{
    QList<quint32> asns;
    for (const QString &item : items) {
        bool isNumber = false;
        const quint32 asn = (item.startsWith(u"AS", Qt::CaseInsensitive) ? item.sliced(2) : item).toUInt(&isNumber);
        if (!isNumber)
            return failure(ErrorKind::Invalid, u"\"%1\" is no number of an autonomous system"_s.arg(item));
        asns.append(asn);
    }
    return asns;
}

Result<client::Restrictions> restrictionsFrom(const SharingArguments &arguments, Terminal &terminal)
{
    const Result<QByteArrayList> ips = networksFrom(listOf(arguments, u"--allow-ip"_s, "HAKANAI_ALLOWED_IPS"));
    if (!ips)
        return std::unexpected(ips.error());
    const Result<QByteArrayList> countries = countriesFrom(listOf(arguments, u"--allow-country"_s, "HAKANAI_ALLOWED_COUNTRIES"));
    if (!countries)
        return std::unexpected(countries.error());
    const Result<QList<quint32>> asns = asnsFrom(listOf(arguments, u"--allow-asn"_s, "HAKANAI_ALLOWED_ASNS"));
    if (!asns)
        return std::unexpected(asns.error());
    const bool wanted = arguments.has(u"--require-passphrase"_s);
    if (wanted && !terminal.isInteractive() && arguments.values(u"--file"_s).isEmpty() && !arguments.has(u"--passphrase-file"_s)
        && qEnvironmentVariableIsEmpty("HAKANAI_REQUIRE_PASSPHRASE"))
        return failure(ErrorKind::Malformed,
                       u"standard input is the secret: put the passphrase into HAKANAI_REQUIRE_PASSPHRASE or a file "
                       "(--passphrase-file)"_s);
    const Result<SecretBytes> passphrase = arguments.passphrase("HAKANAI_REQUIRE_PASSPHRASE", wanted, terminal);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    client::Restrictions restrictions{*ips, *countries, *asns, {}};
    if (passphrase->isEmpty() && !wanted && !arguments.has(u"--passphrase-file"_s))
        return restrictions;
    if (QString::fromUtf8(passphrase->view()).trimmed().toUcs4().size() < kShortestPassphrase)
        return failure(ErrorKind::Invalid, u"a passphrase has at least %1 characters"_s.arg(kShortestPassphrase));
    restrictions.passphraseHash = client::passphraseHash(passphrase->view());
    return restrictions;
}

Result<client::SendOptions> optionsFrom(const SharingArguments &arguments, Terminal &terminal)
{
    const Result<std::chrono::seconds> lifetime = lifetimeFrom(arguments.value(u"--ttl"_s, "HAKANAI_TTL", u"24h"_s));
    if (!lifetime)
        return std::unexpected(lifetime.error());
    const Result<client::Restrictions> restrictions = restrictionsFrom(arguments, terminal);
    if (!restrictions)
        return std::unexpected(restrictions.error());
    return client::SendOptions{*lifetime, *restrictions, arguments.has(u"--receipt"_s)};
}

void printRestrictions(const client::Restrictions &restrictions, Terminal &terminal)
{
    if (restrictions.isEmpty())
        return;
    terminal.printError(u"\nWho can take it is restricted:"_s);
    const auto print = [&terminal](const QString &what, const QByteArrayList &items) {
        if (!items.isEmpty())
            terminal.printError(u"  %1: %2"_s.arg(what, QString::fromUtf8(items.join(", "))));
    };
    print(u"addresses"_s, restrictions.ips);
    print(u"countries"_s, restrictions.countries);
    QByteArrayList asns;
    for (const quint32 asn : restrictions.asns)
        asns.append("AS" + QByteArray::number(asn));
    print(u"networks"_s, asns);
    if (!restrictions.passphraseHash.isEmpty())
        terminal.printError(u"  a passphrase is needed; tell it another way than the link"_s);
}

void printJson(const client::SentSecret &sent, bool separateKey, Terminal &terminal)
{
    QJsonObject json{{u"link"_s, separateKey ? sent.link.textWithoutKey() : sent.link.toText()}};
    if (separateKey)
        json.insert(u"key"_s, sent.link.key->toText());
    terminal.printJson(QJsonDocument(json));
}

Result<void> printLink(const client::SentSecret &sent, const SharingArguments &arguments, Terminal &terminal)
{
    const bool separateKey = arguments.has(u"--separate-key"_s);
    if (arguments.has(u"--json"_s)) {
        printJson(sent, separateKey, terminal);
        return {};
    }
    const QString link = separateKey ? sent.link.textWithoutKey() : sent.link.toText();
    terminal.print(u"Secret sent successfully!\n\nSecret link: %1"_s.arg(link));
    if (separateKey)
        terminal.print(u"Key:         %1"_s.arg(sent.link.key->toText()));
    if (!arguments.flag(u"--qr-code"_s, "HAKANAI_QR_CODE"))
        return {};
    const Result<QString> drawing = qrDrawing(link, terminal.isOutputTerminal() ? QrColours::Own : QrColours::Terminals);
    if (!drawing)
        return std::unexpected(drawing.error());
    terminal.write(drawing->toUtf8());
    return {};
}

/// Keeps what asks after the secret later; shows it if it cannot be kept.
Result<void> keepReceipt(const client::SentSecret &sent, const QString &path, Terminal &terminal)
{
    const client::KeptReceipt receipt{{sent.link.server, sent.link.id, {}}, sent.receiptToken};
    const Result<QString> saved = client::saveNew(path, receipt.toFile());
    if (!saved) {
        terminal.write(receipt.toFile());
        return std::unexpected(saved.error());
    }
    terminal.printError(u"\nReceipt in %1: gatehouse receipt %1, or gatehouse burn %1"_s.arg(*saved));
    return {};
}

} // namespace

QString sendUsage()
{
    return u"[-f FILE]… [--ttl 24h] [-a [--filename NAME]] [--separate-key] [-q] [--allow-ip CIDR]… [--allow-country CC]… "
           "[--allow-asn N]… [-p | --passphrase-file FILE] [--receipt FILE] [--json] [-s URL] "
           "[--token-file FILE] [--ca-file FILE]"_s;
}

Result<void> send(const QStringList &given, Terminal &terminal)
{
    const Arguments::Options own{
        .flags = {u"--separate-key"_s, u"--qr-code"_s, u"--require-passphrase"_s, u"--json"_s},
        .valued = {u"--ttl"_s, u"--allow-ip"_s, u"--allow-country"_s, u"--allow-asn"_s, u"--receipt"_s, u"--passphrase-file"_s},
        .repeated = {u"--allow-ip"_s, u"--allow-country"_s, u"--allow-asn"_s},
        .aliases = {{u"-q"_s, u"--qr-code"_s}, {u"-p"_s, u"--require-passphrase"_s}}};
    const Result<SharingArguments> arguments =
        SharingArguments::parse(given, {u"gatehouse send "_s + sendUsage(), withToken(withInput(own)), 0});
    if (!arguments)
        return std::unexpected(arguments.error());
    const Result<client::SendOptions> options = optionsFrom(*arguments, terminal);
    if (!options)
        return std::unexpected(options.error());
    const Result<QByteArray> token = arguments->token();
    if (!token)
        return std::unexpected(token.error());
    const Result<SharingConnection> connection = connectTo(arguments->server(), *arguments, !token->isEmpty(), terminal);
    if (!connection)
        return std::unexpected(connection.error());
    if (token->isEmpty())
        terminal.printError(u"Warning: no token; this is sent as anybody may."_s);
    Result<client::SecretPayload> payload = readSecretInput(*arguments, terminal);
    if (!payload)
        return std::unexpected(payload.error());

    ProgressLine progress(u"Sending"_s, terminal);
    const Result<client::SentSecret> sent =
        QCoro::waitFor(client::sendSecret(*connection->sharing, std::move(*payload), *options, *token,
                                          progress.watching(client::TransferProgress::Direction::Upload)));
    if (!sent)
        return std::unexpected(refusalOf(*connection, options->expiresIn, sent.error()));
    progress.clear();
    if (const Result<void> printed = printLink(*sent, *arguments, terminal); !printed)
        return printed;
    printRestrictions(options->restrictions, terminal);
    return options->receipt ? keepReceipt(*sent, arguments->value(u"--receipt"_s), terminal) : Result<void>();
}

} // namespace gatehouse::terminal
