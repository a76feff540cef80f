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
        {"secrets.file",
         "",
         u"The encrypted file of secrets; `secrets.sealed` in the data folder when not said."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(secrets.file), path)},
        {"secrets.keychain",
         "false",
         u"Whether secrets are read from the keychain of the operating system, and stored there unless said otherwise."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(secrets.keychain), parseBool)},
    };
}

} // namespace gatehouse::config
