#include "config/other_guides.h"
#include "config/secret_keys.h"
#include "config/settings_loader.h"
#include "config/settings_table.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse::config;
using namespace Qt::StringLiterals;

namespace {

constexpr char kWarned[] = "(warned)"; ///< no setting here; the operator is told what became of it
constexpr char kSecret[] = "(secret)"; ///< read by secrets/, and no matter for the settings

} // namespace

/// Every name in the guides of the services that Gatehouse replaces.
class TestOtherGuides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVariableOfAGuideIsReadOrExplained_data();
    void everyVariableOfAGuideIsReadOrExplained();
    void everyKeyOfTheAutoscalersFileIsReadOrExplained_data();
    void everyKeyOfTheAutoscalersFileIsReadOrExplained();
    void readsTheAutoscalersFileAsItStandsInTheGuide();
    void everyFlagOfHakanaiIsReadOrExplained_data();
    void everyFlagOfHakanaiIsReadOrExplained();
    void aSecretOnTheCommandLineIsAnErrorThatNamesWhatReplacedIt_data();
    void aSecretOnTheCommandLineIsAnErrorThatNamesWhatReplacedIt();
    void theMoreSpecificNameWins_data();
    void theMoreSpecificNameWins();
    void namesTheLoserOfTwoNames();
    void anEmptyVariableOfAnotherGuideIsUnset();
    void leavesOutWhatKubernetesSaysOfServices_data();
    void leavesOutWhatKubernetesSaysOfServices();
    void noNameIsBothASettingAndExplained();

private:
    [[nodiscard]] SettingSources withFile(const QByteArray &text)
    {
        SettingSources sources;
        sources.filePaths = {m_folder.filePath(u"gatehouse.yaml"_s)};
        QFile file(sources.filePaths.first());
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the file");
        return sources;
    }
    QTemporaryDir m_folder;
};

void TestOtherGuides::everyVariableOfAGuideIsReadOrExplained_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("becomes");
    const auto row = [](const char *variable, const char *value, const char *becomes) {
        QTest::newRow(variable) << QByteArray(variable) << QByteArray(value) << QByteArray(becomes);
    };
    // autoscaler-deployment.md: what it names, and AUTOSCALER_SECTION_KEY for each key of its file.
    row("JWT_SECRET", "x", kSecret);
    row("DB_PASSWORD", "x", kSecret);
    row("ALLOWED_ORIGIN", "https://yourdomain.com", "http.allowed_origins");
    row("API_PORT", "8080", "http.port");
    row("AUTOSCALER_APP_MODE", "production", "app.mode");
    row("AUTOSCALER_APP_LOG_LEVEL", "debug", "app.log_level");
    row("AUTOSCALER_DATABASE_HOST", "db.example.com", kWarned);
    row("AUTOSCALER_DATABASE_PORT", "5432", kWarned);
    row("AUTOSCALER_DATABASE_PASSWORD", "x", kSecret);
    row("AUTOSCALER_DATABASE_SSL_MODE", "require", "database.ssl_mode");
    row("AUTOSCALER_DATABASE_MAX_CONNECTIONS", "50", "database.max_connections");
    row("AUTOSCALER_DATABASE_CONN_MAX_LIFETIME", "30m", "database.conn_max_lifetime");
    row("AUTOSCALER_DATABASE_CONN_MAX_IDLE_TIME", "5m", "database.conn_max_idle_time");
    row("AUTOSCALER_API_PORT", "8080", "http.port");
    row("AUTOSCALER_API_JWT_SECRET", "x", kSecret);
    row("AUTOSCALER_API_COOKIE_SECURE", "true", "auth.cookie_secure");
    row("AUTOSCALER_API_COOKIE_HTTP_ONLY", "true", kWarned);
    row("AUTOSCALER_API_RATE_LIMIT", "100", "limits.general.quota");
    row("AUTOSCALER_API_CORS_ALLOWED_ORIGINS", "https://yourdomain.com", "http.allowed_origins");
    row("AUTOSCALER_API_READ_TIMEOUT", "30s", "http.head_timeout");
    row("AUTOSCALER_API_WRITE_TIMEOUT", "30s", "http.write_timeout");
    row("AUTOSCALER_API_IDLE_TIMEOUT", "120s", "http.idle_timeout");
    row("AUTOSCALER_WEBSOCKET_MAX_CONNECTIONS", "1000", kWarned);
    row("AUTOSCALER_WEBSOCKET_PING_INTERVAL", "30s", kWarned);
    row("AUTOSCALER_WEBSOCKET_MAX_MESSAGE_SIZE", "1048576", kWarned);
    row("AUTOSCALER_NEVER_HEARD_OF", "1", kWarned);
    row("AUTOSCALER_HTTP_WORKERS", "2", "http.workers"); // AUTOSCALER_SECTION_KEY for our keys too
    // hypercode-deployment.md and hypercode-hardening.md
    row("HYPERCODE_JWT_SECRET", "x", kSecret);
    row("HYPERCODE_REDIS_URL", "rediss://user:password@host:6379/0", kSecret);
    row("REDIS_URL", "rediss://user:password@host:6379/0", kSecret);
    row("REDIS_PASSWORD", "x", kSecret);
    row("HYPERCODE_NEVER_HEARD_OF", "1", kWarned);
    // honestly-deployment.md
    row("ENVIRONMENT", "production", "app.mode");
    row("AI_AGENT_SECRET", "x", kWarned);
    row("NEO4J_PASS", "x", kWarned);
    row("JWT_ACCESS_EXPIRY", "3600", "auth.access_expiry");
    row("JWT_REFRESH_EXPIRY", "604800", "auth.refresh_expiry");
    row("AI_AGENT_RATE_LIMIT", "100", kWarned);
    row("RATE_LIMIT_ENABLED", "true", "limits.enabled");
    row("RATE_LIMIT_REDIS_URL", "redis://localhost:6379/0", kSecret);
    row("RATE_LIMIT_REQUESTS", "10", kWarned);
    row("SLOW_REQUEST_THRESHOLD", "0.2", "http.slow_request_threshold");
    row("ALLOWED_ORIGINS", "https://yourdomain.com", "http.allowed_origins");
    // hakanai-deployment.md, with the variables that belong to its flags
    row("HAKANAI_PORT", "8080", "http.port");
    row("HAKANAI_LISTEN_ADDRESS", "127.0.0.1", "http.listen");
    row("HAKANAI_CORS_ALLOWED_ORIGINS", "https://yourdomain.com", "http.allowed_origins");
    row("HAKANAI_REDIS_DSN", "redis://localhost:6379/0", kSecret);
    row("HAKANAI_ALLOW_ANONYMOUS", "true", "sharing.allow_anonymous");
    row("HAKANAI_ENABLE_ADMIN_TOKEN", "true", "sharing.enable_admin_token");
    row("HAKANAI_TRUSTED_IP_RANGES", "10.0.0.0/8,192.168.0.0/16", "sharing.trusted_ranges");
    row("HAKANAI_UPLOAD_SIZE_LIMIT", "50m", "sharing.upload_size_limit");
    row("HAKANAI_IMPRESSUM_FILE", "/etc/hakanai/impressum.txt", "sharing.impressum_file");
    row("HAKANAI_PRIVACY_FILE", "/etc/hakanai/privacy.txt", "sharing.privacy_file");
    row("HAKANAI_MAX_TTL", "604800", "sharing.max_ttl");
    row("HAKANAI_ANONYMOUS_UPLOAD_SIZE_LIMIT", "64k", "sharing.anonymous_upload_size_limit");
    row("HAKANAI_SHOW_TOKEN_INPUT", "true", "sharing.show_token_input");
    row("HAKANAI_COUNTRY_HEADER", "cf-ipcountry", "sharing.country_header");
    row("HAKANAI_ASN_HEADER", "x-asn-number", "sharing.asn_header");
    row("HAKANAI_CUSTOM_ASSETS_DIR", "/etc/hakanai/assets", "sharing.custom_assets_dir");
    row("HAKANAI_WEBHOOK_TOKEN", "x", kSecret);
    row("HAKANAI_WEBHOOK_URL", "https://yourdomain.com/hook", "webhook.url");
    row("HAKANAI_WEBHOOK_HEADERS", "user-agent,x-request-source", "webhook.headers");
    for (const char *name : {"HAKANAI_STATS_TTL", "HAKANAI_RESET_ADMIN_TOKEN", "HAKANAI_RESET_USER_TOKENS",
                             "HAKANAI_NEVER_HEARD_OF", "RUST_LOG", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS",
                             "OTEL_SERVICE_NAME", "OTEL_SERVICE_VERSION", "OTEL_RESOURCE_ATTRIBUTES"})
        row(name, "x", kWarned);
}

void TestOtherGuides::everyVariableOfAGuideIsReadOrExplained()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, becomes);
    SettingSources sources;
    sources.environment.insert(variable, value);
    const SettingsReport report = inspectSettings(sources);
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().problem));
    const auto &warnings = report.loaded.warnings;
    if (becomes == kWarned) {
        QCOMPARE(warnings.size(), 1U);
        QCOMPARE(warnings.front().field, QString::fromLatin1(variable));
        QVERIFY(warnings.front().problem.size() > 10);
    } else if (becomes == kSecret) {
        QVERIFY(warnings.empty());
        QVERIFY(isSecretVariable(variable));
    } else {
        QVERIFY(warnings.empty());
        QCOMPARE(report.loaded.origins.value(becomes), QString::fromLatin1(variable));
    }
}

void TestOtherGuides::everyKeyOfTheAutoscalersFileIsReadOrExplained_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("becomes");
    const auto row = [](const char *key, const char *value, const char *becomes) {
        QTest::newRow(key) << QByteArray(key) << QByteArray(value) << QByteArray(becomes);
    };
    row("app.mode", "production", "app.mode");
    row("app.log_level", "warn", "app.log_level");
    row("database.ssl_mode", "require", "database.ssl_mode");
    row("database.host", "db.example.com", kWarned);
    row("database.max_connections", "50", "database.max_connections");
    row("database.conn_max_lifetime", "30m", "database.conn_max_lifetime");
    row("database.conn_max_idle_time", "5m", "database.conn_max_idle_time");
    row("api.port", "8080", "http.port");
    row("api.jwt_secret", "${JWT_SECRET}", kSecret);
    row("api.cookie_secure", "true", "auth.cookie_secure");
    row("api.cookie_http_only", "true", kWarned);
    row("api.rate_limit", "60", "limits.general.quota");
    row("api.cors.allowed_origins", "[https://yourdomain.com]", "http.allowed_origins");
    row("api.read_timeout", "30s", "http.head_timeout");
    row("api.write_timeout", "30s", "http.write_timeout");
    row("api.idle_timeout", "120s", "http.idle_timeout");
    row("websocket.max_connections", "1000", kWarned);
    row("websocket.ping_interval", "30s", kWarned);
    row("websocket.max_message_size", "1048576", kWarned);
}

void TestOtherGuides::everyKeyOfTheAutoscalersFileIsReadOrExplained()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, becomes);
    const SettingsReport report = inspectSettings(withFile("# a line before\n" + key + ": " + value + '\n'));
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().problem));
    if (becomes == kWarned) {
        QCOMPARE(report.loaded.warnings.size(), 1U);
        QCOMPARE(report.loaded.warnings.front().field, QString::fromLatin1(key));
        QVERIFY(report.loaded.warnings.front().problem.contains(u"gatehouse.yaml:2"_s));
    } else if (becomes == kSecret) {
        QCOMPARE(report.loaded.secretVariables.value("JWT_SECRET"), QByteArray("JWT_SECRET"));
    } else {
        QCOMPARE(report.loaded.origins.value(becomes), u"gatehouse.yaml:2"_s);
    }
}

void TestOtherGuides::readsTheAutoscalersFileAsItStandsInTheGuide()
{
    const auto loaded = loadSettings(withFile("app:\n"
                                              "  mode: production # REQUIRED: Enforces security validations\n"
                                              "  log_level: info # Use 'info' or 'warn' in production\n"
                                              "\n"
                                              "database:\n"
                                              "  ssl_mode: require # REQUIRED in production\n"
                                              "  max_connections: 50 # Adjust based on your load\n"
                                              "\n"
                                              "api:\n"
                                              "  jwt_secret: ${JWT_SECRET} # From environment variable\n"
                                              "  cookie_secure: true # REQUIRED: Only send over HTTPS\n"
                                              "  cookie_http_only: true # REQUIRED: Prevent XSS\n"
                                              "  rate_limit: 60 # Requests per minute per IP\n"
                                              "\n"
                                              "  cors:\n"
                                              "    allowed_origins:\n"
                                              "      - https://yourdomain.com # Specific domain, not '*'\n"));
    QVERIFY(loaded);
    QCOMPARE(loaded->settings.app.mode, Mode::Production);
    QCOMPARE(loaded->settings.http.allowedOrigins, QByteArrayList{"https://yourdomain.com"});
    QCOMPARE(loaded->settings.limits.general.quota, 60U);
    QCOMPARE(loaded->warnings.size(), 1U);
}

void TestOtherGuides::everyFlagOfHakanaiIsReadOrExplained_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<int>("warnings");
    QTest::newRow("what Gatehouse has too") << QStringList{u"--port"_s, u"8081"_s, u"--listen"_s, u"::1"_s} << 0;
    QTest::newRow("the guide's unit") << QStringList{u"--enable-admin-token"_s, u"--trusted-ip-ranges"_s, u"127.0.0.0/8"_s,
                                                     u"--upload-size-limit"_s, u"10m"_s}
                                      << 0;
    QTest::newRow("tokens") << QStringList{u"--reset-admin-token"_s, u"--enable-admin-token"_s, u"--reset-user-tokens"_s} << 2;
    QTest::newRow("webhooks") << QStringList{u"--webhook-url"_s, u"https://a.example"_s, u"--webhook-headers=user-agent"_s} << 0;
    QTest::newRow("legal pages") << QStringList{u"--impressum-file"_s, u"/a"_s,  u"--privacy-file"_s, u"/b"_s,
                                                u"--port"_s,           u"8081"_s}
                                 << 0;
}

void TestOtherGuides::everyFlagOfHakanaiIsReadOrExplained()
{
    QFETCH(QStringList, flags);
    QFETCH(int, warnings);
    SettingSources sources;
    sources.arguments = flags;
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(static_cast<int>(loaded->warnings.size()), warnings);
    QCOMPARE(loaded->settings.http.port, flags.contains(u"8081"_s) ? 8081 : 8080);
}

void TestOtherGuides::aSecretOnTheCommandLineIsAnErrorThatNamesWhatReplacedIt_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("instead");
    QTest::newRow("Redis") << QStringList{u"--redis-dsn"_s, u"redis://:hunter2@127.0.0.1:6379/0"_s} << u"REDIS_URL"_s;
    QTest::newRow("webhook") << QStringList{u"--webhook-token"_s, u"hunter2"_s} << u"WEBHOOK_TOKEN"_s;
}

void TestOtherGuides::aSecretOnTheCommandLineIsAnErrorThatNamesWhatReplacedIt()
{
    QFETCH(QStringList, flags);
    QFETCH(QString, instead);
    SettingSources sources;
    sources.arguments = flags;
    const auto loaded = loadSettings(sources);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().fields.size(), std::size_t(1));
    QVERIFY(loaded.error().fields.front().problem.contains(instead));
    QVERIFY(!loaded.error().fields.front().problem.contains(u"hunter2"_s));
}

void TestOtherGuides::theMoreSpecificNameWins_data()
{
    QTest::addColumn<QByteArray>("winner");
    QTest::addColumn<QByteArrayList>("losers");
    const QByteArrayList order{"GATEHOUSE_HTTP_ALLOWED_ORIGINS",
                               "AUTOSCALER_HTTP_ALLOWED_ORIGINS",
                               "AUTOSCALER_API_CORS_ALLOWED_ORIGINS",
                               "HAKANAI_CORS_ALLOWED_ORIGINS",
                               "ALLOWED_ORIGINS",
                               "ALLOWED_ORIGIN"};
    for (qsizetype i = 0; i < order.size(); ++i)
        QTest::newRow(order[i].constData()) << order[i] << order.sliced(i + 1);
}

void TestOtherGuides::theMoreSpecificNameWins()
{
    QFETCH(QByteArray, winner);
    QFETCH(QByteArrayList, losers);
    SettingSources sources = withFile("http:\n  allowed_origins: https://file.example\n");
    sources.environment.insert(winner, "https://winner.example");
    for (const QByteArray &loser : losers)
        sources.environment.insert(loser, "https://loser.example");
    auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->settings.http.allowedOrigins, QByteArrayList{"https://winner.example"});
    QCOMPARE(loaded->origins.value("http.allowed_origins"), QString::fromLatin1(winner));
    QCOMPARE(loaded->warnings.size(), static_cast<std::size_t>(losers.size()));
    sources.arguments = {u"--http-allowed-origins"_s, u"https://flag.example"_s};
    loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->settings.http.allowedOrigins, QByteArrayList{"https://flag.example"});
    QCOMPARE(loaded->origins.value("http.allowed_origins"), u"--http-allowed-origins"_s);
}

void TestOtherGuides::namesTheLoserOfTwoNames()
{
    SettingSources sources;
    sources.environment = {{"GATEHOUSE_HTTP_PORT", "1001"}, {"HAKANAI_PORT", "1002"}, {"API_PORT", "1001"}};
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->warnings.size(), 1U); // the same value twice is no contradiction
    QCOMPARE(loaded->warnings.front().field, u"HAKANAI_PORT"_s);
    QVERIFY(loaded->warnings.front().problem.contains(u"GATEHOUSE_HTTP_PORT"_s));
    const auto twoNames = loadSettings(withFile("http: {port: 1001}\napi: {port: 1002}\n"));
    QVERIFY(twoNames);
    QCOMPARE(twoNames->settings.http.port, 1001);
    QCOMPARE(twoNames->warnings.size(), 1U);
    QVERIFY(twoNames->warnings.front().problem.contains(u"gatehouse.yaml:2"_s));
}

void TestOtherGuides::anEmptyVariableOfAnotherGuideIsUnset()
{
    SettingSources sources = withFile("http: {port: 1001, allowed_origins: https://a.example}\n");
    sources.environment = {{"API_PORT", ""}, {"HAKANAI_MAX_TTL", ""}, {"GATEHOUSE_HTTP_ALLOWED_ORIGINS", ""}};
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->settings.http.port, 1001);
    QVERIFY(loaded->warnings.empty());
    QVERIFY(loaded->settings.http.allowedOrigins.isEmpty()); // our own name can say "none"
}

void TestOtherGuides::leavesOutWhatKubernetesSaysOfServices_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("host") << QByteArray("GATEHOUSE_SERVICE_HOST") << QByteArray("10.0.0.1");
    QTest::newRow("port") << QByteArray("GATEHOUSE_SERVICE_PORT") << QByteArray("8080");
    QTest::newRow("named port") << QByteArray("GATEHOUSE_SERVICE_PORT_HTTP") << QByteArray("8080");
    QTest::newRow("link") << QByteArray("GATEHOUSE_PORT") << QByteArray("tcp://10.0.0.1:8080");
    QTest::newRow("protocol") << QByteArray("GATEHOUSE_PORT_8080_TCP_PROTO") << QByteArray("tcp");
    QTest::newRow("a service called hakanai") << QByteArray("HAKANAI_PORT") << QByteArray("tcp://10.0.0.1:8080");
    QTest::newRow("a service called gatehouse-http") << QByteArray("GATEHOUSE_HTTP_PORT") << QByteArray("tcp://10.0.0.1:8080");
}

void TestOtherGuides::leavesOutWhatKubernetesSaysOfServices()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    SettingSources sources;
    sources.environment.insert(variable, value);
    QVERIFY(!inspectSettings(sources).problems.empty());
    sources.environment.insert("KUBERNETES_SERVICE_HOST", "10.0.0.254");
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QVERIFY(loaded->warnings.empty());
    QCOMPARE(loaded->settings.http.port, 8080);
}

void TestOtherGuides::noNameIsBothASettingAndExplained()
{
    for (const SettingEntry &entry : settingsTable()) {
        QVERIFY2(findSecretKey(entry.key) == nullptr, entry.key.constData());
        for (const OtherName &other : otherNames())
            QVERIFY2(other.name != entry.key && std::ranges::find(entry.aliases, other.name) == entry.aliases.end(),
                     other.name.constData());
    }
}

QTEST_APPLESS_MAIN(TestOtherGuides)
#include "test_other_guides.moc"
