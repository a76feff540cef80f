#include "limits/arrival_history.h"

#include "core/random.h"
#include "limits/gcra.h"
#include "limits/siphash.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::limits {

namespace {

constexpr qint64 kSlotMicroseconds = std::chrono::microseconds(ArrivalShard::kSlot).count();
constexpr std::size_t kFullTable = ArrivalShard::kMostNow * 3 / 4;

/// What one caller may still take, in microseconds of its policy's steady rate.
class Bucket
{
public:
    explicit Bucket(const Gcra &gcra)
        : m_interval(gcra.interval)
        , m_most(gcra.tolerance + gcra.interval)
        , m_level(m_most)
    {
    }
    void fill(qint64 slots)
    {
        m_level = slots > m_most / kSlotMicroseconds ? m_most : std::min(m_most, m_level + slots * kSlotMicroseconds);
    }
    /// Takes up to `wanted`, and `during` more than there is at first; returns how many there were not.
    quint64 take(quint64 wanted, qint64 during)
    {
        const qint64 there = m_level + during;
        const quint64 taken = std::min(wanted, quint64(there / m_interval));
        m_level = std::min(m_most, there - qint64(taken) * m_interval);
        return wanted - taken;
    }

private:
    qint64 m_interval;
    qint64 m_most;
    qint64 m_level;
};

using Counts = std::span<const ArrivalShard::Dated>;

quint64 refusedEvenly(Counts counts, const Gcra &gcra)
{
    Bucket bucket(gcra);
    quint64 refused = 0;
    quint64 before = counts.front().slot;
    for (const ArrivalShard::Dated &count : counts) {
        if (count.slot > before)
            bucket.fill(qint64(count.slot - before) - 1); // the slots in between
        refused += bucket.take(count.requests, kSlotMicroseconds);
        before = count.slot;
    }
    return refused;
}

quint64 refusedInBursts(Counts counts, const Gcra &gcra)
{
    Bucket bucket(gcra);
    quint64 refused = 0;
    quint64 before = counts.front().slot;
    for (const ArrivalShard::Dated &count : counts) {
        bucket.fill(qint64(count.slot - before));
        refused += bucket.take(count.requests, 0);
        before = count.slot;
    }
    return refused;
}

void add(LimitForecast::Refusals &refusals, quint64 refused)
{
    refusals.requests += refused;
    refusals.callers += refused > 0 ? 1 : 0;
}

} // namespace

ArrivalShard::ArrivalShard(std::vector<QByteArray> policies, const std::array<unsigned char, 16> &key, SteadyTime now)
    : m_policies(std::move(policies))
    , m_key(key)
    , m_slot(slotOf(now))
    , m_known(m_slot)
    , m_now(kMostNow)
{
}

void ArrivalShard::note(QByteArrayView policy, QByteArrayView caller, SteadyTime now)
{
    const auto known = std::ranges::find(m_policies, policy);
    if (known == m_policies.end())
        return;
    const auto index = static_cast<quint16>(known - m_policies.begin());
    const quint64 hash = sipHash128(caller, m_key).low;
    const std::lock_guard lock(m_mutex);
    if (const quint64 slot = slotOf(now); slot > m_slot)
        turnTo(slot);
    std::size_t place = (hash + index) % kMostNow;
    while (m_now[place].requests != 0 && (m_now[place].caller != hash || m_now[place].policy != index))
        place = (place + 1) % kMostNow;
    Count &count = m_now[place];
    if (count.requests == 0) {
        if (m_used >= kFullTable) {
            ++m_missed;
            return;
        }
        ++m_used;
        count = {hash, 0, quint16(m_slot), index};
    }
    ++count.requests;
}

/// Ends the slot that went on.
void ArrivalShard::turnTo(quint64 slot)
{
    if (m_used > 0 || m_missed > 0) {
        for (Count &count : m_now) {
            if (count.requests > 0)
                m_past.push_back(std::exchange(count, {}));
        }
        if (m_missed > 0)
            m_past.push_back({0, m_missed, quint16(m_slot), kNobody});
        m_used = 0;
        m_missed = 0;
    }
    forget(slot);
    m_slot = slot;
}

/// Lets go of what is older than an hour before `slot`, or more than there is room for.
void ArrivalShard::forget(quint64 slot)
{
    const quint64 oldest = slot > kSlots ? slot - kSlots : 0;
    while (m_first < m_past.size() && numberOf(m_past[m_first]) < oldest)
        ++m_first;
    m_known = std::max(m_known, oldest);
    while (m_past.size() - m_first > kMostPast) {
        m_known = std::max(m_known, numberOf(m_past[m_first]) + 1);
        ++m_first;
    }
    while (m_first < m_past.size() && numberOf(m_past[m_first]) < m_known)
        ++m_first; // half a slot is worth nothing
    if (m_first > m_past.size() / 2) {
        m_past.erase(m_past.begin(), m_past.begin() + qsizetype(m_first));
        m_first = 0;
    }
}

quint64 ArrivalShard::collect(QByteArrayView policy, SteadyTime now, std::vector<Dated> &counts, quint64 &missed) const
{
    const auto known = std::ranges::find(m_policies, policy);
    const auto index = static_cast<quint16>(known - m_policies.begin());
    const quint64 current = slotOf(now);
    const quint64 oldest = current > kSlots ? current - kSlots : 0;
    const std::lock_guard lock(m_mutex);
    for (std::size_t i = m_first; i < m_past.size(); ++i) {
        const Count &count = m_past[i];
        const quint64 slot = numberOf(count);
        if (slot >= oldest && count.policy == index)
            counts.push_back({count.caller, slot, count.requests});
        if (slot >= oldest && count.policy == kNobody)
            missed += count.requests;
    }
    if (m_slot >= oldest) {
        for (const Count &count : m_now) {
            if (count.requests > 0 && count.policy == index)
                counts.push_back({count.caller, m_slot, count.requests});
        }
        missed += m_missed;
    }
    return std::max(m_known, oldest);
}

ArrivalHistory::ArrivalHistory(const std::vector<QByteArray> &policies, int shards, SteadyTime now)
{
    std::array<unsigned char, 16> key{};
    fillRandom(key.data(), key.size());
    for (int i = 0; i < shards; ++i)
        m_shards.push_back(std::make_unique<ArrivalShard>(policies, key, now));
}

ArrivalHistory::Recall ArrivalHistory::recall(QByteArrayView policy, SteadyTime now) const
{
    Recall recall;
    quint64 known = 0;
    std::vector<ArrivalShard::Dated> all;
    for (const auto &shard : m_shards)
        known = std::max(known, shard->collect(policy, now, all, recall.missed));
    std::ranges::sort(all, {}, [](const ArrivalShard::Dated &count) { return std::tuple(count.caller, count.slot); });
    for (const ArrivalShard::Dated &count : all) {
        if (count.slot < known)
            continue;
        if (!recall.counts.empty() && recall.counts.back().caller == count.caller && recall.counts.back().slot == count.slot)
            recall.counts.back().requests += count.requests; // of another worker
        else
            recall.counts.push_back(count);
    }
    recall.covered = ArrivalShard::kSlot * qint64(ArrivalShard::slotOf(now) - known + 1);
    return recall;
}

LimitForecast forecast(const ArrivalHistory::Recall &recall, const Policy &policy)
{
    const Gcra gcra = Gcra::of(policy);
    LimitForecast outcome;
    for (auto begin = recall.counts.begin(); begin != recall.counts.end();) {
        const auto end =
            std::find_if(begin, recall.counts.end(), [&](const auto &count) { return count.caller != begin->caller; });
        const Counts counts(begin, end);
        for (const ArrivalShard::Dated &count : counts)
            outcome.requests += count.requests;
        ++outcome.callers;
        add(outcome.evenly, refusedEvenly(counts, gcra));
        add(outcome.inBursts, refusedInBursts(counts, gcra));
        begin = end;
    }
    return outcome;
}

} // namespace gatehouse::limits
