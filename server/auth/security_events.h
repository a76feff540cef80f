#pragma once

#include "core/ip_address.h"

#include <QByteArray>

namespace gatehouse::auth {

/// What somebody did, or tried to do, with users and sessions.
enum class SecurityAction {
    Register, ///< oneself, or with an administrator's token through the same route
    SignIn,
    Refresh,
    ReuseDetected, ///< a spent refresh token was shown again: the session has been revoked
    SignOut,
    RevokeSession,
    ChangePassword,
    AddUser, ///< these three by an administrator
    ChangeUser,
    RemoveUser,
};

/// `session.sign_in`, `user.register`: what logs and the audit call it.
[[nodiscard]] QByteArrayView toText(SecurityAction action);

/// Something that an administrator wants to find afterwards. Holds nothing that a caller made up: names that break the rules
/// for names are left out, as somebody may have typed a password there.
struct SecurityEvent {
    SecurityAction action = SecurityAction::SignIn;
    bool succeeded = true;
    QByteArray actor; ///< ULID of the user who did it; empty when nobody has proved to be one
    QByteArray target; ///< ULID of the user or session it was done to, a username for Register; empty when unknown
    IpAddress client;
    QByteArray requestId;
    QByteArray reason; ///< of a refusal
};

/// Where security events go. Thread-safe. record() is called exactly once for each act, when its outcome is durable and before
/// it is answered; see docs/decisions/032 for how the audit log joins.
class SecurityEvents
{
public:
    virtual ~SecurityEvents() = default;
    virtual void record(const SecurityEvent &event) = 0;
};

/// Writes them to the log category "gatehouse.auth".
class LoggedSecurityEvents final : public SecurityEvents
{
public:
    void record(const SecurityEvent &event) override;
};

} // namespace gatehouse::auth
