#include "limits/key_table.h"

#include <algorithm>
#include <bit>
#include <span>

namespace gatehouse::limits {

namespace {
constexpr std::size_t kFirstCapacity = 64;
} // namespace

KeyTable::KeyTable(std::size_t maxSlots)
    : m_maxSlots(std::max(std::bit_floor(maxSlots), kBucketSlots))
{
}

std::size_t KeyTable::firstSlot(quint64 hash) const
{
    return static_cast<std::size_t>(hash) & (m_slots.size() - 1) & ~(kBucketSlots - 1);
}

const KeyEntry *KeyTable::find(const Fingerprint &fingerprint) const
{
    if (m_slots.empty())
        return nullptr;
    for (const quint64 hash : {fingerprint.low, fingerprint.high}) {
        const KeyEntry *slot = m_slots.data() + firstSlot(hash);
        for (std::size_t i = 0; i < kBucketSlots && slot[i].used; ++i) {
            if (slot[i].fingerprint == fingerprint)
                return slot + i;
        }
    }
    return nullptr;
}

KeyEntry *KeyTable::find(const Fingerprint &fingerprint)
{
    return const_cast<KeyEntry *>(std::as_const(*this).find(fingerprint));
}

KeyEntry *KeyTable::findOrInsert(const Fingerprint &fingerprint, qint64 now)
{
    if (KeyEntry *known = find(fingerprint))
        return known;

    if (m_slots.empty() || (m_slots.size() < m_maxSlots && m_usedSlots * 4 >= m_slots.size() * 3))
        grow(0, now);
    KeyEntry *slot = freeSlot(fingerprint, now);
    if (slot == nullptr && grow(m_slots.size() * 2, now))
        slot = freeSlot(fingerprint, now);
    if (slot == nullptr)
        slot = evictableSlot(fingerprint, now);
    if (slot == nullptr)
        return nullptr;
    m_usedSlots += slot->used ? 0 : 1;
    *slot = KeyEntry{.fingerprint = fingerprint, .used = true};
    return slot;
}

/// A slot that nobody needs in the emptier one of the key's buckets, which keeps both from filling up early.
KeyEntry *KeyTable::freeSlot(const Fingerprint &fingerprint, qint64 now)
{
    KeyEntry *best = nullptr;
    std::size_t fewestTaken = kBucketSlots;
    for (const quint64 hash : {fingerprint.low, fingerprint.high}) {
        KeyEntry *candidate = nullptr;
        std::size_t taken = 0;
        for (KeyEntry &slot : std::span(m_slots).subspan(firstSlot(hash), kBucketSlots)) {
            const bool isFree = !slot.used || slot.isExpired(now);
            taken += isFree ? 0 : 1;
            if (isFree && candidate == nullptr)
                candidate = &slot;
        }
        if (taken < fewestTaken) {
            fewestTaken = taken;
            best = candidate;
        }
    }
    return best;
}

KeyEntry *KeyTable::evictableSlot(const Fingerprint &fingerprint, qint64 now)
{
    KeyEntry *best = nullptr;
    for (const quint64 hash : {fingerprint.low, fingerprint.high}) {
        for (KeyEntry &slot : std::span(m_slots).subspan(firstSlot(hash), kBucketSlots)) {
            if (slot.pending > 0 || slot.isRefused(now))
                continue;
            if (best == nullptr || slot.arrivalTime < best->arrivalTime)
                best = &slot;
        }
    }
    return best;
}

/// Makes room for twice the callers that still matter. What does not fit even so is left where it was: then the
/// table stays as it is.
bool KeyTable::grow(std::size_t atLeast, qint64 now)
{
    if (atLeast > m_maxSlots)
        return false;
    const auto live = static_cast<std::size_t>(
        std::ranges::count_if(m_slots, [now](const KeyEntry &slot) { return slot.used && !slot.isExpired(now); }));
    const std::size_t wanted = std::max({atLeast, std::bit_ceil(live * 2), kFirstCapacity});

    std::vector<KeyEntry> before = std::exchange(m_slots, std::vector<KeyEntry>(std::min(wanted, m_maxSlots)));
    const std::size_t usedBefore = std::exchange(m_usedSlots, 0);
    for (const KeyEntry &entry : before) {
        if (!entry.used || entry.isExpired(now))
            continue;
        KeyEntry *slot = freeSlot(entry.fingerprint, now);
        if (slot == nullptr) {
            m_slots = std::move(before);
            m_usedSlots = usedBefore;
            return false;
        }
        *slot = entry;
        ++m_usedSlots;
    }
    return true;
}

} // namespace gatehouse::limits
