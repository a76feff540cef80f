#include "assembly/given_secrets.h"

#include "secrets/secret_chain.h"

#include <span>
#include <utility>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

using Wanted = std::pair<const char *, std::optional<SecretBytes> GivenSecrets::*>;

constexpr Wanted kAll[]{
    {secrets::kJwtSecretName, &GivenSecrets::jwtSecret},
    {secrets::kMetricsTokenName, &GivenSecrets::metricsToken},
    {secrets::kRedisUrlName, &GivenSecrets::redisUrl},
    {secrets::kLimitsRedisUrlName, &GivenSecrets::limitsRedisUrl},
    {secrets::kRedisPasswordName, &GivenSecrets::redisPassword},
    {secrets::kSentinelPasswordName, &GivenSecrets::sentinelPassword},
    {secrets::kDatabaseUrlName, &GivenSecrets::databaseUrl},
    {secrets::kDatabasePasswordName, &GivenSecrets::databasePassword},
    {secrets::kWebhookTokenName, &GivenSecrets::webhookToken},
    {secrets::kWebhookSigningKeyName, &GivenSecrets::webhookSigningKey},
};

Result<GivenSecrets> lookUp(secrets::SecretChain &chain, std::span<const Wanted> wanted)
{
    GivenSecrets given;
    given.sealer = chain.sealer();
    for (const auto &[name, target] : wanted) {
        auto found = chain.find(name);
        if (!found)
            return failure(found.error().kind, u"%1: %2"_s.arg(QString::fromLatin1(name), found.error().detail));
        if (!*found)
            continue;
        if (!(*found)->warning.isEmpty())
            given.warnings.append((*found)->warning);
        given.*target = std::move((*found)->value);
    }
    return given;
}

} // namespace

Result<GivenSecrets> givenSecretsFrom(secrets::SecretChain &chain)
{
    return lookUp(chain, kAll);
}

std::vector<std::pair<QByteArray, const SecretBytes *>> namedSecrets(const GivenSecrets &given)
{
    std::vector<std::pair<QByteArray, const SecretBytes *>> secrets;
    for (const auto &[name, member] : kAll) {
        if (const std::optional<SecretBytes> &secret = given.*member)
            secrets.emplace_back(name, &*secret);
    }
    return secrets;
}

Result<GivenSecrets> databaseSecretsFrom(secrets::SecretChain &chain)
{
    static constexpr Wanted kOfDatabase[]{
        {secrets::kDatabaseUrlName, &GivenSecrets::databaseUrl},
        {secrets::kDatabasePasswordName, &GivenSecrets::databasePassword},
    };
    return lookUp(chain, kOfDatabase);
}

} // namespace gatehouse::assembly
