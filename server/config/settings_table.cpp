#include "config/settings_table.h"

#include "config/value_parsers.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Assign = std::function<std::expected<void, QString>(Settings &, const QByteArray &)>;

/// Stores what `parser` makes of the text into the field that `field` names.
template<typename Field, typename Parser> Assign into(Field field, Parser parser)
{
    return [field, parser](Settings &settings, const QByteArray &text) -> std::expected<void, QString> {
        auto value = parser(text);
        if (!value)
            return std::unexpected(value.error());
        auto &target = field(settings);
        target = static_cast<std::remove_reference_t<decltype(target)>>(*value);
        return {};
    };
}

auto integer(qint64 least, qint64 most)
{
    return [least, most](const QByteArray &text) { return parseInteger(text, least, most); };
}

auto duration(std::chrono::milliseconds least, std::chrono::milliseconds most, std::chrono::milliseconds unit = 1s)
{
    return [=](const QByteArray &text) -> Parsed<std::chrono::milliseconds> {
        const auto value = parseDuration(text, unit);
        if (value && (*value < least || *value > most))
            return std::unexpected(u"expected from %1 to %2 ms"_s.arg(least.count()).arg(most.count()));
        return value;
    };
}

/// The same in whole seconds, for fields of that type.
auto seconds(std::chrono::seconds least, std::chrono::seconds most)
{
    return [=](const QByteArray &text) -> Parsed<std::chrono::seconds> {
        const auto value = duration(least, most)(text);
        if (!value)
            return std::unexpected(value.error());
        return std::chrono::duration_cast<std::chrono::seconds>(*value);
    };
}

template<typename Enum> auto choice(std::vector<std::pair<QByteArray, Enum>> words)
{
    return [words = std::move(words)](const QByteArray &text) -> Parsed<Enum> {
        QByteArrayList known;
        for (const auto &[word, value] : words) {
            if (word == text.toLower())
                return value;
            known.append(word);
        }
        return std::unexpected(u"expected one of "_s + QString::fromLatin1(known.join(", ")));
    };
}

Parsed<QByteArray> word(const QByteArray &text)
{
    if (text.isEmpty())
        return std::unexpected(u"expected a word"_s);
    return text;
}

Parsed<QString> path(const QByteArray &text)
{
    return QString::fromUtf8(text);
}

Parsed<IpAddress> address(const QByteArray &text)
{
    if (const auto parsed = IpAddress::parse(text == "localhost" ? QByteArray("127.0.0.1") : text))
        return *parsed;
    return std::unexpected(u"expected an IP address"_s);
}

Parsed<QByteArrayList> list(const QByteArray &text)
{
    return parseList(text);
}

#define FIELD(member) [](Settings &settings) -> auto & { return settings.member; }

void addPolicy(std::vector<SettingEntry> &table, const QByteArray &name, const QByteArray &quota, const QString &meaning,
               std::function<PolicySettings &(Settings &)> policy, std::vector<QByteArray> aliases = {},
               std::vector<QByteArray> fileAliases = {})
{
    const QByteArray prefix = "limits." + name + '.';
    table.push_back({prefix + "quota", quota, meaning, std::move(aliases), std::move(fileAliases),
                     into([policy](Settings &settings) -> auto & { return policy(settings).quota; }, integer(1, 1'000'000'000))});
    table.push_back({prefix + "window",
                     "1m",
                     u"The time that quota is for."_s,
                     {},
                     {},
                     into([policy](Settings &settings) -> auto & { return policy(settings).window; }, duration(1s, 24h))});
    table.push_back({prefix + "burst",
                     "0",
                     u"Requests that may come at once; 0: as many as the quota."_s,
                     {},
                     {},
                     into([policy](Settings &settings) -> auto & { return policy(settings).burst; }, integer(0, 1'000'000'000))});
    table.push_back({prefix + "shadow",
                     "false",
                     u"Counts and reports, but refuses nobody."_s,
                     {},
                     {},
                     into([policy](Settings &settings) -> auto & { return policy(settings).shadow; }, parseBool)});
}

std::vector<SettingEntry> makeTable()
{
    std::vector<SettingEntry> table{
        {"app.mode",
         "development",
         u"development or production; production refuses to start with anything unsafe."_s,
         {"AUTOSCALER_APP_MODE", "ENVIRONMENT"},
         {},
         into(FIELD(app.mode), choice<Mode>({{"development", Mode::Development}, {"production", Mode::Production}}))},
        {"app.log_level",
         "info",
         u"debug, info, warning or error."_s,
         {"AUTOSCALER_APP_LOG_LEVEL"},
         {},
         into(FIELD(app.logLevel),
              choice<QByteArray>(
                  {{"debug", "debug"}, {"info", "info"}, {"warn", "warning"}, {"warning", "warning"}, {"error", "error"}}))},
        {"app.log_format",
         "auto",
         u"auto, json or text; auto is json in production and text in development."_s,
         {},
         {},
         into(FIELD(app.logFormat),
              choice<LogFormat>({{"auto", LogFormat::Automatic}, {"json", LogFormat::Json}, {"text", LogFormat::Text}}))},
        {"app.data_dir",
         "",
         u"Folder of the database, the generated keys and the setup code."_s,
         {},
         {},
         into(FIELD(app.dataDir), path)},
        {"app.pid_file", "", u"File to write the number of the server's process to."_s, {}, {}, into(FIELD(app.pidFile), path)},
        {"http.listen",
         "127.0.0.1",
         u"Address to listen on."_s,
         {"HAKANAI_LISTEN_ADDRESS"},
         {},
         into(FIELD(http.listen), address)},
        {"http.port",
         "8080",
         u"Port to listen on; 0: any free one."_s,
         {"HAKANAI_PORT", "API_PORT"},
         {"api.port"},
         into(FIELD(http.port), integer(0, 65535))},
        {"http.workers",
         "0",
         u"Threads that serve requests; 0: as many as cores."_s,
         {},
         {},
         into(FIELD(http.workers), integer(0, 256))},
        {"http.behind_proxy",
         "false",
         u"Says that a proxy in front ends TLS, so that another address than loopback may be listened on."_s,
         {},
         {},
         into(FIELD(http.behindProxy), parseBool)},
        {"http.trusted_proxies",
         "",
         u"Addresses and ranges whose forwarded headers are believed."_s,
         {},
         {},
         into(FIELD(http.trustedProxies), parseNetworks)},
        {"http.max_connections",
         "10000",
         u"Connections at once."_s,
         {},
         {},
         into(FIELD(http.maxConnections), integer(1, 1'000'000))},
        {"http.max_connections_per_address",
         "256",
         u"Connections at once from one address; trusted proxies are not held to it."_s,
         {},
         {},
         into(FIELD(http.maxConnectionsPerAddress), integer(1, 1'000'000))},
        {"http.head_timeout",
         "10s",
         u"For a request's head to be complete."_s,
         {},
         {"api.read_timeout"},
         into(FIELD(http.headTimeout), duration(100ms, 10min))},
        {"http.body_grace",
         "10s",
         u"Before the rate of a body is looked at."_s,
         {},
         {},
         into(FIELD(http.bodyGrace), duration(100ms, 10min))},
        {"http.body_minimum_rate",
         "1024",
         u"Bytes a second below which a body is refused."_s,
         {},
         {},
         into(FIELD(http.bodyMinimumRate), integer(1, 1'000'000'000))},
        {"http.idle_timeout",
         "75s",
         u"For which an idle connection is kept."_s,
         {},
         {"api.idle_timeout"},
         into(FIELD(http.idleTimeout), duration(1s, 1h))},
        {"http.write_timeout",
         "30s",
         u"For a client that reads nothing of its answer."_s,
         {},
         {"api.write_timeout"},
         into(FIELD(http.writeTimeout), duration(100ms, 10min))},
        {"http.drain_timeout",
         "30s",
         u"For requests in flight when the server is told to stop."_s,
         {},
         {},
         into(FIELD(http.drainTimeout), duration(0s, 10min))},
        {"http.slow_request_threshold",
         "200ms",
         u"A request slower than this is logged with where the time went."_s,
         {"SLOW_REQUEST_THRESHOLD"},
         {},
         into(FIELD(http.slowRequestThreshold), duration(1ms, 10min))},
        {"http.allowed_origins",
         "",
         u"Origins that browsers may call from (CORS)."_s,
         {"AUTOSCALER_API_CORS_ALLOWED_ORIGINS", "ALLOWED_ORIGINS", "ALLOWED_ORIGIN", "HAKANAI_CORS_ALLOWED_ORIGINS"},
         {"api.cors.allowed_origins"},
         into(FIELD(http.allowedOrigins), list)},
        {"auth.issuer", "gatehouse", u"`iss` of access tokens."_s, {}, {}, into(FIELD(auth.issuer), word)},
        {"auth.audience", "gatehouse", u"`aud` of access tokens."_s, {}, {}, into(FIELD(auth.audience), word)},
        {"auth.access_expiry",
         "900s",
         u"Life of an access token."_s,
         {"JWT_ACCESS_EXPIRY"},
         {},
         into(FIELD(auth.accessExpiry), seconds(10s, 24h))},
        {"auth.refresh_expiry",
         "7d",
         u"Life of a refresh token."_s,
         {"JWT_REFRESH_EXPIRY"},
         {},
         into(FIELD(auth.refreshExpiry), seconds(60s, std::chrono::days(365)))},
        {"auth.refresh_leeway",
         "10s",
         u"In which a spent refresh token is forgiven, for concurrent refreshes."_s,
         {},
         {},
         into(FIELD(auth.refreshLeeway), seconds(0s, 60s))},
        {"auth.clock_skew",
         "30s",
         u"Tolerated between clocks; at most 60 s."_s,
         {},
         {},
         into(FIELD(auth.clockSkew), seconds(0s, 60s))},
        {"auth.key_grace",
         "24h",
         u"For which a rotated signing key still verifies."_s,
         {},
         {},
         into(FIELD(auth.keyGrace), seconds(0s, std::chrono::days(90)))},
        {"auth.open_registration",
         "false",
         u"Whether anybody may register."_s,
         {},
         {},
         into(FIELD(auth.openRegistration), parseBool)},
        {"auth.cookie_secure",
         "true",
         u"Cookies only over HTTPS; off by itself in development mode over plain HTTP."_s,
         {"AUTOSCALER_API_COOKIE_SECURE"},
         {"api.cookie_secure"},
         into(FIELD(auth.cookieSecure), parseBool)},
        {"auth.password_memory_kib",
         "19456",
         u"Memory of one password hash (argon2id), in KiB."_s,
         {},
         {},
         into(FIELD(auth.passwordMemoryKib), integer(8, 4'194'304))},
        {"auth.password_passes",
         "2",
         u"Passes of one password hash (argon2id)."_s,
         {},
         {},
         into(FIELD(auth.passwordPasses), integer(1, 100))},
        {"limits.enabled",
         "true",
         u"The kill switch: off, nobody is limited."_s,
         {"RATE_LIMIT_ENABLED"},
         {},
         into(FIELD(limits.enabled), parseBool)},
        {"limits.backend",
         "auto",
         u"auto or embedded; production wants it said."_s,
         {},
         {},
         into(FIELD(limits.backend),
              choice<LimitsBackend>({{"auto", LimitsBackend::Automatic}, {"embedded", LimitsBackend::Embedded}}))},
        {"limits.exempt",
         "",
         u"Addresses and ranges that are never limited."_s,
         {},
         {},
         into(FIELD(limits.exempt), parseNetworks)},
        {"limits.max_keys",
         "1000000",
         u"Callers remembered at once."_s,
         {},
         {},
         into(FIELD(limits.maxKeys), integer(1024, 100'000'000))},
    };
    addPolicy(table, "general", "60", u"Requests of one address, for everything."_s, FIELD(limits.general),
              {"AUTOSCALER_API_RATE_LIMIT"}, {"api.rate_limit"});
    addPolicy(table, "account", "600", u"Requests of one account."_s, FIELD(limits.account));
    addPolicy(table, "sign_in", "5", u"Sign-ins, registrations and refreshes, by address and by account."_s,
              FIELD(limits.signIn));
    addPolicy(table, "probe", "600", u"Probes and metrics of one address."_s, FIELD(limits.probe));
    return table;
}

#undef FIELD

int distance(QByteArrayView a, QByteArrayView b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (size_t j = 0; j < static_cast<size_t>(b.size()); ++j) {
            const int replaced = diagonal + (a[i] == b[static_cast<qsizetype>(j)] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

const std::vector<SettingEntry> &settingsTable()
{
    static const std::vector<SettingEntry> table = makeTable();
    return table;
}

const SettingEntry *findSetting(const QByteArray &key)
{
    for (const SettingEntry &entry : settingsTable()) {
        if (entry.key == key || std::find(entry.fileAliases.begin(), entry.fileAliases.end(), key) != entry.fileAliases.end())
            return &entry;
    }
    return nullptr;
}

QByteArray variableOf(const QByteArray &key)
{
    return "GATEHOUSE_" + QByteArray(key).replace('.', '_').toUpper();
}

QByteArray flagOf(const QByteArray &key)
{
    return "--" + QByteArray(key).replace('.', '-').replace('_', '-');
}

QByteArray nearestKey(const QByteArray &key)
{
    // What was typed may lack the section, as short flags do.
    const QByteArray typed = QByteArray(key).replace('_', '.');
    const auto nearness = [&typed](const SettingEntry &entry) {
        const QByteArray whole = QByteArray(entry.key).replace('_', '.');
        const qsizetype section = entry.key.indexOf('.') + 1;
        return std::min(distance(whole, typed), distance(whole.sliced(section), typed));
    };
    return std::ranges::min_element(settingsTable(), {}, nearness)->key;
}

} // namespace gatehouse::config
