#include "audit_commands.h"

#include "assembly/audit_keys.h"
#include "assembly/audit_trail.h"
#include "audit/audit_commands.h"
#include "configured_database.h"

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

/// The record that is there, to write to.
Result<std::unique_ptr<assembly::CommandRecord>> openRecord(const ConfiguredDatabase &configured)
{
    auto record = assembly::CommandRecord::open(configured.target.clone());
    if (record && !*record)
        return failure(ErrorKind::NotFound, u"there is no record yet in "_s + configured.settings.app.dataDir);
    return record;
}

Result<void> append(const ConfiguredDatabase &configured, audit::Entry entry)
{
    const auto record = openRecord(configured);
    return record ? (*record)->append({std::move(entry)}) : std::unexpected(record.error());
}

Result<QByteArray> rotateKey(const ConfiguredDatabase &configured)
{
    const auto record = openRecord(configured);
    return record ? assembly::AuditKeys(configured.settings).rotate(**record, SystemClock()) : std::unexpected(record.error());
}

Result<audit::AuditFiles> openAuditFiles(const QStringList &flags, Terminal &terminal)
{
    auto opened = configuredDatabase(flags, terminal);
    if (!opened)
        return std::unexpected(opened.error());
    // Shared, as each thread of a verification connects by itself.
    auto configured = std::make_shared<const ConfiguredDatabase>(std::move(*opened));
    const assembly::AuditKeys keys(configured->settings);
    const auto verifierKeys = keys.verifierKeys();
    if (!verifierKeys)
        return std::unexpected(verifierKeys.error());
    using storage::MaintenanceConnection;
    return audit::AuditFiles{
        .connect = [configured] { return MaintenanceConnection::open(configured->target, MaintenanceConnection::Access::Read); },
        .verifierKeys = *verifierKeys,
        .segmentFolder = assembly::segmentFolder(configured->settings),
        .lastNote = keys.lastNote(),
        .record = [configured](audit::Entry entry) { return append(*configured, std::move(entry)); },
        .rotateKey = [configured] { return rotateKey(*configured); }};
}

} // namespace

std::vector<Command> auditCommands()
{
    return audit::auditCommands(openAuditFiles);
}
