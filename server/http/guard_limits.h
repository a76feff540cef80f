#pragma once

#include <QtGlobal>

#include <chrono>

namespace gatehouse::http {

/// Sizes of a head that are part of the contract, not settings. In bytes.
inline constexpr qsizetype kMaxTarget = 8 * 1024;
inline constexpr qsizetype kMaxFieldLine = 8 * 1024;
inline constexpr qsizetype kMaxFieldSection = 32 * 1024;
inline constexpr int kMaxFields = 100;
inline constexpr qsizetype kMaxChunkExtension = 256;

/// How long and how much the guard waits for. Filled from the settings by whoever opens the door.
struct GuardLimits {
    std::chrono::milliseconds headTimeout = std::chrono::seconds(10); ///< for a head to be complete
    std::chrono::milliseconds bodyGrace = std::chrono::seconds(10); ///< the stretches over which a body's rate is taken
    qint64 bodyMinimumRate = 1024; ///< bytes a second, decoded
    std::chrono::milliseconds idleTimeout = std::chrono::seconds(75); ///< between requests
    std::chrono::milliseconds writeTimeout = std::chrono::seconds(30); ///< the stretches over which a reader's rate is taken
    qint64 answerMinimumRate = 1024; ///< bytes a second that a reader takes
    std::chrono::milliseconds lingerTimeout =
        std::chrono::seconds(2); ///< of silence, for a client that still sends when answered
    std::chrono::milliseconds lingerLimit = std::chrono::seconds(30); ///< in all, however busily it sends
    int maxConnections = 10000; ///< over all workers
    int maxConnectionsPerAddress = 256; ///< IPv6 by /64
};

} // namespace gatehouse::http
