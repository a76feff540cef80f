#include "terminal/smoke_command.h"

#include "core/arguments.h"
#include "terminal/smoke_run.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>

#include <qcoro/qcorotask.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr char16_t kUsage[] = u"--url URL [--user NAME] [--ca-file FILE | --insecure] [--json]";

std::unexpected<Error> usage(const QString &problem)
{
    return failure(ErrorKind::Malformed, u"%1; usage: gatehouse smoke %2"_s.arg(problem, QString::fromUtf16(kUsage)));
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

Result<Arguments> parse(const QStringList &given)
{
    Result<Arguments> arguments =
        Arguments::parse(given, {{u"--insecure"_s, u"--json"_s}, {u"--url"_s, u"--user"_s, u"--ca-file"_s}});
    if (!arguments)
        return arguments;
    if (!arguments->settings().isEmpty() && arguments->settings().first().startsWith(u"--pass"))
        return usage(u"the password is read from standard input, or asked for"_s);
    if (!arguments->settings().isEmpty())
        return usage(u"there is no option %1"_s.arg(arguments->settings().first()));
    if (!arguments->positional().isEmpty() || !arguments->has(u"--url"_s))
        return usage(u"which server is meant?"_s);
    const QUrl url(arguments->value(u"--url"_s));
    if (arguments->has(u"--user"_s) && url.scheme() == u"http" && !isThisMachine(url) && !arguments->has(u"--insecure"_s))
        return usage(u"this would send the password in the clear: use https, or say --insecure"_s);
    return arguments;
}

void printTable(const std::vector<SmokeResult> &results, Terminal &terminal)
{
    std::vector<QStringList> rows;
    rows.reserve(results.size());
    for (const SmokeResult &result : results)
        rows.push_back(
            {result.passed() ? u"ok"_s : u"FAILED"_s, result.check,
             result.passed() ? QString() : u"expected %1; saw %2"_s.arg(result.mismatch->expected, result.mismatch->seen)});
    terminal.printTable({u"RESULT"_s, u"CHECK"_s, u"DETAIL"_s}, rows);
    const auto failed = std::ranges::count_if(results, [](const SmokeResult &result) { return !result.passed(); });
    terminal.print(u"%1 passed, %2 failed"_s.arg(static_cast<qsizetype>(results.size()) - failed).arg(failed));
}

void printJson(const std::vector<SmokeResult> &results, bool passed, const QUrl &url, Terminal &terminal)
{
    QJsonArray checks;
    for (const SmokeResult &result : results) {
        QJsonObject check{{u"check"_s, result.check}, {u"passed"_s, result.passed()}};
        if (!result.passed()) {
            check.insert(u"expected"_s, result.mismatch->expected);
            check.insert(u"seen"_s, result.mismatch->seen);
        }
        checks.append(check);
    }
    terminal.printJson(QJsonDocument(QJsonObject{{u"url"_s, url.toString()}, {u"passed"_s, passed}, {u"checks"_s, checks}}));
}

ExitCode smoke(const QStringList &given, Terminal &terminal)
{
    const Result<Arguments> arguments = parse(given);
    if (!arguments) {
        printFailure(terminal, arguments.error());
        return ExitCode::Usage;
    }
    const auto client = client::ApiClient::make(QUrl(arguments->value(u"--url"_s)),
                                                {arguments->value(u"--ca-file"_s), arguments->has(u"--insecure"_s)});
    if (!client) {
        printFailure(terminal, client.error());
        return ExitCode::Usage;
    }
    const QString user = arguments->value(u"--user"_s);
    SecretBytes password;
    if (!user.isEmpty()) {
        Result<SecretBytes> read = terminal.readSecret(u"Password for %1"_s.arg(user));
        if (!read) {
            printFailure(terminal, read.error());
            return ExitCode::Usage;
        }
        password = std::move(*read);
    }
    SmokeRun run(**client, [&terminal](std::chrono::seconds wait) {
        terminal.printError(u"over a limit; waiting %1 s"_s.arg(wait.count()));
    });
    const std::vector<SmokeResult> results = QCoro::waitFor(run.run(user, std::move(password)));
    const bool passed = std::ranges::all_of(results, &SmokeResult::passed);
    if (arguments->has(u"--json"_s))
        printJson(results, passed, (*client)->base(), terminal);
    else
        printTable(results, terminal);
    return passed ? ExitCode::Success : ExitCode::Failure;
}

} // namespace

Command smokeCommand()
{
    return {{u"smoke"_s},
            QString::fromUtf16(kUsage),
            u"Asks a running server what its callers will ask and judges the answers; the administrator's password is read "
            "from standard input or asked for. Leaves nothing behind."_s,
            smoke};
}

} // namespace gatehouse::terminal
