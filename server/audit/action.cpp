#include "audit/action.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace gatehouse::audit {

namespace {

struct Name {
    Action action = Action::AuthRegister;
    QByteArrayView text;
};

/// In the order of the enumeration, which a test checks.
constexpr std::array kNames{
    Name{Action::AuthRegister, "auth.register"},
    Name{Action::AuthLogin, "auth.login"},
    Name{Action::AuthRefresh, "auth.refresh"},
    Name{Action::AuthReuse, "auth.reuse"},
    Name{Action::AuthLogout, "auth.logout"},
    Name{Action::AuthPassword, "auth.password"},
    Name{Action::SessionRevoke, "session.revoke"},
    Name{Action::UserCreate, "user.create"},
    Name{Action::UserUpdate, "user.update"},
    Name{Action::UserDelete, "user.delete"},
    Name{Action::TokenCreate, "token.create"},
    Name{Action::TokenUse, "token.use"},
    Name{Action::TokenRevoke, "token.revoke"},
    Name{Action::AgentCreate, "agent.create"},
    Name{Action::AgentUpdate, "agent.update"},
    Name{Action::AgentRevoke, "agent.revoke"},
    Name{Action::AgentRequest, "agent.request"},
    Name{Action::ShareCreate, "share.create"},
    Name{Action::ShareOpen, "share.open"},
    Name{Action::ShareExpire, "share.expire"},
    Name{Action::SecretSet, "secret.set"},
    Name{Action::SecretGenerate, "secret.generate"},
    Name{Action::SecretRotate, "secret.rotate"},
    Name{Action::SecretExport, "secret.export"},
    Name{Action::KeyCreate, "key.create"},
    Name{Action::KeyActivate, "key.activate"},
    Name{Action::KeyVerifyOnly, "key.verify_only"},
    Name{Action::KeyRetire, "key.retire"},
    Name{Action::LimitRefuse, "limit.refuse"},
    Name{Action::LimitUpdate, "limit.update"},
    Name{Action::LimitReset, "limit.reset"},
    Name{Action::ConfigReload, "config.reload"},
    Name{Action::ConfigUpdate, "config.update"},
    Name{Action::ServerStart, "server.start"},
    Name{Action::ServerDrain, "server.drain"},
    Name{Action::ServerStop, "server.stop"},
    Name{Action::ServerDegrade, "server.degrade"},
    Name{Action::ServerRecover, "server.recover"},
    Name{Action::AuditGap, "audit.gap"},
    Name{Action::AuditExport, "audit.export"},
    Name{Action::WebhookRetry, "webhook.retry"},
    Name{Action::AuditRetain, "audit.retain"},
    Name{Action::ShareBurn, "share.burn"},
    Name{Action::ShareRequest, "share.request"},
    Name{Action::ShareAnswer, "share.answer"},
    Name{Action::ShareCollect, "share.collect"},
    Name{Action::AuthRefuse, "auth.refuse"},
};

constexpr auto actionsOf(const decltype(kNames) &names)
{
    std::array<Action, kNames.size()> actions{};
    std::ranges::transform(names, actions.begin(), &Name::action);
    return actions;
}

constexpr std::array kActions = actionsOf(kNames);

} // namespace

QByteArrayView toText(Action action)
{
    return kNames[static_cast<std::size_t>(action)].text;
}

std::optional<Action> actionFromText(QByteArrayView text)
{
    const auto *const found = std::ranges::find(kNames, text, &Name::text);
    return found != kNames.end() ? std::optional(found->action) : std::nullopt;
}

std::span<const Action> allActions()
{
    return kActions;
}

QByteArray listOfActions()
{
    QByteArrayList names;
    for (const Name &name : kNames)
        names.append(name.text.toByteArray());
    return names.join(", ");
}

} // namespace gatehouse::audit
