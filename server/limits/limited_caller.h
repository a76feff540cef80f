#pragma once

#include "core/ip_address.h"
#include "limits/policy_set.h"

#include <optional>
#include <vector>

namespace gatehouse::limits {

/// A caller as people name one who is to get back what limits counted: `address:198.51.100.7`, `address:2001:db8::` for its
/// /64, `account:ops`. A user counts as an account under the own identifier, and under the name at sign-in.
struct LimitedCaller {
    std::optional<IpAddress> address;
    QByteArray account; ///< empty: an address is meant

    /// Nothing when it is neither.
    [[nodiscard]] static std::optional<LimitedCaller> parse(QByteArrayView text);
    /// As UsageBoard names it.
    [[nodiscard]] QByteArray name() const;
    [[nodiscard]] Scope scope() const { return address ? Scope::Address : Scope::Account; }

    /// What a policy counts the caller by.
    struct Key {
        const Policy *policy = nullptr; ///< of the set that was asked
        QByteArray key;
    };
    /// Under each policy that counts by what is named; none for who is exempt.
    [[nodiscard]] std::vector<Key> keysIn(const PolicySet &policies) const;
};

} // namespace gatehouse::limits
