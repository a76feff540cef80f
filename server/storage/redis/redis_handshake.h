#pragma once

#include "redis/redis_connection.h"
#include "redis/redis_server_info.h"

#include <qcoro/qcorotask.h>

namespace gatehouse::storage {

/// A server that is ready to be used, or why it is not.
struct RedisGreeting {
    RedisServerInfo server;
    std::optional<Error> problem; ///< Unauthenticated: the credentials are refused; NotSupported: too old

    [[nodiscard]] bool isReady() const { return !problem; }
};

/// What to log in with. The views outlive the handshake.
struct RedisLogin {
    QByteArrayView user;
    QByteArrayView password; ///< empty: none is sent
    int database = 0;
    bool isSentinel = false; ///< neither version nor settings matter
};

/// Logs in, chooses the database, names the connection and asks for the server's version, role and settings: all in one
/// write. The connection outlives the returned task.
[[nodiscard]] QCoro::Task<RedisGreeting> greet(RedisConnection &connection, const RedisOptions &options, RedisLogin login);

} // namespace gatehouse::storage
