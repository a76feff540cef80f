#pragma once

#include "core/ip_address.h"
#include "limits/rate_limiter.h"

#include <QVarLengthArray>

#include <array>
#include <vector>

namespace gatehouse::limits {

/// Which policies a route is under.
enum class RouteClass {
    General, ///< `general`, and `account` for a known caller
    SignIn, ///< `general` and `sign_in` by address, `sign_in_account` by the account that is tried
    Administration, ///< `account` for a known caller, `general` for any other
    Probe, ///< `probe` alone, so that a busy caller never looks like a sick server
};

/// Who is calling, as far as limits care. Empty: not known.
struct Caller {
    IpAddress address; ///< through trusted proxies
    QByteArrayView
        account; ///< who is signed in or, for RouteClass::SignIn, the name that is tried; compared without regard to case
    bool mayBeExempt = true; ///< the address is certain
};

class PolicySet;

/// A request's charges, together with the keys they point to: neither copied nor moved.
class ChargeList
{
public:
    ChargeList(const ChargeList &) = delete;
    ChargeList &operator=(const ChargeList &) = delete;

    [[nodiscard]] std::span<const Charge> charges() const { return {m_charges.data(), m_size}; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    friend class PolicySet;
    ChargeList(const PolicySet &policies, RouteClass routeClass, const Caller &caller);
    void addAddress(const Policy &policy, const IpAddress &address);
    void addAccount(const Policy &policy, QByteArrayView account);

    std::array<Charge, 3> m_charges;
    std::size_t m_size = 0;
    std::array<unsigned char, 16> m_address{};
    QVarLengthArray<char, 64> m_account;
};

/// The numbers the operator chose. Names and scopes of the policies are set by PolicySet.
struct PolicyNumbers {
    bool enabled = true; ///< the kill switch: off, nothing is limited at all
    Policy general{.quota = 60, .burst = 60};
    Policy account{.quota = 600, .burst = 600};
    Policy signIn{.quota = 5, .burst = 5}; ///< by address, and the same again by account
    Policy probe{.quota = 600, .burst = 600};
    std::vector<IpNetwork> exempt; ///< callers that are never limited
};

/// The policies in force. Immutable, so it is shared as a Snapshot; whoever holds one keeps it alive while charges
/// made from it are in use. Thread-safe.
class PolicySet
{
public:
    explicit PolicySet(PolicyNumbers numbers);
    PolicySet(const PolicySet &) = delete; // charges point into it
    PolicySet &operator=(const PolicySet &) = delete;

    /// What a request is charged to; empty for an exempt address that is certain, and when the kill switch is on. With an empty
    /// `caller.account` the account's policy is left out: a sign-in is looked at (RateLimiter::peek) by address
    /// before its body is read, and charged to everything once the body has named the account.
    [[nodiscard]] ChargeList chargesFor(RouteClass routeClass, const Caller &caller) const;

    /// Whether nobody at that address is to be limited, when it is certain.
    [[nodiscard]] bool exempts(const IpAddress &address) const { return containsAddress(m_exempt, address); }
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    /// All of them, for metrics and the console.
    [[nodiscard]] std::array<const Policy *, 5> policies() const;

private:
    friend class ChargeList;
    bool m_enabled;
    Policy m_general;
    Policy m_account;
    Policy m_signIn;
    Policy m_signInAccount;
    Policy m_probe;
    std::vector<IpNetwork> m_exempt;
};

} // namespace gatehouse::limits
