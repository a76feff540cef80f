#include "audit/folded_refusals.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace std::chrono_literals;

class TestFoldedRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFloodIsToldOfOnceAMinute();
    void whatIsNoFloodIsRecordedOneByOne();
    void accountsActionsAndOutcomesAreToldApart();
    void accountsBeyondThoseThatFitAreFoldedTogether();

private:
    static SteadyTime at(std::chrono::milliseconds time) { return SteadyTime(time); }
};

void TestFoldedRefusals::aFloodIsToldOfOnceAMinute()
{
    FoldedRefusals folded;
    int own = 0;
    std::vector<Entry> ended;
    for (int i = 0; i < 100'000; ++i) { // in a minute and 40 seconds
        for (Entry &entry : folded.endOld(at(1ms * i)))
            ended.push_back(std::move(entry));
        own += folded.takes(Action::AuthLogin, Outcome::Refused, {}, at(1ms * i)) ? 1 : 0;
    }
    QCOMPARE(own, 60);
    QCOMPARE(ended.size(), 1U);
    for (Entry &entry : folded.endAll())
        ended.push_back(std::move(entry));
    QCOMPARE(ended.size(), 2U);
    quint64 counted = 0;
    for (const Entry &entry : ended) {
        QCOMPARE(entry.action, Action::AuthLogin);
        QCOMPARE(entry.outcome, Outcome::Refused);
        counted += entry.detail.front().value.toULongLong();
    }
    QCOMPARE(counted, 100'000U - 60U);
    QVERIFY2(folded.endAll().empty(), "nothing is told twice");
}

void TestFoldedRefusals::whatIsNoFloodIsRecordedOneByOne()
{
    FoldedRefusals folded;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(folded.takes(Action::AuthLogin, Outcome::Refused, {}, at(2s * i)));
    QVERIFY(folded.endAll().empty());
}

void TestFoldedRefusals::accountsActionsAndOutcomesAreToldApart()
{
    FoldedRefusals folded;
    for (int i = 0; i < 100; ++i)
        (void)folded.takes(Action::AuthLogin, Outcome::Refused, {}, at(1s));
    QVERIFY(!folded.takes(Action::AuthLogin, Outcome::Refused, {}, at(1s)));
    QVERIFY2(folded.takes(Action::AuthLogin, Outcome::Refused, "alice", at(1s)), "no flood hides what is tried on a user");
    QVERIFY(folded.takes(Action::AuthLogin, Outcome::Failed, {}, at(1s)));
    QVERIFY(folded.takes(Action::AuthRefresh, Outcome::Refused, {}, at(1s)));
}

void TestFoldedRefusals::accountsBeyondThoseThatFitAreFoldedTogether()
{
    FoldedRefusals folded;
    quint64 own = 0;
    for (int i = 0; i < 5000; ++i)
        own += folded.takes(Action::AuthLogin, Outcome::Refused, QByteArray::number(i), at(1s)) ? 1 : 0;
    QCOMPARE(own, FoldedRefusals::kMostKinds + FoldedRefusals::kOneByOne);
    const std::vector<Entry> ended = folded.endAll();
    QCOMPARE(ended.size(), 1U);
    QCOMPARE(ended.front().target, QByteArray());
}

QTEST_GUILESS_MAIN(TestFoldedRefusals)
#include "test_folded_refusals.moc"
