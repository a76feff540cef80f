#pragma once

#include "limits/siphash.h"

#include <vector>

namespace gatehouse::limits {

/// What is remembered of one caller under one policy. 32 bytes, so that two share a cache line.
struct KeyEntry {
    Fingerprint fingerprint;
    qint64 arrivalTime = 0; ///< GCRA's theoretical arrival time, steady microseconds; in the past: nothing is owed
    quint32 toleranceMs = 0; ///< of the policy, rounded down: tells a caller that is refused from one that is merely counted
    quint16 pending = 0; ///< requests that took this charge and still wait for their others
    bool used = false; ///< a slot never used ends a search

    [[nodiscard]] bool isExpired(qint64 now) const { return pending == 0 && arrivalTime <= now; }
    [[nodiscard]] bool isRefused(qint64 now) const { return arrivalTime - now > qint64(toleranceMs) * 1000; }
};

/// One shard's callers: a hash table that never holds more than a fixed number of slots. A key may be in one of two
/// buckets of eight slots, so a look-up reads at most 512 bytes, and a table three quarters full still has room for every key.
///
/// Entries whose time has passed are reused. When both buckets of a new key are taken, the caller in them who owes
/// least is forgotten, but never one who is being refused at the moment or has a charge pending: then the new
/// key finds no room. So a flood of new callers cannot free a limited one. Memory is allocated as callers come.
///
/// Not thread-safe: its shard's lock is held.
class KeyTable
{
public:
    static constexpr std::size_t kBucketSlots = 8;

    /// `maxSlots` is a power of two, at least kBucketSlots.
    explicit KeyTable(std::size_t maxSlots);

    /// Null when the key is unknown. The entry stays in place until the next findOrInsert().
    [[nodiscard]] const KeyEntry *find(const Fingerprint &fingerprint) const;
    [[nodiscard]] KeyEntry *find(const Fingerprint &fingerprint);
    /// Null when there is no room, see above.
    [[nodiscard]] KeyEntry *findOrInsert(const Fingerprint &fingerprint, qint64 now);

    [[nodiscard]] std::size_t capacity() const { return m_slots.size(); }

private:
    [[nodiscard]] std::size_t firstSlot(quint64 hash) const;
    [[nodiscard]] KeyEntry *freeSlot(const Fingerprint &fingerprint, qint64 now);
    [[nodiscard]] KeyEntry *evictableSlot(const Fingerprint &fingerprint, qint64 now);
    bool grow(std::size_t atLeast, qint64 now);

    std::size_t m_maxSlots;
    std::size_t m_usedSlots = 0;
    std::vector<KeyEntry> m_slots;
};

} // namespace gatehouse::limits
