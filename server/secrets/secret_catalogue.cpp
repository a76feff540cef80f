#include "secrets/secret_catalogue.h"

#include <algorithm>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

std::vector<QByteArray> KnownSecret::names() const
{
    std::vector<QByteArray> all = aliases;
    all.push_back(name);
    return all;
}

const std::vector<KnownSecret> &secretCatalogue()
{
    static const std::vector<KnownSecret> catalogue{
        {kJwtSecretName, u"signs access tokens"_s, {"AUTOSCALER_API_JWT_SECRET", "HYPERCODE_JWT_SECRET"}, 256, true},
        {"AI_AGENT_SECRET", u"signs the requests of AI agents"_s, {}, 256, true},
        {kMetricsTokenName, u"opens /metrics from elsewhere"_s, {}, 128, true},
        {"REDIS_URL", u"Redis, with its password"_s, {"HYPERCODE_REDIS_URL", "HAKANAI_REDIS_DSN"}, 0, false},
        {"RATE_LIMIT_REDIS_URL", u"Redis of the rate limits, with its password"_s, {}, 0, false},
        {"REDIS_PASSWORD", u"password of Redis"_s, {}, 0, true},
        {"DATABASE_URL", u"database, with its password"_s, {"AUTOSCALER_DATABASE_URL"}, 0, false},
        {"DB_PASSWORD", u"password of the database"_s, {"AUTOSCALER_DATABASE_PASSWORD"}, 0, true},
        {"WEBHOOK_TOKEN", u"shown to webhooks"_s, {"HAKANAI_WEBHOOK_TOKEN"}, 128, true},
        {kPassphraseName, u"opens the encrypted files"_s, {}, 80, true},
    };
    return catalogue;
}

const KnownSecret *findKnownSecret(QByteArrayView name)
{
    const auto &catalogue = secretCatalogue();
    const auto found = std::ranges::find_if(catalogue, [name](const KnownSecret &secret) {
        return secret.name == name || std::ranges::find(secret.aliases, name) != secret.aliases.end();
    });
    return found == catalogue.end() ? nullptr : &*found;
}

} // namespace gatehouse::secrets
