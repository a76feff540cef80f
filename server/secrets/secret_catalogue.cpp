#include "secrets/secret_catalogue.h"

#include "config/secret_keys.h"

#include <algorithm>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

std::vector<QByteArray> KnownSecret::names() const
{
    const auto &keys = config::secretKeys();
    const auto key = std::ranges::find(keys, name, &config::SecretKey::name);
    return key == keys.end() ? std::vector<QByteArray>{name} : key->variablesInOrder();
}

const std::vector<KnownSecret> &secretCatalogue()
{
    static const std::vector<KnownSecret> catalogue{
        {kJwtSecretName, u"signs access tokens"_s, 256, true},
        {"AI_AGENT_SECRET", u"signs the requests of AI agents"_s, 256, true},
        {kMetricsTokenName, u"opens /metrics from elsewhere"_s, 128, true},
        {kRedisUrlName, u"Redis, with its password"_s, 0, false},
        {kLimitsRedisUrlName, u"Redis for limits alone"_s, 0, false},
        {kRedisPasswordName, u"password of Redis"_s, 0, true},
        {kSentinelPasswordName, u"password of Redis Sentinels"_s, 0, true},
        {kDatabaseUrlName, u"database, with its password"_s, 0, false},
        {kDatabasePasswordName, u"password of the database"_s, 0, true},
        {kWebhookTokenName, u"shown to the webhook"_s, 128, true},
        {kWebhookSigningKeyName, u"signs what the webhook is sent"_s, 256, true},
        {kPassphraseName, u"opens the encrypted files"_s, 80, true},
    };
    return catalogue;
}

const KnownSecret *findKnownSecret(QByteArrayView name)
{
    const auto &catalogue = secretCatalogue();
    const auto found = std::ranges::find_if(catalogue, [name](const KnownSecret &secret) {
        const std::vector<QByteArray> names = secret.names();
        return std::ranges::find(names, name) != names.end();
    });
    return found == catalogue.end() ? nullptr : &*found;
}

} // namespace gatehouse::secrets
