#include "config/setting_parsers.h"
#include "config/setting_sections.h"

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
        {"database.max_connections",
         "50",
         u"Connections to PostgreSQL at most, each a thread; one more listens for what other instances change."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(database.maxConnections), integer(1, 1000))},
        {"database.conn_max_lifetime",
         "30m",
         u"How long a connection to PostgreSQL is used before another replaces it."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(database.connectionLifetime), seconds(1s, 24h))},
        {"database.conn_max_idle_time",
         "5m",
         u"How long a connection to PostgreSQL is kept without work."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(database.connectionIdleTime), seconds(1s, 24h))},
        {"database.statement_timeout",
         "5s",
         u"After which a statement in PostgreSQL is given up, or the wait for a connection to it."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(database.statementTimeout), duration(100ms, 10min))},
        {"database.connect_timeout",
         "5s",
         u"After which an attempt to connect to a host of PostgreSQL is given up; whole seconds, 2 at least."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(database.connectTimeout), seconds(2s, 60s))},
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
