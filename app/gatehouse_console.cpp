#include "desktop/console_window.h"
#include "embedded/embedded_server.h"
#include "telemetry/logger.h"

#include <QApplication>
#include <QSettings>

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

    const SystemClock clock;
    const auto logger = telemetry::Logger::install(
        {.format = telemetry::LogFormat::Text, .level = telemetry::LogLevel::Warning, .categories = {}}, clock, STDERR_FILENO);
    QSettings preferences;
    embedded::EmbeddedServer server(flags, [&logger] { return logger ? (*logger)->droppedLines() : 0; });
    desktop::Theme theme;
    desktop::ConsoleWindow window(theme, server, preferences);
    window.show();
    return QApplication::exec();
}
