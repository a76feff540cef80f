#pragma once

#include "redis/redis_options.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVersionNumber>

namespace gatehouse::storage {

/// The oldest Redis whose commands we use.
inline constexpr int kRedisMajor = 6;
inline constexpr int kRedisMinor = 2;

/// What a server tells of itself: `INFO`, read once for each connection.
struct RedisServerInfo {
    enum class Role { Unknown, Primary, Replica };

    QByteArray product = "redis"; ///< or "valkey"
    QVersionNumber version; ///< of Redis; Valkey names the one it is compatible with
    QByteArray productVersion; ///< as it is written
    Role role = Role::Unknown;
    bool complete = false; ///< false when this user may not call INFO: what follows is then not known
    qint64 usedMemory = 0; ///< bytes
    qint64 maxMemory = 0; ///< bytes; 0: no bound
    QByteArray evictionPolicy;
    bool appendOnly = false;
    qint64 clock = 0; ///< its time when it told this, in microseconds since 1970; 0: it does not say
    bool savesFail = false; ///< the last write to its disk failed
};

/// Reads INFO's text over what is known already. Lines that are not understood are passed over.
void readServerInfo(QByteArrayView text, RedisServerInfo &info);

/// Why we do not work with this server; empty when we do.
[[nodiscard]] QString unsupportedBecause(const RedisServerInfo &info);

/// For people: product, version, role and memory, as far as they are known.
[[nodiscard]] QString describe(const RedisServerInfo &info);

/// Settings that endanger what is kept there, each with its remedy.
[[nodiscard]] QStringList serverWarnings(const RedisServerInfo &info, RedisUse use);

} // namespace gatehouse::storage
