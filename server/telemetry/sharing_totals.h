#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace gatehouse::telemetry {

/// What became of one-time secrets since the start, for the metrics.
struct SharingTotals {
    static constexpr std::size_t kCreators = 3; ///< anonymous, authenticated, from a trusted address
    static constexpr std::size_t kBounds = 7; ///< of a histogram
    static constexpr std::size_t kRestrictions = 16; ///< by the bits 1 addresses, 2 countries, 4 networks, 8 passphrase
    static constexpr std::size_t kOutcomes = 7; ///< of asking for a secret

    static constexpr std::array<quint64, kBounds> kSizeBounds{1'024, 4'096, 32'768, 262'144, 1'048'576, 4'194'304, 16'777'216};
    static constexpr std::array<quint64, kBounds> kLifetimeBounds{60, 600, 3'600, 21'600, 86'400, 259'200, 604'800}; ///< seconds

    struct Histogram {
        std::array<quint64, kBounds + 1> buckets{}; ///< not cumulative; the last: beyond all bounds
        quint64 sum = 0;
    };
    struct OfCreator {
        quint64 created = 0;
        Histogram sizes = {};
        Histogram lifetimes = {};
        std::array<quint64, kRestrictions> restricted{}; ///< created, by restrictions
    };

    bool used = false; ///< else the rest says nothing
    std::array<OfCreator, kCreators> creators{};
    std::array<quint64, kOutcomes> outcomes{}; ///< handed, unknown, gone, denied, passphrase missing, wrong, locked
    quint64 burned = 0;
    quint64 expired = 0; ///< untaken, found by this process
    quint64 refusedCreations = 0;
    qint64 waiting = 0; ///< secrets
    qint64 tokens = 0; ///< share tokens that are alive
};

} // namespace gatehouse::telemetry
