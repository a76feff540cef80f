#include "limits/limited_caller.h"

#include <algorithm>

namespace gatehouse::limits {

std::optional<LimitedCaller> LimitedCaller::parse(QByteArrayView text)
{
    constexpr QByteArrayView kAddress("address:");
    constexpr QByteArrayView kAccount("account:");
    if (text.startsWith(kAccount) && text.size() > kAccount.size())
        return LimitedCaller{{}, text.sliced(kAccount.size()).toByteArray()};
    if (!text.startsWith(kAddress))
        return std::nullopt;
    const std::optional<IpAddress> address = IpAddress::parse(text.sliced(kAddress.size()));
    return address ? std::optional(LimitedCaller{address, {}}) : std::nullopt;
}

QByteArray LimitedCaller::name() const
{
    if (!address)
        return account;
    const QByteArray text = address->limitKey().toText();
    return address->isIpv4() ? text : text + "/64";
}

std::vector<LimitedCaller::Key> LimitedCaller::keysIn(const PolicySet &policies) const
{
    std::vector<Key> keys;
    for (const RouteClass routeClass : {RouteClass::General, RouteClass::SignIn, RouteClass::Probe}) {
        const ChargeList list = policies.chargesFor(routeClass, {address.value_or(IpAddress()), account});
        for (const Charge &charge : list.charges()) {
            const bool listed = std::ranges::find(keys, charge.policy, &Key::policy) != keys.end();
            if (charge.policy->scope == scope() && !listed)
                keys.push_back({charge.policy, charge.key.toByteArray()});
        }
    }
    return keys;
}

} // namespace gatehouse::limits
