#include "audit_fixture.h"

#include "audit/refusal_bursts.h"
#include "http/route.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace gatehouse::audit::tests;
using namespace std::chrono_literals;

class TestRefusalBursts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstOfABurstIsRecordedAndThenTheCount();
    void singleRefusalIsRecordedOnce();
    void burstThatDoesNotEndIsToldOfNowAndThen();
    void callersAndPoliciesHaveTheirOwnBursts();
    void floodOfCallersIsCountedTogether();
    void whoMayNotIsToldOfOnceForEachReason();

private:
    /// What is in the record after `act` on bursts that then end.
    template<typename Act> std::vector<Entry> recorded(Act act)
    {
        Record record;
        AuditStore store;
        {
            AuditLog log(*record.database, store, m_clock, {});
            RefusalBursts bursts(log);
            act(bursts);
        }
        return record.page({}, Order::OldestFirst, {}, 100'000).value().entries;
    }

    SystemClock m_clock;
};

namespace {

IpAddress caller(quint32 number)
{
    return IpAddress::fromIpv4(0x0a000000U + number);
}

SteadyTime at(std::chrono::milliseconds time)
{
    return SteadyTime(time);
}

} // namespace

void TestRefusalBursts::firstOfABurstIsRecordedAndThenTheCount()
{
    const std::vector<Entry> entries = recorded([](RefusalBursts &bursts) {
        for (int i = 0; i < 1000; ++i)
            bursts.refused("general", caller(1), "request", at(100ms * i));
        bursts.endOld(at(200s));
        bursts.endOld(at(300s));
    });
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].action, Action::LimitRefuse);
    QCOMPARE(entries[0].target, "general");
    QCOMPARE(entries[0].address, "10.0.0.1");
    QCOMPARE(entries[0].requestId, "request");
    QVERIFY(entries[0].detail.empty());
    QVERIFY((entries[1].detail == std::vector<Fact>{{"count", "1000"}, {"seconds", "99"}}));
}

void TestRefusalBursts::singleRefusalIsRecordedOnce()
{
    QCOMPARE(recorded([](RefusalBursts &bursts) { bursts.refused("general", caller(1), {}, at(1s)); }).size(), 1);
}

void TestRefusalBursts::burstThatDoesNotEndIsToldOfNowAndThen()
{
    const auto entries = recorded([](RefusalBursts &bursts) {
        for (int second = 0; second < 1500; ++second)
            bursts.refused("general", caller(1), {}, at(1s * second));
    });
    QCOMPARE(entries.size(), 6); // three firsts and their counts
    quint64 counted = 0;
    for (const Entry &entry : entries)
        counted += entry.detail.empty() ? 0 : entry.detail.front().value.toULongLong();
    QCOMPARE(counted, 1500);
}

void TestRefusalBursts::callersAndPoliciesHaveTheirOwnBursts()
{
    const auto entries = recorded([](RefusalBursts &bursts) {
        bursts.refused("general", caller(1), {}, at(1s));
        bursts.refused("general", caller(2), {}, at(1s));
        bursts.refused("sign_in", caller(1), {}, at(1s));
        // One /64 is one caller.
        bursts.refused("general", *IpAddress::parse("2001:db8::1"), {}, at(1s));
        bursts.refused("general", *IpAddress::parse("2001:db8::2"), {}, at(1s));
    });
    QCOMPARE(entries.size(), 5);
    QVERIFY((entries.back().detail.front() == Fact{"count", "2"}));
}

void TestRefusalBursts::floodOfCallersIsCountedTogether()
{
    const auto entries = recorded([](RefusalBursts &bursts) {
        for (quint32 i = 0; i < 3000; ++i)
            bursts.refused("general", caller(i), {}, at(1s));
    });
    QCOMPARE(entries.size(), RefusalBursts::kMostBursts + 1);
    QVERIFY((entries.back().detail.front() == Fact{"count", QByteArray::number(3000 - RefusalBursts::kMostBursts)}));
}

void TestRefusalBursts::whoMayNotIsToldOfOnceForEachReason()
{
    http::Route route;
    route.operationId = "deleteUser";
    http::Request known;
    known.route = &route;
    known.client = caller(1);
    known.id = "request";
    known.caller.kind = http::Principal::Kind::User;
    known.caller.id = "operator";
    known.caller.session = "session";
    http::Request forger;
    forger.client = caller(1);
    const std::vector<Entry> entries = recorded([&](RefusalBursts &bursts) {
        for (int i = 0; i < 20; ++i) {
            bursts.denied(known, "this needs the role admin", at(100ms * i));
            bursts.denied(forger, "signature", at(100ms * i));
        }
        bursts.denied(forger, "expired", at(2s));
    });
    QCOMPARE(entries.size(), 5);
    QCOMPARE(entries[0].action, Action::AuthRefuse);
    QCOMPARE(entries[0].outcome, Outcome::Refused);
    QCOMPARE(entries[0].target, "deleteUser");
    QVERIFY((entries[0].actor == Actor{Actor::Kind::User, "operator"}));
    QCOMPARE(entries[0].session, "session");
    QVERIFY((entries[0].detail == std::vector<Fact>{{"reason", "this needs the role admin"}}));
    QVERIFY((entries[1].actor == Actor{}));
    QVERIFY((entries[1].detail == std::vector<Fact>{{"reason", "signature"}}));
    QVERIFY((entries[2].detail == std::vector<Fact>{{"reason", "expired"}}));
    // Once they are over, how many there were; the order is that of reasons.
    for (const Entry &entry : {entries[3], entries[4]})
        QVERIFY((entry.detail.front() == Fact{"count", "20"}));
}

QTEST_GUILESS_MAIN(TestRefusalBursts)
#include "test_refusal_bursts.moc"
