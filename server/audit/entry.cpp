#include "audit/entry.h"

#include "audit/clean_text.h"
#include "telemetry/redaction.h"

#include <algorithm>
#include <array>

namespace gatehouse::audit {

namespace {

constexpr std::array<QByteArrayView, 7> kActorKinds{"anonymous", "user",   "share_token", "admin_token",
                                                    "agent",     "system", "command_line"};
constexpr std::array<QByteArrayView, 3> kOutcomes{"success", "refused", "failed"};

template<typename Value, std::size_t Size>
std::optional<Value> fromText(const std::array<QByteArrayView, Size> &names, QByteArrayView text)
{
    const auto *const found = std::ranges::find(names, text);
    return found != names.end() ? std::optional(static_cast<Value>(found - names.begin())) : std::nullopt;
}

template<typename Value> std::optional<Value> fromNumber(std::size_t size, unsigned number)
{
    return number < size ? std::optional(static_cast<Value>(number)) : std::nullopt;
}

} // namespace

QByteArrayView toText(Actor::Kind kind)
{
    return kActorKinds[static_cast<std::size_t>(kind)];
}

std::optional<Actor::Kind> actorKindFromText(QByteArrayView text)
{
    return fromText<Actor::Kind>(kActorKinds, text);
}

std::optional<Actor::Kind> actorKindFromNumber(unsigned number)
{
    return fromNumber<Actor::Kind>(kActorKinds.size(), number);
}

QByteArrayView toText(Outcome outcome)
{
    return kOutcomes[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcomeFromText(QByteArrayView text)
{
    return fromText<Outcome>(kOutcomes, text);
}

std::optional<Outcome> outcomeFromNumber(unsigned number)
{
    return fromNumber<Outcome>(kOutcomes.size(), number);
}

void normalise(Entry &entry)
{
    for (QByteArray *field : {&entry.actor.id, &entry.target, &entry.address, &entry.requestId, &entry.session}) {
        if (field->size() > kLongestField || !isCleanText(*field))
            *field = cleanText(*field, kLongestField);
    }
    for (Fact &fact : entry.detail) {
        fact.name = cleanText(fact.name, kLongestFactName);
        const QByteArray value =
            telemetry::isSecretName(fact.name) ? telemetry::kRedacted.toByteArray() : telemetry::scrubbed(fact.value);
        fact.value = cleanText(value, kLongestFactValue);
    }
    std::ranges::stable_sort(entry.detail, {}, &Fact::name);
    const auto repeated = std::ranges::unique(entry.detail, {}, &Fact::name);
    entry.detail.erase(repeated.begin(), repeated.end());
    if (std::ssize(entry.detail) <= kMostFacts)
        return;
    // What somebody's request said goes before what is known.
    auto excess = std::ssize(entry.detail) - kMostFacts;
    std::erase_if(entry.detail, [&excess](const Fact &fact) { return fact.name.startsWith(kHeaderFact) && excess-- > 0; });
    if (std::ssize(entry.detail) > kMostFacts)
        entry.detail.resize(kMostFacts);
}

} // namespace gatehouse::audit
