#include "configured_database.h"

#include "assembly/given_secrets.h"
#include "assembly/part_settings.h"
#include "process_hardening.h"
#include "secrets/process_configuration.h"
#include "storage/migrations.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

Result<ConfiguredDatabase> configuredDatabase(const QStringList &flags, Terminal &terminal)
{
    hardenProcess(true); // passwords are about to be read
    auto configuration = secrets::ProcessConfiguration::load(flags);
    if (!configuration)
        return std::unexpected(configuration.error());
    const SystemClock clock;
    auto chain = configuration->openSecrets(clock, terminal);
    const auto given = chain ? assembly::databaseSecretsFrom(*chain) : std::unexpected(chain.error());
    if (!given)
        return std::unexpected(given.error());
    return ConfiguredDatabase{configuration->settings(), assembly::databaseTarget(configuration->settings(), *given),
                              chain->sealer()};
}

Result<std::unique_ptr<storage::MaintenanceConnection>> connectToRead(const ConfiguredDatabase &configured, const char *table,
                                                                      QStringView what)
{
    using storage::MaintenanceConnection;
    auto connection = MaintenanceConnection::open(configured.target, MaintenanceConnection::Access::Read);
    const Result<bool> found =
        connection ? storage::hasTable((*connection)->database(), table) : std::unexpected(connection.error());
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return failure(
            ErrorKind::NotFound,
            u"this database was not yet brought to where it holds %1: gatehouse migrate does so, or a start"_s.arg(what));
    return connection;
}

Result<std::unique_ptr<storage::Database>> sharedDatabase(const config::Settings &settings, secrets::SecretChain &chain)
{
    const auto given = assembly::databaseSecretsFrom(chain);
    if (!given)
        return std::unexpected(given.error());
    storage::DatabaseTarget target = assembly::databaseTarget(settings, *given);
    if (!target.postgres)
        return nullptr;
    target.postgres->maxConnections = 1;
    return storage::Database::open(std::move(target));
}
