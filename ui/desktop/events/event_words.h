#pragma once

#include "client/audit_entry.h"
#include "desktop/theme/colours.h"
#include "desktop/theme/icon_set.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

/// How entries of the record read to a person.
struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::desktop::EventWords)
public:
    /// "auth.login": "Signed in". An action this console does not know is shown as it is.
    [[nodiscard]] static QString action(const QString &action);
    /// Every action it knows, in the order of a list to choose from.
    [[nodiscard]] static QStringList knownActions();
    [[nodiscard]] static QString outcome(client::AuditEntry::Outcome outcome);
    [[nodiscard]] static Tone tone(client::AuditEntry::Outcome outcome);
    [[nodiscard]] static Icon icon(client::AuditEntry::Outcome outcome);
    /// Who did it: a name if `name` is one, else what kind of actor it was.
    [[nodiscard]] static QString actor(const client::AuditEntry &entry, const QString &name);
};

} // namespace gatehouse::desktop
