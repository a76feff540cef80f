#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace gatehouse::storage {

/// Where a program listens: a host name or an address without brackets, and a port.
struct RedisAddress {
    QString host;
    quint16 port = 0;

    bool operator==(const RedisAddress &) const = default;
};

/// Where Redis is and who we are there.
///
///     redis://[user][:password]@host[:6379][/database]           rediss:// the same over TLS
///     redis+unix://[[user]:password@]/path/of/the/socket[?db=database]
///     redis-sentinel://[[user]:password@]host[:26379],…/master[/database]   rediss-sentinel:// the same over TLS
///
/// User, password and socket path may be percent-encoded; `@ : / ? # %` in them must be. The user and password of a
/// Sentinel URL are for Redis itself; RedisOptions has those for the Sentinels.
struct RedisUrl {
    enum class Kind { Server, Socket, Sentinel };

    Kind kind = Kind::Server;
    bool tls = false;
    std::vector<RedisAddress> addresses = {}; ///< the server, or the Sentinels; empty for a socket
    QString socketPath = {}; ///< absolute
    QByteArray master = {}; ///< the name by which the Sentinels know it
    QByteArray user = {}; ///< empty: Redis's `default`
    SecretBytes password = {}; ///< empty: none
    int database = 0;

    /// Strict: what is not written as above is Invalid. The error repeats nothing of `text`, which may hold a password.
    [[nodiscard]] static Result<RedisUrl> parse(QByteArrayView text);

    /// For people and logs: without user and password.
    [[nodiscard]] QString toDisplay() const;
};

} // namespace gatehouse::storage
