#include "desktop/events/event_words.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

using Outcome = client::AuditEntry::Outcome;

namespace {

struct ActionName {
    QLatin1String action;
    const char *words = nullptr;
};

constexpr std::array kActions{
    ActionName{"auth.login"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Sign-in")},
    ActionName{"auth.logout"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Sign-out")},
    ActionName{"auth.register"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Registration")},
    ActionName{"auth.refresh"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Renewal of a session")},
    ActionName{"auth.reuse"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Second use of a spent token")},
    ActionName{"auth.password"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Change of a password")},
    ActionName{"auth.refuse"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Request of somebody who may not")},
    ActionName{"session.revoke"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "End of a session by somebody")},
    ActionName{"user.create"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "New user")},
    ActionName{"user.update"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Change of a user")},
    ActionName{"user.delete"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Removal of a user")},
    ActionName{"token.create"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "New token")},
    ActionName{"token.use"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Use of a token")},
    ActionName{"token.revoke"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Revocation of a token")},
    ActionName{"agent.create"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "New agent")},
    ActionName{"agent.update"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Change of an agent")},
    ActionName{"agent.revoke"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Revocation of an agent")},
    ActionName{"agent.request"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Agent's request")},
    ActionName{"share.create"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "New one-time secret")},
    ActionName{"share.open"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Opening of a one-time secret")},
    ActionName{"share.expire"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "One-time secret expired")},
    ActionName{"share.burn"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Burning of a one-time secret")},
    ActionName{"share.request"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Request for a one-time secret")},
    ActionName{"share.answer"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Answer to a request for a secret")},
    ActionName{"share.collect"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Collection of an answer")},
    ActionName{"secret.set"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "New value of a secret")},
    ActionName{"secret.generate"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Generation of a secret")},
    ActionName{"secret.rotate"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Rotation of a secret")},
    ActionName{"secret.export"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Export of secrets")},
    ActionName{"key.create"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Signing key created")},
    ActionName{"key.activate"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Signing key in use")},
    ActionName{"key.verify_only"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Signing key only verifies")},
    ActionName{"key.retire"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Signing key retired")},
    ActionName{"limit.refuse"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Caller over a limit")},
    ActionName{"limit.update"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Change of a limit")},
    ActionName{"limit.reset"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Reset of a limit")},
    ActionName{"config.reload"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Reload of the settings")},
    ActionName{"config.update"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Change of the settings")},
    ActionName{"server.start"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Server started")},
    ActionName{"server.drain"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Server stopping")},
    ActionName{"server.stop"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Server stopped")},
    ActionName{"server.degrade"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Dependency in trouble")},
    ActionName{"server.recover"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Dependency recovered")},
    ActionName{"audit.gap"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Entries were lost")},
    ActionName{"audit.export"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Export of the record")},
    ActionName{"audit.retain"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Old entries removed")},
    ActionName{"webhook.retry"_L1, QT_TRANSLATE_NOOP("gatehouse::desktop::EventWords", "Webhook tried again")},
};

} // namespace

QString EventWords::action(const QString &action)
{
    for (const ActionName &known : kActions) {
        if (action == known.action)
            return tr(known.words);
    }
    return action;
}

QStringList EventWords::knownActions()
{
    QStringList actions;
    for (const ActionName &known : kActions)
        actions.append(known.action);
    return actions;
}

QString EventWords::outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success: return tr("Done");
    case Outcome::Refused: return tr("Refused");
    case Outcome::Failed: return tr("Failed");
    }
    return {};
}

Tone EventWords::tone(Outcome outcome)
{
    return outcome == Outcome::Success ? Tone::Good : outcome == Outcome::Refused ? Tone::Warning : Tone::Danger;
}

Icon EventWords::icon(Outcome outcome)
{
    return outcome == Outcome::Success ? Icon::Done : outcome == Outcome::Refused ? Icon::Warning : Icon::Failed;
}

QString EventWords::actor(const client::AuditEntry &entry, const QString &name)
{
    if (entry.actorKind == "system"_L1)
        return tr("The server");
    if (entry.actorKind == "anonymous"_L1)
        return tr("Nobody known");
    if (entry.actorKind == "command_line"_L1)
        return tr("%1, at the command line").arg(entry.actor);
    return name.isEmpty() ? entry.actorKind : name;
}

} // namespace gatehouse::desktop
