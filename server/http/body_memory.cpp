#include "http/body_memory.h"

namespace gatehouse::http {

BodyMemory::Shard &BodyMemory::shardOf(const IpAddress &key)
{
    return m_shards[std::hash<IpAddress>{}(key) % m_shards.size()];
}

bool BodyMemory::takeOfAll(qint64 bytes)
{
    qint64 used = m_used.load(std::memory_order_relaxed);
    do {
        if (used + bytes > m_limit)
            return false;
    } while (!m_used.compare_exchange_weak(used, used + bytes, std::memory_order_relaxed));
    return true;
}

bool BodyMemory::take(const IpAddress &key, qint64 bytes, bool first)
{
    Shard &shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.held.try_emplace(key).first;
    Held &held = found->second;
    const int others = held.bodies - (first ? 0 : 1);
    if ((others > 0 && held.bytes + bytes > m_limit / kParts) || !takeOfAll(bytes)) {
        if (held.bodies == 0)
            shard.held.erase(found);
        return false;
    }
    held.bytes += bytes;
    held.bodies += first ? 1 : 0;
    return true;
}

void BodyMemory::giveBack(const IpAddress &key, qint64 bytes)
{
    giveBack(bytes);
    Shard &shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.held.find(key);
    if (found == shard.held.end())
        return;
    found->second.bytes -= bytes;
    if (--found->second.bodies == 0)
        shard.held.erase(found);
}

} // namespace gatehouse::http
