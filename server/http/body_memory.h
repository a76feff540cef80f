#pragma once

#include "core/ip_address.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <unordered_map>

namespace gatehouse::http {

/// How much memory the bodies of requests and answers may take together, over all workers, and how much of it those of one
/// client, IPv6 by its /64 (docs/decisions/147). Thread-safe.
class BodyMemory
{
public:
    /// A client's bodies get one of so many parts together. One alone may be larger, or what is allowed could not come.
    static constexpr qint64 kParts = 4;

    explicit BodyMemory(qint64 limit)
        : m_limit(limit)
    {
    }
    BodyMemory(const BodyMemory &) = delete;
    BodyMemory &operator=(const BodyMemory &) = delete;

    /// For a body of the client with that IpAddress::limitKey(). False, and nothing is taken, when that would be too much.
    /// `first`: for a body that has taken nothing yet.
    [[nodiscard]] bool take(const IpAddress &key, qint64 bytes, bool first);
    /// All that one body has taken.
    void giveBack(const IpAddress &key, qint64 bytes);

    /// For what is there already and cannot be refused any more: then others are, sooner. It is nobody's.
    void takeAnyway(qint64 bytes) { m_used.fetch_add(bytes, std::memory_order_relaxed); }
    void giveBack(qint64 bytes) { m_used.fetch_sub(bytes, std::memory_order_relaxed); }
    [[nodiscard]] qint64 used() const { return m_used.load(std::memory_order_relaxed); }

private:
    struct Held {
        qint64 bytes = 0;
        int bodies = 0;
    };
    struct Shard {
        std::mutex mutex;
        std::unordered_map<IpAddress, Held> held;
    };
    [[nodiscard]] Shard &shardOf(const IpAddress &key);
    [[nodiscard]] bool takeOfAll(qint64 bytes);

    const qint64 m_limit;
    std::atomic<qint64> m_used = 0;
    std::array<Shard, 16> m_shards;
};

/// One body's part of it, given back when this ends. The first 64 KiB are not counted: each connection may have those.
class BodyLease
{
public:
    static constexpr qint64 kFree = 64 * 1024;

    BodyLease() = default;
    ~BodyLease() { release(); }
    BodyLease(const BodyLease &) = delete;
    BodyLease &operator=(const BodyLease &) = delete;

    /// Makes it enough for `bytes` of a body that `client` sends; false when there is no room. `memory` outlives this and, as
    /// `client`, is the same each time.
    [[nodiscard]] bool growTo(BodyMemory &memory, const IpAddress &client, qint64 bytes)
    {
        const qint64 more = std::max<qint64>(bytes - kFree, 0) - m_bytes;
        if (more <= 0)
            return true;
        const IpAddress key = client.limitKey();
        if (!memory.take(key, more, m_bytes == 0))
            return false;
        m_memory = &memory;
        m_client = key;
        m_bytes += more;
        return true;
    }
    void release()
    {
        if (m_memory != nullptr)
            m_memory->giveBack(m_client, m_bytes);
        m_memory = nullptr;
        m_bytes = 0;
    }

private:
    BodyMemory *m_memory = nullptr; ///< null: nothing counted
    IpAddress m_client; ///< its limitKey()
    qint64 m_bytes = 0;
};

/// The same of what cannot be refused: of an answer.
class AnswerLease
{
public:
    AnswerLease() = default;
    ~AnswerLease() { release(); }
    AnswerLease(const AnswerLease &) = delete;
    AnswerLease &operator=(const AnswerLease &) = delete;

    /// `memory` outlives this.
    void take(BodyMemory &memory, qint64 bytes)
    {
        release();
        if (bytes <= BodyLease::kFree)
            return;
        m_memory = &memory;
        m_bytes = bytes - BodyLease::kFree;
        memory.takeAnyway(m_bytes);
    }
    void release()
    {
        if (m_memory != nullptr)
            m_memory->giveBack(m_bytes);
        m_memory = nullptr;
    }

private:
    BodyMemory *m_memory = nullptr; ///< null: nothing counted
    qint64 m_bytes = 0;
};

} // namespace gatehouse::http
