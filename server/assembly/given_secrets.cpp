#include "assembly/given_secrets.h"

#include "assembly/given_secret_table.h"
#include "secrets/secret_chain.h"

#include <span>
#include <utility>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

Result<GivenSecrets> lookUp(secrets::SecretChain &chain, std::span<const GivenSecretPlace> wanted)
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
    return lookUp(chain, kGivenSecretTable);
}

std::vector<std::pair<QByteArray, const SecretBytes *>> namedSecrets(const GivenSecrets &given)
{
    std::vector<std::pair<QByteArray, const SecretBytes *>> secrets;
    for (const auto &[name, member] : kGivenSecretTable) {
        if (const std::optional<SecretBytes> &secret = given.*member)
            secrets.emplace_back(name, &*secret);
    }
    return secrets;
}

Result<GivenSecrets> databaseSecretsFrom(secrets::SecretChain &chain)
{
    static constexpr GivenSecretPlace kOfDatabase[]{
        {secrets::kDatabaseUrlName, &GivenSecrets::databaseUrl},
        {secrets::kDatabasePasswordName, &GivenSecrets::databasePassword},
    };
    return lookUp(chain, kOfDatabase);
}

} // namespace gatehouse::assembly
