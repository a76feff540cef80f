#include "administration/runtime_settings.h"
#include "config/settings_table.h"
#include "storage/database.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::administration;
using namespace Qt::StringLiterals;

class TestRuntimeSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anOverrideHoldsAtOnceAndSaysWhereItIsFrom();
    void takingItBackLetsTheConfigurationHoldAgain();
    void refusesTheWholeForOnePart_data();
    void refusesTheWholeForOnePart();
    void whatIsUnsafeIsRefused();
    void withoutItsRecordNothingChanges();
    void aPreviewChangesNothing();
    void othersFollowThroughTheDatabase();
    void aReloadKeepsWhatIsOverridden();
    void anOverrideThatNoLongerHoldsIsLeftOut();
    void aStaleOverrideKeepsNobodyFromAChange();

private:
    using Wanted = RuntimeSettings::Wanted;
    static std::vector<FieldError> judge(const config::Settings &settings)
    {
        if (settings.http.allowedOrigins.contains("*"))
            return {{u"http.allowed_origins"_s, u"must name origins"_s}};
        return {};
    }
    static Result<void> recordNothing(QSqlDatabase &, const std::vector<SettingChange> &) { return {}; }
    static config::LoadedSettings configured(const QStringList &flags = {})
    {
        config::SettingSources sources;
        sources.arguments = flags;
        auto loaded = config::loadSettings(sources);
        if (!loaded)
            qFatal("%s", qPrintable(inOneLine(loaded.error())));
        return std::move(*loaded);
    }
    Result<std::vector<SettingChange>> change(RuntimeSettings &settings, const Wanted &wanted,
                                              const RuntimeSettings::Recorder &record = recordNothing)
    {
        return m_database->runBlocking([&](QSqlDatabase &sql) {
            return settings.change(sql, wanted, {"somebody", WallTime(std::chrono::seconds(1))}, record);
        });
    }
    [[nodiscard]] config::Overrides stored()
    {
        return m_database->runBlocking([](QSqlDatabase &sql) { return override_store::all(sql); }).value();
    }
    Result<void> follow(RuntimeSettings &settings)
    {
        return m_database->runBlocking([&](QSqlDatabase &sql) { return settings.follow(sql); });
    }
    Result<void> store(const QByteArray &name, const QByteArray &value)
    {
        return m_database->runBlocking([&](QSqlDatabase &sql) { return override_store::set(sql, name, value, {}); });
    }

    std::unique_ptr<storage::Database> m_database;
    quint32 m_applied = 0; ///< the general quota
    std::optional<RuntimeSettings> m_settings;
};

void TestRuntimeSettings::init()
{
    m_database = std::move(*storage::Database::openSqlite(u":memory:"_s));
    m_applied = 0;
    m_settings.emplace(configured({u"--limits-general-quota"_s, u"50"_s}), judge,
                       [this](const config::Settings &settings) { m_applied = settings.limits.general.quota; });
}

void TestRuntimeSettings::anOverrideHoldsAtOnceAndSaysWhereItIsFrom()
{
    const auto changes = change(*m_settings, {{"limits.general.quota", "120"}});
    QVERIFY(changes);
    QCOMPARE(changes->size(), std::size_t(1));
    QCOMPARE(changes->front().key, "limits.general.quota");
    QCOMPARE(changes->front().before, "50");
    QCOMPARE(changes->front().after, "120");
    QCOMPARE(m_applied, 120U);
    QCOMPARE(m_settings->current()->origins.value("limits.general.quota"), u"override"_s);
    QCOMPARE(m_settings->current()->texts.value("limits.general.quota"), "120");
    QCOMPARE(stored(), (config::Overrides{{"limits.general.quota", "120"}}));
}

void TestRuntimeSettings::takingItBackLetsTheConfigurationHoldAgain()
{
    QVERIFY(change(*m_settings, {{"limits.general.quota", "120"}}));
    const auto changes = change(*m_settings, {{"limits.general.quota", std::nullopt}});
    QVERIFY(changes);
    QCOMPARE(changes->front().after, "50");
    QCOMPARE(m_applied, 50U);
    QCOMPARE(m_settings->current()->origins.value("limits.general.quota"), u"--limits-general-quota"_s);
    QVERIFY(stored().isEmpty());
}

void TestRuntimeSettings::refusesTheWholeForOnePart_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("unknown") << QByteArray("limits.genral.quota") << QByteArray("5");
    QTest::newRow("an alias of another guide") << QByteArray("api.rate_limit") << QByteArray("5");
    QTest::newRow("needs a restart") << QByteArray("http.port") << QByteArray("9999");
    QTest::newRow("out of range") << QByteArray("limits.account.quota") << QByteArray("77000000000");
    QTest::newRow("no number") << QByteArray("limits.account.quota") << QByteArray("many");
    QTest::newRow("no network") << QByteArray("http.trusted_proxies") << QByteArray("everywhere");
}

void TestRuntimeSettings::refusesTheWholeForOnePart()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const auto changes = change(*m_settings, {{"limits.general.quota", "120"}, {key, value}});
    QVERIFY(!changes);
    QCOMPARE(changes.error().kind, ErrorKind::Invalid);
    QCOMPARE(changes.error().fields.size(), std::size_t(1));
    QCOMPARE(changes.error().fields.front().field.toUtf8(), key);
    QVERIFY(!changes.error().fields.front().problem.contains(QString::fromUtf8(value)));
    QCOMPARE(m_applied, 0U);
    QVERIFY(stored().isEmpty());
}

void TestRuntimeSettings::whatIsUnsafeIsRefused()
{
    const auto changes = change(*m_settings, {{"http.allowed_origins", "*"}});
    QVERIFY(!changes);
    QCOMPARE(changes.error().fields.front().field, u"http.allowed_origins"_s);
    QVERIFY(m_settings->current()->settings.http.allowedOrigins.isEmpty());
}

void TestRuntimeSettings::withoutItsRecordNothingChanges()
{
    const auto changes = change(*m_settings, {{"limits.general.quota", "120"}}, [](QSqlDatabase &, const auto &) {
        return Result<void>(failure(ErrorKind::Unavailable, u"the disk is full"_s));
    });
    QVERIFY(!changes);
    QCOMPARE(changes.error().kind, ErrorKind::Unavailable);
    QCOMPARE(m_applied, 0U);
    QVERIFY(stored().isEmpty());
}

void TestRuntimeSettings::aPreviewChangesNothing()
{
    const auto changes = m_settings->preview({{"limits.general.quota", "120"}});
    QVERIFY(changes);
    QCOMPARE(changes->front().after, "120");
    QCOMPARE(m_applied, 0U);
    QVERIFY(!m_settings->preview({{"limits.general.quota", "-1"}}));
}

void TestRuntimeSettings::othersFollowThroughTheDatabase()
{
    quint32 applied = 0;
    RuntimeSettings other(configured(), judge,
                          [&applied](const config::Settings &settings) { applied = settings.limits.general.quota; });
    QVERIFY(change(*m_settings, {{"limits.general.quota", "120"}}));
    QVERIFY(follow(other));
    QCOMPARE(applied, 120U);
    QVERIFY(change(*m_settings, {{"limits.general.quota", std::nullopt}}));
    QVERIFY(follow(other));
    QCOMPARE(applied, 60U);
}

void TestRuntimeSettings::aReloadKeepsWhatIsOverridden()
{
    QVERIFY(change(*m_settings, {{"limits.general.quota", "120"}}));
    m_settings->reconfigure(configured({u"--limits-general-quota"_s, u"70"_s, u"--limits-account-quota"_s, u"71"_s}));
    QCOMPARE(m_applied, 120U);
    QCOMPARE(m_settings->current()->settings.limits.account.quota, 71U);
    QVERIFY(change(*m_settings, {{"limits.general.quota", std::nullopt}}));
    QCOMPARE(m_applied, 70U);
}

void TestRuntimeSettings::anOverrideThatNoLongerHoldsIsLeftOut()
{
    QVERIFY(store("limits.general.quota", "none"));
    QVERIFY(store("limits.account.quota", "700"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"limits.general.quota.*left out"_s));
    QVERIFY(follow(*m_settings));
    QCOMPARE(m_applied, 50U);
    QCOMPARE(m_settings->current()->settings.limits.account.quota, 700U);

    QVERIFY(store("http.allowed_origins", "*"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"limits.general.quota.*left out"_s));
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"no override holds.*http.allowed_origins"_s));
    QVERIFY(follow(*m_settings));
    QVERIFY(m_settings->current()->settings.http.allowedOrigins.isEmpty());
    QCOMPARE(m_settings->current()->settings.limits.account.quota, 600U);
}

void TestRuntimeSettings::aStaleOverrideKeepsNobodyFromAChange()
{
    QVERIFY(store("limits.something_of_a_later_version", "1"));
    QVERIFY(change(*m_settings, {{"limits.general.quota", "120"}}));
    QCOMPARE(m_applied, 120U);
}

QTEST_GUILESS_MAIN(TestRuntimeSettings)
#include "test_runtime_settings.moc"
