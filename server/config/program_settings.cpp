#include "config/setting_parsers.h"
#include "config/setting_sections.h"

namespace gatehouse::config {

using namespace Qt::StringLiterals;

std::vector<SettingEntry> programSettings()
{
    return {
        {"app.mode",
         "development",
         u"development or production; production refuses to start with anything unsafe."_s,
         {"ENVIRONMENT"},
         {},
         into(GATEHOUSE_FIELD(app.mode), choice<Mode>({{"development", Mode::Development}, {"production", Mode::Production}}))},
        {"app.log_level",
         "info",
         u"debug, info, warning or error."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(app.logLevel),
              choice<QByteArray>(
                  {{"debug", "debug"}, {"info", "info"}, {"warn", "warning"}, {"warning", "warning"}, {"error", "error"}}))},
        {"app.log_categories",
         "",
         u"Levels of single categories, such as gatehouse.http=debug."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(app.logCategories), categories),
         SettingEntry::Shape::List},
        {"app.log_format",
         "auto",
         u"auto, json or text; auto is json in production and text in development."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(app.logFormat),
              choice<LogFormat>({{"auto", LogFormat::Automatic}, {"json", LogFormat::Json}, {"text", LogFormat::Text}}))},
        {"app.data_dir",
         "",
         u"Folder of the database, the generated keys and the setup code. Without it $XDG_STATE_HOME/gatehouse; for root in production /var/lib/gatehouse."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(app.dataDir), folder)},
        {"app.pid_file",
         "",
         u"File to write the number of the server's process to."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(app.pidFile), path)},
    };
}

} // namespace gatehouse::config
