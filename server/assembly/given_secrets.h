#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace gatehouse::secrets {
class SecretChain;
class Sealer;
} // namespace gatehouse::secrets

namespace gatehouse::assembly {

/// The secrets that a server is started with.
struct GivenSecrets {
    std::optional<SecretBytes> jwtSecret;
    std::optional<SecretBytes> metricsToken;
    std::optional<SecretBytes> redisUrl;
    std::optional<SecretBytes> limitsRedisUrl; ///< for limits, instead of redisUrl
    std::optional<SecretBytes> redisPassword; ///< for a URL without one
    std::optional<SecretBytes> sentinelPassword;
    std::optional<SecretBytes> databaseUrl;
    std::optional<SecretBytes> databasePassword; ///< for a URL without one
    std::optional<SecretBytes> webhookToken;
    std::optional<SecretBytes> webhookSigningKey;
    std::shared_ptr<secrets::Sealer> sealer; ///< encrypts the signing keys on the disk; null: they are plain there

    QStringList warnings; ///< about how these are kept

    [[nodiscard]] bool hasLimitsRedis() const { return redisUrl || limitsRedisUrl; }
};

/// Looks them up. Fails when a source that may have one cannot be read. Main thread.
[[nodiscard]] Result<GivenSecrets> givenSecretsFrom(secrets::SecretChain &chain);
/// What is there, by the names that secrets have for an operator.
[[nodiscard]] std::vector<std::pair<QByteArray, const SecretBytes *>> namedSecrets(const GivenSecrets &given);
/// Only those that say where the database is, for who needs no other.
[[nodiscard]] Result<GivenSecrets> databaseSecretsFrom(secrets::SecretChain &chain);

} // namespace gatehouse::assembly
