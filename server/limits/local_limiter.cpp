#include "limits/local_limiter.h"

#include "core/random.h"
#include "limits/charging.h"
#include "limits/gcra.h"
#include "limits/key_table.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <mutex>
#include <thread>

namespace gatehouse::limits {

namespace {

constexpr std::size_t kShards = 64;
constexpr unsigned kShardShift = 58; ///< the shard is the fingerprint's highest six bits; buckets use the lowest
static_assert(std::size_t(1) << (64 - kShardShift) == kShards);

} // namespace

struct alignas(64) LocalLimiter::Shard {
    std::mutex mutex;
    KeyTable table{0};
};

/// One charge on its way.
struct LocalLimiter::Slot {
    Fingerprint fingerprint;
    Shard *shard = nullptr;
    const Policy *policy = nullptr;
    Gcra gcra;
    qsizetype position = 0; ///< among the caller's charges
    bool reserved = false;
    PolicyState state;
};

/// A request's charges in the order of their fingerprints, each once.
class LocalLimiter::SlotList
{
public:
    SlotList(const LocalLimiter &limiter, std::span<const Charge> charges)
    {
        Q_ASSERT(charges.size() <= kMaxCharges);
        for (std::size_t i = 0; i < std::min(charges.size(), kMaxCharges); ++i)
            insert(limiter, charges[i]);
    }

    [[nodiscard]] std::span<Slot> slots() { return {m_slots.data(), m_size}; }

    [[nodiscard]] Verdict verdict() const
    {
        Verdict verdict;
        verdict.states.resize(static_cast<qsizetype>(m_size));
        for (const Slot &slot : std::span(m_slots.data(), m_size))
            verdict.states[slot.position] = slot.state;
        summarise(verdict);
        return verdict;
    }

private:
    void insert(const LocalLimiter &limiter, const Charge &charge)
    {
        const Fingerprint fingerprint = fingerprintOf(charge, limiter.m_hashKey);
        std::size_t at = m_size;
        while (at > 0 && fingerprint < m_slots[at - 1].fingerprint)
            --at;
        if (at > 0 && m_slots[at - 1].fingerprint == fingerprint)
            return; // a second reservation of the same entry would wait for the first
        const auto position = static_cast<qsizetype>(m_size);
        for (std::size_t i = m_size; i > at; --i)
            m_slots[i] = m_slots[i - 1];
        m_slots[at] = {.fingerprint = fingerprint,
                       .shard = &limiter.shardOf(fingerprint),
                       .policy = charge.policy,
                       .gcra = Gcra::of(*charge.policy),
                       .position = position,
                       .state = {}};
        ++m_size;
    }

    std::array<Slot, kMaxCharges> m_slots;
    std::size_t m_size = 0;
};

LocalLimiter::LocalLimiter(std::size_t maxKeys)
    : m_shards(std::make_unique<Shard[]>(kShards))
{
    fillRandom(m_hashKey.data(), m_hashKey.size());
    const std::size_t slots = std::bit_ceil(std::max<std::size_t>((maxKeys + kShards - 1) / kShards, 1));
    for (std::size_t i = 0; i < kShards; ++i)
        m_shards[i].table = KeyTable(slots);
}

LocalLimiter::~LocalLimiter() = default;

LocalLimiter::Shard &LocalLimiter::shardOf(const Fingerprint &fingerprint) const
{
    return m_shards[fingerprint.low >> kShardShift];
}

Verdict LocalLimiter::take(std::span<const Charge> charges, SteadyTime now)
{
    const qint64 time = now.time_since_epoch().count();
    SlotList list(*this, charges);
    const std::span<Slot> slots = list.slots();

    std::size_t taken = 0;
    for (; taken < slots.size(); ++taken) {
        // The last charge decides, so it needs no reservation.
        const Step step = taken + 1 == slots.size() ? Step::Commit : Step::Reserve;
        if (!tryTake(slots[taken], time, step) && !slots[taken].policy->shadow)
            break;
    }
    const bool allowed = taken == slots.size();
    for (Slot &slot : slots.first(taken)) {
        if (slot.reserved)
            settle(slot, time, allowed);
    }
    // Whoever is refused is told how it stands with each policy, and to come back when all of them would let it pass.
    for (Slot &slot : slots.subspan(std::min(taken + 1, slots.size())))
        look(slot, time);
    return list.verdict();
}

Verdict LocalLimiter::peek(std::span<const Charge> charges, SteadyTime now) const
{
    SlotList list(*this, charges);
    for (Slot &slot : list.slots())
        look(slot, now.time_since_epoch().count());
    return list.verdict();
}

bool LocalLimiter::reset(const Policy &policy, QByteArrayView key)
{
    const Fingerprint fingerprint = fingerprintOf({&policy, key}, m_hashKey);
    Shard &shard = shardOf(fingerprint);
    const std::lock_guard lock(shard.mutex);
    KeyEntry *entry = shard.table.find(fingerprint);
    return entry != nullptr && std::exchange(entry->arrivalTime, 0) != 0;
}

std::size_t LocalLimiter::memoryInUse() const
{
    std::size_t bytes = 0;
    for (Shard &shard : std::span(m_shards.get(), kShards)) {
        const std::lock_guard lock(shard.mutex);
        bytes += sizeof shard + shard.table.capacity() * sizeof(KeyEntry);
    }
    return bytes;
}

/// Takes or reserves one charge; false when its policy refuses.
bool LocalLimiter::tryTake(Slot &slot, qint64 now, Step step)
{
    for (;; std::this_thread::yield()) {
        const std::lock_guard lock(slot.shard->mutex);
        KeyEntry *entry = slot.shard->table.findOrInsert(slot.fingerprint, now);
        if (entry == nullptr) {
            // Everybody who could be forgotten in favour of this caller is being refused. Let it wait with them.
            slot.state = slot.gcra.stateAt(slot.gcra.tolerance + slot.gcra.interval, true, slot.policy);
            return false;
        }
        const qint64 owed = std::max<qint64>(entry->arrivalTime - now, 0);
        const qint64 owedWithPending = owed + entry->pending * slot.gcra.interval;
        if (slot.gcra.conforms(owedWithPending)) {
            if (step == Step::Commit)
                entry->arrivalTime = std::max(entry->arrivalTime, now) + slot.gcra.interval;
            else
                ++entry->pending;
            entry->toleranceMs =
                static_cast<quint32>(std::min<qint64>(slot.gcra.tolerance / 1000, std::numeric_limits<quint32>::max()));
            slot.reserved = step == Step::Reserve;
            slot.state = slot.gcra.stateAt(owedWithPending + slot.gcra.interval, false, slot.policy);
            return true;
        }
        if (!slot.gcra.conforms(owed)) {
            slot.state = slot.gcra.stateAt(owed, true, slot.policy);
            return false;
        }
        // It depends on requests that are being decided in other threads at this instant.
    }
}

/// Turns a reservation into a charge, or drops it.
void LocalLimiter::settle(Slot &slot, qint64 now, bool charged)
{
    const std::lock_guard lock(slot.shard->mutex);
    KeyEntry *entry = slot.shard->table.find(slot.fingerprint); // a pending entry is never evicted
    --entry->pending;
    slot.reserved = false;
    if (charged)
        entry->arrivalTime = std::max(entry->arrivalTime, now) + slot.gcra.interval;
    else
        slot.state = slot.gcra.stateAt(std::max<qint64>(entry->arrivalTime - now, 0), false, slot.policy);
}

void LocalLimiter::look(Slot &slot, qint64 now)
{
    const std::lock_guard lock(slot.shard->mutex);
    const KeyEntry *entry = slot.shard->table.find(slot.fingerprint);
    const qint64 owed = entry == nullptr ? 0 : std::max<qint64>(entry->arrivalTime - now, 0);
    slot.state = slot.gcra.stateAt(owed, !slot.gcra.conforms(owed), slot.policy);
}

} // namespace gatehouse::limits
