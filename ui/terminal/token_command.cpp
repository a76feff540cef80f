#include "terminal/token_command.h"

#include "terminal/human_units.h"
#include "terminal/sharing_arguments.h"

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

Result<client::NewToken> wantedBy(const SharingArguments &arguments)
{
    const Result<std::chrono::seconds> lifetime = lifetimeFrom(arguments.value(u"--ttl"_s, "HAKANAI_TOKEN_TTL", u"30d"_s));
    if (!lifetime)
        return std::unexpected(lifetime.error());
    client::NewToken wanted{.lifetime = *lifetime, .oneTime = arguments.has(u"--one-time"_s)};
    if (arguments.has(u"--limit"_s)) {
        const Result<qint64> limit = sizeFrom(arguments.value(u"--limit"_s));
        if (!limit)
            return std::unexpected(limit.error());
        wanted.uploadSizeLimit = *limit;
    }
    return wanted;
}

} // namespace

QString tokenUsage()
{
    return u"[-l SIZE] [--ttl 30d] [--one-time] [-s URL] [--ca-file FILE]"_s;
}

Result<void> token(const QStringList &given, Terminal &terminal)
{
    const Arguments::Options own{
        .flags = {u"--one-time"_s}, .valued = {u"--limit"_s, u"--ttl"_s}, .repeated = {}, .aliases = {{u"-l"_s, u"--limit"_s}}};
    const Result<SharingArguments> arguments =
        SharingArguments::parse(given, {u"gatehouse token "_s + tokenUsage(), withServer(own), 0});
    if (!arguments)
        return std::unexpected(arguments.error());
    const Result<client::NewToken> wanted = wantedBy(*arguments);
    if (!wanted)
        return std::unexpected(wanted.error());
    const Result<SharingConnection> connection = connectTo(arguments->server(), *arguments, true, terminal);
    if (!connection)
        return std::unexpected(connection.error());
    const Result<SecretBytes> admin = terminal.readSecret(u"Enter admin token"_s);
    if (!admin)
        return std::unexpected(admin.error());
    if (admin->isEmpty())
        return failure(ErrorKind::Malformed, u"the admin token is empty"_s);
    const Result<client::IssuedToken> issued =
        QCoro::waitFor(connection->sharing->createToken(*wanted, admin->view().toByteArray()));
    if (!issued)
        return std::unexpected(issued.error());
    terminal.print(u"\nToken created successfully!\n\nUser token:"_s);
    terminal.print(QString::fromLatin1(issued->token.view()));
    return {};
}

} // namespace gatehouse::terminal
