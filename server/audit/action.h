#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>

namespace gatehouse::audit {

/// Everything the record can tell of. The list is closed: an entry with another action is none. A name is part of the canonical
/// bytes, so it is never changed and never taken away; new ones are added.
enum class Action {
    AuthRegister, ///< a user made oneself, or an administrator did through the same route
    AuthLogin,
    AuthRefresh,
    AuthReuse, ///< a spent refresh token was shown again: its session has been revoked
    AuthLogout,
    AuthPassword, ///< a user changed the own password
    SessionRevoke,
    UserCreate, ///< this and what follows by an administrator
    UserUpdate,
    UserDelete,
    TokenCreate,
    TokenUse,
    TokenRevoke,
    AgentCreate,
    AgentUpdate,
    AgentRevoke,
    AgentRequest,
    ShareCreate, ///< a one-time secret
    ShareOpen,
    ShareExpire,
    SecretSet, ///< one of the product's own secrets
    SecretGenerate,
    SecretRotate,
    SecretExport,
    KeyCreate,
    KeyActivate,
    KeyVerifyOnly, ///< signs no more
    KeyRetire,
    LimitRefuse, ///< the first refusal of a burst, or the count of a burst that is over
    LimitUpdate,
    LimitReset,
    ConfigReload,
    ConfigUpdate,
    ServerStart,
    ServerDrain,
    ServerStop,
    ServerDegrade,
    ServerRecover,
    AuditGap, ///< entries could not be written; tells how many
    AuditExport,
    WebhookRetry, ///< what could not be delivered is sent again
    AuditRetain, ///< old entries were sealed and dropped
    ShareBurn, ///< a one-time secret was ended by its creator
    ShareRequest, ///< somebody was asked for a secret
    ShareAnswer,
    ShareCollect, ///< the asker got the answer
    AuthRefuse, ///< a credential that does not hold or a right that is missing: the first of a burst, or the count of one that is
                ///< over
};

/// `auth.login`, `user.create`.
[[nodiscard]] QByteArrayView toText(Action action);
[[nodiscard]] std::optional<Action> actionFromText(QByteArrayView text);
[[nodiscard]] std::span<const Action> allActions();
/// The names of all, for who named none of them: "auth.register, auth.login, …".
[[nodiscard]] QByteArray listOfActions();

} // namespace gatehouse::audit
