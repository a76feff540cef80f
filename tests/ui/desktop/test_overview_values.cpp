#include "client/overview.h"
#include "desktop/overview/attention.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse::client;
using namespace gatehouse::desktop;
using namespace Qt::StringLiterals;

namespace {

Overview quiet()
{
    Overview overview;
    overview.health = {Health::Healthy, u"1"_s, {}, {{u"database"_s, Health::Healthy, 0.1, {}}}};
    return overview;
}

Overview busy(double requests, double errorShare)
{
    Overview overview = quiet();
    overview.now.requests = requests;
    overview.now.errorShare = errorShare;
    return overview;
}

} // namespace

class TestOverviewValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOfAStretchBecomeRates();
    void aDatabaseThatIsAwayLeavesCountsUnknown();
    void asksForAPersonOnlyWhenThereIsSomething();
    void whatTheServerAsksForLeadsToItsPage();
    void theWorstComesFirst();
};

void TestOverviewValues::countsOfAStretchBecomeRates()
{
    const QByteArray sample = "{'until':'2026-01-31T12:00:00.000Z','seconds':10,'requests':500,'refusals':20,"
                              "'client_errors':30,'server_errors':5,'p50_ms':1,'p95_ms':2,'p99_ms':3}";
    const QJsonObject object = QJsonDocument::fromJson(QByteArray(sample).replace('\'', '"')).object();
    const TrafficPoint point = TrafficPoint::fromJson(object);
    QCOMPARE(point.requests, 50.0);
    QCOMPARE(point.refusals, 2.0);
    QCOMPARE(point.errors, 0.5);
    QCOMPARE(point.p99, 3.0);
    QCOMPARE(point.until.toString(Qt::ISODate), u"2026-01-31T12:00:00Z"_s);
    QCOMPARE(TrafficPoint::fromJson({{u"requests"_s, 7}}).requests, 0.0); // of no time at all
}

void TestOverviewValues::aDatabaseThatIsAwayLeavesCountsUnknown()
{
    const Overview overview = Overview::fromJson({{u"users"_s, QJsonValue::Null}, {u"sessions"_s, 3}});
    QVERIFY(!overview.users);
    QCOMPARE(overview.sessions, 3);
    QCOMPARE(overview.health.health, Health::Unhealthy); // not known to be well
}

void TestOverviewValues::asksForAPersonOnlyWhenThereIsSomething()
{
    QVERIFY(Attention::from(quiet(), {}).empty());
    QVERIFY(Attention::from(busy(50, 0.01), {}).empty());
    // One error in a quiet minute is no flood of them.
    QVERIFY(Attention::from(busy(0.4, 1), {}).empty());
    QCOMPARE(Attention::from(busy(50, 0.1), {}).size(), 1U);
}

void TestOverviewValues::whatTheServerAsksForLeadsToItsPage()
{
    Overview overview = quiet();
    overview.matters = {{u"limits.disabled"_s, true, u"Nobody is limited"_s, u"Turn it on"_s},
                        {u"tls.certificate"_s, true, u"It ends tomorrow"_s, u"Put in a new one"_s}};
    const auto all = Attention::from(overview, {});
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all.front().page, u"limits"_s);
    QCOMPARE(all.front().tone, Tone::Danger);
    QCOMPARE(all.back().page, u"settings"_s);
}

void TestOverviewValues::theWorstComesFirst()
{
    Overview overview = quiet();
    overview.health.checks = {{u"redis"_s, Health::Degraded, 9, u"slow"_s}};
    AuditEntry reuse;
    reuse.action = u"auth.reuse"_s;
    reuse.address = u"192.0.2.7"_s;
    const auto all = Attention::from(overview, {reuse});
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all.front().tone, Tone::Danger);
    QCOMPARE(all.front().page, u"audit"_s);
    QVERIFY(all.front().explanation.contains(u"192.0.2.7"_s));
    QCOMPARE(all.back().page, u"health"_s);
}

QTEST_GUILESS_MAIN(TestOverviewValues)
#include "test_overview_values.moc"
