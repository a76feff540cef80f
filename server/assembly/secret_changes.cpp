#include "assembly/secret_changes.h"

#include "assembly/given_secret_table.h"
#include "assembly/start_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

std::vector<FieldError> refusedAtStart(const config::Settings &settings, secrets::SecretChain &chain, const QByteArray &name,
                                       const SecretBytes &value)
{
    Result<GivenSecrets> given = givenSecretsFrom(chain);
    GivenSecrets candidate = given ? std::move(*given) : GivenSecrets();
    const auto place =
        std::ranges::find_if(kGivenSecretTable, [&name](const GivenSecretPlace &each) { return name == each.first; });
    if (place == std::end(kGivenSecretTable))
        return {}; // no start asks for it
    candidate.*(place->second) = value.clone();
    const Result<void> rules = checkStartRules(settings, candidate);
    if (rules)
        return {};
    std::vector<FieldError> problems = rules.error().fields;
    // What is wrong with the rest was wrong before.
    std::erase_if(problems, [&name](const FieldError &problem) { return problem.field != QLatin1StringView(name); });
    return problems;
}

Result<bool> adoptSecret(SigningKeys &keys, LiveSettings &live, secrets::SecretChain &chain, const QByteArray &name)
{
    const bool isSigning = name == secrets::kJwtSecretName;
    if (!isSigning && name != secrets::kMetricsTokenName)
        return false;
    auto found = chain.find(name);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return false;
    const std::optional<SecretBytes> value = std::move((*found)->value);
    if (!isSigning) {
        live.setMetricsToken(value);
        return true;
    }
    if (const Result<void> signing = keys.reload(value); !signing)
        return std::unexpected(signing.error());
    if (keys.isSuperseded(*value))
        return failure(ErrorKind::Conflict, u"a rotation has ended this JWT_SECRET, so it does not sign again: take another"_s);
    return true;
}

} // namespace gatehouse::assembly
