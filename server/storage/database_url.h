#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace gatehouse::storage {

/// What of a database URL decides whether it is safe; without user, password and database.
struct DatabaseUrl {
    std::vector<QByteArray> hosts; ///< every one that may be connected to; an empty one or a path is a socket on this machine
    std::vector<QByteArray> sslModes; ///< every `sslmode` it says

    /// Whether each host is this machine: a socket, `localhost` or a loopback address.
    [[nodiscard]] bool isLocal() const;
    /// Whether no connection is made without TLS: libpq's `require`, `verify-ca` or `verify-full`. `otherwise` counts where the
    /// URL does not say.
    [[nodiscard]] bool requiresTls(QByteArrayView otherwise) const;
};

/// Reads `postgres://` and `postgresql://` URLs as libpq does (PostgreSQL 15, section 34.1.1.2): several hosts, and hosts as
/// parameters. Nothing for what is no such URL. Thread-safe.
[[nodiscard]] std::optional<DatabaseUrl> parseDatabaseUrl(QByteArrayView url);

} // namespace gatehouse::storage
