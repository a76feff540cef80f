#include "config/setting_parsers.h"
#include "config/setting_sections.h"

namespace gatehouse::config {

using namespace Qt::StringLiterals;

std::vector<SettingEntry> storageSettings()
{
    return {
        {"database.ssl_mode",
         "require",
         u"TLS to a database on another host, where DATABASE_URL does not say: disable, allow, prefer, require, verify-ca or verify-full."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(database.sslMode),
              choice<QByteArray>({{"disable", "disable"},
                                  {"allow", "allow"},
                                  {"prefer", "prefer"},
                                  {"require", "require"},
                                  {"verify-ca", "verify-ca"},
                                  {"verify-full", "verify-full"}}))},
    };
}

} // namespace gatehouse::config
