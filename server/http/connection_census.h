#pragma once

#include "core/ip_address.h"

#include <array>
#include <atomic>
#include <mutex>
#include <unordered_map>

namespace gatehouse::http {

/// How many connections there are, in all and by address, over all workers. Touched only when a connection comes or
/// goes. Thread-safe.
class ConnectionCensus
{
public:
    ConnectionCensus(int maxTotal, int maxPerAddress, std::vector<IpNetwork> unlimited);

    enum class Admission { Admitted, TooMany, TooManyFromAddress };
    /// Counts a connection in, unless it would be one too many. Each Admitted needs one leave().
    [[nodiscard]] Admission enter(const IpAddress &address);
    void leave(const IpAddress &address);
    [[nodiscard]] int total() const { return m_total.load(std::memory_order_relaxed); }

private:
    struct Shard {
        std::mutex mutex;
        std::unordered_map<IpAddress, int> counts;
    };
    [[nodiscard]] Shard &shardOf(const IpAddress &address);

    const int m_maxTotal;
    const int m_maxPerAddress;
    const std::vector<IpNetwork> m_unlimited; ///< proxies, which speak for many
    std::atomic<int> m_total = 0;
    std::array<Shard, 16> m_shards;
};

} // namespace gatehouse::http
