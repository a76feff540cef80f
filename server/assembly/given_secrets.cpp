#include "assembly/given_secrets.h"

#include "secrets/secret_chain.h"

#include <utility>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

Result<GivenSecrets> givenSecretsFrom(secrets::SecretChain &chain)
{
    GivenSecrets given;
    given.sealer = chain.sealer();
    const std::pair<const char *, std::optional<SecretBytes> *> wanted[]{
        {secrets::kJwtSecretName, &given.jwtSecret},         {secrets::kMetricsTokenName, &given.metricsToken},
        {secrets::kRedisUrlName, &given.redisUrl},           {secrets::kLimitsRedisUrlName, &given.limitsRedisUrl},
        {secrets::kRedisPasswordName, &given.redisPassword}, {secrets::kSentinelPasswordName, &given.sentinelPassword},
        {secrets::kDatabaseUrlName, &given.databaseUrl},     {secrets::kDatabasePasswordName, &given.databasePassword},
    };
    for (const auto &[name, target] : wanted) {
        auto found = chain.find(name);
        if (!found)
            return failure(found.error().kind, u"%1: %2"_s.arg(QString::fromLatin1(name), found.error().detail));
        if (!*found)
            continue;
        if (!(*found)->warning.isEmpty())
            given.warnings.append((*found)->warning);
        *target = std::move((*found)->value);
    }
    return given;
}

} // namespace gatehouse::assembly
