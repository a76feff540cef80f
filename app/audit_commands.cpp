#include "audit_commands.h"

#include "assembly/audit_keys.h"
#include "assembly/audit_trail.h"
#include "assembly/command_record.h"
#include "audit/audit_commands.h"
#include "auth/user_store.h"
#include "configured_database.h"
#include "storage/migrations.h"

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr char kRecordTable[] = "audit_state";
constexpr QStringView kRecord = u"an audit log";

/// The record that is there, to write to.
Result<std::unique_ptr<assembly::CommandRecord>> openRecord(const ConfiguredDatabase &configured)
{
    auto record = assembly::CommandRecord::open(configured.target.clone());
    if (record && !*record)
        return failure(ErrorKind::NotFound, u"there is no record yet in "_s + configured.settings.app.dataDir);
    return record;
}

/// That who reads the record is told of in it does not bring its schema up to date.
Result<void> checkUpToDate(const ConfiguredDatabase &configured)
{
    const auto connection = connectToRead(configured, kRecordTable, kRecord);
    const auto status = connection ? storage::migrationStatus((*connection)->database()) : std::unexpected(connection.error());
    if (status && !status->pending.isEmpty())
        return failure(ErrorKind::Conflict, u"the database is of an older version; gatehouse migrate brings it up to date"_s);
    return status ? Result<void>() : std::unexpected(status.error());
}

Result<void> append(const ConfiguredDatabase &configured, audit::Entry entry)
{
    if (const Result<void> current = checkUpToDate(configured); !current)
        return current;
    const auto record = openRecord(configured);
    return record ? (*record)->append({std::move(entry)}) : std::unexpected(record.error());
}

Result<QByteArray> rotateKey(const ConfiguredDatabase &configured)
{
    const auto record = openRecord(configured);
    if (!record)
        return std::unexpected(record.error());
    const auto tell = [&record](std::vector<audit::Entry> entries) { return (*record)->append(std::move(entries)); };
    return assembly::AuditKeys(configured.settings, configured.sealer).rotate((*record)->database(), tell, SystemClock());
}

Result<std::optional<QByteArray>> findUser(QSqlDatabase &database, const QByteArray &who)
{
    Result<std::optional<auth::User>> user = auth::user_store::findByName(database, who);
    if (user && !*user)
        user = auth::user_store::findById(database, who);
    if (!user)
        return std::unexpected(user.error());
    return *user ? std::optional((*user)->id) : std::nullopt;
}

Result<audit::AuditFiles> openAuditFiles(const QStringList &flags, Terminal &terminal)
{
    auto opened = configuredDatabase(flags, terminal);
    if (!opened)
        return std::unexpected(opened.error());
    // Shared, as each thread of a verification connects by itself.
    auto configured = std::make_shared<const ConfiguredDatabase>(std::move(*opened));
    const assembly::AuditKeys keys(configured->settings, configured->sealer);
    const auto verifierKeys = keys.verifierKeys();
    if (!verifierKeys)
        return std::unexpected(verifierKeys.error());
    return audit::AuditFiles{.connect = [configured] { return connectToRead(*configured, kRecordTable, kRecord); },
                             .findUser = findUser,
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
