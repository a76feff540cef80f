#pragma once

#include "audit/verify_store.h"
#include "core/command.h"

#include <functional>
#include <vector>

namespace gatehouse::audit {

/// What the commands on the record work on.
struct AuditFiles {
    Connect connect; ///< reads only
    QByteArray verifierKey; ///< that goes with the key in the data folder; empty: there is none
    QByteArray lastNote; ///< that was signed with it last; empty: none
};

/// Opens what `settings` (flags, beside file and environment) name. Fails with Malformed or Invalid when they do not hold.
using AuditFilesOpener = std::function<Result<AuditFiles>(const QStringList &settings, Terminal &terminal)>;

/// `audit list|show|follow|verify|prove|export`. They only read, whether or not a server runs.
[[nodiscard]] std::vector<Command> auditCommands(const AuditFilesOpener &open);

} // namespace gatehouse::audit
