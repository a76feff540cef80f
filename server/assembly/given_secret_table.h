#pragma once

#include "assembly/given_secrets.h"
#include "secrets/secret_catalogue.h"

#include <utility>

namespace gatehouse::assembly {

/// A secret by its name, and where GivenSecrets has it.
using GivenSecretPlace = std::pair<const char *, std::optional<SecretBytes> GivenSecrets::*>;

/// All that a start asks for.
inline constexpr GivenSecretPlace kGivenSecretTable[]{
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

} // namespace gatehouse::assembly
