#include "serve_command.h"

#include "assembly/server.h"
#include "assembly/start_rules.h"
#include "config/settings_loader.h"
#include "jwt_secret.h"
#include "pid_file.h"
#include "process_hardening.h"
#include "service_manager.h"
#include "signal_watcher.h"
#include "telemetry/logger.h"

#include <QCoreApplication>
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
    // In one piece, so that who waits for the first line has all of it.
    QString message = u"Gatehouse is ready at http://%1:%2\nData: %3"_s.arg(host).arg(server.port()).arg(settings.app.dataDir);
    if (server.setupCode())
        message += u"\nSetup code: %1"_s.arg(QString::fromLatin1(*server.setupCode()));
    terminal.print(message);
}

void reload(assembly::Server &server, const QStringList &arguments)
{
    service_manager::notifyReloading();
    const auto loaded = config::loadSettings(config::processSources(arguments));
    const Result<void> reloaded = loaded ? server.reload(loaded->settings) : Result<void>(std::unexpected(loaded.error()));
    if (reloaded)
        qInfo("reloaded");
    else
        qWarning("the new configuration does not hold, so the old one stays: %s", qPrintable(reloaded.error().detail));
    service_manager::notifyReady();
}

ExitCode serve(const QStringList &arguments, Terminal &terminal)
{
    auto loaded = config::loadSettings(config::processSources(arguments));
    if (!loaded) {
        printFailure(terminal, loaded.error());
        return ExitCode::Usage;
    }
    hardenProcess(loaded->settings.app.mode == config::Mode::Production);
    auto secret = readJwtSecret();
    const Result<void> rules =
        secret ? assembly::checkStartRules(loaded->settings, *secret) : Result<void>(std::unexpected(secret.error()));
    if (!rules) {
        printFailure(terminal, rules.error());
        return ExitCode::Usage;
    }
    const SystemClock clock;
    const auto logger = telemetry::Logger::install(loggerOptions(loaded->settings), clock, STDERR_FILENO);
    if (!logger) {
        printFailure(terminal, logger.error());
        return ExitCode::Usage;
    }
    if (const QString warning = raiseDescriptorLimit(loaded->settings.http.maxConnections); !warning.isEmpty())
        qWarning("%s", qPrintable(warning));
    auto server = assembly::Server::start(loaded->settings, std::move(*secret), [&logger] { return (*logger)->droppedLines(); });
    if (!server) {
        printFailure(terminal, server.error());
        return ExitCode::Failure;
    }
    const auto pidFile = PidFile::write(loaded->settings.app.pidFile);
    if (!pidFile) {
        printFailure(terminal, pidFile.error());
        return ExitCode::Failure;
    }
    SignalWatcher signalWatcher;
    QTimer drained;
    QObject::connect(&signalWatcher, &SignalWatcher::reloadRequested, &signalWatcher, [&] { reload(**server, arguments); });
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &signalWatcher, [&] {
        service_manager::notifyStopping();
        (*server)->drain();
        drained.start(20ms);
        QTimer::singleShot(loaded->settings.http.drainTimeout, qApp, &QCoreApplication::quit);
    });
    QObject::connect(&drained, &QTimer::timeout, &drained, [&] {
        if ((*server)->drained())
            QCoreApplication::quit();
    });
    printReady(**server, loaded->settings, terminal);
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
