#include "config/settings_loader.h"
#include "config/settings_table.h"

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
    void reportsEverythingAtOnce();
    void putsInVariablesOnce();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
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

void TestSettingsLoader::reportsEverythingAtOnce()
{
    const auto loaded = loadSettings(withFile("http:\n  port: 70000\n  listen: nowhere\nauth:\n  clock_skew: 2m\n"));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().fields.size(), 3U);
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
