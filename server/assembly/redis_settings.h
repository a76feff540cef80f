#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "core/error.h"
#include "redis/redis_options.h"

namespace gatehouse::assembly {

/// How to reach the Redis of a URL that was given, by the settings, without connecting. Invalid when the URL or a TLS file cannot
/// be used; the error's fields name it, the URL as `name`.
[[nodiscard]] Result<storage::RedisOptions> redisOptions(const SecretBytes &url, const QString &name,
                                                         const config::Settings &settings, const GivenSecrets &secrets);

/// Of the Redis that one-time secrets lie in, which has to be given.
[[nodiscard]] Result<storage::RedisOptions> sharingRedisOptions(const config::Settings &settings, const GivenSecrets &secrets);

/// Whether one-time secrets lie in Redis; else in the database.
[[nodiscard]] bool sharesInRedis(const config::Settings &settings);

} // namespace gatehouse::assembly
