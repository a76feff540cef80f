#pragma once

#include "audit/action.h"
#include "core/clock.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace gatehouse::audit {

/// Who did something.
struct Actor {
    enum class Kind {
        Anonymous, ///< nobody has proved to be somebody
        User, ///< id: ULID
        ShareToken, ///< id: its own, never the token
        AdminToken,
        Agent,
        System, ///< the server itself
        CommandLine, ///< an operator on the machine; id: name of the system's user
    };
    Kind kind = Kind::Anonymous;
    QByteArray id = {};
    bool operator==(const Actor &) const = default;
};

/// `anonymous`, `user`, `share_token` …
[[nodiscard]] QByteArrayView toText(Actor::Kind kind);
[[nodiscard]] std::optional<Actor::Kind> actorKindFromText(QByteArrayView text);
[[nodiscard]] std::optional<Actor::Kind> actorKindFromNumber(unsigned number);

enum class Outcome {
    Success,
    Refused, ///< the actor may not, or asked for what cannot be
    Failed, ///< our trouble
};

/// `success`, `refused`, `failed`.
[[nodiscard]] QByteArrayView toText(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeFromText(QByteArrayView text);
[[nodiscard]] std::optional<Outcome> outcomeFromNumber(unsigned number);

/// One thing to know about an act beside its fields: `reason`, `role`.
struct Fact {
    QByteArray name;
    QByteArray value;
    bool operator==(const Fact &) const = default;
};

/// One record. All texts are UTF-8; normalise() brings them into the form that can be written.
struct Entry {
    quint64 sequence = 0; ///< index of the leaf; given by the log
    PreciseWallTime time{}; ///< never before that of the entry before; given by the log
    Actor actor = {};
    Action action = Action::AuthLogin;
    QByteArray target = {}; ///< what it was done to; empty: nothing, or unknown
    Outcome outcome = Outcome::Success;
    QByteArray address = {}; ///< where from
    QByteArray requestId = {};
    QByteArray session = {};
    std::vector<Fact> detail = {}; ///< sorted by name, each name once
    bool operator==(const Entry &) const = default;
};

/// What the name of a fact begins with that tells of a request's header.
inline constexpr QByteArrayView kHeaderFact = "header.";

/// The most of each that an entry holds, in bytes.
inline constexpr qsizetype kLongestField = 512;
inline constexpr qsizetype kLongestFactName = 64;
inline constexpr qsizetype kLongestFactValue = 4096;
inline constexpr qsizetype kMostFacts = 32;

/// Makes it an entry that can be written: texts without control characters and not too long, facts in order and each once, what
/// looks like a secret in words from elsewhere replaced. What had to be cut says so, and the fact `omitted` says how many others
/// there was no room for.
void normalise(Entry &entry);

} // namespace gatehouse::audit
