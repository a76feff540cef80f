#include "config/secret_keys.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace gatehouse::config {

namespace {

QByteArray inCapitals(QByteArray key)
{
    return key.replace('.', '_').toUpper();
}

constexpr std::array<QByteArrayView, 4> kPrefixes{"GATEHOUSE_", "AUTOSCALER_", "HYPERCODE_", "HAKANAI_"};
constexpr int kBareRank = kPrefixes.size();

/// Which guide a variable belongs to, by the order in which guides win.
int rankOf(QByteArrayView variable)
{
    const auto found = std::ranges::find_if(kPrefixes, [variable](QByteArrayView prefix) { return variable.startsWith(prefix); });
    return static_cast<int>(found - kPrefixes.begin());
}

} // namespace

std::vector<QByteArray> variablesByPrecedence(const QByteArray &key, const std::vector<QByteArray> &fileAliases,
                                              const std::vector<QByteArray> &variables)
{
    std::vector<QByteArray> all{"GATEHOUSE_" + inCapitals(key), "AUTOSCALER_" + inCapitals(key)};
    for (const QByteArray &alias : fileAliases)
        all.push_back("AUTOSCALER_" + inCapitals(alias));
    all.insert(all.end(), variables.begin(), variables.end());
    std::vector<QByteArray> ordered;
    for (int rank = 0; rank <= kBareRank; ++rank)
        std::ranges::copy_if(all, std::back_inserter(ordered), [rank](const QByteArray &name) { return rankOf(name) == rank; });
    return ordered;
}

std::vector<QByteArray> SecretKey::variablesInOrder() const
{
    std::vector<QByteArray> plain = variables;
    plain.insert(plain.begin(), name);
    return variablesByPrecedence(key, fileAliases, plain);
}

const std::vector<SecretKey> &secretKeys()
{
    static const std::vector<SecretKey> keys{
        {"auth.jwt_secret", "JWT_SECRET", {"api.jwt_secret"}, {"HYPERCODE_JWT_SECRET"}},
        {"redis.url", "REDIS_URL", {}, {"HYPERCODE_REDIS_URL", "HAKANAI_REDIS_DSN"}},
        {"limits.redis_url", "RATE_LIMIT_REDIS_URL", {}, {}},
        {"redis.password", "REDIS_PASSWORD", {}, {}},
        {"redis.sentinel_password", "REDIS_SENTINEL_PASSWORD", {}, {}},
        {"database.url", "DATABASE_URL", {}, {}},
        {"database.password", "DB_PASSWORD", {}, {}},
        {"agents.secret", "AI_AGENT_SECRET", {}, {}},
        {"metrics.token", "METRICS_TOKEN", {}, {}},
        {"webhook.token", "WEBHOOK_TOKEN", {}, {"HAKANAI_WEBHOOK_TOKEN"}},
        {"webhook.signing_key", "WEBHOOK_SIGNING_KEY", {}, {}},
        {"secrets.passphrase", "SECRETS_PASSPHRASE", {}, {}},
    };
    return keys;
}

const SecretKey *findSecretKey(QByteArrayView key)
{
    const auto &keys = secretKeys();
    const auto found = std::ranges::find_if(keys, [key](const SecretKey &candidate) {
        return candidate.key == key || std::ranges::find(candidate.fileAliases, key) != candidate.fileAliases.end();
    });
    return found == keys.end() ? nullptr : &*found;
}

bool isSecretVariable(QByteArrayView variable)
{
    if (variable.endsWith("_FILE"))
        variable.chop(5);
    const auto &keys = secretKeys();
    return std::ranges::any_of(keys, [variable](const SecretKey &key) {
        const auto names = key.variablesInOrder();
        return std::ranges::find(names, variable) != names.end();
    });
}

} // namespace gatehouse::config
