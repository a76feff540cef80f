#include "config/settings_loader.h"
#include "config/settings_table.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::config;
using namespace std::chrono_literals;

class TestSettingsLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterSourcesWin();
    void remembersWhereEachValueCameFrom();
    void readsTheNamesOfOtherGuides_data();
    void readsTheNamesOfOtherGuides();
    void namesTheNearestSettingForAMistake();
    void namesTheNearestFlagForAMistake_data();
    void namesTheNearestFlagForAMistake();
    void reportsEverythingAtOnce();
    void namesKeyLineAndOriginOfEachProblem();
    void putsInVariablesOnce();
    void takesASecretInTheFileOnlyAsAReference_data();
    void takesASecretInTheFileOnlyAsAReference();
    void showsNoSecretInAnotherSetting();
    void choosesTheDataFolderByMode();
    void anEmptySectionOrValueIsTheDefault();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void headersThatEntriesTellOfAreInSmallLettersAndEachThereOnce();
    void noHeaderThatCarriesACredentialGoesIntoTheRecord_data();
    void noHeaderThatCarriesACredentialGoesIntoTheRecord();
    void everyDefaultInTheTableIsWhatTheStructHas();

private:
    [[nodiscard]] SettingSources withFile(const QByteArray &text)
    {
        const QString path = m_folder.filePath(QStringLiteral("gatehouse.yaml"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        SettingSources sources;
        sources.filePaths = {path};
        return sources;
    }
    QTemporaryDir m_folder;
};

void TestSettingsLoader::laterSourcesWin()
{
    SettingSources sources = withFile("http:\n  port: 1001\n");
    QCOMPARE(loadSettings(sources)->settings.http.port, 1001);
    sources.environment.insert("API_PORT", "1002");
    QCOMPARE(loadSettings(sources)->settings.http.port, 1002);
    sources.environment.insert("GATEHOUSE_HTTP_PORT", "1003");
    QCOMPARE(loadSettings(sources)->settings.http.port, 1003);
    sources.arguments = {QStringLiteral("--port"), QStringLiteral("1004")};
    QCOMPARE(loadSettings(sources)->settings.http.port, 1004);
}

void TestSettingsLoader::remembersWhereEachValueCameFrom()
{
    SettingSources sources = withFile("http:\n  workers: 3\n");
    sources.environment.insert("JWT_ACCESS_EXPIRY", "3600");
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->origins.value("http.workers"), QStringLiteral("gatehouse.yaml:2"));
    QCOMPARE(loaded->origins.value("auth.access_expiry"), QStringLiteral("JWT_ACCESS_EXPIRY"));
    QCOMPARE(loaded->origins.value("http.port"), QStringLiteral("default"));
    QVERIFY(loaded->settings.auth.accessExpiry == 1h);
}

void TestSettingsLoader::readsTheNamesOfOtherGuides_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("autoscaler mode") << QByteArray("AUTOSCALER_APP_MODE") << QByteArray("production") << QByteArray("app.mode");
    QTest::newRow("honestly mode") << QByteArray("ENVIRONMENT") << QByteArray("production") << QByteArray("app.mode");
    QTest::newRow("slow requests in seconds")
        << QByteArray("SLOW_REQUEST_THRESHOLD") << QByteArray("0.2") << QByteArray("http.slow_request_threshold");
    QTest::newRow("rate limit off") << QByteArray("RATE_LIMIT_ENABLED") << QByteArray("false") << QByteArray("limits.enabled");
    QTest::newRow("origins") << QByteArray("ALLOWED_ORIGINS") << QByteArray("https://a.example, https://b.example")
                             << QByteArray("http.allowed_origins");
}

void TestSettingsLoader::readsTheNamesOfOtherGuides()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, key);
    SettingSources sources;
    sources.environment.insert(variable, value);
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->origins.value(key), QString::fromLatin1(variable));
}

void TestSettingsLoader::namesTheNearestSettingForAMistake()
{
    SettingSources sources = withFile("http:\n  prot: 1\n");
    sources.environment.insert("GATEHOUSE_HTTP_WORKER", "2");
    sources.arguments = {QStringLiteral("--http-listn"), QStringLiteral("::1")};
    const auto loaded = loadSettings(sources);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().fields.size(), 3U);
    QVERIFY(loaded.error().fields[0].problem.contains(QStringLiteral("http.port")));
    QVERIFY(loaded.error().fields[1].problem.contains(QStringLiteral("GATEHOUSE_HTTP_WORKERS")));
    QVERIFY(loaded.error().fields[2].problem.contains(QStringLiteral("--http-listen")));
}

void TestSettingsLoader::namesTheNearestFlagForAMistake_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("meant");
    QTest::newRow("a short one") << QStringLiteral("--prot") << QStringLiteral("--port");
    QTest::newRow("a whole one") << QStringLiteral("--http-prot") << QStringLiteral("--http-port");
    QTest::newRow("one far from all short ones") << QStringLiteral("--workrs") << QStringLiteral("--http-workers");
    QTest::newRow("one without its section") << QStringLiteral("--allowed-origin") << QStringLiteral("--http-allowed-origins");
}

void TestSettingsLoader::namesTheNearestFlagForAMistake()
{
    QFETCH(const QString, flag);
    QFETCH(const QString, meant);
    SettingSources sources;
    sources.arguments = {flag, QStringLiteral("1")};
    const auto loaded = loadSettings(sources);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().fields.front().problem, QStringLiteral("is not a flag; did you mean ") + meant + u'?');
}

void TestSettingsLoader::reportsEverythingAtOnce()
{
    const auto loaded = loadSettings(withFile("http:\n  port: 70000\n  listen: nowhere\nauth:\n  clock_skew: 2m\n"));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().fields.size(), 3U);
}

void TestSettingsLoader::namesKeyLineAndOriginOfEachProblem()
{
    SettingSources sources =
        withFile("http:\n  port: 1\n  port: 2\n  workers: many\nauth:\n  issuer: ${MISSING}\n  audience: [a]\n");
    sources.environment = {{"GATEHOUSE_LIMITS_ENABLED", "perhaps"}};
    sources.arguments = {QStringLiteral("--http-idle-timeout"), QStringLiteral("soon")};
    const SettingsReport report = inspectSettings(sources);
    const std::vector<std::pair<const char *, const char *>> expected{{"http.port", "gatehouse.yaml:3"},
                                                                      {"http.workers", "gatehouse.yaml:4"},
                                                                      {"auth.issuer", "MISSING"},
                                                                      {"auth.audience", "gatehouse.yaml:7"},
                                                                      {"limits.enabled", "GATEHOUSE_LIMITS_ENABLED"},
                                                                      {"http.idle_timeout", "--http-idle-timeout"}};
    QCOMPARE(report.problems.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(report.problems[i].field, QString::fromLatin1(expected[i].first));
        QVERIFY2(report.problems[i].problem.contains(QString::fromLatin1(expected[i].second)),
                 qPrintable(report.problems[i].problem));
        for (const char *value : {"many", "perhaps", "soon"})
            QVERIFY(!report.problems[i].problem.contains(QString::fromLatin1(value)));
    }
}

void TestSettingsLoader::takesASecretInTheFileOnlyAsAReference_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("variable"); // empty: refused in production
    QTest::newRow("reference") << QByteArray("auth.jwt_secret: ${JWT_SECRET}") << QByteArray("JWT_SECRET");
    QTest::newRow("of another name") << QByteArray("auth: {jwt_secret: \"${MY_KEY}\"}") << QByteArray("MY_KEY");
    QTest::newRow("the autoscaler's key") << QByteArray("api.jwt_secret: ${JWT_SECRET}") << QByteArray("JWT_SECRET");
    QTest::newRow("literal") << QByteArray("auth.jwt_secret: hunter2") << QByteArray();
    QTest::newRow("literal default") << QByteArray("api.jwt_secret: ${JWT_SECRET:-hunter2}") << QByteArray();
    QTest::newRow("half literal") << QByteArray("api.jwt_secret: hunter2${JWT_SECRET}") << QByteArray();
    QTest::newRow("escaped") << QByteArray("api.jwt_secret: $${hunter2}") << QByteArray();
    QTest::newRow("broken") << QByteArray("api.jwt_secret: ${hunter2") << QByteArray();
    QTest::newRow("list") << QByteArray("api.jwt_secret: [hunter2]") << QByteArray();
    QTest::newRow("URL") << QByteArray("redis.url: rediss://user:hunter2@host") << QByteArray();
}

void TestSettingsLoader::takesASecretInTheFileOnlyAsAReference()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, variable);
    // Whether the variable is set does not matter here: the secret may as well come from a file or the keychain.
    const SettingsReport development = inspectSettings(withFile(line + '\n'));
    const SettingsReport production = inspectSettings(withFile("app.mode: production\n" + line + '\n'));
    QVERIFY(development.problems.empty());
    QCOMPARE(production.loaded.secretVariables.value("JWT_SECRET"), variable);
    QCOMPARE(development.loaded.warnings.empty(), !variable.isEmpty());
    QCOMPARE(production.problems.empty(), !variable.isEmpty());
    if (!variable.isEmpty())
        return;
    const QString message = production.problems.front().problem;
    QVERIFY2(message.contains(QStringLiteral("gatehouse.yaml:2")), qPrintable(message));
    QVERIFY2(message.contains(line.startsWith("redis") ? QStringLiteral("${REDIS_URL}") : QStringLiteral("${JWT_SECRET}")),
             qPrintable(message));
    QVERIFY2(!message.contains(QStringLiteral("hunter2")), qPrintable(message));
}

void TestSettingsLoader::showsNoSecretInAnotherSetting()
{
    SettingSources sources = withFile("auth.issuer: a${HYPERCODE_JWT_SECRET}\n");
    sources.environment.insert("HYPERCODE_JWT_SECRET", "hunter2");
    const SettingsReport report = inspectSettings(sources);
    QCOMPARE(report.problems.size(), 1U);
    QVERIFY(report.problems.front().problem.contains(QStringLiteral("HYPERCODE_JWT_SECRET")));
    QVERIFY(!report.problems.front().problem.contains(QStringLiteral("hunter2")));
    QVERIFY(!report.loaded.texts.values().contains("ahunter2"));
}

void TestSettingsLoader::choosesTheDataFolderByMode()
{
    SettingSources sources;
    sources.defaultDataDir = QStringLiteral("/home/a/.local/state/gatehouse");
    sources.productionDataDir = QStringLiteral("/var/lib/gatehouse");
    QCOMPARE(loadSettings(sources)->settings.app.dataDir, sources.defaultDataDir);
    sources.environment.insert("ENVIRONMENT", "production");
    QCOMPARE(loadSettings(sources)->settings.app.dataDir, sources.productionDataDir);
    QCOMPARE(loadSettings(sources)->origins.value("app.data_dir"), QStringLiteral("default"));
    sources.productionDataDir.clear(); // not root
    QCOMPARE(loadSettings(sources)->settings.app.dataDir, sources.defaultDataDir);
    sources.arguments = {QStringLiteral("--data-dir"), QStringLiteral("here")};
    QCOMPARE(loadSettings(sources)->settings.app.dataDir, QDir::current().absoluteFilePath(QStringLiteral("here")));
    sources.arguments = {QStringLiteral("--data-dir"), QString()};
    QVERIFY(!loadSettings(sources));
}

void TestSettingsLoader::anEmptySectionOrValueIsTheDefault()
{
    const auto loaded = loadSettings(withFile("http:\nauth:\n  issuer:\nlimits:\n  general: ~\n"));
    QVERIFY(loaded);
    QCOMPARE(loaded->settings.auth.issuer, QByteArray("gatehouse"));
    QVERIFY(!loadSettings(withFile("htp:\n")));
}

void TestSettingsLoader::putsInVariablesOnce()
{
    SettingSources sources = withFile("auth:\n  issuer: ${NAME}\n  audience: ${NONE:-plain}\n");
    sources.environment.insert("NAME", "${OTHER}");
    sources.environment.insert("OTHER", "leaked");
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->settings.auth.issuer, QByteArray("${OTHER}"));
    QCOMPARE(loaded->settings.auth.audience, QByteArray("plain"));
    sources = withFile("auth:\n  issuer: ${MISSING}\n");
    QVERIFY(!loadSettings(sources));
}

void TestSettingsLoader::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no map") << QByteArray("- a\n- b\n");
    QTest::newRow("broken") << QByteArray("http: [\n");
    QTest::newRow("too large") << QByteArray(1024 * 1024 + 1, '#');
    QTest::newRow("nested") << QByteArray("a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}\n");
    QTest::newRow("list for a number") << QByteArray("http:\n  port: [1, 2]\n");
}

void TestSettingsLoader::refusesHostileFiles()
{
    QFETCH(QByteArray, text);
    QVERIFY(!loadSettings(withFile(text)));
}

void TestSettingsLoader::headersThatEntriesTellOfAreInSmallLettersAndEachThereOnce()
{
    SettingSources sources;
    sources.environment.insert("HAKANAI_WEBHOOK_HEADERS", "User-Agent, X-Request-Source,user-agent");
    const auto loaded = loadSettings(sources);
    QVERIFY(loaded);
    QCOMPARE(loaded->settings.webhook.headers, (QByteArrayList{"user-agent", "x-request-source"}));
}

void TestSettingsLoader::noHeaderThatCarriesACredentialGoesIntoTheRecord_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("why");
    const QString credential = QStringLiteral("carries a credential");
    for (const char *name :
         {"Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-CSRF-Token", "X-XSRF-TOKEN", "X-Secret-Passphrase",
          "X-Receipt-Token", "X-Collect-Token", "X-API-Key", "apikey", "Webhook-Signature", "Cf-Access-Jwt-Assertion",
          "X-Amz-Security-Token", "X-Forwarded-Client-Cert", "X-Session-Id", "Sec-WebSocket-Key"})
        QTest::newRow(name) << QByteArray(name) << credential;
    QTest::newRow("among others") << QByteArray("user-agent,COOKIE") << credential;
    QTest::newRow("no name") << QByteArray("user agent") << QStringLiteral("the name of a header");
    QTest::newRow("another line") << QByteArray("x-a\r\nx-b") << QStringLiteral("the name of a header");
    QByteArrayList many;
    for (int i = 0; i < 17; ++i)
        many.append("x-" + QByteArray::number(i));
    QTest::newRow("more than an entry has room for") << many.join(',') << QStringLiteral("at most 16");
}

void TestSettingsLoader::noHeaderThatCarriesACredentialGoesIntoTheRecord()
{
    QFETCH(QByteArray, headers);
    QFETCH(QString, why);
    SettingSources sources;
    sources.environment.insert("GATEHOUSE_WEBHOOK_HEADERS", headers);
    const auto loaded = loadSettings(sources);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().fields.front().problem.contains(why), qPrintable(loaded.error().fields.front().problem));
}

void TestSettingsLoader::everyDefaultInTheTableIsWhatTheStructHas()
{
    for (const SettingEntry &entry : settingsTable()) {
        if (entry.defaultText.isEmpty())
            continue;
        Settings settings;
        QVERIFY2(entry.parse(settings, entry.defaultText), entry.key.constData());
    }
}

QTEST_APPLESS_MAIN(TestSettingsLoader)
#include "test_settings_loader.moc"
