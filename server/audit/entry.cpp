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

/// Says how many facts there was no room for.
const QByteArray kOmitted = "omitted";

/// Whether a fact is the program's own words or a setting, which has its secrets masked: what looks like a secret to one who does
/// not know, as a name of forty letters and a digit, is the very thing to record.
bool isOurs(const QByteArray &name)
{
    return name == "username" || (name.contains('.') && !name.startsWith(kHeaderFact));
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
        fact.name = cleanName(fact.name, kLongestFactName);
        if (!isOurs(fact.name))
            fact.value =
                telemetry::isSecretName(fact.name) ? telemetry::kRedacted.toByteArray() : telemetry::scrubbed(fact.value);
        fact.value = cleanText(fact.value, kLongestFactValue);
    }
    std::ranges::stable_sort(entry.detail, {}, &Fact::name);
    const auto repeated = std::ranges::unique(entry.detail, {}, &Fact::name);
    entry.detail.erase(repeated.begin(), repeated.end());
    if (std::ssize(entry.detail) <= kMostFacts)
        return;
    // What somebody's request said goes before what is known.
    auto excess = std::ssize(entry.detail) - kMostFacts;
    std::erase_if(entry.detail, [&excess](const Fact &fact) { return fact.name.startsWith(kHeaderFact) && excess-- > 0; });
    if (std::ssize(entry.detail) <= kMostFacts)
        return;
    const auto omitted = std::ssize(entry.detail) - kMostFacts + 1;
    entry.detail.resize(kMostFacts - 1);
    entry.detail.insert(std::ranges::lower_bound(entry.detail, kOmitted, {}, &Fact::name),
                        {kOmitted, QByteArray::number(omitted) + " facts"});
}

} // namespace gatehouse::audit
