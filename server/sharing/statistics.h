#pragma once

#include "sharing/one_time_secret.h"
#include "telemetry/sharing_totals.h"

#include <array>
#include <atomic>

namespace gatehouse::sharing {

/// By whose right a secret is created, as Hakanai's metrics tell them apart.
enum class CreatorKind { Anonymous, Authenticated, Trusted };

/// Counts what becomes of secrets. Thread-safe; no lock.
class Statistics
{
public:
    void created(CreatorKind by, qint64 size, std::chrono::seconds ttl, int restrictions);
    void asked(TakeOutcome::Kind outcome);
    void burned() { ++m_burned; }
    void refusedCreation() { ++m_refusedCreations; }
    /// What a sweep found: how many expired since the last, how many wait, how many share tokens there are.
    void swept(int expired, qint64 waiting, qint64 tokens);

    [[nodiscard]] telemetry::SharingTotals totals() const;

private:
    static constexpr std::size_t kCreators = telemetry::SharingTotals::kCreators;
    struct Histogram {
        std::array<std::atomic<quint64>, telemetry::SharingTotals::kBounds + 1> buckets{};
        std::atomic<quint64> sum = 0;
    };
    struct OfCreator {
        std::atomic<quint64> created = 0;
        Histogram sizes;
        Histogram lifetimes;
        std::array<std::atomic<quint64>, telemetry::SharingTotals::kRestrictions> restricted{};
    };
    static void add(Histogram &histogram, const std::array<quint64, telemetry::SharingTotals::kBounds> &bounds, quint64 value);
    static telemetry::SharingTotals::Histogram read(const Histogram &histogram);

    std::array<OfCreator, kCreators> m_creators;
    std::array<std::atomic<quint64>, telemetry::SharingTotals::kOutcomes> m_outcomes{};
    std::atomic<quint64> m_burned = 0;
    std::atomic<quint64> m_expired = 0;
    std::atomic<quint64> m_refusedCreations = 0;
    std::atomic<qint64> m_waiting = 0;
    std::atomic<qint64> m_tokens = 0;
};

} // namespace gatehouse::sharing
