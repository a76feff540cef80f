#pragma once

#include <QtGlobal>

#include <algorithm>
#include <atomic>

namespace gatehouse::http {

/// How much memory the bodies of requests and answers may take together, over all workers. Thread-safe.
class BodyMemory
{
public:
    explicit BodyMemory(qint64 limit)
        : m_limit(limit)
    {
    }
    BodyMemory(const BodyMemory &) = delete;
    BodyMemory &operator=(const BodyMemory &) = delete;

    /// False, and nothing is taken, when that would be too much.
    [[nodiscard]] bool take(qint64 bytes)
    {
        qint64 used = m_used.load(std::memory_order_relaxed);
        do {
            if (used + bytes > m_limit)
                return false;
        } while (!m_used.compare_exchange_weak(used, used + bytes, std::memory_order_relaxed));
        return true;
    }
    /// For what is there already and cannot be refused any more: then others are, sooner.
    void takeAnyway(qint64 bytes) { m_used.fetch_add(bytes, std::memory_order_relaxed); }
    void giveBack(qint64 bytes) { m_used.fetch_sub(bytes, std::memory_order_relaxed); }
    [[nodiscard]] qint64 used() const { return m_used.load(std::memory_order_relaxed); }

private:
    const qint64 m_limit;
    std::atomic<qint64> m_used = 0;
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

    /// Makes it enough for a body of `bytes`; false when there is no room. `memory` outlives this and is the same each time.
    [[nodiscard]] bool growTo(BodyMemory &memory, qint64 bytes)
    {
        const qint64 more = std::max<qint64>(bytes - kFree, 0) - m_bytes;
        if (more <= 0)
            return true;
        if (!memory.take(more))
            return false;
        m_memory = &memory;
        m_bytes += more;
        return true;
    }
    /// The same for what cannot be refused.
    void growAnyway(BodyMemory &memory, qint64 bytes)
    {
        const qint64 more = std::max<qint64>(bytes - kFree, 0) - m_bytes;
        if (more <= 0)
            return;
        memory.takeAnyway(more);
        m_memory = &memory;
        m_bytes += more;
    }
    void release()
    {
        if (m_memory != nullptr)
            m_memory->giveBack(m_bytes);
        m_memory = nullptr;
        m_bytes = 0;
    }

private:
    BodyMemory *m_memory = nullptr; ///< null: nothing counted
    qint64 m_bytes = 0;
};

} // namespace gatehouse::http
