#include "auth/security_events.h"

#include <QLoggingCategory>

namespace gatehouse::auth {

Q_LOGGING_CATEGORY(lcAuth, "gatehouse.auth", QtInfoMsg)

QByteArrayView toText(SecurityAction action)
{
    switch (action) {
    case SecurityAction::Register: return "user.register";
    case SecurityAction::SignIn: return "session.sign_in";
    case SecurityAction::Refresh: return "session.refresh";
    case SecurityAction::ReuseDetected: return "session.reuse_detected";
    case SecurityAction::SignOut: return "session.sign_out";
    case SecurityAction::RevokeSession: return "session.revoke";
    case SecurityAction::ChangePassword: return "user.change_password";
    case SecurityAction::AddUser: return "user.add";
    case SecurityAction::ChangeUser: return "user.change";
    case SecurityAction::RemoveUser: return "user.remove";
    }
    Q_UNREACHABLE();
}

void logEvent(const SecurityEvent &event)
{
    qCInfo(lcAuth).noquote().nospace() << toText(event.action).toByteArray() << (event.succeeded ? " succeeded" : " refused")
                                       << " actor=" << event.actor << " target=" << event.target
                                       << " client=" << event.client.toText() << " request=" << event.requestId
                                       << (event.reason.isEmpty() ? "" : " reason=") << event.reason;
}

QCoro::Task<> LoggedSecurityEvents::record(SecurityEvent event)
{
    logEvent(event);
    co_return;
}

Result<void> LoggedSecurityEvents::recordWithin(QSqlDatabase & /*database*/, const SecurityEvent &event)
{
    logEvent(event);
    return {};
}

} // namespace gatehouse::auth
