#include "http/connection_census.h"

namespace gatehouse::http {

ConnectionCensus::ConnectionCensus(int maxTotal, int maxPerAddress, std::vector<IpNetwork> unlimited)
    : m_maxTotal(maxTotal)
    , m_maxPerAddress(maxPerAddress)
    , m_unlimited(std::move(unlimited))
{
}

ConnectionCensus::Shard &ConnectionCensus::shardOf(const IpAddress &address)
{
    return m_shards[std::hash<IpAddress>{}(address) % m_shards.size()];
}

ConnectionCensus::Admission ConnectionCensus::enter(const IpAddress &address)
{
    if (m_total.fetch_add(1, std::memory_order_relaxed) >= m_maxTotal) {
        m_total.fetch_sub(1, std::memory_order_relaxed);
        return Admission::TooMany;
    }
    const IpAddress key = address.limitKey();
    Shard &shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    int &count = shard.counts[key];
    if (count >= m_maxPerAddress && !containsAddress(m_unlimited, address)) {
        m_total.fetch_sub(1, std::memory_order_relaxed);
        return Admission::TooManyFromAddress;
    }
    ++count;
    return Admission::Admitted;
}

void ConnectionCensus::leave(const IpAddress &address)
{
    m_total.fetch_sub(1, std::memory_order_relaxed);
    const IpAddress key = address.limitKey();
    Shard &shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.counts.find(key);
    if (found != shard.counts.end() && --found->second == 0)
        shard.counts.erase(found);
}

} // namespace gatehouse::http
