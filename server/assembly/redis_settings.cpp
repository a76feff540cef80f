#include "assembly/redis_settings.h"

#include "sharing/sharing_settings.h"

#include <algorithm>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> invalid(const QString &field, const QString &problem)
{
    return std::unexpected(Error{ErrorKind::Invalid, u"Redis cannot be used so"_s, {{field, problem}}, {}});
}

} // namespace

Result<storage::RedisOptions> redisOptions(const SecretBytes &text, const QString &name, const config::Settings &settings,
                                           const GivenSecrets &secrets)
{
    Result<storage::RedisUrl> url = storage::RedisUrl::parse(text.view());
    if (!url)
        return invalid(name, url.error().detail);
    if (url->password.isEmpty() && secrets.redisPassword)
        url->password = secrets.redisPassword->clone();
    const config::Settings::Redis &wanted = settings.redis;
    auto tls = storage::redisTls({wanted.caFile, wanted.certificate, wanted.key});
    if (!tls)
        return invalid(u"redis.ca_file, redis.certificate, redis.key"_s, tls.error().detail);
    storage::RedisOptions options{.url = std::move(*url)};
    options.sentinelUser = wanted.sentinelUser;
    if (secrets.sentinelPassword)
        options.sentinelPassword = secrets.sentinelPassword->clone();
    options.tls = *tls;
    options.verifyHostName = wanted.verifyHostName;
    options.deadline = wanted.deadline;
    return options;
}

Result<storage::RedisOptions> sharingRedisOptions(const config::Settings &settings, const GivenSecrets &secrets)
{
    if (!secrets.redisUrl)
        return invalid(u"REDIS_URL"_s, u"is needed, as sharing.store is redis"_s);
    Result<storage::RedisOptions> options = redisOptions(*secrets.redisUrl, u"REDIS_URL"_s, settings, secrets);
    if (!options)
        return options;
    constexpr qint64 kBeside = 64 * 1024;
    const qint64 largest = sharing::largestData(settings.sharing.uploadSizeLimit) + kBeside;
    options->use = storage::RedisUse::LiveData;
    options->reply.maxBytes = std::max<qint64>(options->reply.maxBytes, largest);
    options->maxUnsent = std::max<qint64>(options->maxUnsent, 4 * largest);
    return options;
}

bool sharesInRedis(const config::Settings &settings)
{
    return settings.sharing.enabled && settings.sharing.inRedis;
}

} // namespace gatehouse::assembly
