#include "audit_commands.h"

#include "assembly/audit_trail.h"
#include "audit/audit_commands.h"
#include "configured_database.h"

#include <memory>

using namespace gatehouse;

namespace {

Result<audit::AuditFiles> openAuditFiles(const QStringList &flags, Terminal &terminal)
{
    auto configured = configuredDatabase(flags, terminal);
    if (!configured)
        return std::unexpected(configured.error());
    const Result<QByteArray> key = assembly::verifierKeyOf(configured->settings);
    if (!key)
        return std::unexpected(key.error());
    // Shared, as each thread of a verification connects by itself.
    auto target = std::make_shared<const storage::DatabaseTarget>(std::move(configured->target));
    return audit::AuditFiles{
        .connect =
            [target] { return storage::MaintenanceConnection::open(*target, storage::MaintenanceConnection::Access::Read); },
        .verifierKey = *key,
        .lastNote = assembly::lastNoteOf(configured->settings)};
}

} // namespace

std::vector<Command> auditCommands()
{
    return audit::auditCommands(openAuditFiles);
}
