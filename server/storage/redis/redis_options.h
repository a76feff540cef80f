#pragma once

#include "redis/redis_url.h"
#include "redis/resp_reader.h"

#include <QSslConfiguration>

#include <chrono>

namespace gatehouse::storage {

/// PEM files for connections by TLS. Empty means: not used; without a CA file the system's authorities count.
struct RedisTlsFiles {
    QString ca;
    QString certificate; ///< ours, the chain's own certificate first
    QString key; ///< its key: RSA or elliptic curve, not encrypted
};

/// What lives in this Redis, and with it which of its settings are dangerous.
enum class RedisUse {
    LiveData, ///< one-time secrets, revocations, nonces: nothing may be evicted or lost
    LimitsOnly, ///< counters, which may be lost
};

/// How to reach and use one Redis. Immutable; shared by all clients, which it outlives.
struct RedisOptions {
    RedisUrl url;
    QByteArray sentinelUser = {}; ///< the Sentinels' own; empty: their `default`
    SecretBytes sentinelPassword = {}; ///< empty: none
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration(); ///< by redisTls(); used by URLs with TLS only
    bool verifyHostName = true; ///< off, any name is accepted in a certificate that a trusted authority has issued
    RedisUse use = RedisUse::LiveData;
    QByteArray clientName = "gatehouse"; ///< what `CLIENT LIST` shows; no spaces
    std::chrono::milliseconds deadline{100}; ///< of a call that names none
    std::chrono::milliseconds connectTimeout{500}; ///< each for connecting and for the handshake
    std::chrono::milliseconds stallTimeout{3000}; ///< this long without an answer that is due: the connection is given up
    std::size_t maxInFlight = 4096; ///< calls past this fail at once
    qsizetype maxUnsent = 8 * 1024 * 1024; ///< bytes that Redis does not take; calls past this fail at once
    RespLimits reply = {};
};

/// Reads the files. TLS 1.2 or later; the peer's certificate is always verified. Invalid when a file cannot be used, named
/// in the error.
[[nodiscard]] Result<QSslConfiguration> redisTls(const RedisTlsFiles &files);

} // namespace gatehouse::storage
