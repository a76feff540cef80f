#include "terminal/sharing_arguments.h"

#include "terminal/human_units.h"

#include <QFile>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr qint64 kSmallFile = 64 * 1024;

/// What is asked for by another way than the one that was taken, or nothing.
QString betterWay(const QString &option)
{
    if (option == u"--token")
        return u"a token is never given on the command line: put it into HAKANAI_TOKEN or a file (--token-file)"_s;
    if (option == u"--passphrase" || option == u"-p")
        return u"a passphrase is never given on the command line: put it into HAKANAI_PASSPHRASE or a file (--passphrase-file), "
               u"or "
               "say --ask-passphrase"_s;
    if (option == u"--require-passphrase")
        return u"a passphrase is never given on the command line: put it into HAKANAI_REQUIRE_PASSPHRASE or a file "
               "(--passphrase-file), or say --require-passphrase alone"_s;
    return {};
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

} // namespace

Result<SharingArguments> SharingArguments::parse(const QStringList &given, const Form &form)
{
    Result<Arguments> arguments = Arguments::parse(given, form.options);
    if (!arguments)
        return std::unexpected(arguments.error());
    if (!arguments->settings().isEmpty()) {
        const QString option = arguments->settings().first().section(u'=', 0, 0);
        const QString better = betterWay(option);
        return failure(ErrorKind::Malformed,
                       better.isEmpty() ? u"there is no option %1; usage: %2"_s.arg(option, form.usage) : better);
    }
    if (arguments->positional().size() > form.mostWords)
        return failure(
            ErrorKind::Malformed, // without repeating it: it may be a secret
            u"there is an argument too many. Secrets and passphrases are never given as arguments; usage: %1"_s.arg(form.usage));
    return SharingArguments(std::move(*arguments));
}

QString SharingArguments::value(const QString &option, const char *variable, const QString &fallback) const
{
    if (m_arguments.has(option))
        return m_arguments.value(option);
    const QString set = variable == nullptr ? QString() : qEnvironmentVariable(variable);
    return set.isEmpty() ? fallback : set;
}

bool SharingArguments::flag(const QString &option, const char *variable) const
{
    const QString set = qEnvironmentVariable(variable).toLower();
    return m_arguments.has(option)
        || !QStringList{QString(), u"0"_s, u"n"_s, u"no"_s, u"f"_s, u"false"_s, u"off"_s}.contains(set);
}

QUrl SharingArguments::server() const
{
    return QUrl(value(u"--server"_s, "HAKANAI_SERVER", u"http://localhost:8080"_s), QUrl::StrictMode);
}

Result<QByteArray> SharingArguments::token() const
{
    if (!m_arguments.has(u"--token-file"_s))
        return qgetenv("HAKANAI_TOKEN").trimmed();
    const Result<SecretBytes> token = readSmallFile(m_arguments.value(u"--token-file"_s));
    if (!token)
        return std::unexpected(token.error());
    return token->view().toByteArray();
}

Result<SecretBytes> SharingArguments::passphrase(const char *variable, bool ask, Terminal &terminal) const
{
    if (m_arguments.has(u"--passphrase-file"_s))
        return readSmallFile(m_arguments.value(u"--passphrase-file"_s));
    if (QByteArray set = qgetenv(variable); !set.isEmpty())
        return SecretBytes::takeFrom(set);
    return ask ? terminal.readSecret(u"Passphrase"_s) : SecretBytes();
}

Result<SharingConnection> connectTo(const QUrl &server, const SharingArguments &arguments, bool sendsSecrets, Terminal &terminal)
{
    auto api = client::ApiClient::make(server, {arguments.value(u"--ca-file"_s), false});
    if (!api)
        return std::unexpected(api.error());
    if (sendsSecrets && server.scheme() == u"http" && !isThisMachine(server))
        terminal.printError(u"Warning: %1 is not https: the token or passphrase can be read on its way."_s.arg(server.host()));
    auto sharing = std::make_unique<client::SharingClient>(**api);
    return SharingConnection{std::move(*api), std::move(sharing)};
}

Error refusalOf(const SharingConnection &connection, std::chrono::seconds lifetime, Error error)
{
    if (error.kind != ErrorKind::Invalid)
        return error;
    const auto longest = QCoro::waitFor(connection.sharing->longestLifetime());
    if (longest && lifetime > *longest)
        error.detail = u"--ttl: at most %1 here"_s.arg(lifetimeText(*longest));
    return error;
}

Arguments::Options withServer(Arguments::Options options)
{
    options.valued += {u"--server"_s, u"--ca-file"_s};
    options.aliases.insert(u"-s"_s, u"--server"_s);
    return options;
}

Arguments::Options withToken(Arguments::Options options)
{
    options.valued.append(u"--token-file"_s);
    return withServer(std::move(options));
}

Result<SecretBytes> readSmallFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Invalid, u"cannot read %1: %2"_s.arg(path, file.errorString()));
    QByteArray content = file.read(kSmallFile + 1);
    if (content.size() > kSmallFile)
        return failure(ErrorKind::Invalid, u"%1 is too large"_s.arg(path));
    const SecretBytes whole = SecretBytes::takeFrom(content);
    QByteArrayView text = whole.view();
    while (!text.isEmpty() && QByteArrayView(" \t\r\n").contains(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && QByteArrayView(" \t\r\n").contains(text.back()))
        text.chop(1);
    return SecretBytes(text);
}

} // namespace gatehouse::terminal
