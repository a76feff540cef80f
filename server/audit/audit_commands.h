#pragma once

#include "audit/verify_store.h"
#include "core/command.h"

#include <functional>
#include <optional>
#include <vector>

namespace gatehouse::audit {

/// What the commands on the record work on.
struct AuditFiles {
    /// The identifier of the user whose name or identifier that is; nothing when there is none.
    using FindUser = std::function<Result<std::optional<QByteArray>>(QSqlDatabase &, const QByteArray &)>;

    Connect connect; ///< reads only
    FindUser findUser;
    std::vector<QByteArray> verifierKeys; ///< of the key in the data folder, and of those before it; empty: there is none
    QString segmentFolder; ///< where sealed files are, if they are still there
    QByteArray lastNote; ///< that was signed with them last; empty: none
    std::function<Result<void>(Entry)> record; ///< writes an entry of who runs the command
    std::function<Result<QByteArray>()> rotateKey; ///< has a new key sign, and returns its public half
};

/// Opens what `settings` (flags, beside file and environment) name. Fails with Malformed or Invalid when they do not hold.
using AuditFilesOpener = std::function<Result<AuditFiles>(const QStringList &settings, Terminal &terminal)>;

/// `audit list|show|follow|verify|prove|export|rotate-key`, whether or not a server runs. All but the last change nothing, but
/// that an export is told of in the record.
[[nodiscard]] std::vector<Command> auditCommands(const AuditFilesOpener &open);

} // namespace gatehouse::audit
