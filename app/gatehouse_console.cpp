#include "desktop/console_window.h"
#include "desktop/presence/single_instance.h"
#include "embedded/embedded_server.h"
#include "embedded/keychain_vault.h"
#include "process_hardening.h"
#include "signal_watcher.h"
#include "telemetry/logger.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>

#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"gatehouse-console"_s);
    QApplication::setApplicationDisplayName(u"Gatehouse"_s);
    QApplication::setOrganizationName(u"gatehouse"_s);
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    const QStringList flags = QApplication::arguments().sliced(1);

    // Not untraceable, as the server can be: then desktops could not tell whose window asks for a file.
    hardenProcess(false);
    desktop::SingleInstance instance(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/gatehouse"_s);
    if (!instance.claim())
        return EXIT_SUCCESS;
    const SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &application, &QApplication::quit);

    const SystemClock clock;
    const auto logger = telemetry::Logger::install(
        {.format = telemetry::LogFormat::Text, .level = telemetry::LogLevel::Info, .categories = {}}, clock, STDERR_FILENO);
    if (!logger)
        qFatal("the log cannot be written");
    QSettings preferences;
    const auto secretThread = std::make_shared<secrets::SecretThread>();
    embedded::EmbeddedServer server(flags, **logger, secretThread);
    embedded::KeychainVault vault(secretThread);
    desktop::Theme theme;
    desktop::Language language;
    desktop::ConsoleWindow window(theme, language, server, preferences, &vault);
    QObject::connect(&instance, &desktop::SingleInstance::raiseRequested, &window, &desktop::ConsoleWindow::bringToFront);
    window.show();
    return QApplication::exec();
}
