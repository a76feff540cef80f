#include "check_command.h"

#include "assembly/given_secrets.h"
#include "assembly/start_check.h"
#include "core/arguments.h"
#include "pid_file.h"
#include "process_hardening.h"
#include "secrets/process_configuration.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

/// In the data folder it can be written as anything there can, also when the start is to make that folder.
void checkPidFile(const config::Settings &settings, assembly::StartForecast &forecast)
{
    const QString &path = settings.app.pidFile;
    if (QFileInfo(path).absoluteDir() == QDir(settings.app.dataDir))
        return;
    if (const Result<void> writable = PidFile::check(path); !writable)
        std::ranges::copy(writable.error().fields, std::back_inserter(forecast.reasons));
}

assembly::StartForecast forecast(const QStringList &flags, Terminal &terminal)
{
    auto configuration = secrets::ProcessConfiguration::load(flags);
    if (!configuration)
        return {configuration.error().fields, {}};
    const SystemClock clock;
    auto chain = configuration->openSecrets(clock, terminal);
    const auto given = chain ? assembly::givenSecretsFrom(*chain) : std::unexpected(chain.error());
    if (!given)
        return {{{u"secrets"_s, given.error().detail}}, {}};
    assembly::StartForecast forecast = assembly::forecastStart(configuration->settings(), *given);
    checkPidFile(configuration->settings(), forecast);
    if (chain->passphraseWasAsked())
        forecast.notes.push_back(
            {u"SECRETS_PASSPHRASE"_s,
             u"the server asks nobody for the passphrase of the encrypted file: give it SECRETS_PASSPHRASE_FILE, "
             "SECRETS_PASSPHRASE or a systemd credential secrets-passphrase"_s});
    return forecast;
}

QJsonDocument toJson(const assembly::StartForecast &forecast)
{
    QJsonArray reasons;
    for (const FieldError &reason : forecast.reasons)
        reasons.append(QJsonObject{{u"about"_s, reason.field}, {u"reason"_s, reason.problem}});
    QJsonArray notes;
    for (const FieldError &note : forecast.notes)
        notes.append(note.problem);
    return QJsonDocument(QJsonObject{{u"ok"_s, forecast.reasons.empty()}, {u"reasons"_s, reasons}, {u"notes"_s, notes}});
}

ExitCode check(const QStringList &given, Terminal &terminal)
{
    hardenProcess(true);
    const Result<Arguments> arguments = Arguments::parse(given, {{u"--json"_s}, {}});
    if (!arguments || !arguments->positional().isEmpty()) {
        terminal.printError(u"gatehouse: usage: gatehouse check [--json] [flags of serve]"_s);
        return ExitCode::Usage;
    }
    const assembly::StartForecast result = forecast(arguments->settings(), terminal);
    if (arguments->has(u"--json"_s)) {
        terminal.printJson(toJson(result));
    } else {
        for (const FieldError &reason : result.reasons)
            terminal.printError(u"%1: %2"_s.arg(reason.field, reason.problem));
        for (const FieldError &note : result.notes)
            terminal.print(u"note: "_s + note.problem);
        if (result.reasons.empty())
            terminal.print(u"this configuration would start, and what it needs answers"_s);
    }
    return result.reasons.empty() ? ExitCode::Success : ExitCode::Failure;
}

} // namespace

Command checkCommand()
{
    return {{u"check"_s},
            u"[--json] [flags of serve]"_s,
            u"Says whether the server would start with this configuration: exits 0, or 1 with every reason, one a line."_s,
            check};
}
