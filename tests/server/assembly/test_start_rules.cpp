#include "storage/database_url.h"
#include "assembly/start_rules.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::assembly;
using namespace Qt::StringLiterals;

class TestStartRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsInDevelopmentWithNothing();
    void startsInProductionWithAllItNeeds();
    void namesEveryMissingThingAtOnce();
    void asksForRedisInSoManyWords_data();
    void asksForRedisInSoManyWords();
    void refusesAnAddressOfRedisThatCannotBeUsed_data();
    void refusesAnAddressOfRedisThatCannotBeUsed();
    void refusesAWildcardOriginInProduction();
    void refusesInsecureCookiesInProduction();
    void refusesADatabaseElsewhereWithoutTls_data();
    void refusesADatabaseElsewhereWithoutTls();
    void refusesAWebhookThatCannotBeUsed();
    void warnsOfWaysInTheClear_data();
    void warnsOfWaysInTheClear();
    void showsNoPartOfAnAddress();
    void readsHostsOfADatabaseUrl();

private:
    [[nodiscard]] static config::Settings production()
    {
        config::Settings settings;
        settings.app.mode = config::Mode::Production;
        settings.limits.backend = config::LimitsBackend::Embedded;
        return settings;
    }
    [[nodiscard]] static QStringList unsafe(const config::Settings &settings, const GivenSecrets &secrets = {})
    {
        QStringList fields;
        for (const FieldError &problem : unsafeSettings(settings, secrets))
            fields.append(problem.field);
        return fields;
    }
    [[nodiscard]] static GivenSecrets with(std::optional<SecretBytes> GivenSecrets::*secret, QByteArrayView value)
    {
        GivenSecrets secrets;
        secrets.*secret = SecretBytes(value);
        return secrets;
    }
    static constexpr QByteArrayView kStrong{"2f6b1c9e47d803a5b1e2c3f4958677a8d9eafbcc0d1e2f30415263748596a7b8"};
};

void TestStartRules::startsInDevelopmentWithNothing()
{
    QVERIFY(checkStartRules({}, {}));
}

void TestStartRules::startsInProductionWithAllItNeeds()
{
    QVERIFY(checkStartRules(production(), with(&GivenSecrets::jwtSecret, kStrong)));
}

void TestStartRules::namesEveryMissingThingAtOnce()
{
    config::Settings settings = production();
    settings.limits.backend = config::LimitsBackend::Automatic;
    settings.http.allowedOrigins = {"https://a.example", "*"};
    settings.auth.cookieSecure = false;
    settings.http.listen = *IpAddress::parse("0.0.0.0");
    GivenSecrets secrets = with(&GivenSecrets::databaseUrl, "postgres://db.example/gatehouse?sslmode=disable");
    secrets.metricsToken = SecretBytes(QByteArrayView("fifteen letters"));
    const auto checked = checkStartRules(settings, secrets);
    QVERIFY(!checked);
    QStringList fields;
    for (const FieldError &problem : checked.error().fields)
        fields.append(problem.field);
    fields.sort();
    QCOMPARE(fields,
             (QStringList{u"DATABASE_URL"_s, u"JWT_SECRET"_s, u"METRICS_TOKEN"_s, u"REDIS_URL"_s, u"auth.cookie_secure"_s,
                          u"http.allowed_origins"_s, u"http.listen"_s}));
}

void TestStartRules::asksForRedisInSoManyWords_data()
{
    QTest::addColumn<config::LimitsBackend>("backend");
    QTest::addColumn<bool>("redisGiven");
    QTest::addColumn<QStringList>("refused");
    QTest::newRow("embedded") << config::LimitsBackend::Embedded << false << QStringList();
    QTest::newRow("embedded though there is Redis") << config::LimitsBackend::Embedded << true << QStringList();
    QTest::newRow("nothing") << config::LimitsBackend::Automatic << false << QStringList{u"REDIS_URL"_s};
    QTest::newRow("Redis") << config::LimitsBackend::Automatic << true << QStringList();
    QTest::newRow("Redis in so many words") << config::LimitsBackend::Redis << true << QStringList();
    QTest::newRow("Redis without an address") << config::LimitsBackend::Redis << false << QStringList{u"REDIS_URL"_s};
}

void TestStartRules::asksForRedisInSoManyWords()
{
    QFETCH(config::LimitsBackend, backend);
    QFETCH(bool, redisGiven);
    QFETCH(QStringList, refused);
    config::Settings settings = production();
    settings.limits.backend = backend;
    QCOMPARE(unsafe(settings, redisGiven ? with(&GivenSecrets::redisUrl, "rediss://user:password@host:6379/0") : GivenSecrets()),
             refused);
    settings.app.mode = config::Mode::Development;
    QCOMPARE(unsafe(settings).isEmpty(), backend != config::LimitsBackend::Redis);
}

void TestStartRules::refusesAnAddressOfRedisThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("no scheme") << QByteArray("alice:hunter2@redis.example");
    QTest::newRow("another scheme") << QByteArray("http://alice:hunter2@redis.example");
    QTest::newRow("no number") << QByteArray("redis://alice:hunter2@redis.example/zero");
}

void TestStartRules::refusesAnAddressOfRedisThatCannotBeUsed()
{
    QFETCH(QByteArray, url);
    config::Settings settings = production();
    settings.limits.backend = config::LimitsBackend::Automatic;
    QCOMPARE(unsafe(settings, with(&GivenSecrets::redisUrl, url)), QStringList{u"REDIS_URL"_s});
    QCOMPARE(unsafe(settings, with(&GivenSecrets::limitsRedisUrl, url)), QStringList{u"RATE_LIMIT_REDIS_URL"_s});
    settings.limits.backend = config::LimitsBackend::Embedded;
    QCOMPARE(unsafe(settings, with(&GivenSecrets::redisUrl, url)), QStringList());
}

void TestStartRules::refusesAWildcardOriginInProduction()
{
    config::Settings settings = production();
    settings.http.allowedOrigins = {"*"};
    QCOMPARE(unsafe(settings), QStringList{u"http.allowed_origins"_s});
    settings.app.mode = config::Mode::Development;
    QVERIFY(unsafe(settings).isEmpty());
}

void TestStartRules::refusesInsecureCookiesInProduction()
{
    config::Settings settings = production();
    settings.auth.cookieSecure = false;
    QCOMPARE(unsafe(settings), QStringList{u"auth.cookie_secure"_s});
    settings.app.mode = config::Mode::Development;
    QVERIFY(unsafe(settings).isEmpty());
}

void TestStartRules::refusesADatabaseElsewhereWithoutTls_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("sslMode");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *url, const char *sslMode, bool refused) {
        QTest::addRow("%s, else %s", url, sslMode) << QByteArray(url) << QByteArray(sslMode) << refused;
    };
    row("postgres://u:p@db.example/g?sslmode=require", "disable", false);
    row("postgres://u:p@db.example/g?sslmode=verify-ca", "disable", false);
    row("postgresql://u:p@db.example:5432/g?sslmode=verify-full", "disable", false);
    row("postgres://u:p@db.example/g", "require", false);
    row("postgres://u:p@db.example/g", "prefer", true);
    row("postgres://u:p@db.example/g", "disable", true);
    row("postgres://u:p@db.example/g?sslmode=prefer", "require", true);
    row("postgres://u:p@db.example/g?sslmode=allow", "require", true);
    row("postgres://u:p@db.example/g?sslmode=disable", "require", true);
    row("postgres://u:p@db.example/g?SSLMODE=require", "disable", true);
    row("postgres://u:p@db.example/g?ssl%6Dode=disable", "require", true);
    row("postgres://u:p@db.example/g?sslmode=require&sslmode=disable", "require", true);
    row("postgres://u:p@db.example/g?ssl=true", "disable", false);
    row("postgres://localhost/g", "disable", false);
    row("postgres://127.0.0.1:5432/g?sslmode=disable", "require", false);
    row("postgres://[::1]:5432/g", "disable", false);
    row("postgres:///g", "disable", false);
    row("postgres:///g?host=/var/run/postgresql", "disable", false);
    row("postgres://%2Fvar%2Frun%2Fpostgresql/g", "disable", false);
    row("postgres:///g?host=db.example", "disable", true);
    row("postgres://localhost/g?hostaddr=10.0.0.5", "disable", true);
    row("postgres://localhost,db.example/g", "disable", true);
    row("postgres://u:p%40localhost@db.example/g", "disable", true);
    row("postgres://u:localhost@@db.example/g", "disable", true);
    row("postgres://[2001:db8::1]/g", "disable", true);
    row("postgres://localhost.example/g", "disable", true);
    row("mysql://localhost/g", "require", true);
    row("host=db.example sslmode=disable", "require", true);
    row("", "require", true);
}

void TestStartRules::refusesADatabaseElsewhereWithoutTls()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, sslMode);
    QFETCH(bool, refused);
    config::Settings settings = production();
    settings.database.sslMode = sslMode;
    const GivenSecrets given = with(&GivenSecrets::databaseUrl, url);
    QCOMPARE(unsafe(settings, given), refused ? QStringList{u"DATABASE_URL"_s} : QStringList());
    settings.app.mode = config::Mode::Development;
    QVERIFY(unsafe(settings, given).isEmpty());
}

void TestStartRules::refusesAWebhookThatCannotBeUsed()
{
    config::Settings settings = production();
    settings.webhook.events = {"secret.*", "auth.reuse", "*"};
    QCOMPARE(unsafe(settings), QStringList());
    settings.webhook.events = {"auth.reus"}; // also without an address to post to
    QCOMPARE(unsafe(settings), QStringList{u"webhook.events"_s});
    settings.webhook.events = {"*"};
    settings.webhook.url = "https://hooks.example";
    QCOMPARE(unsafe(settings, with(&GivenSecrets::webhookSigningKey, "short")), QStringList{u"WEBHOOK_SIGNING_KEY"_s});
}

void TestStartRules::warnsOfWaysInTheClear_data()
{
    QTest::addColumn<QByteArray>("redis");
    QTest::addColumn<QByteArray>("webhook");
    QTest::addColumn<int>("warnings");
    QTest::newRow("none") << QByteArray() << QByteArray() << 0;
    QTest::newRow("this machine") << QByteArray("redis://localhost:6379") << QByteArray("http://127.0.0.1:9/hook") << 0;
    QTest::newRow("a socket") << QByteArray("redis+unix:///run/redis.sock") << QByteArray() << 0;
    QTest::newRow("with TLS") << QByteArray("rediss://redis.example") << QByteArray("https://hooks.example") << 0;
    QTest::newRow("Redis elsewhere") << QByteArray("redis://:hunter2@redis.example") << QByteArray() << 1;
    QTest::newRow("a Sentinel elsewhere") << QByteArray("redis-sentinel://localhost:1,10.0.0.5:2/main") << QByteArray() << 1;
    QTest::newRow("both elsewhere") << QByteArray("redis://10.0.0.5") << QByteArray("http://hooks.example/hunter2") << 2;
}

void TestStartRules::warnsOfWaysInTheClear()
{
    QFETCH(QByteArray, redis);
    QFETCH(QByteArray, webhook);
    QFETCH(int, warnings);
    config::Settings settings = production();
    settings.webhook.url = webhook;
    const GivenSecrets given = redis.isEmpty() ? GivenSecrets() : with(&GivenSecrets::redisUrl, redis);
    const QStringList warned = startWarnings(settings, given);
    QCOMPARE(warned.size(), warnings);
    QVERIFY(!warned.join(u' ').contains(u"hunter2"_s));
}

void TestStartRules::showsNoPartOfAnAddress()
{
    constexpr QByteArrayView kUrl("postgres://alice:hunter2@db.example/g?sslmode=disable");
    GivenSecrets secrets = with(&GivenSecrets::databaseUrl, kUrl);
    secrets.redisUrl = SecretBytes(kUrl);
    for (const FieldError &problem : unsafeSettings(production(), secrets)) {
        for (const char *part : {"hunter2", "alice", "db.example"})
            QVERIFY(!problem.problem.contains(QString::fromLatin1(part)));
    }
}

void TestStartRules::readsHostsOfADatabaseUrl()
{
    const auto url = storage::parseDatabaseUrl("postgres://u@a:1,[::1]:2,b/g?host=c,/d");
    QVERIFY(url);
    QCOMPARE(url->hosts, (std::vector<QByteArray>{"a", "::1", "b", "c", "/d"}));
    for (const char *odd :
         {"postgres://", "postgres://[", "postgres://[::1", "postgres://@", "postgres://?", "postgres://?=&&sslmode"})
        QVERIFY(storage::parseDatabaseUrl(odd));
}

QTEST_APPLESS_MAIN(TestStartRules)
#include "test_start_rules.moc"
