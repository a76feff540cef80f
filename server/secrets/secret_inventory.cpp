#include "secrets/secret_inventory.h"

#include "core/random.h"
#include "secrets/secret_strength.h"

#include <chrono>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kGeneratedBytes = 32;
/// A place that takes longer and fails has a person to wait for, who is not there.
constexpr std::chrono::seconds kPatience{2};

SecretState stateOf(const KnownSecret &secret, const Result<std::optional<FoundSecret>> &found)
{
    SecretState state{.secret = &secret};
    if (!found) {
        state.problem = found.error().detail;
        return state;
    }
    if (!*found)
        return state;
    state.source = (*found)->source;
    state.changed = (*found)->changed;
    state.warning = (*found)->warning;
    if (secret.minimumBits > 0)
        state.weakness = weaknessAgainst((*found)->value.view(), secret.minimumBits);
    state.isWeak = !state.weakness.isEmpty();
    return state;
}

} // namespace

std::vector<SecretState> inventoryOf(SecretChain &chain)
{
    std::vector<SecretState> states;
    QString silent;
    for (const KnownSecret &secret : secretCatalogue()) {
        if (!silent.isEmpty()) {
            states.push_back({.secret = &secret, .problem = silent});
            continue;
        }
        const auto since = std::chrono::steady_clock::now();
        const auto found = chain.find(secret.name);
        if (!found && std::chrono::steady_clock::now() - since > kPatience)
            silent = found.error().detail;
        states.push_back(stateOf(secret, found));
    }
    return states;
}

std::optional<WallTime> dueTime(const KnownSecret &secret, std::optional<WallTime> changed)
{
    if (!changed || !secret.canBeGenerated)
        return std::nullopt;
    return *changed + kRotationPeriod;
}

SecretBytes generatedSecret()
{
    const SecretBytes random = randomSecret(kGeneratedBytes);
    SecretBytes hex = SecretBytes::ofSize(2 * kGeneratedBytes);
    for (qsizetype i = 0; i < random.size(); ++i) {
        const auto byte = static_cast<unsigned char>(random.view()[i]);
        hex.data()[2 * i] = "0123456789abcdef"[byte >> 4];
        hex.data()[2 * i + 1] = "0123456789abcdef"[byte & 15];
    }
    return hex;
}

Result<void> checkValue(const SecretBytes &value)
{
    const auto refuse = [](const QString &problem) {
        return std::unexpected(Error{ErrorKind::Invalid, u"this cannot be a secret"_s, {{u"value"_s, problem}}, {}});
    };
    if (value.isEmpty())
        return refuse(u"is empty"_s);
    if (value.size() > kLongestSecret)
        return refuse(u"is longer than %1 bytes"_s.arg(kLongestSecret));
    if (value.view().contains('\0'))
        return refuse(u"has a zero byte, which no variable can hold"_s);
    return {};
}

} // namespace gatehouse::secrets
