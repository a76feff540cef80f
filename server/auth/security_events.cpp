#include "auth/security_events.h"

#include <QLoggingCategory>

namespace gatehouse::auth {

Q_LOGGING_CATEGORY(lcAuth, "gatehouse.auth", QtInfoMsg)

void LoggedSecurityEvents::record(const SecurityEvent &event)
{
    qCInfo(lcAuth).noquote().nospace() << event.action << (event.succeeded ? " succeeded" : " refused")
                                       << " actor=" << event.actor << " target=" << event.target
                                       << " client=" << event.client.toText();
}

} // namespace gatehouse::auth
