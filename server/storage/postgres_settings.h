#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QString>

#include <chrono>

namespace gatehouse::storage {

/// How a PostgreSQL database is reached and used.
struct PostgresSettings {
    SecretBytes url; ///< DATABASE_URL: `postgres://user:password@host:5432/name?sslmode=verify-full&sslrootcert=…`
    SecretBytes password; ///< for a URL without one; may be empty
    QByteArray sslMode = "require"; ///< towards another host, where the URL does not say
    int maxConnections = 50; ///< 1 … 1000; one more listens for what other instances change
    std::chrono::milliseconds connectTimeout{5000}; ///< for each host; whole seconds, 2 at least, as libpq has it
    std::chrono::milliseconds statementTimeout{5000}; ///< a statement; also how long a job waits for a connection
    std::chrono::seconds connectionLifetime = std::chrono::minutes(30);
    std::chrono::seconds connectionIdleTime = std::chrono::minutes(5);

    [[nodiscard]] PostgresSettings clone() const
    {
        return {url.clone(),      password.clone(),   sslMode,           maxConnections, connectTimeout,
                statementTimeout, connectionLifetime, connectionIdleTime};
    }
};

/// What Qt's driver is to connect with. Every option that decides where to is said, so that none comes from the environment.
struct PostgresTarget {
    QString user;
    QString password;
    QString database;
    QString options; ///< further options of libpq (PostgreSQL 15, section 34.1.2), as `name='value'`
};

/// Takes the URL apart as libpq does. Fails with Invalid, in words that hold no part of it.
[[nodiscard]] Result<PostgresTarget> targetOf(const PostgresSettings &settings);

} // namespace gatehouse::storage
