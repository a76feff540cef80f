#pragma once

#include "core/error.h"
#include "core/ip_address.h"
#include "http/request.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <qcoro/qcorotask.h>

#include <utility>
#include <vector>

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
    QByteArray actor = {}; ///< ULID of the user who did it; empty when nobody has proved to be one
    QByteArray target = {}; ///< ULID of the user or session it was done to, a username for Register; empty when unknown
    IpAddress client = {};
    QByteArray requestId = {};
    QByteArray reason = {}; ///< of a refusal
    QByteArray session = {}; ///< of the actor
    std::vector<std::pair<QByteArray, QByteArray>> facts = {}; ///< what else there is to know: ("role", "operator")
    http::NotedHeaders noted = {}; ///< of the request
    bool byOurTrouble = false; ///< of a refusal: nothing was wrong with what was asked for
};

/// Where security events go. Thread-safe. Each act is recorded exactly once, by one of the two; see docs/decisions/103.
class SecurityEvents
{
public:
    virtual ~SecurityEvents() = default;
    /// What has happened, or was refused: called when the outcome is durable, and awaited before it is answered. Nothing hangs on
    /// whether it could be recorded.
    virtual QCoro::Task<> record(SecurityEvent event) = 0;
    /// What is about to happen in the transaction of an administrative act, as the last thing in it: no act without its record.
    /// Fails with Unavailable, and the act is to fail with that.
    [[nodiscard]] virtual Result<void> recordWithin(QSqlDatabase &database, const SecurityEvent &event) = 0;
};

/// Writes an event to the log category "gatehouse.auth".
void logEvent(const SecurityEvent &event);

/// Does that and nothing else.
class LoggedSecurityEvents final : public SecurityEvents
{
public:
    QCoro::Task<> record(SecurityEvent event) override;
    [[nodiscard]] Result<void> recordWithin(QSqlDatabase &database, const SecurityEvent &event) override;
};

} // namespace gatehouse::auth
