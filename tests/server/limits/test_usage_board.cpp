#include "limits/limited_caller.h"
#include "limits/usage_board.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

class TestUsageBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearIsAFifthOrLess_data();
    void nearIsAFifthOrLess();
    void showsWhoIsOverFirst();
    void forgetsWhoHasTheWholeBurstBack();
    void countsRefusalsAnewAfterwards();
    void keepsIpv6ByItsNetwork();
    void staysSmallWhateverComes();
    void forgetsWhoWasReset();
    void readsTheNamesOfCallers_data();
    void readsTheNamesOfCallers();
    void findsEveryCountOfACaller();

private:
    static constexpr SteadyTime kNow{1'000'000us};
    const Policy m_general{.name = "general", .quota = 60, .burst = 60};
    const Policy m_account{.name = "account", .scope = Scope::Account, .quota = 60, .burst = 60};

    [[nodiscard]] PolicyState state(const Policy &policy, quint32 remaining, bool refused = false) const
    {
        return {.policy = &policy, .refused = refused, .remaining = remaining, .resetAfter = 60s - remaining * 1s};
    }
    [[nodiscard]] static IpAddress address(const char *text) { return *IpAddress::parse(text); }
};

void TestUsageBoard::nearIsAFifthOrLess_data()
{
    QTest::addColumn<quint32>("remaining");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<bool>("isNear");
    QTest::newRow("much left") << 13U << false << false;
    QTest::newRow("a fifth") << 12U << false << true;
    QTest::newRow("nothing") << 0U << false << true;
    QTest::newRow("refused") << 60U << true << true;
}

void TestUsageBoard::nearIsAFifthOrLess()
{
    QFETCH(quint32, remaining);
    QFETCH(bool, refused);
    QTEST(UsageBoard::isNear(state(m_general, remaining, refused)), "isNear");
}

void TestUsageBoard::showsWhoIsOverFirst()
{
    UsageBoard board;
    board.note(state(m_general, 8), address("192.0.2.1"), kNow);
    board.note(state(m_account, 2), QByteArrayView("ops"), kNow);
    board.note(state(m_general, 0, true), address("192.0.2.2"), kNow);
    board.note(state(m_general, 0, true), address("192.0.2.2"), kNow + 1s);
    const std::vector<Usage> usages = board.usages(kNow + 1s);
    QCOMPARE(usages.size(), std::size_t(3));
    QCOMPARE(usages[0].caller, "192.0.2.2");
    QCOMPARE(usages[0].refused, quint64(2));
    QCOMPARE(usages[0].policy, "general");
    QCOMPARE(usages[1].caller, "ops");
    QCOMPARE(usages[1].scope, Scope::Account);
    QCOMPARE(usages[2].caller, "192.0.2.1");
    QCOMPARE(usages[2].remaining, 8U);
}

void TestUsageBoard::forgetsWhoHasTheWholeBurstBack()
{
    UsageBoard board;
    board.note(state(m_general, 10), address("192.0.2.1"), kNow);
    QCOMPARE(board.usages(kNow + 49s).size(), std::size_t(1));
    QVERIFY(board.usages(kNow + 50s).empty());
}

void TestUsageBoard::countsRefusalsAnewAfterwards()
{
    UsageBoard board;
    board.note(state(m_general, 0, true), address("192.0.2.1"), kNow);
    board.note(state(m_general, 0, true), address("192.0.2.1"), kNow + 61s);
    QCOMPARE(board.usages(kNow + 61s).front().refused, quint64(1));
}

void TestUsageBoard::keepsIpv6ByItsNetwork()
{
    UsageBoard board;
    board.note(state(m_general, 0, true), address("2001:db8:1:2:3::1"), kNow);
    board.note(state(m_general, 0, true), address("2001:db8:1:2:4::1"), kNow);
    QCOMPARE(board.usages(kNow).size(), std::size_t(1));
    QCOMPARE(board.usages(kNow).front().caller, "2001:db8:1:2::/64");
}

void TestUsageBoard::staysSmallWhateverComes()
{
    UsageBoard board;
    board.note({.policy = &m_general, .refused = true, .resetAfter = 1h}, address("192.0.2.1"), kNow);
    for (quint32 i = 0; i < 20'000; ++i)
        board.note(state(m_general, 12), IpAddress::fromIpv4(0x0a000000 + i), kNow);
    const std::vector<Usage> usages = board.usages(kNow);
    QVERIFY2(usages.size() <= 512 && usages.size() > 400, QByteArray::number(usages.size()));
    QCOMPARE(usages.front().caller, "192.0.2.1"); // who is held longest is not pushed off
}

void TestUsageBoard::forgetsWhoWasReset()
{
    UsageBoard board;
    board.note(state(m_general, 0, true), address("2001:db8::1"), kNow);
    board.note(state(m_account, 0, true), QByteArrayView("ops"), kNow);
    board.forget(Scope::Address, LimitedCaller::parse("address:2001:db8::1")->name());
    QCOMPARE(board.usages(kNow).size(), std::size_t(1));
    board.forget(Scope::Address, "ops");
    QCOMPARE(board.usages(kNow).size(), std::size_t(1));
    board.forget(Scope::Account, "ops");
    QVERIFY(board.usages(kNow).empty());
}

void TestUsageBoard::readsTheNamesOfCallers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name"); // null: it is none
    QTest::newRow("IPv4") << QByteArray("address:192.0.2.1") << QByteArray("192.0.2.1");
    QTest::newRow("IPv6") << QByteArray("address:2001:db8::1") << QByteArray("2001:db8::/64");
    QTest::newRow("account") << QByteArray("account:ops") << QByteArray("ops");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("no address") << QByteArray("address:ops") << QByteArray();
    QTest::newRow("no account") << QByteArray("account:") << QByteArray();
    QTest::newRow("another kind") << QByteArray("token:1") << QByteArray();
}

void TestUsageBoard::readsTheNamesOfCallers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    const std::optional<LimitedCaller> caller = LimitedCaller::parse(text);
    QCOMPARE(caller.has_value(), !name.isNull());
    if (caller)
        QCOMPARE(caller->name(), name);
}

void TestUsageBoard::findsEveryCountOfACaller()
{
    const PolicySet policies(PolicyNumbers{.exempt = {*IpNetwork::parse("192.0.2.9")}});
    const auto names = [&](const char *caller) {
        QByteArrayList found;
        for (const LimitedCaller::Key &key : LimitedCaller::parse(caller)->keysIn(policies))
            found.append(key.policy->name);
        return found;
    };
    QCOMPARE(names("address:192.0.2.1"), (QByteArrayList{"general", "sign_in", "probe"}));
    QCOMPARE(names("account:Ops"), (QByteArrayList{"account", "sign_in_account"}));
    QCOMPARE(LimitedCaller::parse("account:Ops")->keysIn(policies).front().key, "ops");
    QVERIFY(names("address:192.0.2.9").isEmpty());
}

QTEST_GUILESS_MAIN(TestUsageBoard)
#include "test_usage_board.moc"
