#include "limits/policy_set.h"

#include <algorithm>
#include <utility>

namespace gatehouse::limits {

namespace {

Policy named(Policy policy, QByteArray name, Scope scope)
{
    policy.name = std::move(name);
    policy.scope = scope;
    return policy;
}

} // namespace

ChargeList::ChargeList(const PolicySet &policies, RouteClass routeClass, const Caller &caller)
{
    if (!policies.m_enabled || (caller.mayBeExempt && policies.exempts(caller.address)))
        return;
    switch (routeClass) {
    case RouteClass::General:
        addAddress(policies.m_general, caller.address);
        addAccount(policies.m_account, caller.account);
        break;
    case RouteClass::SignIn:
        addAddress(policies.m_general, caller.address);
        addAddress(policies.m_signIn, caller.address);
        addAccount(policies.m_signInAccount, caller.account);
        break;
    case RouteClass::Administration:
        if (caller.account.isEmpty())
            addAddress(policies.m_general, caller.address);
        addAccount(policies.m_account, caller.account);
        break;
    case RouteClass::Probe: addAddress(policies.m_probe, caller.address); break;
    }
}

void ChargeList::addAddress(const Policy &policy, const IpAddress &address)
{
    m_address = address.limitKey().bytes();
    const QByteArrayView key(m_address.data(), static_cast<qsizetype>(m_address.size()));
    m_charges[m_size++] = {&policy, key};
}

void ChargeList::addAccount(const Policy &policy, QByteArrayView account)
{
    if (account.isEmpty())
        return;
    // Names of accounts are ASCII and unique without regard to case, so `Admin` is not a second try at `admin`.
    m_account.resize(account.size());
    std::ranges::transform(account, m_account.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    m_charges[m_size++] = {&policy, QByteArrayView(m_account.constData(), m_account.size())};
}

PolicySet::PolicySet(PolicyNumbers numbers)
    : m_enabled(numbers.enabled)
    , m_general(named(numbers.general, QByteArrayLiteral("general"), Scope::Address))
    , m_account(named(numbers.account, QByteArrayLiteral("account"), Scope::Account))
    , m_signIn(named(numbers.signIn, QByteArrayLiteral("sign_in"), Scope::Address))
    , m_signInAccount(named(numbers.signIn, QByteArrayLiteral("sign_in_account"), Scope::Account))
    , m_probe(named(numbers.probe, QByteArrayLiteral("probe"), Scope::Address))
    , m_exempt(std::move(numbers.exempt))
{
}

ChargeList PolicySet::chargesFor(RouteClass routeClass, const Caller &caller) const
{
    return ChargeList(*this, routeClass, caller);
}

std::array<const Policy *, 5> PolicySet::policies() const
{
    return {&m_general, &m_account, &m_signIn, &m_signInAccount, &m_probe};
}

} // namespace gatehouse::limits
