#include "serve_command.h"

#include "assembly/server.h"
#include "assembly/start_rules.h"
#include "config/settings_loader.h"
#include "pid_file.h"
#include "process_hardening.h"
#include "service_manager.h"
#include "token_reset.h"
#include "secrets/process_configuration.h"
#include "secrets/secret_keeper.h"
#include "signal_watcher.h"
#include "telemetry/logger.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QTimer>

#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

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
    // Stored hashed, so nobody can be told later.
    const sharing::FirstTokens tokens = server.firstTokens();
    if (tokens.share)
        message += u"\nShare token: %1"_s.arg(QString::fromLatin1(*tokens.share));
    if (tokens.admin)
        message += u"\nAdmin token: %1"_s.arg(QString::fromLatin1(*tokens.admin));
    terminal.print(message);
}

void warn(const QStringList &warnings)
{
    for (const QString &warning : warnings)
        qWarning("%s", qPrintable(warning));
}

/// The secrets this configuration is to start with, if it may.
Result<assembly::GivenSecrets> acceptableSecrets(const config::Settings &settings, secrets::SecretKeeper &keeper)
{
    auto given = keeper.askBlocking([](secrets::SecretChain &chain) { return assembly::givenSecretsFrom(chain); });
    if (!given)
        return given;
    if (const Result<void> rules = assembly::checkStartRules(settings, *given); !rules)
        return std::unexpected(rules.error());
    given->warnings.append(assembly::startWarnings(settings, *given));
    return given;
}

void printWarnings(const std::vector<FieldError> &warnings, Terminal &terminal)
{
    for (const FieldError &warning : warnings)
        terminal.printError(u"warning: %1 %2"_s.arg(warning.field, warning.problem));
}

Result<void> tryReload(assembly::Server &server, secrets::SecretKeeper &keeper, const QStringList &arguments,
                       config::LoadedSettings &loaded, assembly::GivenSecrets &secrets)
{
    service_manager::notifyReloading();
    config::SettingsReport report = config::inspectSettings(config::processSources(arguments));
    loaded = std::move(report.loaded);
    if (const Result<void> sound = config::checkReport(report); !sound)
        return sound;
    auto given = acceptableSecrets(loaded.settings, keeper);
    if (!given)
        return std::unexpected(given.error());
    secrets = std::move(*given);
    if (const Result<void> reloaded = server.reload(loaded, secrets); !reloaded)
        return reloaded;
    warn(server.warnings(secrets));
    return {};
}

void reload(assembly::Server &server, secrets::SecretKeeper &keeper, const QStringList &arguments)
{
    config::LoadedSettings loaded;
    assembly::GivenSecrets secrets;
    const Result<void> reloaded = tryReload(server, keeper, arguments, loaded, secrets);
    server.recordReload(reloaded, loaded, secrets);
    if (reloaded)
        qInfo("reloaded");
    else
        qWarning("the new configuration does not hold, so the old one stays: %s", qPrintable(inOneLine(reloaded.error())));
    service_manager::notifyReady();
}

ExitCode serve(const QStringList &arguments, Terminal &terminal)
{
    if (resetsTokens(arguments))
        return resetTokens(arguments, terminal);
    auto configuration = secrets::ProcessConfiguration::load(arguments);
    if (!configuration) {
        printFailure(terminal, configuration.error());
        return ExitCode::Usage;
    }
    const config::Settings &settings = configuration->settings();
    printWarnings(configuration->report().loaded.warnings, terminal);
    hardenProcess(settings.app.mode == config::Mode::Production);
    const SystemClock clock;
    // Kept while the server runs: what came from the environment cannot be read again.
    const auto keeper = secrets::SecretKeeper::open(*configuration);
    auto given = keeper ? acceptableSecrets(settings, **keeper) : std::unexpected(keeper.error());
    if (!given) {
        printFailure(terminal, given.error());
        return ExitCode::Usage;
    }
    const auto logger = telemetry::Logger::install(loggerOptions(settings), clock, STDERR_FILENO);
    if (!logger) {
        printFailure(terminal, logger.error());
        return ExitCode::Usage;
    }
    if (const QString warning = raiseDescriptorLimit(settings.http.maxConnections); !warning.isEmpty())
        qWarning("%s", qPrintable(warning));
    auto server = assembly::Server::start(
        configuration->report().loaded, *given, [&logger] { return (*logger)->droppedLines(); }, **keeper);
    if (!server) {
        printFailure(terminal, server.error());
        return ExitCode::Failure;
    }
    (*logger)->setListener([&server](const telemetry::LogRecord &record) { (*server)->showLogLine(record); });
    const auto deaf = qScopeGuard([&logger] { (*logger)->setListener({}); }); // before the server ends
    warn((*server)->warnings(*given));
    *given = {}; // what is needed of it, the server has
    const auto pidFile = PidFile::write(settings.app.pidFile);
    if (!pidFile) {
        printFailure(terminal, pidFile.error());
        return ExitCode::Failure;
    }
    SignalWatcher signalWatcher;
    QTimer drained;
    QObject::connect(&signalWatcher, &SignalWatcher::reloadRequested, &signalWatcher,
                     [&] { reload(**server, **keeper, arguments); });
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &signalWatcher, [&] {
        service_manager::notifyStopping();
        (*server)->drain();
        drained.start(20ms);
        QTimer::singleShot(settings.http.drainTimeout, qApp, &QCoreApplication::quit);
    });
    QObject::connect(&drained, &QTimer::timeout, &drained, [&] {
        if ((*server)->drained())
            QCoreApplication::quit();
    });
    printReady(**server, settings, terminal);
    service_manager::notifyReady();
    return QCoreApplication::exec() == 0 ? ExitCode::Success : ExitCode::Failure;
}

} // namespace

Command serveCommand()
{
    return {{u"serve"_s},
            u"[--config FILE] [--listen ADDRESS] [--port N] [--data-dir DIR] [--pid-file FILE] [--SETTING VALUE …]"_s,
            u"Runs the server."_s,
            serve};
}
