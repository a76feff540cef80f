#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include <QtGlobal>

namespace gatehouse {

/// A value that many threads read and few replace: keys, policies, revocations.
///
/// The value is immutable; replacing it swaps the whole. `shared_ptr` because a reader may still be using the
/// value that was replaced. Readers go through a SnapshotReader, which costs one atomic load when nothing changed.
template<typename T> class Snapshot
{
public:
    explicit Snapshot(std::shared_ptr<const T> value)
        : m_value(std::move(value))
    {
    }

    /// Thread-safe. Readers see the new value at their next get().
    void set(std::shared_ptr<const T> value)
    {
        const std::lock_guard lock(m_mutex);
        m_value = std::move(value);
        m_generation.fetch_add(1, std::memory_order_release);
    }

    /// Thread-safe; takes a lock, so not for the request path.
    [[nodiscard]] std::shared_ptr<const T> get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

    [[nodiscard]] quint64 generation() const { return m_generation.load(std::memory_order_acquire); }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
    std::atomic<quint64> m_generation = 1;
};

/// One thread's view of a Snapshot. Belongs to that thread; the Snapshot must outlive it.
template<typename T> class SnapshotReader
{
public:
    explicit SnapshotReader(const Snapshot<T> &source)
        : m_source(source)
    {
    }

    /// The current value, valid until the next call.
    [[nodiscard]] const T &get()
    {
        if (const quint64 generation = m_source.generation(); generation != m_generation) {
            m_value = m_source.get();
            m_generation = generation;
        }
        return *m_value;
    }

    /// The current value, for as long as it is held: by a coroutine, beyond what it waits for.
    [[nodiscard]] std::shared_ptr<const T> share()
    {
        (void)get();
        return m_value;
    }

private:
    const Snapshot<T> &m_source;
    std::shared_ptr<const T> m_value;
    quint64 m_generation = 0;
};

} // namespace gatehouse
