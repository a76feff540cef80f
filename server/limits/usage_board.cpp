#include "limits/usage_board.h"

#include <QHashFunctions>

#include <algorithm>

namespace gatehouse::limits {

namespace {

std::size_t placeOf(const QByteArray &policy, QByteArrayView caller)
{
    // Where it lands is no secret worth keeping: the worst that collisions do is to push each other off the board.
    return qHashMulti(0, policy, caller);
}

/// An address is kept as its bytes, as most that come are never shown.
QByteArray textOf(Scope scope, const QByteArray &caller)
{
    std::array<unsigned char, 16> bytes{};
    if (scope != Scope::Address || std::size_t(caller.size()) != bytes.size())
        return caller;
    std::ranges::copy(caller, bytes.begin());
    const IpAddress address(bytes);
    return address.isIpv4() ? address.toText() : address.toText() + "/64";
}

} // namespace

void UsageBoard::note(const PolicyState &state, const IpAddress &address, SteadyTime now)
{
    const IpAddress counted = address.limitKey();
    noteKey(state, QByteArrayView(counted.bytes().data(), qsizetype(counted.bytes().size())), now);
}

void UsageBoard::note(const PolicyState &state, QByteArrayView account, SteadyTime now)
{
    noteKey(state, account, now);
}

void UsageBoard::noteKey(const PolicyState &state, QByteArrayView key, SteadyTime now)
{
    Place &place = m_places[placeOf(state.policy->name, key) % kPlaces];
    const std::lock_guard lock(place.mutex);
    auto usage = std::ranges::find_if(
        place.usages, [&](const Usage &known) { return known.caller == key && known.policy == state.policy->name; });
    const bool isNew = usage == place.usages.end();
    if (isNew)
        usage = std::ranges::min_element(place.usages, {}, &Usage::resets);
    if (isNew || usage->resets <= now)
        *usage = {.policy = state.policy->name, .scope = state.policy->scope, .caller = key.toByteArray()};
    usage->burst = state.policy->burst;
    usage->remaining = state.remaining;
    usage->refused += state.refused ? 1 : 0;
    usage->seen = now;
    usage->resets = now + state.resetAfter;
}

std::vector<Usage> UsageBoard::usages(SteadyTime now) const
{
    std::vector<Usage> all;
    for (const Place &place : m_places) {
        const std::lock_guard lock(place.mutex);
        std::ranges::copy_if(place.usages, std::back_inserter(all), [now](const Usage &usage) { return usage.resets > now; });
    }
    for (Usage &usage : all)
        usage.caller = textOf(usage.scope, usage.caller);
    std::ranges::sort(all, [](const Usage &left, const Usage &right) {
        if (left.refused != right.refused)
            return left.refused > right.refused;
        // By the share that is left, without dividing.
        return quint64(left.remaining) * right.burst < quint64(right.remaining) * left.burst;
    });
    return all;
}

void UsageBoard::forget(Scope scope, QByteArrayView caller)
{
    for (Place &place : m_places) {
        const std::lock_guard lock(place.mutex);
        for (Usage &usage : place.usages) {
            if (usage.scope == scope && textOf(scope, usage.caller) == caller)
                usage = {};
        }
    }
}

} // namespace gatehouse::limits
