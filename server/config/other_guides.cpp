#include "config/other_guides.h"

#include <QRegularExpression>

#include <algorithm>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kResets = u"is a flag only: a variable would reset at each start";
constexpr QStringView kResetFlag = u"is for gatehouse serve alone, which resets and ends";
constexpr QStringView kStatistics = u"is not needed: what is counted is in /metrics, and kept by who reads that";
constexpr QStringView kDatabase = u"is not read: host, port, user and name of the database stand in DATABASE_URL";
constexpr QStringView kAgents = u"matters once AI agents are served; this version serves none";
constexpr QStringView kTracing =
    u"matters once traces are exported; this version exports none, but continues traceparent in its logs";
constexpr QStringView kTrustedHeader =
    u"is replaced by http.trusted_proxies, whose headers alone are believed, and http.forwarded_header, which says which";

bool fits(const QByteArray &pattern, const QByteArray &name)
{
    return pattern.endsWith('*') ? name.startsWith(pattern.chopped(1)) : pattern == name;
}

/// `websocket.max_connections` as AUTOSCALER_WEBSOCKET_MAX_CONNECTIONS.
QByteArray asVariable(const OtherName &other)
{
    const bool isKey = std::ranges::none_of(other.name, [](char c) { return c >= 'A' && c <= 'Z'; });
    return isKey ? "AUTOSCALER_" + QByteArray(other.name).replace('.', '_').toUpper() : other.name;
}

} // namespace

const std::vector<OtherName> &otherNames()
{
    static const std::vector<OtherName> names{
        // The autoscaler's file, and AUTOSCALER_SECTION_KEY with it.
        {"api.cookie_http_only", u"is always on: no script can read a session cookie"},
        {"database.host", kDatabase},
        {"database.port", kDatabase},
        {"database.user", kDatabase},
        {"database.username", kDatabase},
        {"database.name", kDatabase},
        {"database.dbname", kDatabase},
        {"websocket.*", u"is fixed: the live stream takes 1,000 connections, pings every 30 s and reads messages up to 1 MiB"},
        {"AUTOSCALER_*", u"is no setting of the autoscaler's guide"},
        // Bare names.
        {"NEO4J_*", u"is not needed: no Neo4j is used"},
        {"RATE_LIMIT_*", u"is no setting here; limits are set with limits.general.quota and the keys beside it"},
        {"AI_AGENT_*", kAgents},
        {"RUST_LOG", u"is not read; use app.log_level and app.log_categories"},
        {"OTEL_*", kTracing},
        // HyperCode.
        {"HYPERCODE_*", u"is no setting of HyperCode's guide"},
        // Hakanai.
        {"HAKANAI_TRUSTED_IP_HEADER", kTrustedHeader},
        {"HAKANAI_RESET_ADMIN_TOKEN", kResets},
        {"HAKANAI_RESET_USER_TOKENS", kResets},
        {"HAKANAI_RESET_DEFAULT_TOKEN", kResets},
        {"HAKANAI_STATS_*", kStatistics},
        {"HAKANAI_*", u"is no setting of Hakanai's guide"},
    };
    return names;
}

QString noteOnVariable(const QByteArray &variable)
{
    const QByteArray plain = variable.endsWith("_FILE") ? variable.chopped(5) : variable;
    for (const OtherName &other : otherNames()) {
        if (const QByteArray pattern = asVariable(other); fits(pattern, variable) || fits(pattern, plain))
            return other.note.toString();
    }
    return {};
}

QString noteOnFileKey(const QByteArray &key)
{
    const auto &names = otherNames();
    const auto found = std::ranges::find_if(names, [&key](const OtherName &other) { return fits(other.name, key); });
    return found == names.end() ? QString() : found->note.toString();
}

const OtherFlag *findOtherFlag(const QByteArray &flag)
{
    static const QMap<QByteArray, OtherFlag> kFlags{
        {"--redis-dsn",
         {.note = u"is not read: a command line can be seen by every process; put it in the environment as REDIS_URL",
          .isNeeded = true}},
        {"--webhook-token",
         {.note = u"is not read: a command line can be seen by every process; put it in the environment as WEBHOOK_TOKEN",
          .isNeeded = true}},
        {"--trusted-ip-header", {kTrustedHeader}},
        {"--reset-admin-token", {kResetFlag, false}},
        {"--reset-user-tokens", {kResetFlag, false}},
        {"--stats-enabled", {kStatistics}},
        {"--stats-ttl", {kStatistics}},
    };
    const auto found = kFlags.find(flag);
    return found == kFlags.end() ? nullptr : &*found;
}

bool isKubernetesServiceLink(const QByteArray &variable, const QMap<QByteArray, QByteArray> &environment)
{
    if (!environment.contains("KUBERNETES_SERVICE_HOST"))
        return false;
    static const QRegularExpression kLink(
        u"^[A-Z0-9_]+_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$"_s);
    if (kLink.match(QString::fromLatin1(variable)).hasMatch())
        return true;
    const QByteArray value = environment.value(variable);
    return variable.endsWith("_PORT") && (value.startsWith("tcp://") || value.startsWith("udp://"));
}

} // namespace gatehouse::config
