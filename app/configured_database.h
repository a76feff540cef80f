#pragma once

#include "config/settings.h"
#include "core/terminal.h"
#include "secrets/secret_chain.h"
#include "storage/database.h"
#include "storage/maintenance_connection.h"

#include <memory>

/// The database that a command works on, and the settings that go with it.
struct ConfiguredDatabase {
    gatehouse::config::Settings settings;
    gatehouse::storage::DatabaseTarget target;
    std::shared_ptr<gatehouse::secrets::Sealer> sealer; ///< of the data folder's keys; null without a passphrase
};

/// From file, environment, secrets and `flags`, as the server would find it. Asks at `terminal` for the passphrase of an
/// encrypted file that may hold DATABASE_URL; fails where there is nobody to ask. Main thread, first thing: secrets are taken
/// out of the environment.
[[nodiscard]] gatehouse::Result<ConfiguredDatabase> configuredDatabase(const QStringList &flags, gatehouse::Terminal &terminal);

/// Connects to it to read `what`, which is in `table`. Changes nothing, not even a schema that is behind: fails with NotFound,
/// saying what to do, when it is so far behind that there is no such table.
[[nodiscard]] gatehouse::Result<std::unique_ptr<gatehouse::storage::MaintenanceConnection>>
connectToRead(const ConfiguredDatabase &configured, const char *table, QStringView what);

/// The PostgreSQL that instances of this configuration share, over one connection; null when it names none.
[[nodiscard]] gatehouse::Result<std::unique_ptr<gatehouse::storage::Database>>
sharedDatabase(const gatehouse::config::Settings &settings, gatehouse::secrets::SecretChain &chain);
