#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace gatehouse::secrets {

/// A secret that this product knows what to do with.
struct KnownSecret {
    QByteArray name; ///< "JWT_SECRET"
    QString purpose; ///< one line
    int minimumBits = 0; ///< what it should hold (secret_strength.h); 0: somebody else chooses it
    bool canBeGenerated = false; ///< whether random characters will do

    /// Every variable that may hold it, in the order in which they are looked for (config/secret_keys.h); ends with `name`.
    [[nodiscard]] std::vector<QByteArray> names() const;
};

[[nodiscard]] const std::vector<KnownSecret> &secretCatalogue();

/// The secret of that name or alias; null when there is none.
[[nodiscard]] const KnownSecret *findKnownSecret(QByteArrayView name);

/// The passphrase of what is encrypted on the disk. It cannot be kept there itself.
inline constexpr char kPassphraseName[] = "SECRETS_PASSPHRASE";
inline constexpr char kJwtSecretName[] = "JWT_SECRET";
inline constexpr char kMetricsTokenName[] = "METRICS_TOKEN";
inline constexpr char kWebhookTokenName[] = "WEBHOOK_TOKEN";
inline constexpr char kWebhookSigningKeyName[] = "WEBHOOK_SIGNING_KEY";
inline constexpr char kRedisUrlName[] = "REDIS_URL";
inline constexpr char kLimitsRedisUrlName[] = "RATE_LIMIT_REDIS_URL";
inline constexpr char kRedisPasswordName[] = "REDIS_PASSWORD";
inline constexpr char kSentinelPasswordName[] = "REDIS_SENTINEL_PASSWORD";
inline constexpr char kDatabaseUrlName[] = "DATABASE_URL";
inline constexpr char kDatabasePasswordName[] = "DB_PASSWORD";

/// Longest secret, in bytes, from whatever source.
inline constexpr qsizetype kLongestSecret = 64 * 1024;

} // namespace gatehouse::secrets
