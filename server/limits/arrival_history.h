#pragma once

#include "core/clock.h"
#include "limits/rate_limiter.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

namespace gatehouse::limits {

/// What a policy would have refused of what arrived. When exactly something arrived within a slot is not known, so it is said
/// twice: as if requests had come as evenly as can be, below which no timing comes, and as if all of a slot had come at once at
/// its beginning.
struct LimitForecast {
    struct Refusals {
        quint64 requests = 0;
        quint64 callers = 0; ///< of whom at least one was refused
    };
    quint64 requests = 0; ///< that arrived, refused or not
    quint64 callers = 0;
    Refusals evenly;
    Refusals inBursts;
};

/// Arrivals of one worker. Noting one costs a keyed hash, a lock that nobody else holds but while somebody looks, and a look into
/// a small table.
class ArrivalShard
{
public:
    /// How many arrivals of one caller in one slot of ten seconds, under one policy.
    struct Count {
        quint64 caller = 0; ///< a keyed hash: nobody is remembered by name
        quint32 requests = 0;
        quint16 slot = 0; ///< the low bits of its number
        quint16 policy = 0; ///< index among the names; kNobody: of callers that there was no room for
    };
    static constexpr quint16 kNobody = 0xffff;
    static constexpr std::chrono::seconds kSlot{10};
    static constexpr quint64 kSlots = 360; ///< an hour
    static constexpr std::size_t kMostNow = 4096; ///< counts of a slot that goes on
    static constexpr std::size_t kMostPast = 65'536; ///< counts of those before; 1 MiB

    ArrivalShard(std::vector<QByteArray> policies, const std::array<unsigned char, 16> &key, SteadyTime now);

    /// `caller`: an address's bytes, or an account. One thread.
    void note(QByteArrayView policy, QByteArrayView caller, SteadyTime now);

    /// A count with the whole number of its slot.
    struct Dated {
        quint64 caller;
        quint64 slot;
        quint64 requests;
    };
    /// Adds what is known of `policy` to `counts` and what could not be counted to `missed`; returns the first slot of which
    /// everything is known. Any thread.
    [[nodiscard]] quint64 collect(QByteArrayView policy, SteadyTime now, std::vector<Dated> &counts, quint64 &missed) const;

    [[nodiscard]] static quint64 slotOf(SteadyTime time)
    {
        return static_cast<quint64>(time.time_since_epoch() / std::chrono::duration_cast<std::chrono::microseconds>(kSlot));
    }

private:
    void turnTo(quint64 slot);
    void forget(quint64 slot);
    [[nodiscard]] quint64 numberOf(const Count &count) const { return m_slot - quint16(quint16(m_slot) - count.slot); }

    const std::vector<QByteArray> m_policies;
    const std::array<unsigned char, 16> m_key;
    mutable std::mutex m_mutex; ///< of all below
    quint64 m_slot; ///< that goes on
    quint64 m_known; ///< the first slot of which everything is known
    std::vector<Count> m_now; ///< a table by caller and policy; places without requests are free
    std::size_t m_used = 0;
    quint32 m_missed = 0; ///< in this slot
    std::vector<Count> m_past; ///< oldest first, from m_first on
    std::size_t m_first = 0;
};

/// Remembers for an hour how often each caller came, within bounds, so that a policy can be tried on what has been. Thread-safe.
class ArrivalHistory
{
public:
    /// As many shards as there are workers. `policies`: names; of others nothing is remembered.
    ArrivalHistory(const std::vector<QByteArray> &policies, int shards, SteadyTime now);

    [[nodiscard]] ArrivalShard &shard(int index) { return *m_shards[std::size_t(index)]; }

    struct Recall {
        std::vector<ArrivalShard::Dated> counts; ///< by caller, then by slot
        std::chrono::seconds covered{}; ///< how far back everything is known
        quint64 missed = 0; ///< arrivals that there was no room for
    };
    /// What is known of arrivals under `policy`. Takes some milliseconds.
    [[nodiscard]] Recall recall(QByteArrayView policy, SteadyTime now) const;

private:
    std::vector<std::unique_ptr<ArrivalShard>> m_shards;
};

/// What `policy` would have refused, had it stood alone and each caller's burst been whole at the beginning.
[[nodiscard]] LimitForecast forecast(const ArrivalHistory::Recall &recall, const Policy &policy);

} // namespace gatehouse::limits
