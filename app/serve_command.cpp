#include "serve_command.h"

#include "assembly/server.h"
#include "assembly/start_rules.h"
#include "config/settings_loader.h"
#include "environment_secret.h"
#include "signal_watcher.h"
#include "telemetry/logger.h"

#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// JWT_SECRET, if this configuration may start with what it is given.
Result<std::optional<SecretBytes>> acceptableSecret(const config::LoadedSettings &loaded)
{
    auto jwtSecret = readEnvironmentSecret(loaded, "JWT_SECRET");
    if (!jwtSecret)
        return jwtSecret;
    const auto redisUrl = readEnvironmentSecret(loaded, "REDIS_URL");
    if (!redisUrl)
        return std::unexpected(redisUrl.error());
    const auto databaseUrl = readEnvironmentSecret(loaded, "DATABASE_URL");
    if (!databaseUrl)
        return std::unexpected(databaseUrl.error());
    const assembly::SharedEngines engines{*redisUrl ? &**redisUrl : nullptr, *databaseUrl ? &**databaseUrl : nullptr};
    if (const Result<void> rules = assembly::checkStartRules(loaded.settings, *jwtSecret, engines); !rules)
        return std::unexpected(rules.error());
    return jwtSecret;
}

telemetry::LoggerOptions loggerOptions(const config::Settings &settings)
{
    const bool json = settings.app.logFormat == config::LogFormat::Json
        || (settings.app.logFormat == config::LogFormat::Automatic && settings.app.mode == config::Mode::Production);
    return {.format = json ? telemetry::LogFormat::Json : telemetry::LogFormat::Text,
            .level = telemetry::logLevelFromText(settings.app.logLevel).value_or(telemetry::LogLevel::Info),
            .categories = settings.app.logCategories};
}

void printReady(const assembly::Server &server, const config::Settings &settings, Terminal &terminal)
{
    const QString host = QString::fromLatin1(settings.http.listen.isIpv4() ? settings.http.listen.toText()
                                                                           : '[' + settings.http.listen.toText() + ']');
    const QString scheme = settings.tls.enabled() ? u"https"_s : u"http"_s;
    // In one piece, so that who waits for the first line has all of it.
    QString message = u"Gatehouse is ready at %1://%2:%3\n"_s.arg(scheme, host).arg(server.port());
    if (server.metricsPort() != 0)
        message += u"Metrics: %1://%2:%3/metrics\n"_s.arg(scheme, host).arg(server.metricsPort());
    if (server.redirectPort() != 0)
        message += u"Redirecting from: http://%1:%2\n"_s.arg(host).arg(server.redirectPort());
    message += u"Data: "_s + settings.app.dataDir;
    if (server.setupCode())
        message += u"\nSetup code: %1"_s.arg(QString::fromLatin1(*server.setupCode()));
    terminal.print(message);
}

void reload(assembly::Server &server, const QStringList &arguments)
{
    const auto loaded = config::loadSettings(config::processSources(arguments));
    const Result<void> reloaded = loaded ? server.reload(loaded->settings) : Result<void>(std::unexpected(loaded.error()));
    if (reloaded)
        qInfo("reloaded");
    else
        qWarning("the new configuration does not hold, so the old one stays: %s", qPrintable(reloaded.error().detail));
}

ExitCode serve(const QStringList &arguments, Terminal &terminal)
{
    auto loaded = config::loadSettings(config::processSources(arguments));
    if (!loaded) {
        printFailure(terminal, loaded.error());
        return ExitCode::Usage;
    }
    for (const FieldError &warning : loaded->warnings)
        terminal.printError(u"warning: %1 %2"_s.arg(warning.field, warning.problem));
    auto secret = acceptableSecret(*loaded);
    if (!secret) {
        printFailure(terminal, secret.error());
        return ExitCode::Usage;
    }
    const SystemClock clock;
    const auto logger = telemetry::Logger::install(loggerOptions(loaded->settings), clock, STDERR_FILENO);
    if (!logger) {
        printFailure(terminal, logger.error());
        return ExitCode::Usage;
    }
    auto server = assembly::Server::start(
        loaded->settings, std::move(*secret), [&logger] { return (*logger)->droppedLines(); }, std::move(*metricsToken));
    if (!server) {
        printFailure(terminal, server.error());
        return ExitCode::Failure;
    }
    SignalWatcher signalWatcher;
    QTimer drained;
    QObject::connect(&signalWatcher, &SignalWatcher::reloadRequested, &signalWatcher, [&] { reload(**server, arguments); });
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &signalWatcher, [&] {
        (*server)->drain();
        drained.start(20ms);
        QTimer::singleShot(loaded->settings.http.drainTimeout, qApp, &QCoreApplication::quit);
    });
    QObject::connect(&drained, &QTimer::timeout, &drained, [&] {
        if ((*server)->drained())
            QCoreApplication::quit();
    });
    printReady(**server, loaded->settings, terminal);
    return QCoreApplication::exec() == 0 ? ExitCode::Success : ExitCode::Failure;
}

} // namespace

Command serveCommand()
{
    return {{u"serve"_s},
            u"[--config FILE] [--listen ADDRESS] [--port N] [--data-dir DIR] [--KEY VALUE …]"_s,
            u"Runs the server."_s,
            serve};
}
