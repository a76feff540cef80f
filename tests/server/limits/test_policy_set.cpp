#include "limits/local_limiter.h"
#include "limits/policy_set.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

namespace {

QByteArrayList namesOf(const ChargeList &list)
{
    QByteArrayList names;
    for (const Charge &charge : list.charges())
        names.append(charge.policy->name);
    return names;
}

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

QByteArray keyOf(const PolicySet &set, RouteClass routeClass, const Caller &caller, std::size_t index)
{
    return set.chargesFor(routeClass, caller).charges()[index].key.toByteArray();
}

} // namespace

class TestPolicySet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesPoliciesByRouteClass()
    {
        const PolicySet set(PolicyNumbers{});
        const Caller anonymous{.address = address("203.0.113.7"), .account = {}};
        const Caller known{.address = address("203.0.113.7"), .account = "alice"};
        QCOMPARE(namesOf(set.chargesFor(RouteClass::General, anonymous)), QByteArrayList{"general"});
        QCOMPARE(namesOf(set.chargesFor(RouteClass::General, known)), (QByteArrayList{"general", "account"}));
        QCOMPARE(namesOf(set.chargesFor(RouteClass::SignIn, anonymous)), (QByteArrayList{"general", "sign_in"}));
        QCOMPARE(namesOf(set.chargesFor(RouteClass::SignIn, known)), (QByteArrayList{"general", "sign_in", "sign_in_account"}));
        QCOMPARE(namesOf(set.chargesFor(RouteClass::Administration, anonymous)), QByteArrayList{"general"});
        QCOMPARE(namesOf(set.chargesFor(RouteClass::Administration, known)), QByteArrayList{"account"});
        QCOMPARE(namesOf(set.chargesFor(RouteClass::Probe, known)), QByteArrayList{"probe"});
    }

    void anAttackerWithAWholeIpv6NetworkIsOneCaller()
    {
        const PolicySet set(PolicyNumbers{});
        const QByteArray one = keyOf(set, RouteClass::General, {.address = address("2001:db8::1"), .account = {}}, 0);
        const QByteArray other = keyOf(set, RouteClass::General, {.address = address("2001:db8::ffff:2"), .account = {}}, 0);
        const QByteArray next = keyOf(set, RouteClass::General, {.address = address("2001:db8:0:1::1"), .account = {}}, 0);
        QCOMPARE(one, other);
        QVERIFY(one != next);
    }

    void aMappedAddressIsTheIpv4Caller()
    {
        const PolicySet set(PolicyNumbers{});
        QCOMPARE(keyOf(set, RouteClass::General, {.address = address("::ffff:203.0.113.7"), .account = {}}, 0),
                 keyOf(set, RouteClass::General, {.address = address("203.0.113.7"), .account = {}}, 0));
    }

    void anotherSpellingIsNoFreshTryAtAnAccount()
    {
        const PolicySet set(PolicyNumbers{});
        const Caller lower{.address = address("203.0.113.7"), .account = "admin_1"};
        const Caller upper{.address = address("198.51.100.9"), .account = "ADMIN_1"};
        QCOMPARE(keyOf(set, RouteClass::SignIn, lower, 2), keyOf(set, RouteClass::SignIn, upper, 2));
    }

    void holdsAccountsOfAnyLength()
    {
        const PolicySet set(PolicyNumbers{});
        const QByteArray longName(100'000, 'A');
        QCOMPARE(keyOf(set, RouteClass::SignIn, {.address = address("203.0.113.7"), .account = longName}, 2), longName.toLower());
    }

    void exemptAddressesAreNotCounted()
    {
        PolicyNumbers numbers;
        numbers.exempt = {IpNetwork::parse("10.0.0.0/8").value()};
        const PolicySet set(numbers);
        QVERIFY(set.chargesFor(RouteClass::General, {.address = address("10.1.2.3"), .account = {}}).isEmpty());
        QVERIFY(set.chargesFor(RouteClass::General, {.address = address("::ffff:10.1.2.3"), .account = {}}).isEmpty());
        QVERIFY(!set.chargesFor(RouteClass::General, {.address = address("11.1.2.3"), .account = {}}).isEmpty());
        const Caller uncertain{.address = address("10.1.2.3"), .account = {}, .mayBeExempt = false};
        QVERIFY(!set.chargesFor(RouteClass::General, uncertain).isEmpty());
    }

    void theKillSwitchStopsAllCounting()
    {
        const PolicySet set(PolicyNumbers{.enabled = false, .exempt = {}});
        for (const RouteClass routeClass : {RouteClass::General, RouteClass::SignIn, RouteClass::Probe})
            QVERIFY(set.chargesFor(routeClass, {.address = address("203.0.113.7"), .account = "a"}).isEmpty());
    }

    void guessingOnePasswordFromManyAddressesIsLimitedByAccount()
    {
        const PolicySet set(PolicyNumbers{});
        LocalLimiter limiter(10'000);
        int passed = 0;
        for (quint32 i = 0; i < 1000; ++i) {
            const ChargeList charges =
                set.chargesFor(RouteClass::SignIn, {.address = IpAddress::fromIpv4(0xc0000200U + i * 7919), .account = "admin"});
            passed += limiter.take(charges.charges(), SteadyTime(1s)).allowed ? 1 : 0;
        }
        QCOMPARE(passed, 5);
    }
};

QTEST_APPLESS_MAIN(TestPolicySet)
#include "test_policy_set.moc"
