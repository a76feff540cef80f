#include "check_command.h"

#include "assembly/start_check.h"
#include "config/settings_loader.h"
#include "core/arguments.h"
#include "jwt_secret.h"
#include "process_hardening.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

assembly::StartForecast forecast(const QStringList &flags)
{
    const auto loaded = config::loadSettings(config::processSources(flags));
    if (!loaded)
        return {loaded.error().fields, {}};
    const auto secret = readJwtSecret();
    if (!secret)
        return {{{u"JWT_SECRET"_s, secret.error().detail}}, {}};
    return assembly::forecastStart(loaded->settings, *secret);
}

QByteArray toJson(const assembly::StartForecast &forecast)
{
    QJsonArray reasons;
    for (const FieldError &reason : forecast.reasons)
        reasons.append(QJsonObject{{u"about"_s, reason.field}, {u"reason"_s, reason.problem}});
    QJsonArray notes;
    for (const QString &note : forecast.notes)
        notes.append(note);
    return QJsonDocument(QJsonObject{{u"ok"_s, forecast.reasons.empty()}, {u"reasons"_s, reasons}, {u"notes"_s, notes}}).toJson();
}

ExitCode check(const QStringList &given, Terminal &terminal)
{
    hardenProcess(true);
    const Result<Arguments> arguments = Arguments::parse(given, {{u"--json"_s}, {}});
    if (!arguments || !arguments->positional().isEmpty()) {
        terminal.printError(u"gatehouse: usage: gatehouse check [--json] [flags of serve]"_s);
        return ExitCode::Usage;
    }
    const assembly::StartForecast result = forecast(arguments->settings());
    if (arguments->has(u"--json"_s)) {
        terminal.write(toJson(result));
    } else {
        for (const FieldError &reason : result.reasons)
            terminal.printError(u"%1: %2"_s.arg(reason.field, reason.problem));
        for (const QString &note : result.notes)
            terminal.print(u"note: "_s + note);
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
